"""The package and a naive second computation agree on every score, state and hidden cell of many bases.

Compared are the door of the package (`Scoring`: every indicator, territory and year, asked for one by one)
and what is given out as JSON; of what JSON hides an attack tries to work out the numbers.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

import naive_secrets
import naive_targets
from given_out import Fields, GivenOut, amounts, exact, given_out, number
from indicator_bases import DAYS, write_base
from knowledge_bases import REPOSITORY
from metodbank import cli
from metodbank.indicators.score import Absence, Score, State
from metodbank.indicators.scoring import Scoring
from naive_files import read
from naive_indicators import Cell, Naive
from naive_targets import Judged, Statement

BASES = (REPOSITORY, *sorted((REPOSITORY / "examples").iterdir()))
ON_DAYS = ("2021-08-01", "2023-06-30", "2024-12-31", "2025-07-01", "2026-11-22", "2028-02-01")
QUICK, ALL, AT_ONCE = 60, 1000, 250
HIDDEN = str(Absence.HIDDEN)
TOLERATED = {"MB908", "MB909"}
"""Two figures of one day, none of which counts; a figure beside a count that says otherwise, which counts."""


@pytest.mark.parametrize("day", ON_DAYS)
@pytest.mark.parametrize("root", BASES, ids=lambda root: root.name)
def test_the_five_bases_agree_with_the_naive_computation(root: Path, day: str) -> None:
    seen = _agreed(root, date.fromisoformat(day))
    assert seen["scores"] > 0
    assert seen["assessments"] > 0
    assert seen["given out"] > 0


@pytest.mark.parametrize("root", BASES, ids=lambda root: root.name)
def test_the_command_prints_what_the_naive_computation_counts(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    naive = Naive(read(root), date(2024, 12, 31))
    arguments = ["--root", str(root), "indicators", "--year", "2024", "--as-of", "2024-12-31"]
    assert cli.run([*arguments, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    scores = [score for score in told["scores"] if not score["provider"]]
    assert sorted(each["id"] for each in told["indicators"]) == naive.explained()
    assert len(scores) == len(naive.shown())
    for score in scores:
        _compare_told(naive, score)


def test_generated_bases_agree_with_the_naive_computation(tmp_path: Path) -> None:
    seen = _agreed_generated(tmp_path, range(QUICK))
    assert seen["scores"] > 20_000
    assert seen["values"] > 3_000
    assert seen["plain cases of few people"] > 5


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, ALL, AT_ONCE))
def test_a_thousand_generated_bases_agree_with_the_naive_computation(tmp_path: Path, first: int) -> None:
    seen = _agreed_generated(tmp_path, range(first, first + AT_ONCE))
    assert seen["scores"] > 100_000
    assert seen["values"] > 12_000
    assert seen["plain cases of few people"] > 25


def test_the_same_number_makes_the_same_base(tmp_path: Path) -> None:
    one, other = write_base(tmp_path / "one", 7), write_base(tmp_path / "other", 7)
    files = [path.relative_to(one) for path in sorted(one.rglob("*")) if path.is_file()]
    assert len(files) > 10
    assert [(other / file).read_bytes() for file in files] == [(one / file).read_bytes() for file in files]


def _agreed_generated(folder: Path, numbers: range) -> Counter[str]:
    """Compare the bases of the numbers, each on one day; of everything there must have been something."""
    seen: Counter[str] = Counter()
    for number_of_base in numbers:
        root = write_base(folder / str(number_of_base), number_of_base)
        seen += _agreed(root, DAYS[number_of_base % len(DAYS)])
    expected = [f"state {state}" for state in State] + [f"absence {absence}" for absence in Absence]
    expected += [
        "goals",
        "goals missed",
        "goals by more of the denominator",
        "providers",
        "preliminary",
        "approved",
        "own rows",
        "hidden",
    ]
    assert [what for what in expected if not seen[what]] == []
    return seen


def _agreed(root: Path, as_of: date) -> Counter[str]:
    """Compare everything of a base on a day and return how much of what was compared."""
    naive, given = Naive(read(root), as_of), given_out(root, as_of)
    scoring = given.scoring
    assert given.errors <= TOLERATED
    assert sorted(scoring.indicators()) == naive.shown()
    assert sorted(scoring.territories()) == sorted(naive.territories())
    years = naive_targets.years(naive)
    assert set(scoring.years()) <= set(years)
    seen: Counter[str] = Counter()
    for year in years:
        for territory in naive.territories():
            for indicator in naive.shown():
                _compare_score(naive, scoring, (indicator, territory, year), seen)
            for framework, row in naive_targets.statements(naive):
                _compare_assessment(naive, scoring, framework, row, (territory, year), seen)
        _attack(naive, given, year, seen)
    _compare_given_out(naive, given, seen)
    return seen


def _compare_score(naive: Naive, scoring: Scoring, key: tuple[str, str, int], seen: Counter[str]) -> None:
    score, expected = scoring.score(*key), naive.told(*key)
    seen.update(["scores", f"absence {score.absence}"])
    if score.is_hidden:
        assert expected.value is not None, key
    else:
        assert _cell(score) == expected, key
        seen["values"] += expected.value is not None
        seen["preliminary" if expected.preliminary else "approved"] += expected.value is not None
    if score.own is not None and score.own.value is not None:
        own = naive.own_row(*key)
        told = (score.own.numerator, score.own.denominator, score.own.value)
        assert told == (own.numerator, own.denominator, own.value), key
        assert score.own.value_difference == score.own.value - (expected.value or 0), key
        seen["own rows"] += 1
    providers = {each.subject: _cell(each) for each in scoring.by_provider(*key)}
    assert providers == naive.provider_cells(*key), key
    seen["providers"] += len(providers)


def _compare_assessment(
    naive: Naive,
    scoring: Scoring,
    framework: str,
    row: Statement,
    place: tuple[str, int],
    seen: Counter[str],
) -> None:
    where = (framework, row["id"], *place)
    statement = scoring.base.frameworks[framework].definition.statement(str(row["id"]))
    assert statement is not None, where
    found = scoring.assess(framework, statement, *place)
    if not naive_targets.asks(naive, row, place[0]):
        assert found is None, where
        return
    assert found is not None, where
    cell = Cell(absence=HIDDEN) if found.score.is_hidden else naive.cell(row["indicator"], *place)
    goal = found.to_goal
    judged = Judged(found.state, goal.number, goal.or_more) if goal else Judged(found.state)
    assert judged == naive_targets.judge(naive, framework, row, *place, cell), where
    assert found.reason, where
    seen.update(["assessments", f"state {found.state}"])
    seen["goals"] += goal is not None
    seen["goals missed"] += bool(goal and goal.number)
    seen["goals by more of the denominator"] += bool(goal and goal.or_more)


def _compare_given_out(naive: Naive, given: GivenOut, seen: Counter[str]) -> None:
    for figure in naive.raw.rows:
        assert (figure.indicator, naive.home, figure.year) in given.scores
    for key, score in given.scores.items():
        _compare_told(naive, score)
        assert {provider: _told(each) for provider, each in given.providers.get(key, {}).items()} == (
            naive.provider_cells(*key) if key[1] == naive.home else {}
        ), key
    rows = {(framework, str(row["id"])): row for framework, row in naive_targets.statements(naive)}
    for told in given.assessments:
        key = (told["indicator"], told["territory"], told["year"])
        row = rows[told["framework"], told["statement"]]
        assert naive_targets.asks(naive, row, told["territory"]), told
        cell = naive.cell(*key) if given.is_told(key) else Cell(absence=HIDDEN)
        expected = naive_targets.judge(naive, told["framework"], row, told["territory"], told["year"], cell)
        goal = told["to_goal"] or {"number": None, "or_more": None}
        assert Judged(told["state"], goal["number"], goal["or_more"]) == expected, told
    seen["given out"] += len(given.scores) + len(given.assessments)


def _compare_told(naive: Naive, score: Fields) -> None:
    """Compare a score of JSON; nothing of what it hides stands anywhere in it."""
    key = (score["indicator"], score["territory"], score["year"])
    expected = naive.told(*key)
    if score["absence"] == HIDDEN:
        assert expected.value is not None, key
        assert (exact(score), number(score, "numerator"), number(score, "denominator")) == (None,) * 3, key
        assert (score["value"], score["text"], score["formula"], amounts(score)) == (None, "", "", []), key
        assert score["own"] is None or score["own"]["value"] is None, key
        return
    assert _told(score) == expected, key
    if expected.value is not None:
        assert abs(Fraction(str(score["value"])) - expected.value) <= Fraction(1, 20_000), key


def _attack(naive: Naive, given: GivenOut, year: int, seen: Counter[str]) -> None:
    """Try to work out what is hidden; where the plain rule says it all, nothing else may be hidden."""

    def is_told(indicator: str, territory: str) -> bool:
        return given.is_told((indicator, territory, year))

    def is_own_told(indicator: str, territory: str) -> bool:
        own = given.scores[indicator, territory, year]["own"]
        return own is not None and own["numerator"] is not None

    for family in naive_secrets.families(naive, year):
        sizes = naive_secrets.sizes_of(naive, family, year)
        hidden = {key for key in sizes.people if not is_told(*key)}
        seen["hidden"] += len(hidden)
        assert list(naive_secrets.leaks(naive, sizes, is_told, is_own_told, year)) == [], year
        for indicator, territory in sizes.totals:
            shown = {place for place, _ in amounts(given.scores[indicator, territory, year])}
            assert not shown & {place for other, place in hidden if other == indicator}, year
        if not naive_secrets.has_few(naive, family, year):
            assert not hidden, year
        plain = naive_secrets.hidden_by_the_rule(naive, sizes, year)
        if plain is not None:
            assert hidden == plain, year
            seen["plain cases of few people"] += bool(plain)


def _cell(score: Score) -> Cell:
    return Cell(
        score.numerator.value if score.numerator else None,
        score.denominator.value if score.denominator else None,
        score.value,
        "" if score.absence is Absence.NONE else str(score.absence),
        (score.coverage.reported, score.coverage.expected) if score.coverage else None,
        score.is_preliminary,
    )


def _told(score: Fields) -> Cell:
    coverage = score["coverage"]
    return Cell(
        number(score, "numerator"),
        number(score, "denominator"),
        exact(score),
        "" if score["absence"] == str(Absence.NONE) else score["absence"],
        (coverage["reported"], coverage["expected"]) if coverage else None,
        score["status"] == "preliminary",
    )
