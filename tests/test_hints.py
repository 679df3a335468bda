"""What serves an indicator: found by the rules, of use on the day, the territory's own first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge_bases import FILES, REPOSITORY, add, change, problems_of, write
from metodbank.hints.helping import Helping, Service
from metodbank.hints.needs import Need, need_of
from metodbank.indicators.score import Assessment
from scored_bases import AS_OF, assessed, scoring_of, write_scored_base

RULE = """\
indicators: [young, teams]
about: Помогают наставники.
records:
  - {id: opyt, kind: practice, conditions: [{field: themes, is: [mentoring]}], why: Опыт наставников.}
  - {id: zamy, kind: practice, conditions: [{field: audience, is: [deputy]}], why: Опыт заместителей.}
  - {id: vstrechi, kind: event, conditions: [{field: themes, is: [mentoring]}], why: Встречи.}
measures:
  - {id: dela, conditions: [{field: system_measure, is: [seminar]}], why: Дела карты.}
"""
MEASURE = """\
  - id: "{id}"
    title: Дело {id}
    system_measure: seminar
    responsible: [iro]
    state: {state}
    term: {{raw: До срока, kind: deadline, to: {due}}}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a base with a rule for `young` and schools in two territories."""
    root = write_scored_base(tmp_path / "base")
    write(root, "reference/hints/svoyo.yml", RULE)
    add(
        root,
        "reference/organizations.yml",
        "severnaya:\n  name: Северная школа\n  short_name: Северная\n  kind: school\n  territory: sever\n",
    )
    return root


def practice(root: Path, name: str, *, organization: str = "shkola", fields: str = "") -> None:
    """Write a practice about mentoring; `fields` come after and may say its theme otherwise."""
    text = FILES["practices/primer.yml"].replace("organization: shkola", f"organization: {organization}")
    themes = "" if "themes:" in fields else "themes: [mentoring]\n"
    write(root, f"practices/{name}.yml", text + themes + fields)


def event(root: Path, name: str, starts: str, fields: str = "") -> None:
    text = FILES["events/vstrecha.yml"].replace("2026-12-09", starts)
    write(root, f"events/{name}.yml", text + "themes: [mentoring]\n" + fields)


def faults(root: Path, folder: str = "reference/hints/") -> list[tuple[str, str]]:
    """Return the codes and places of the problems in a folder."""
    return [(p.code, p.place) for p in problems_of(root) if p.file.startswith(folder)]


def service(root: Path, territory: str, indicator: str = "young") -> Service:
    return Helping(scoring_of(root)).serves(indicator, territory)


def found(root: Path, territory: str, indicator: str = "young") -> dict[str, list[str]]:
    """Return the ids that each group of a rule finds, in order."""
    return {
        reason.group: [record.id for record in reason.records] or [row.measure.id for row in reason.measures]
        for reason in service(root, territory, indicator).reasons
    }


def test_own_records_come_first_then_those_above_then_those_of_neighbours(root: Path) -> None:
    practice(root, "a-okrug", fields="updated: 2026-11-01\n")
    practice(root, "b-oblast", organization="iro", fields="updated: 2026-01-01\n")
    practice(root, "c-sever", organization="severnaya", fields="updated: 2025-12-01\n")
    practice(root, "d-sever", organization="severnaya", fields="updated: 2026-02-01\n")
    assert found(root, "sever") == {"opyt": ["d-sever", "c-sever", "b-oblast", "a-okrug"]}
    # Of the region everything is inside, so only how fresh it is matters beside its own.
    assert found(root, "region") == {"opyt": ["b-oblast", "a-okrug", "d-sever", "c-sever"]}


def test_what_is_not_published_or_has_run_out_does_not_help(root: Path) -> None:
    practice(root, "godna", fields="valid_until: 2026-11-22\n")
    practice(root, "istekla", fields="valid_until: 2026-11-21\n")
    practice(root, "o-drugom", fields="themes: [lesson]\n")
    practice(root, "chernovik")
    change(root, "practices/chernovik.yml", "status: published", "status: draft")
    practice(root, "arhiv")
    change(root, "practices/arhiv.yml", "status: published", "status: archived")
    event(root, "segodnya", "2026-11-22")
    event(root, "vchera", "2026-11-21")
    event(root, "vesnoy", "2027-03-01")
    event(root, "otmenena", "2026-12-01", "state: cancelled\n")
    assert found(root, "okrug") == {"opyt": ["godna"], "vstrechi": ["segodnya", "vesnoy"]}


@pytest.mark.parametrize(
    ("file", "kind", "fields", "helps"),
    [
        ("internships/ploshchadka.yml", "internship", "state: suspended\n", False),
        ("internships/ploshchadka.yml", "internship", "valid_until: 2026-11-22\n", True),
        ("programs/kurs.yml", "program", "active: {from: 2025-01-01, to: 2026-11-21}\n", False),
        ("programs/kurs.yml", "program", "active: {from: 2025-01-01, to: 2026-11-22}\n", True),
        ("associations/obedinenie.yml", "association", "closed: {date: 2026-11-22}\n", False),
        ("associations/obedinenie.yml", "association", "closed: {date: 2026-11-23}\n", True),
        ("associations/obedinenie.yml", "association", "", True),
    ],
)
def test_site_course_or_association_helps_while_it_works(
    root: Path, file: str, kind: str, fields: str, helps: bool
) -> None:
    add(root, file, fields)
    text = f"indicators: [young]\nabout: Проба.\nrecords:\n  - {{id: vse, kind: {kind}, why: Все.}}\n"
    write(root, "reference/hints/svoyo.yml", text)
    assert bool(found(root, "okrug")) is helps


def test_record_that_two_groups_find_stands_under_the_first_reason(root: Path) -> None:
    practice(root, "oba", fields="")
    change(root, "practices/oba.yml", "audience: [teacher]", "audience: [deputy]")
    practice(root, "zam", fields="themes: [lesson]\n")
    change(root, "practices/zam.yml", "audience: [teacher]", "audience: [deputy]")
    assert found(root, "okrug") == {"opyt": ["oba"], "zamy": ["zam"]}


def test_condition_on_any_field_is_held_against_the_record(root: Path) -> None:
    for name, minutes in (("bystro", 10), ("dolgo", 60)):
        practice(root, name, fields=f"lesson_minutes: {minutes}\n")
    text = RULE.replace(
        "[{field: themes, is: [mentoring]}], why: Опыт н",
        "[{field: themes, is: [mentoring]}, {field: lesson_minutes, at_most: 20}], why: Опыт н",
    )
    write(root, "reference/hints/svoyo.yml", text)
    assert found(root, "okrug") == {"opyt": ["bystro"]}


def test_rows_that_are_not_over_help_those_due_first_in_front(root: Path) -> None:
    add_rows(root, ("done", "2026-09-01"), ("planned", "2027-05-01"), ("unknown", "2026-10-01"))
    # Rows 1 and 2 are of the map's own text; «1» names no system measure.
    assert found(root, "okrug") == {"dela": ["r3", "r2"]}
    assert found(root, "region") == {"dela": ["r3", "r2"]}


def test_indicator_of_the_roadmap_is_moved_by_the_rows_of_its_own_territory_alone(root: Path) -> None:
    add_rows(root, ("planned", "2027-05-01"))
    text = "indicators: [roadmap-completion]\nabout: Дела.\nmeasures:\n  - {id: dela, why: Дела.}\n"
    write(root, "reference/hints/svoyo.yml", text)
    write(root, "reference/hints/roadmap-completion.yml", "dropped: [unknown, open]\n")
    assert found(root, "region", "roadmap-completion") == {"dela": ["1", "r1"]}
    assert found(root, "okrug", "roadmap-completion") == {}


def test_rows_of_a_roadmap_that_is_over_are_counted_still_but_help_nothing_else(root: Path) -> None:
    add_rows(root, ("unknown", "2026-10-01"))
    change(root, "roadmaps/karta.yml", "to: 2027-08-31", "to: 2026-10-31")
    assert found(root, "region") == {}
    assert found(root, "region", "roadmap-completion") == {"unknown": ["r1", "1"]}


def add_rows(root: Path, *rows: tuple[str, str]) -> None:
    """Add rows r1, r2, … of a system measure with a state and a last day."""
    text = "".join(
        MEASURE.format(id=f"r{number}", state=state, due=due)
        + ("    done_on: 2026-08-01\n    evidence: [{act: prikaz}]\n" if state == "done" else "")
        for number, (state, due) in enumerate(rows, start=1)
    )
    change(root, "roadmaps/karta.yml", "organization: iro\n", "")
    add(root, "roadmaps/karta.yml", text + "organization: iro\n")
    assert faults(root, "roadmaps/") == []


def test_region_replaces_drops_and_adds_groups_of_a_standard_rule(root: Path) -> None:
    text = """\
dropped: [first-years, sites, courses, communities]
records:
  - {id: mentors, kind: practice, conditions: [{field: kind, is: [managerial]}], why: Своё.}
  - {id: nashe, kind: practice, conditions: [{field: themes, is: [mentoring]}], why: Наше.}
"""
    write(root, "reference/hints/young-teachers-support-share.yml", text)
    assert faults(root) == []
    [rule] = service(root, "okrug", "young-teachers-support-share").rules
    assert [group.id for group in rule.definition.groups] == ["mentors", "events", "nashe"]
    assert rule.changed == ("dropped", "records.mentors", "records.nashe")
    practice(root, "hod")
    assert found(root, "okrug", "young-teachers-support-share") == {"nashe": ["hod"]}


def test_rule_with_an_error_leaves_the_standard_one(root: Path) -> None:
    practice(root, "hod")
    file = "reference/hints/young-teachers-support-share.yml"
    write(root, file, "dropped: [mentors]\nlishnee: 1\n")
    assert faults(root) == [("MB102", f"{file}:2:1")]
    assert found(root, "okrug", "young-teachers-support-share") == {"mentors": ["hod"]}


SLIPS = (
    ("practice, conditions: [{field: themes", "practice, conditions: [{field: temy", "MB955", "temy"),
    ("kind: event", "kind: sobytie", "MB204", "sobytie"),
    ("is: [deputy]", "is: [deputi]", "MB204", "deputi"),
    ("is: [deputy]", "at_least: 3", "MB956", "at_least"),
    ("is: [seminar]", "is: [seminarr]", "MB202", "seminarr"),
    ("field: system_measure", "field: subjects", "MB955", "subjects"),
    ("indicators: [young, ", "indicators: [yuong, ", "MB970", "yuong"),
    ("why: Дела карты.", "whi: Дела карты.", "MB102", "whi"),
    ("id: zamy", "id: opyt", "MB971", "opyt, kind: practice, conditions: [{field: audience"),
    ("about: Помогают", "dropped: [mentors]\nabout: Помогают", "MB972", "mentors"),
)


@pytest.mark.parametrize(("old", "new", "code", "at"), SLIPS, ids=[slip[1] for slip in SLIPS])
def test_slip_in_a_rule_is_told_where_it_stands(root: Path, old: str, new: str, code: str, at: str) -> None:
    text = RULE.replace(old, new, 1)
    before, _, after = text.partition(at)
    assert after
    assert at not in after
    write(root, "reference/hints/svoyo.yml", text)
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    assert (code, f"reference/hints/svoyo.yml:{line}:{column}") in faults(root)
    practice(root, "hod")
    assert found(root, "okrug") == {}


def test_new_rule_under_nearly_the_name_of_a_standard_one_is_told(root: Path) -> None:
    write(root, "reference/hints/young-teacher-support-share.yml", "dropped: [mentors]\n")
    assert faults(root) == [("MB954", "reference/hints/young-teacher-support-share.yml:1:1")]


def test_recommendations_are_those_addressed_to_the_territory(root: Path) -> None:
    def report(name: str, fields: str, prepared: str = "2026-06-01") -> None:
        text = FILES["reports/otchet.yml"].replace("analytical-note", "recommendations")
        write(root, f"reports/{name}.yml", f"{text}prepared_on: {prepared}\n{fields}")

    report("vsem", "", "2026-05-01")
    report("severu", "territories: [sever]\n")
    report(
        "shkole",
        "territories: [yug]\nrecommendations:\n  - {text: Найти наставника., addressees: [severnaya]}\n",
        "2026-07-01",
    )
    helping = Helping(scoring_of(root))
    told = {
        place: [report.id for report in helping.recommendations(place)]
        for place in ("sever", "yug", "okrug", "region")
    }
    assert told == {
        "sever": ["shkole", "severu", "vsem"],
        "yug": ["shkole", "vsem"],
        "okrug": ["vsem"],
        "region": ["shkole", "severu", "vsem"],
    }


def assessment(tmp_path: Path, rows: str, statement: str, as_of: date, year: int = 2025) -> Assessment:
    root = write_scored_base(tmp_path / "base", **{f"y{year}": rows})
    return assessed(scoring_of(root, as_of), statement, "okrug", year)


@pytest.mark.parametrize(
    ("rows", "statement", "as_of", "need"),
    [
        ("young;okrug;3;20", "s-young", date(2025, 12, 31), Need.SHORT),
        ("young;okrug;6;20", "s-young", date(2025, 12, 31), None),
        ("young;okrug;3;20", "s-young", date(2025, 12, 30), Need.NEAR),
        ("young;okrug;6;20", "s-young", date(2025, 12, 30), None),
        ("teams;sever;6;20", "s-young", date(2025, 12, 31), Need.NO_DATA),
        ("teams;sever;6;20", "s-young", date(2025, 11, 1), Need.NO_DATA),
        ("young;okrug;3;20", "s-bare", date(2025, 12, 31), None),
        ("young;okrug;3;20", "s-later", date(2025, 11, 1), None),
        ("young;okrug;3;20", "s-map", date(2025, 12, 31), Need.NOT_COMPUTABLE),
    ],
)
def test_indicator_needs_help_where_its_target_is_not_answered(
    tmp_path: Path, rows: str, statement: str, as_of: date, need: Need | None
) -> None:
    dated = f"{rows};;2025-06-01"
    assert need_of([assessment(tmp_path, dated, statement, as_of)]) is need


def test_gravest_need_of_several_statements_is_told(tmp_path: Path) -> None:
    short = assessment(tmp_path, "young;okrug;3;20;;2025-06-01", "s-young", AS_OF)
    silent = replace(short, state=type(short.state).NO_DATA)
    assert need_of([silent, short]) is Need.SHORT
    assert need_of([]) is None


STANDARD = sorted((REPOSITORY / "generator/metodbank/standard/hints").glob("*.yml"))


def test_every_standard_indicator_has_a_standard_rule_of_its_name() -> None:
    indicators = sorted((REPOSITORY / "generator/metodbank/standard/indicators").glob("*.yml"))
    assert [path.name for path in STANDARD] == [path.name for path in indicators]
    assert len(STANDARD) == 13
    for path in STANDARD:
        assert path.read_text("utf-8").startswith(f"indicators: [{path.stem}]\n")


def test_standard_rules_are_as_right_as_those_of_a_region_must_be(root: Path) -> None:
    for path in STANDARD:
        write(root, f"reference/hints/proba-{path.name}", path.read_text("utf-8"))
    assert faults(root) == []
    assert len(scoring_of(root).base.hints) == 2 * 13 + 1
