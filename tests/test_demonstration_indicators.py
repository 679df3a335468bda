"""The figures of the demonstration base are uneven as real ones are, and agree with its reports."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction
from functools import cache

import pytest

from knowledge_bases import REPOSITORY, base_of
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.observation import Observation

EXAMPLES = {
    "federal": ("concept-2020", "r-76-retelling"),
    "lipetsk": ("lipetsk-2021",),
    "megion": ("megion-2021",),
    "muya": ("muya-2023",),
}
OWN = "priozerye-2025-2027"
DISTRICTS = ("ozersk", "zarechny-okrug", "severny-okrug", "borovoy-okrug")
SPRING, AUTUMN = date(2026, 5, 31), date(2026, 11, 10)
YOUNG = "young-teachers-support-share"
# Of the report monitoring-2025-26: the same numbers stand in its table and in pokazateli.csv.
REPORTED = {
    "diagnostics-share": ((214, 620), (71, 208), (22, 94), (83, 258), (390, 1180)),
    "routes-share": ((79, 128), (30, 41), (6, 17), (22, 50), (137, 236)),
    YOUNG: ((52, 58), (15, 17), (11, 12), (29, 49), (107, 136)),
    "schools-at-sites": ((9, 14), (7, 11), (3, 8), (2, 13), (21, 46)),
}
# Of the report otsenka-mer-2025-26.
REPORTED_LATER = {
    (YOUNG, "borovoy-okrug"): (43, 52),
    ("routes-share", "severny-okrug"): (11, 17),
    ("routes-share", "borovoy-okrug"): (31, 50),
    ("schools-at-sites", "borovoy-okrug"): (3, 13),
}


@cache
def base_at(folder: str) -> KnowledgeBase:
    """Return a base of the repository: nothing here changes it."""
    return base_of(REPOSITORY / folder)


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    """Return the demonstration base itself."""
    return base_at(".")


@pytest.fixture(scope="module")
def figures(base: KnowledgeBase) -> list[Observation]:
    """Return every figure of its monitoring."""
    return [each for rows in base.observations.values() for each in rows]


def parts(
    figures: list[Observation], indicator: str, as_of: date
) -> dict[str, tuple[int | None, int | None]]:
    return {
        each.territory: (each.numerator, each.denominator)
        for each in figures
        if (each.indicator, each.as_of) == (indicator, as_of)
    }


def test_there_are_four_years_and_all_territories(figures: list[Observation]) -> None:
    reporting: dict[int, set[str]] = {}
    for each in figures:
        reporting.setdefault(each.year, set()).add(each.territory)
    assert reporting == {
        2023: {*DISTRICTS, "priozerye"} - {"severny-okrug"},
        2024: {*DISTRICTS, "priozerye"},
        2025: {*DISTRICTS, "priozerye"},
        2026: {*DISTRICTS, "priozerye"},
    }


def test_every_figure_says_that_it_is_invented_and_whence_it_is(figures: list[Observation]) -> None:
    assert len(figures) > 70
    assert all(each.note.startswith("Числа вымышлены") and each.source for each in figures)


@pytest.mark.parametrize("indicator", REPORTED)
def test_figures_of_spring_are_those_of_the_report(figures: list[Observation], indicator: str) -> None:
    *districts, whole = REPORTED[indicator]
    found = parts(figures, indicator, SPRING)
    assert found == dict(zip(DISTRICTS, districts, strict=True))
    for place in (0, 1):
        assert sum(pair[place] or 0 for pair in found.values()) == whole[place]


def test_figures_of_autumn_are_those_of_the_assessment(figures: list[Observation]) -> None:
    later = [each for each in figures if each.as_of == AUTUMN]
    assert {(e.indicator, e.territory): (e.numerator, e.denominator) for e in later} == REPORTED_LATER
    assert all(each.is_preliminary for each in later)


def test_shares_are_possible_and_each_step_is_of_the_former(figures: list[Observation]) -> None:
    standing: dict[tuple[str, str, int], Observation] = {}
    for each in sorted(figures, key=lambda figure: figure.as_of):
        standing[each.key] = each
        if each.has_parts and each.indicator != "teachers-per-methodist":
            assert 0 <= (each.numerator or 0) <= (each.denominator or 0), each
    compared = 0
    for (indicator, territory, year), each in standing.items():
        diagnosed = standing.get(("diagnostics-share", territory, year))
        if diagnosed is None or indicator not in {"routes-share", "fr-trained-share"}:
            continue
        compared += 1
        assert (each.numerator or 0) <= (diagnosed.numerator or 0), each
    assert compared == 8 + 14


def test_one_figure_was_corrected(figures: list[Observation]) -> None:
    rows = [e for e in figures if e.key == ("diagnostics-share", "zarechny-okrug", 2025)]
    assert [(e.numerator, e.denominator, e.as_of, e.state) for e in rows] == [
        (41, 206, date(2025, 5, 31), "preliminary"),
        (38, 206, date(2025, 9, 10), "approved"),
    ]


def test_one_group_is_small_and_one_figure_has_no_parts(figures: list[Observation]) -> None:
    small = [
        (e.indicator, e.territory, e.year, e.denominator)
        for e in figures
        if e.denominator is not None and e.denominator < 5 and e.indicator != "teachers-per-methodist"
    ]
    assert small == [(YOUNG, "severny-okrug", 2024, 3), (YOUNG, "severny-okrug", 2025, 4)]
    assert [(e.key, e.value) for e in figures if not e.has_parts] == [
        ((YOUNG, "zarechny-okrug", 2024), Fraction(615, 10))
    ]


def test_the_region_counted_a_few_more_than_its_territories(figures: list[Observation]) -> None:
    rows = {e.territory: e for e in figures if (e.indicator, e.year) == ("fr-trained-share", 2025)}
    assert sum(rows[name].numerator or 0 for name in DISTRICTS) == 160
    assert (rows["priozerye"].numerator, rows["priozerye"].denominator) == (163, 1172)
    assert sum(rows[name].denominator or 0 for name in DISTRICTS) == 1172


def test_municipalities_filled_a_wide_form_and_one_is_late(figures: list[Observation]) -> None:
    wide = [each for each in figures if each.file == "monitoring/2026-svod.csv"]
    assert {each.territory for each in wide} == {*DISTRICTS} - {"severny-okrug"}
    assert Counter(each.indicator for each in wide) == {"fr-trained-share": 3, "management-teams-share": 3}


def test_figures_are_preliminary_or_approved_by_an_act_that_was_there(
    base: KnowledgeBase, figures: list[Observation]
) -> None:
    assert {each.is_preliminary for each in figures} == {True, False}
    for each in figures:
        assert bool(each.act) != each.is_preliminary
        if each.act:
            record = base.get("act", each.act)
            assert record is not None
            assert record.data.date >= each.as_of, each


def test_its_framework_rests_on_its_act_and_has_ten_statements(base: KnowledgeBase) -> None:
    layered = base.frameworks[OWN]
    framework = layered.definition
    assert layered.is_own
    assert (framework.act, framework.citation.split("№ ")[1][:2]) == ("prikaz-minobr-39-2025", "39")
    assert len(framework.statements) == len(framework.assessed) == 10
    for statement in framework.statements:
        years = {target.year for target in statement.targets}
        assert years == ({2026, 2027} if statement.indicator == "monitoring-cycle" else {2025, 2026, 2027})
        assert all(target.is_set for target in statement.targets)


def test_one_indicator_is_added_and_one_changed(base: KnowledgeBase) -> None:
    own = {name for name, layered in base.indicators.items() if layered.is_own}
    changed = {name: set(layered.changed) for name, layered in base.indicators.items() if layered.is_changed}
    assert own == {"schools-at-sites"}
    assert changed == {"routes-share": {"denominator", "ambiguities", "note"}}
    denominator = base.indicators["routes-share"].definition.denominator
    assert denominator is not None
    assert (denominator.counted, denominator.observed) == ("people", True)
    assert len(base.indicators) == 14
    used = {statement.indicator for statement in base.frameworks[OWN].definition.statements}
    assert own | set(changed) <= used


def test_every_base_follows_the_frameworks_of_its_documents() -> None:
    assert {path.name for path in (REPOSITORY / "examples").iterdir()} == set(EXAMPLES)
    for name, frameworks in EXAMPLES.items():
        assert base_at(f"examples/{name}").region.frameworks == frameworks
    assert base_at(".").region.frameworks == (OWN, "concept-2020")


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_holds_the_acts_of_its_frameworks(example: str) -> None:
    base = base_at(f"examples/{example}")
    for name in base.region.frameworks:
        framework = base.frameworks[name].definition
        assert framework.act in base.records["act"], name
        assert not base.observations
