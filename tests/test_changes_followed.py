"""What one change reaches: every page that shows it is made again, and every other one stays right.

Each change is made in the demonstration base, whose site was built before; the site is brought up to date and
compared with one that is built from nothing; then the change is taken back.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import attached_files
import site_bases
from followed_sites import FollowedSite, followed_site, unlike

PRACTICE = "practices/tihie-minuty-chteniya"
ORGANIZATIONS = "reference/organizations.yml"
GLOSSARY = "reference/glossary.yml"
SUBJECTS = "reference/vocabularies/subjects.yml"
ROADMAP = "roadmaps/priozerye-2025-2027"
FIGURES = "monitoring/2025.csv"
OWN_FRAMEWORK = "reference/frameworks/priozerye-2025-2027.yml"
OWN_HINT = "reference/hints/schools-at-sites.yml"
OWN_INDICATOR = "reference/indicators/schools-at-sites.yml"
INDICATORS = "indicators/index.html"
DIAGNOSTICS = "indicators/diagnostics-share.html"
TEAMS = "indicators/management-teams-share.html"
YOUNG = "indicators/young-teachers-support-share.html"
ROADMAP_DONE = "indicators/roadmap-completion.html"
FR_PROGRAMS = "indicators/fr-programs-share.html"
SCHOOLS = "indicators/schools-at-sites.html"
OF_2025 = (
    "indicators/diagnostics-share-in-2025.html",
    "indicators/management-teams-share-in-2025.html",
    "indicators/young-teachers-support-share-in-2025.html",
)
CYCLE, CYCLES, EVIDENCE = "cycle/2026.html", "cycle/index.html", "evidence.html"
CYCLE_BEFORE = "cycle/2024.html"
DATA = ("data/indicators.json", "data/indicators.csv")
COMPARISON, PASSPORT = "frameworks/index.html", "passport.html"
OWN_FRAMEWORK_PAGE = "frameworks/priozerye-2025-2027.html"
COMPARED = "frameworks/by-indicator-roadmap-completion.html"


@dataclass(frozen=True)
class Change:
    """What is done to the base, some of the addresses that it must reach, and some that it must not."""

    name: str
    make: Callable[[Path], object]
    reaches: tuple[str, ...]
    spares: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    as_of: str = site_bases.AS_OF


def put(path: str, content: str | bytes) -> Callable[[Path], object]:
    """Return what writes a file."""
    return lambda root: site_bases.put(root, path, content)


def remove(path: str) -> Callable[[Path], object]:
    """Return what removes a file."""
    return lambda root: (root / path).unlink()


def rename(path: str, to: str) -> Callable[[Path], object]:
    """Return what renames a file."""

    def make(root: Path) -> None:
        (root / to).parent.mkdir(exist_ok=True)
        (root / path).rename(root / to)

    return make


def copy(path: str, to: str) -> Callable[[Path], object]:
    """Return what copies a file."""
    return lambda root: site_bases.put(root, to, (root / path).read_bytes())


def edit(path: str, pattern: str, new: str) -> Callable[[Path], object]:
    """Return what replaces the first text that the pattern finds."""

    def make(root: Path) -> None:
        text, number = re.subn(f"(?ms){pattern}", new, (root / path).read_text("utf-8"), count=1)
        assert number, f"{pattern} is not in {path}"
        (root / path).write_text(text, "utf-8")

    return make


def add(path: str, text: str) -> Callable[[Path], object]:
    """Return what adds text at the end of a file."""

    def make(root: Path) -> None:
        with (root / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return make


def reverse(table: str) -> Callable[[Path], object]:
    """Return what turns the items of a table round."""

    def make(root: Path) -> None:
        path = root / f"reference/{table}.yml"
        head, *items = re.split(r"^(?=[a-z])", path.read_text("utf-8"), flags=re.MULTILINE)
        path.write_text(head + "\n".join(reversed(items)), "utf-8")

    return make


CHANGES = (
    Change("nothing", lambda root: None, ()),
    Change(
        "title of a record",
        edit(f"{PRACTICE}.yml", "^title: .*?$", "title: Шумная полка"),
        (
            f"{PRACTICE}.html",
            "practices/index.html",
            "organizations/shkola-zarechnaya-2.html",
            "difficulties/reading-comprehension.html",
            "events/tihie-minuty-master-klass.html",
        ),
    ),
    Change(
        "difficulty of a record",
        edit(f"{PRACTICE}.yml", r"^difficulties: \[reading-comprehension, ", "difficulties: ["),
        ("difficulties/reading-comprehension.html", "difficulties/index.html", "practices/index.html"),
    ),
    Change(
        "grades of a record that is offered as similar",
        edit("practices/kartochki-slovo-na-den.yml", "^grades: .*?$", "grades: {from: 2, to: 4}"),
        ("practices/kartochki-slovo-na-den.html", f"{PRACTICE}.html"),
        spares=(
            "practices/ustnyy-otvet-na-dvoih.html",
            "practices/oge-vchetverom.html",
            "programs/index.html",
        ),
    ),
    Change(
        "words of a record that is offered as similar",
        edit("practices/severny/nastavnik-po-telefonu.yml", "^title: .*?$", "title: Обед на двоих"),
        ("events/den-otkrytogo-telefona.html", "practices/fizika-iz-kuhonnogo-yashchika.html"),
        spares=("practices/zadacha-v-tri-risunka.html", "events/zanyatie-v-skvorushke.html"),
    ),
    Change(
        "site that takes nobody for a while",
        add("internships/ploshchadka-chtenie.yml", "state: suspended\n"),
        ("practices/kartochki-slovo-na-den.html",),
        spares=("practices/oge-vchetverom.html", "events/den-otkrytogo-telefona.html"),
    ),
    Change(
        "newest record", edit(f"{PRACTICE}.yml", "^created: .*?$", "created: 2026-11-21"), ("index.html",)
    ),
    Change(
        "record moved to another folder",
        rename(f"{PRACTICE}.yml", "practices/inaya/tihie-minuty-chteniya.yml"),
        (f"{PRACTICE}.html",),
    ),
    Change(
        "record moved to another folder, the order kept",
        rename("practices/zadacha-v-tri-risunka.yml", "practices/zz/zadacha-v-tri-risunka.yml"),
        ("practices/zadacha-v-tri-risunka.html",),
    ),
    Change(
        "record renamed, a former id kept",
        lambda root: (
            rename("practices/ustnyy-otvet-na-dvoih.yml", "practices/vdvoem.yml")(root),
            add("practices/vdvoem.yml", "former_ids: [ustnyy-otvet-na-dvoih]\n")(root),
        ),
        ("practices/vdvoem.html", "practices/ustnyy-otvet-na-dvoih.html", f"{PRACTICE}.html"),
    ),
    Change(
        "record deleted",
        remove(f"{PRACTICE}.yml"),
        (f"{PRACTICE}.html", "practices/index.html", "quality.html", "index.html"),
    ),
    Change(
        "record withdrawn",
        edit(f"{PRACTICE}.yml", "^status: published$", "status: draft"),
        (f"{PRACTICE}.html", "practices/index.html", "events/tihie-minuty-master-klass.html", "quality.html"),
    ),
    Change(
        "record archived",
        edit(f"{PRACTICE}.yml", "^status: published$", "status: archived"),
        (f"{PRACTICE}.html", "practices/index.html", "quality.html"),
    ),
    Change(
        "record broken",
        add(f"{PRACTICE}.yml", "lishnee: 1\n"),
        (f"{PRACTICE}.html", "practices/index.html", "events/tihie-minuty-master-klass.html", "quality.html"),
    ),
    Change(
        "id taken by a file that stands before",
        copy("practices/tri-slova-obratnoy-svyazi.yml", "practices/a/tihie-minuty-chteniya.yml"),
        (f"{PRACTICE}.html", "practices/index.html", "quality.html"),
    ),
    Change(
        "organization renamed",
        edit(ORGANIZATIONS, "short_name: Детский сад «Рябинка», Озёрск", "short_name: Сад «Берёзка»"),
        (
            "organizations/sad-ryabinka.html",
            "organizations/index.html",
            "practices/dnevnik-adaptatsii-v-sadu.html",
            "associations/index.html",
            "associations/gruppa-detskih-sadov.html",
        ),
    ),
    Change(
        "operator renamed",
        edit(ORGANIZATIONS, "short_name: ИРО Приозёрья", "short_name: ИРО области"),
        ("index.html", "404.html", "quality.html", f"{PRACTICE}.html", "rules/index.html"),
    ),
    Change(
        "organization renamed that is responsible for one measure",
        edit(ORGANIZATIONS, r"(^uo-severny:.*?short_name: )", r"\1Новое "),
        (
            f"{ROADMAP}.html",
            "roadmaps/by-responsible-uo-severny-in-priozerye-2025-2027.html",
            "roadmaps/by-responsible-minobr-priozerye-in-priozerye-2025-2027.html",
        ),
    ),
    Change(
        "organization moved to another territory",
        edit(ORGANIZATIONS, r"(^sad-ryabinka:.*?territory: )ozersk", r"\1severny-okrug"),
        (
            "organizations/sad-ryabinka.html",
            "territories/ozersk.html",
            "territories/severny-okrug.html",
            "practices/by-territory-ozersk.html",
            "practices/by-territory-severny-okrug.html",
            "practices/dnevnik-adaptatsii-v-sadu.html",
        ),
    ),
    Change(
        "organization broken: an error in another file",
        edit(ORGANIZATIONS, r"(^sad-ryabinka:.*?territory: )ozersk", r"\1net-takoy"),
        (
            "organizations/sad-ryabinka.html",
            "organizations/index.html",
            "practices/dnevnik-adaptatsii-v-sadu.html",
            "quality.html",
        ),
    ),
    Change(
        "table that cannot be read",
        put(ORGANIZATIONS, "a: [\n"),
        ("organizations/index.html", "practices/dnevnik-adaptatsii-v-sadu.html", "quality.html"),
    ),
    Change("table turned round", reverse("organizations"), ()),
    Change("lines of a table moved", edit(GLOSSARY, "^# ", "# Одной строкой больше.\n# "), ("quality.html",)),
    Change("directions turned round", reverse("directions"), ("system-measures/index.html",)),
    Change("requirements turned round", reverse("requirements"), ("requirements/index.html",)),
    Change("system measures turned round", reverse("system-measures"), ("directions/upravlenie.html",)),
    Change("territories turned round", reverse("territories"), ()),
    Change(
        "territory renamed",
        edit("reference/territories.yml", "short_name: Озёрск$", "short_name: Озерки"),
        (
            "territories/ozersk.html",
            "practices/by-territory-ozersk.html",
            "practices/index.html",
            DIAGNOSTICS,
            *DATA,
        ),
    ),
    Change(
        "term added",
        add(
            GLOSSARY,
            "\nzakladka:\n  title: закладка\n  definitions:\n"
            "    - {text: Полоска бумаги., act: prikaz-minobr-412, section: п. 1}\n",
        ),
        ("glossary/zakladka.html", "glossary/index.html", f"{PRACTICE}.html"),
    ),
    Change(
        "term renamed",
        edit(GLOSSARY, "^  title: наставник$", "  title: советчик"),
        ("glossary/nastavnik.html", "glossary/index.html", "practices/nastavnik-po-telefonu.html"),
    ),
    Change(
        "term that is no longer linked",
        edit(GLOSSARY, "^  title: наставник$", "  title: наставник\n  linked: false"),
        ("practices/nastavnik-po-telefonu.html",),
    ),
    Change(
        "term removed",
        edit(GLOSSARY, "^nastavnik:.*?(?=^[a-z])", ""),
        ("glossary/nastavnik.html", "glossary/index.html", "practices/nastavnik-po-telefonu.html"),
    ),
    Change(
        "act repealed",
        edit("reference/acts.yml", r"(^prikaz-minobr-412:.*?state: )in-force", r"\1repealed"),
        ("acts/prikaz-minobr-412.html", "acts/index.html", "quality.html"),
    ),
    Change(
        "number of an act",
        edit("reference/acts.yml", '^  number: "412"$', '  number: "413"'),
        ("acts/prikaz-minobr-412.html", "directions/upravlenie.html", "requirements/index.html"),
    ),
    Change(
        "edition of an act",
        edit("reference/acts.yml", "^(prikaz-zarechny-118:)$", r"\1\n  amends: [prikaz-minobr-412]"),
        ("acts/prikaz-minobr-412.html", "acts/prikaz-zarechny-118.html"),
    ),
    Change(
        "measure added",
        edit(
            f"{ROADMAP}.yml",
            "^created:",
            "  - id: novoe\n    title: Провести утренник\n    responsible: [sad-ryabinka]\n"
            "    term: {raw: До 01.03.2027, kind: deadline, to: 2027-03-01}\ncreated:",
        ),
        (
            f"{ROADMAP}.html",
            "organizations/sad-ryabinka.html",
            "roadmaps/by-year-2027-in-priozerye-2025-2027.html",
            "roadmaps/by-terms-in-priozerye-2025-2027.html",
        ),
        spares=("roadmaps/by-terms-in-borovoy-nastavniki-2025-2027.html",),
    ),
    Change(
        "measure retitled",
        edit(f"{ROADMAP}.yml", "^    title: Заключить соглашение", "    title: Подписать соглашение"),
        (f"{ROADMAP}.html", "organizations/minobr-priozerye.html"),
    ),
    Change(
        "event that a requirement rests on",
        edit("events/chteniya-chto-ne-srabotalo.yml", "^state: .*?$", "state: cancelled"),
        ("events/chteniya-chto-ne-srabotalo.html", "events/index.html"),
    ),
    Change(
        "attached file replaced by another of the same name",
        put("files/tri-slova-obratnoy-svyazi/slova-dlya-poley.txt", "Совсем другие слова. " * 200),
        (
            "files/tri-slova-obratnoy-svyazi/slova-dlya-poley.txt",
            "practices/tri-slova-obratnoy-svyazi.html",
        ),
    ),
    Change(
        "attached file that now names its author",
        put("files/zadacha-v-tri-risunka/tri-kadra.docx", attached_files.word("Иванова Мария Петровна")),
        ("files/zadacha-v-tri-risunka/tri-kadra.docx", "quality.html"),
    ),
    Change(
        "attached file removed",
        remove("files/tri-slova-obratnoy-svyazi/slova-dlya-poley.txt"),
        ("files/tri-slova-obratnoy-svyazi/slova-dlya-poley.txt", "quality.html"),
    ),
    Change("file that no record names", put("files/nichey/list.txt", "x"), ("quality.html",)),
    Change("file that nothing reads", put("praktika.yml", "title: x\n"), ("quality.html",)),
    Change(
        "value renamed",
        put("reference/vocabularies/difficulties.yml", "entries: {motivation: {title: Скука на уроке}}\n"),
        (
            "difficulties/motivation.html",
            "difficulties/index.html",
            f"{PRACTICE}.html",
            "practices/index.html",
        ),
    ),
    Change(
        "value hidden",
        put("reference/vocabularies/themes.yml", "entries: {lesson: {hidden: true}}\n"),
        ("fields/practice.html",),
    ),
    Change(
        "value that titles are made of",
        put("reference/vocabularies/act-kinds.yml", "entries: {order: {title: Указ}}\n"),
        ("acts/prikaz-minobr-412.html", "acts/index.html", "index.html"),
    ),
    Change(
        "vocabulary of the region removed",
        remove(SUBJECTS),
        ("fields/practice.html", "associations/by-subjects-kraevedenie-priozerya.html"),
    ),
    Change(
        "vocabulary broken",
        put(SUBJECTS, "entries: [\n"),
        ("quality.html",),
    ),
    Change(
        "indicator of the standard changed",
        put("reference/indicators/diagnostics-share.yml", "short_title: Прошли проверку дефицитов\n"),
        (DIAGNOSTICS, INDICATORS, "indicators/fr-trained-share.html", *DATA),
        spares=(TEAMS, YOUNG, ROADMAP_DONE, f"{PRACTICE}.html"),
    ),
    Change(
        "change of an indicator taken back",
        remove("reference/indicators/routes-share.yml"),
        ("indicators/routes-share.html", DATA[0]),
        spares=(TEAMS, INDICATORS),
    ),
    Change(
        "indicator of the region renamed",
        edit(OWN_INDICATOR, "^short_title: ", "short_title: Все "),
        (SCHOOLS, INDICATORS, *DATA),
        spares=(TEAMS, DIAGNOSTICS),
    ),
    Change(
        "title of an indicator of the region",
        edit(OWN_INDICATOR, "^title: ", "title: Вся "),
        (SCHOOLS, DATA[0]),
        spares=(TEAMS, DIAGNOSTICS, INDICATORS, DATA[1]),
    ),
    Change(
        "indicator of the region broken",
        add(OWN_INDICATOR, "lishnee: 1\n"),
        ("quality.html", SCHOOLS, INDICATORS, *DATA),
        spares=(TEAMS,),
    ),
    Change(
        "reason of a rule of hints",
        edit(OWN_HINT, "^about: ", "about: Итак. "),
        (SCHOOLS, "territories/borovoy-okrug.html"),
        spares=(TEAMS, DIAGNOSTICS, INDICATORS, f"{PRACTICE}.html", *DATA),
    ),
    Change(
        "rule of hints for another indicator",
        edit(OWN_HINT, r"^indicators: \[.*?\]", "indicators: [diagnostics-share]"),
        (SCHOOLS, DIAGNOSTICS, "territories/borovoy-okrug.html", "territories/severny-okrug.html"),
        spares=(TEAMS, YOUNG),
    ),
    Change("rule of hints broken", add(OWN_HINT, "lishnee: 1\n"), ("quality.html", SCHOOLS), spares=(TEAMS,)),
    Change(
        "rule of hints added",
        put("reference/hints/novoe.yml", "indicators: [management-teams-share]\nabout: Новое.\n"),
        (TEAMS, "territories/borovoy-okrug.html"),
        spares=(SCHOOLS, YOUNG),
    ),
    Change(
        "theme by which a hint finds a practice",
        edit("practices/ustnyy-otvet-na-dvoih.yml", r"^themes: \[", "themes: [mentoring, "),
        (YOUNG,),
        spares=(SCHOOLS, FR_PROGRAMS),
    ),
    Change(
        "practice that a hint shows retitled",
        edit("practices/severny/nastavnik-po-telefonu.yml", "^title: .*?$", "title: Звонок наставника"),
        (YOUNG,),
        spares=(SCHOOLS,),
    ),
    Change(
        "course that a hint shows ends",
        edit("programs/kurs-nastavnik-48.yml", "^  to: 2029-06-30$", "  to: 2026-11-01"),
        (TEAMS, YOUNG, "territories/borovoy-okrug.html"),
    ),
    Change(
        "official recommendations withdrawn",
        edit("reports/rekomendatsii-2025-26.yml", "^status: published$", "status: draft"),
        (YOUNG, "territories/borovoy-okrug.html", "territories/severny-okrug.html"),
    ),
    Change(
        "target of a framework",
        edit(OWN_FRAMEWORK, r"\bvalue: (\d+)", r"value: 1\1"),
        (ROADMAP_DONE, COMPARED, OWN_FRAMEWORK_PAGE, *DATA),
        spares=(TEAMS, INDICATORS, "frameworks/muya-2023.html"),
    ),
    Change(
        "framework broken",
        edit(OWN_FRAMEWORK, "^    indicator: ", "    indicator: x"),
        ("quality.html", INDICATORS, TEAMS, *DATA),
    ),
    Change(
        "framework that is no longer followed",
        edit("region.yml", "^frameworks: .*?$", ""),
        (INDICATORS, TEAMS, FR_PROGRAMS, *DATA),
    ),
    Change(
        "framework that there is none of",
        edit("region.yml", r"^frameworks: \[", r"\g<0>net, "),
        ("quality.html",),
        spares=(TEAMS, INDICATORS),
    ),
    Change(
        "act of a framework",
        edit("reference/acts.yml", '^  number: "39"$', '  number: "40"'),
        (OWN_FRAMEWORK_PAGE,),
        spares=(PASSPORT, COMPARISON),
    ),
    Change(
        "kind of an organization",
        edit(ORGANIZATIONS, r"(^sad-ryabinka:.*?kind: )kindergarten", r"\1library"),
        (PASSPORT, "organizations/index.html"),
        spares=(COMPARISON, TEAMS),
    ),
    Change(
        "small groups",
        add("region.yml", "small_group: 20\n"),
        (YOUNG, "indicators/routes-share.html", *DATA),
        spares=(TEAMS, SCHOOLS, f"{PRACTICE}.html"),
    ),
    Change(
        "service contact of a territory that did not report",
        edit("reference/territories.yml", "000-00-07", "000-00-17"),
        (INDICATORS, "territories/severny-okrug.html"),
        spares=(TEAMS, "indicators/year-2025.html"),
    ),
    Change(
        "observation corrected",
        edit(FIGURES, ";130;612;", ";131;612;"),
        (DIAGNOSTICS, *DATA),
        spares=(TEAMS, YOUNG, ROADMAP_DONE, f"{PRACTICE}.html"),
    ),
    Change(
        "observation of another indicator corrected",
        edit(FIGURES, "(management-teams-share;ozersk);5;14;", r"\1;6;14;"),
        (TEAMS, OF_2025[1], INDICATORS, "indicators/year-2025.html", *DATA),
        spares=(DIAGNOSTICS, YOUNG, ROADMAP_DONE, SCHOOLS, "indicators/year-2024.html"),
    ),
    Change(
        "observation that stands in for the rows of a roadmap",
        edit(FIGURES, "(roadmap-completion;priozerye);4;20;", r"\1;5;20;"),
        (ROADMAP_DONE, f"{ROADMAP}.html", *DATA),
        spares=(TEAMS, "roadmaps/borovoy-nastavniki-2025-2027.html"),
    ),
    Change(
        "another roadmap of the same territory",
        edit("roadmaps/borovoy-nastavniki-2025-2027.yml", "^territory: .*?$", "territory: priozerye"),
        ("roadmaps/borovoy-nastavniki-2025-2027.html", ROADMAP_DONE, f"{ROADMAP}.html"),
    ),
    Change(
        "observation that has the rows below it moved",
        edit(FIGURES, "^(diagnostics-share;ozersk;130.*?\n)", r"\n\1"),
        (*OF_2025, *DATA),
        spares=(FR_PROGRAMS, DIAGNOSTICS, INDICATORS),
    ),
    Change(
        "observation of a wrong cell",
        edit(FIGURES, ";130;612;", ";сто;612;"),
        ("quality.html", DIAGNOSTICS, *DATA),
        spares=(TEAMS, YOUNG),
    ),
    Change("table of a year removed", remove(FIGURES), (DIAGNOSTICS, TEAMS, YOUNG, *DATA)),
    Change(
        "table of a year renamed",
        rename(FIGURES, "monitoring/2025-svod.csv"),
        (*OF_2025, *DATA),
    ),
    Change(
        "state of a program in the federal register",
        edit("programs/kurs-nastavnik-48.yml", "^  state: included$", "  state: excluded"),
        (FR_PROGRAMS, INDICATORS, PASSPORT, "programs/kurs-nastavnik-48.html", *DATA),
        spares=(TEAMS, YOUNG, ROADMAP_DONE),
    ),
    Change(
        "lines of a program moved",
        edit("programs/kurs-nastavnik-48.yml", "^title: ", "# Одной строкой больше.\ntitle: "),
        (FR_PROGRAMS, DATA[0]),
        spares=(TEAMS, INDICATORS, "programs/kurs-nastavnik-48.html"),
    ),
    Change(
        "day on which the programs of an organization are complete",
        edit(ORGANIZATIONS, "programs_complete_on: 2026-11-01", "programs_complete_on: 2026-12-01"),
        (FR_PROGRAMS, INDICATORS, *DATA),
        spares=(TEAMS,),
    ),
    Change(
        "measure done",
        edit(
            f"{ROADMAP}.yml",
            "^    state: unknown$",
            "    state: done\n    done_on: 2025-11-01\n    evidence: [{act: prikaz-minobr-412}]",
        ),
        (ROADMAP_DONE, INDICATORS, f"{ROADMAP}.html", *DATA),
        spares=(TEAMS, FR_PROGRAMS),
    ),
    Change(
        "act that approved figures",
        edit("reference/acts.yml", '^  number: "467"$', '  number: "468"'),
        (OF_2025[0], OF_2025[2], "acts/prikaz-minobr-467-2025.html", DATA[0]),
        spares=(FR_PROGRAMS,),
    ),
    Change(
        "new report",
        put(
            "reports/spravka-dlya-vseh.yml",
            "title: Справка для всех\nstatus: published\norganization: iro-priozerye\nkind: public-report\n"
            "period: {from: 2026-01-01, to: 2026-06-30}\nprepared_on: 2026-07-20\nthemes: [methodical-work]\n"
            "based_on: [spravka-2025-26]\ncontact: {who: отдел, phone: '+7 (000) 000-00-02'}\n",
        ),
        (CYCLE, EVIDENCE, "reports/index.html"),
        spares=(CYCLE_BEFORE, TEAMS),
    ),
    Change(
        "report withdrawn",
        edit("reports/spravka-2025-26.yml", "^status: published$", "status: draft"),
        (CYCLE, CYCLES, EVIDENCE, "indicators/monitoring-cycle.html"),
        spares=(CYCLE_BEFORE,),
    ),
    Change(
        "day on which a report was ready",
        edit("reports/spravka-2025-26.yml", "^prepared_on: .*?$", "prepared_on: 2026-06-23"),
        (CYCLE, EVIDENCE),
        spares=(CYCLES, CYCLE_BEFORE),
    ),
    Change(
        "conclusion of a report",
        edit("reports/spravka-2025-26.yml", "^conclusions:$", "conclusions:\n  - Ещё один вывод."),
        (CYCLE,),
        spares=(CYCLES, CYCLE_BEFORE, EVIDENCE),
    ),
    Change(
        "theme of a practice",
        edit(f"{PRACTICE}.yml", "^themes: .*?$", "themes: [mentoring]"),
        (EVIDENCE,),
        spares=(CYCLE, CYCLES),
    ),
    Change(
        "clause of a requirement",
        edit("reference/requirements.yml", "section: п. 6.3}", "section: п. 6.33}"),
        (CYCLE,),
        spares=(CYCLES, EVIDENCE),
    ),
    Change(
        "state of a measure of the year",
        edit(f"{ROADMAP}.yml", "^    state: in-progress$", "    state: planned"),
        (CYCLE,),
        spares=(CYCLE_BEFORE, EVIDENCE),
    ),
    Change("page size", add("region.yml", "page_size: 5\n"), ("acts/index.html", "acts/page-5.html")),
    Change(
        "site address",
        add("region.yml", "site_url: https://metodbank.example.org/\n"),
        ("sitemap.xml", "robots.txt", "404.html", "index.html", f"{PRACTICE}.html", EVIDENCE),
    ),
    Change(
        "who is responsible",
        edit("region.yml", "^responsible: .*?$", "responsible: дежурный методист"),
        ("index.html", f"{PRACTICE}.html", "practices/index.html", "404.html", "quality.html"),
    ),
    Change(
        "where the source is kept",
        edit("region.yml", "^source_host:.*?(?=^[a-z])|^source_host:.*\\Z", ""),
        (f"{PRACTICE}.html",),
    ),
    Change("prose page changed", add("content/about/index.md", "\n\nЕщё слово.\n"), ("about/index.html",)),
    Change(
        "prose page added",
        put("content/about/zachem.md", "# Зачем\n\n{{ metodbank: newest }}\n"),
        ("about/zachem.html", "about/index.html"),
    ),
    Change("prose page removed", remove("content/about/index.md"), ("about/index.html",)),
    Change(
        "picture beside prose",
        put("content/about/shkola.png", b"\x89PNG\r\n\x1a\n"),
        ("about/shkola.png",),
    ),
    Change("theme", add("mkdocs.yml", "  palette: {scheme: slate}\n"), ("index.html", f"{PRACTICE}.html")),
    Change(
        "another day",
        lambda root: None,
        (
            f"{ROADMAP}.html",
            "practices/oge-vchetverom.html",
            "practices/index.html",
            "events/index.html",
            INDICATORS,
            TEAMS,
            *DATA,
        ),
        as_of="2028-09-01",
    ),
    Change(
        "drafts shown",
        edit(f"{PRACTICE}.yml", "^status: published$", "status: draft"),
        (f"{PRACTICE}.html", "practices/index.html", "programs/kurs-nastavnik-48.html"),
        options=("--drafts",),
    ),
)


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> FollowedSite:
    """Return the demonstration base with its site."""
    folder = tmp_path_factory.mktemp("followed")
    return followed_site(folder, site_bases.copied(folder / "base"))


# Each row builds twice from nothing, so only every other one belongs to the quick suite.
ROWS = [
    pytest.param(change, id=change.name, marks=[pytest.mark.slow] if place % 2 else [])
    for place, change in enumerate(CHANGES)
]


@pytest.mark.parametrize("change", ROWS)
def test_site_follows_a_change_and_its_return(
    followed: FollowedSite, capsys: pytest.CaptureFixture[str], change: Change
) -> None:
    with followed.with_changes() as root:
        change.make(root)
        code = followed.build(*change.options, as_of=change.as_of)
        told = capsys.readouterr().err
        expected_code, expected = followed.built_from_nothing(*change.options, as_of=change.as_of)
        assert (code, told) == (expected_code, capsys.readouterr().err)
        assert unlike(followed.files, expected) == set()
        assert sorted(set(change.reaches) - followed.changed()) == []
        assert sorted(set(change.spares) & followed.changed()) == []
        assert followed.is_checked_as_from_nothing(change.as_of)
    assert followed.build() == 0
    assert followed.changed() == set()


@pytest.mark.parametrize(
    ("first", "then", "address", "text"),
    [
        (
            edit(ORGANIZATIONS, r"(^sad-ryabinka:.*?territory: )ozersk", r"\1net-takoy"),
            edit(ORGANIZATIONS, r"(^sad-ryabinka:.*?short_name: )", r"\1Новый "),
            "practices/dnevnik-adaptatsii-v-sadu.html",
            "Новый Детский сад «Рябинка»",
        ),
        (
            add("region.yml", "page_size: 5\n"),
            edit("practices/dnevnik-adaptatsii-v-sadu.yml", "^title: .*?$", "title: Яблоко на столе"),
            "practices/page-3.html",
            "Яблоко на столе",
        ),
        (
            edit(ORGANIZATIONS, r"(^sad-ryabinka:.*?territory: )ozersk", r"\1net-takoy"),
            rename("practices/dnevnik-adaptatsii-v-sadu.yml", "practices/sad/dnevnik-adaptatsii-v-sadu.yml"),
            "practices/dnevnik-adaptatsii-v-sadu.html",
            "Рябинка",
        ),
    ],
    ids=[
        "name of what is set aside",
        "title that moves from page to page",
        "record of what is set aside moves",
    ],
)
def test_change_after_a_change_is_followed(
    followed: FollowedSite,
    first: Callable[[Path], object],
    then: Callable[[Path], object],
    address: str,
    text: str,
) -> None:
    with followed.with_changes() as root:
        for change in (first, then):
            change(root)
            assert followed.build() == 0
            assert unlike(followed.files, followed.built_from_nothing()[1]) == set()
            assert followed.is_checked_as_from_nothing()
        assert text in followed.files[address].decode()
    assert followed.build() == 0
    assert followed.changed() == set()
