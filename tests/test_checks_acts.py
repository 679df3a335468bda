"""Rules about acts and circles of references: twins, what rests on a gone act, what leads to itself."""

from __future__ import annotations

from pathlib import Path

import pytest

import knowledge_bases
from knowledge_bases import add, change
from metodbank.problems import Problem

ACTS = "reference/acts.yml"
SITE = "internships/ploshchadka.yml"
LATER = "novyi: {kind: order, number: '9', date: 2026-01-15, issuer: Пробное министерство, title: О новом, "


def problems_of(root: Path) -> list[Problem]:
    """Return what the rules of acts and of circles say."""
    codes = {"MB219", "MB405", "MB406", "MB407"}
    return [problem for problem in knowledge_bases.problems_of(root) if problem.code in codes]


@pytest.mark.parametrize(
    ("second", "is_same"),
    [
        ("kind: order, number: 12-О, date: 2025-01-10, issuer: Проба", True),
        ("kind: order, number: '№ 12 - о', date: 2025-01-10, issuer: ' проба '", True),
        ("kind: letter, number: 12-О, date: 2025-01-10, issuer: Проба", False),
        ("kind: order, number: 12, date: 2025-01-10, issuer: Проба", False),
        ("kind: order, number: 12-О, date: 2025-01-11, issuer: Проба", False),
        ("kind: order, number: 12-О, date: 2025-01-10, issuer: Другая", False),
        ("kind: order, number: 12-О, date: 2025-01-10", False),
        ("kind: order, number: 12-О, issuer: Проба", False),
        ("kind: order, date: 2025-01-10, issuer: Проба", False),
    ],
)
def test_act_is_the_same_by_kind_number_date_and_issuer(root: Path, second: str, is_same: bool) -> None:
    add(
        root,
        ACTS,
        "a: {kind: order, number: 12-О, date: 2025-01-10, issuer: Проба, title: А, state: unknown}\n",
    )
    add(root, ACTS, f"b: {{{second}, title: Б, state: unknown}}\n")
    assert [(p.code, p.is_error, p.line) for p in problems_of(root)] == (
        [("MB405", True, 9)] if is_same else []
    )


def test_acts_of_which_nothing_is_known_are_not_the_same(root: Path) -> None:
    for name in ("a", "b", "c"):
        add(root, ACTS, f"{name}: {{kind: agreement, title: Трёхстороннее соглашение, state: unknown}}\n")
    assert problems_of(root) == []


@pytest.mark.parametrize(
    ("state", "is_gone"),
    [("in-force", False), ("amended", False), ("unknown", False), ("draft", False), ("succeeded", True),
     ("repealed", True)],
)  # fmt: skip
def test_what_rests_on_an_act_is_warned_when_it_is_gone(root: Path, state: str, is_gone: bool) -> None:
    change(root, ACTS, "state: in-force", f"state: {state}")
    add(root, "region.yml", "basis_act: prikaz\n")
    found = {p.file for p in problems_of(root) if p.code == "MB406"}
    assert found == ({"region.yml", SITE, "reports/otchet.yml", "roadmaps/karta.yml"} if is_gone else set())
    assert not any(problem.is_error for problem in problems_of(root))


def test_successor_of_a_gone_act_is_named(root: Path) -> None:
    change(root, ACTS, "state: in-force", "state: repealed\n  superseded_by: novyi")
    add(root, ACTS, LATER + "state: in-force, url: 'https://example.org/novyi'}\n")
    assert {p.suggestion for p in problems_of(root) if p.code == "MB406"} == {"novyi"}


def test_gone_act_may_be_mentioned(root: Path) -> None:
    add(
        root, ACTS, "staryi: {kind: order, number: '1', date: 2020-01-15, title: О старом, state: repealed}\n"
    )
    change(root, ACTS, "state: in-force", "state: in-force\n  based_on: [staryi]\n  amends: [staryi]")
    change(root, "reference/glossary.yml", "- act: prikaz", "- act: staryi")
    add(root, SITE, "sources: [{act: staryi}]\ntermination: {act: staryi, date: 2026-09-02}\n")
    change(
        root,
        "roadmaps/karta.yml",
        "    responsible: [iro]\n",
        "    responsible: [iro]\n    result_acts: [staryi]\n    evidence: [{act: staryi}]\n",
    )
    assert problems_of(root) == []


def test_archived_record_may_rest_on_a_gone_act(root: Path) -> None:
    change(root, ACTS, "state: in-force", "state: repealed")
    change(root, SITE, "status: published", "status: archived")
    assert SITE not in {p.file for p in problems_of(root) if p.code == "MB406"}


def test_act_that_nobody_can_read_is_told_once_and_only_where_something_rests_on_it(root: Path) -> None:
    add(root, ACTS, LATER + "state: in-force}\n")
    assert problems_of(root) == []
    change(root, ACTS, "  url: https://example.org/prikaz\n", "")
    [problem] = problems_of(root)
    assert (problem.code, problem.file, problem.is_error) == ("MB407", ACTS, False)
    assert SITE in problem.message


@pytest.mark.parametrize(
    ("file", "items", "expected"),
    [
        (ACTS, "a: {superseded_by: a}", ["a"]),
        (ACTS, "a: {superseded_by: b} b: {superseded_by: a}", ["a", "b"]),
        (ACTS, "a: {superseded_by: b} b: {amends: [a], based_on: [a]}", []),
        (ACTS, "a: {amends: [prikaz, b]} b: {amends: [a]}", ["a", "b"]),
        (ACTS, "a: {based_on: [b]} b: {based_on: [c]} c: {based_on: [b]}", ["b", "c"]),
        (ACTS, "a: {based_on: [b, c]} b: {based_on: [c]} c: {based_on: [prikaz]}", []),
        (
            ACTS,
            "a: {amends: [b]} b: {amends: [a, m]} m: {amends: [c]} c: {amends: [d]} d: {amends: [c]}",
            ["a", "b", "c", "d"],
        ),
        ("reference/actors.yml", "a: {part_of: b} b: {part_of: a}", ["a", "b"]),
        ("reference/organizations.yml", "a: {parent: b} b: {parent: c} c: {parent: b}", ["b", "c"]),
        ("reference/territories.yml", "a: {parent: a}", ["a"]),
        ("reference/glossary.yml", "a: {see_also: [b]} b: {see_also: [a]}", []),
    ],
)
def test_records_that_lead_to_themselves_are_told_and_no_others(
    root: Path, file: str, items: str, expected: list[str]
) -> None:
    source = "{{act: prikaz, section: п. 1"
    needed = {
        ACTS: "kind: order, number: '{0}', date: 2025-01-10, title: О пробе, state: unknown",
        "reference/actors.yml": f"title: Круг {{0}}, level: regional, sources: [{source}}}}}]",
        "reference/organizations.yml": "name: '{0}', short_name: '{0}', kind: school, territory: okrug",
        "reference/territories.yml": "name: '{0}', kind: municipal-okrug",
        "reference/glossary.yml": f"title: термин {{0}}, definitions: [{source}, text: Проба.}}}}]",
    }[file]
    first = len((root / file).read_text("utf-8").splitlines()) + 1
    names = []
    for item in items.replace("} ", "}\n").splitlines():
        name, _, fields = item.partition(": ")
        names.append(name)
        add(root, file, f"{name}: {{{needed.format(name)}, {fields[1:]}\n")
    found = [p for p in problems_of(root) if p.code == "MB219"]
    assert [names[p.line - first] for p in found] == expected


def test_reports_that_rest_on_each_other_are_told(root: Path) -> None:
    text = (root / "reports/otchet.yml").read_text("utf-8")
    (root / "reports/vtoroi.yml").write_text(text + "based_on: [otchet]\n", "utf-8")
    assert problems_of(root) == []
    add(root, "reports/otchet.yml", "based_on: [vtoroi]\n")
    assert [(p.code, p.file, p.value) for p in problems_of(root)] == [
        ("MB219", "reports/otchet.yml", "vtoroi"),
        ("MB219", "reports/vtoroi.yml", "otchet"),
    ]


def test_circle_of_many_acts_is_found_in_time_that_grows_with_them(root: Path) -> None:
    count = 4000
    fields = "kind: letter, title: О пробе, state: unknown"
    lines = [f"a{n}: {{{fields}, number: '{n}', based_on: [a{(n + 1) % count}]}}" for n in range(count)]
    add(root, ACTS, "\n".join(lines))
    assert [problem.code for problem in problems_of(root)] == ["MB219"] * count
