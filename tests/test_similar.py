"""«Похожие записи»: what a page offers, why, in what order, and what a change of another record reaches."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

import site_bases
from followed_sites import FollowedSite, followed_site, unlike
from metodbank.similar.neighbours import NEAREST, REACH
from naive_similar import similar_to
from similar_bases import offered, practice, random_records, told
from site_tree import Site

TASKS, FEAR, LAB, WISH = "word-problems", "maths-fear", "no-laboratory", "motivation"
MATHS: dict[str, Any] = {"subjects": ["mathematics"]}
RECORDS: dict[str, dict[str, Any]] = {
    "practices/drobi.yml": practice(
        "Дробь на рисунке",
        TASKS,
        FEAR,
        **MATHS,
        grades={"from": 5, "to": 6},
        summary="Полоска бумаги вместо правила.",
        related=["svyazana"],
        created="2026-05-05",
    ),
    "practices/poloski.yml": practice(
        "Рисунок к задаче",
        TASKS,
        **MATHS,
        grades={"from": 4, "to": 6},
        summary="Ребёнок складывает дробь из полосок.",
    ),
    "practices/poezda.yml": practice("Два поезда", TASKS, **MATHS, grades={"from": 7, "to": 7}),
    "practices/schet.yml": practice("Спокойный счёт", FEAR, **MATHS, grades={"from": 5, "to": 5}),
    "practices/zapis.yml": practice("Таблица у доски", TASKS, subjects=["physics"]),
    "practices/pyatyy.yml": practice("Пустая тетрадь", TASKS, education_levels=["secondary"]),
    "practices/pirog.yml": practice(
        "Дробь и пирог: рисунок", WISH, **MATHS, summary="Каждый режет пирог на полоски."
    ),
    "practices/svyazana.yml": practice("Дробь на рисунке ещё раз", TASKS, FEAR, **MATHS),
    "practices/chernovik.yml": practice("Дробь на рисунке: черновик", TASKS, FEAR, **MATHS, status="draft"),
    "practices/arhiv.yml": practice("Дробь на рисунке: архив", TASKS, FEAR, **MATHS, status="archived"),
    "practices/istekla.yml": practice(
        "Дробь на рисунке: была", TASKS, FEAR, **MATHS, valid_until="2026-11-21"
    ),
    "practices/sosed.yml": practice("Что-то совсем иное", LAB, subjects=["chemistry"]),
    "programs/kurs-matematika.yml": site_bases.PROGRAM
    | {"title": "Задачи на уроке", "difficulties": [TASKS], "subjects": ["mathematics"]},
    "programs/kurs-fizika.yml": site_bases.PROGRAM
    | {"title": "Приборы", "difficulties": [TASKS], "subjects": ["physics"]},
    "internships/zakryta.yml": site_bases.INTERNSHIP | {"difficulties": [TASKS], "state": "suspended"},
    "associations/detskiy-sad.yml": site_bases.ASSOCIATION
    | {"difficulties": [TASKS], "education_levels": ["preschool"]},
    "events/budet.yml": site_bases.REGISTER_RECORD
    | {"title": "Мастерская", "kind": "seminar", "starts": "2026-11-22", "difficulties": [FEAR]},
    "events/proshlo.yml": site_bases.REGISTER_RECORD
    | {"title": "Вчерашнее", "kind": "seminar", "starts": "2026-11-21", "difficulties": [FEAR]},
}
TASKS_SAID = "«Ученики теряются в текстовых задачах»"
WORDS = "похожие слова: дробь, рисунок, полоска"
FEAR_SAID = "«Дети боятся математики»"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of the records above."""
    folder = tmp_path_factory.mktemp("similar")
    site_bases.written(folder / "base", RECORDS)
    assert site_bases.build(folder / "base", folder / "site") == 0
    return Site(folder / "site")


def test_page_offers_the_likest_first_with_reasons(site: Site) -> None:
    # Of four points of its own register a fifth is left out; of each other register there is one.
    assert told(site, "practices/drobi.html") == [
        ("Рисунок к задаче", f"То же затруднение: {TASKS_SAID}; тот же предмет; те же классы; {WORDS}"),
        ("Два поезда", f"То же затруднение: {TASKS_SAID}; тот же предмет; соседние классы"),
        ("Спокойный счёт", f"То же затруднение: {FEAR_SAID}; тот же предмет; тот же 5 класс"),
        ("Таблица у доски", f"То же затруднение: {TASKS_SAID}"),
        ("Курс: Задачи на уроке", f"То же затруднение: {TASKS_SAID}; тот же предмет"),
        ("Событие: Мастерская", f"То же затруднение: {FEAR_SAID}"),
    ]  # fmt: skip


def test_reasons_are_told_from_the_side_of_the_page(site: Site) -> None:
    # This one has a single difficulty and subject: nobody need be told which.
    assert told(site, "practices/poloski.html")[0] == (
        "Дробь на рисунке",
        "То же затруднение; тот же предмет; те же классы: 5–6; похожие слова: рисунок, дробь, полоска",
    )


def test_common_words_of_one_subject_suffice_without_a_difficulty(site: Site) -> None:
    # All three are equally like it: the newest stands first. «Спокойный счёт» has the subject alone.
    assert told(site, "practices/pirog.html") == [
        ("Дробь на рисунке", f"Тот же предмет; {WORDS}"),
        ("Рисунок к задаче", f"Тот же предмет; {WORDS}"),
        ("Дробь на рисунке ещё раз", "Тот же предмет; похожие слова: дробь, рисунок"),
    ]


def test_other_registers_offer_only_what_the_same_reader_can_use(site: Site) -> None:
    # The course of physics and the association of kindergartens share the difficulty of a lesson of maths.
    from_practices = {each for path in RECORDS if path[:9] == "practices" for each in offered_by(site, path)}
    assert {"kurs-matematika", "kurs-fizika"} <= from_practices
    assert "kurs-fizika" not in offered(site, "practices/poloski.html")
    assert "kurs-fizika" in offered(site, "practices/zapis.html")
    assert "detskiy-sad" not in from_practices


def test_the_same_organization_alone_is_no_reason(site: Site) -> None:
    assert told(site, "practices/sosed.html") == []
    assert "Похожие записи" not in site.page("practices/sosed.html").root.text


def test_what_is_kept_off_lists_is_offered_nowhere_and_told_of_what_is_not(site: Site) -> None:
    everything = {
        each for address in site.files if address.endswith(".html") for each in offered(site, address)
    }
    assert {"drobi", "budet", "kurs-fizika"} <= everything
    assert everything & {"chernovik", "arhiv", "istekla", "zakryta", "proshlo"} == set()
    assert offered(site, "practices/arhiv.html")[:2] == ["drobi", "svyazana"]
    assert offered(site, "practices/istekla.html")[:2] == ["drobi", "svyazana"]


def test_what_a_page_names_already_is_not_told_twice(site: Site) -> None:
    assert "svyazana" not in offered(site, "practices/drobi.html")
    assert "drobi" not in offered(site, "practices/svyazana.html")


@pytest.mark.parametrize("seed", range(3))
def test_small_bases_are_compared_pair_by_pair(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 (a test repeats the same records)
    records = random_records(30, chance, (TASKS, FEAR, LAB, WISH, "homework", "class-set"))
    assert most_in_a_line(records) <= 2 * NEAREST + 1
    site_bases.written(tmp_path / "base", records)
    assert site_bases.build(tmp_path / "base", tmp_path / "site") == 0
    site = Site(tmp_path / "site")
    found = {path: offered(site, page_of(path)) for path in records if page_of(path) in site.files}
    assert len(found) > 20
    assert sum(map(len, found.values())) > 40
    assert found == {path: similar_to(records, path) for path in found}


def offered_by(site: Site, path: str) -> list[str]:
    return offered(site, page_of(path)) if page_of(path) in site.files else []


def page_of(path: str) -> str:
    return path.replace(".yml", ".html")


def most_in_a_line(records: dict[str, dict[str, Any]]) -> int:
    """Return how often at most records of one kind stand together by a difficulty or a subject."""
    found: dict[tuple[str, str], int] = {}
    for path, fields in records.items():
        subjects = [each for each in fields["subjects"] if each != "any-subject"]
        for shared in fields["difficulties"]:
            key = path.partition("/")[0], shared
            found[key] = found.get(key, 0) + max(1, len(subjects))
        for shared in subjects:
            key = path.partition("/")[0], shared
            found[key] = found.get(key, 0) + 1
    return max(found.values())


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> FollowedSite:
    """Return a base of many records for two difficulties, with its site."""
    folder = tmp_path_factory.mktemp("crowded")
    records = random_records(70, Random(7), (TASKS, FEAR))  # noqa: S311 (a test repeats the same records)
    records["practices/drugaya.yml"] = practice("Ящик с посудой", LAB, subjects=["chemistry"])
    assert most_in_a_line(records) > 2 * REACH
    return followed_site(folder, site_bases.written(folder / "base", records))


def test_change_reaches_few_pages_and_remakes_no_other(crowded: FollowedSite) -> None:
    with crowded.with_changes() as root:
        before = {path: (crowded.out / path).stat().st_mtime_ns for path in crowded.files}
        change(root, "practices/drugaya.yml", "summary", "Весы, полка, магнит.")
        assert crowded.build() == 0
        made = {path for path in crowded.files if (crowded.out / path).stat().st_mtime_ns != before[path]}
        records = {path for path in made if path.startswith(("practices/pra-", "programs/pro-"))}
        assert "practices/drugaya.html" in made
        assert records == set()
    assert crowded.build() == 0


def test_crowded_pages_follow_changes_as_built_from_nothing(crowded: FollowedSite) -> None:
    chance = Random(3)  # noqa: S311 (a test repeats the same changes)
    with crowded.with_changes() as root:
        paths = sorted(path.relative_to(root).as_posix() for path in (root / "practices").glob("pra-*"))
        for path, field, value in (
            (paths[3], "title", "Лодка и фонарь"),
            (paths[9], "difficulties", [FEAR]),
            (paths[12], "grades", {"from": 1, "to": 2}),
            (paths[20], "status", "draft"),
            (paths[21], "valid_until", "2026-01-01"),
            (chance.choice(paths), "created", "2026-11-20"),
        ):
            before = crowded.files
            change(root, path, field, value)
            assert crowded.build() == 0
            assert unlike(crowded.files, crowded.built_from_nothing()[1]) == set()
            touched = {a for a in unlike(before, crowded.files) if a.startswith("practices/pra-")}
            assert len(touched) < len(paths)
    assert crowded.build() == 0
    assert crowded.changed() == set()


def change(root: Path, path: str, field: str, value: Any) -> None:
    """Write another value of a field into the file of a record."""
    fields = yaml.safe_load((root / path).read_text("utf-8"))
    site_bases.put(root, path, fields | {field: value})


def test_lists_do_not_depend_on_the_order_of_files_or_the_number_of_processes(
    crowded: FollowedSite, tmp_path: Path
) -> None:
    for path in sorted((crowded.root / "practices").glob("*.yml"), reverse=True):
        site_bases.put(tmp_path, f"base/practices/{'ab'[len(path.name) % 2]}/{path.name}", path.read_bytes())
    for path in crowded.root.rglob("*"):
        relative = path.relative_to(crowded.root).as_posix()
        if path.is_file() and not relative.startswith("practices/"):
            site_bases.put(tmp_path, f"base/{relative}", path.read_bytes())
    assert site_bases.build(tmp_path / "base", tmp_path / "site") == 0
    site, again = Site(crowded.out), Site(tmp_path / "site")
    pages = [address for address in site.files if address.startswith("practices/pra-")]
    assert len(pages) > 20
    assert [offered(site, page) for page in pages] == [offered(again, page) for page in pages]
