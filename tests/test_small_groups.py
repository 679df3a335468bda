"""Nobody can work out a small group of people from what is told: a reader who tries to is played here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge_bases import add, change, problems_of, write, write_base
from metodbank.indicators.hiding import SMALL_GROUP
from metodbank.indicators.score import Absence, Origin, Score, State
from metodbank.indicators.scoring import Scoring
from metodbank.indicators.suppression import Cell, Total, safe
from scored_bases import AS_OF, HEADER, assessed, scoring_of, why, write_rows, write_scored_base

FEW = 5
TESTED, PASSED = "functional-literacy-share", "functional-literacy-70-share"
"""Two indicators of the same people: those who took a test, and those of them who passed it."""


def hidden_in(scoring: Scoring, indicator: str, year: int = 2025) -> set[str]:
    """Return the territories whose score is hidden."""
    places = (*scoring.territories(), "region")
    return {each for each in places if scoring.score(indicator, each, year).is_hidden}


def numbers_in(value: object) -> Iterator[object]:
    """Yield every number that a value holds at any depth, but for years, days and lines."""
    if isinstance(value, int | float | Fraction) and not isinstance(value, bool):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if field.name not in {"year", "line", "coverage", "at"}:
                yield from numbers_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from numbers_in(each)


# Worked out by hand


def test_a_small_group_takes_the_next_smallest_with_it(tmp_path: Path) -> None:
    """Of 3, 8 and 20 people the 3 are hidden, and the 8 because 31 − 8 − 20 is 3; the total stays."""
    rows = "young;okrug;2;3;;;a;;тайна young;sever;5;8;;;b young;yug;9;20;;;c young;region;16;31;;;d"
    root = write_scored_base(tmp_path, y2025=rows)
    scoring = scoring_of(root)
    assert hidden_in(scoring, "young") == {"okrug", "sever"}
    okrug, region = scoring.score("young", "okrug", 2025), scoring.score("young", "region", 2025)
    assert (okrug.absence, okrug.reason, okrug.source) == (Absence.HIDDEN, "скрыто: малая группа", "")
    assert list(numbers_in(okrug)) == []
    assert region.value == Fraction(1600, 31)
    assert region.numerator is not None
    assert [(g.subject, g.amount) for g in region.numerator.counted] == [
        ("okrug", None),
        ("sever", None),
        ("yug", 9),
    ]
    assert region.own is not None
    assert (region.own.numerator, region.own.numerator_difference) == (16, 0)
    state = assessed(scoring, "s-young", "okrug", 2025)
    assert (state.state, state.reason, state.to_goal) == (State.NOT_COMPUTABLE, SMALL_GROUP, None)
    told = why(root, "young", "okrug", 2025)
    assert told.score.formula == ""
    assert list(numbers_in(told.score)) == []
    above = why(root, "young", "region", 2025)
    assert [each.absence is Absence.HIDDEN for each in above.inside] == [True, True, False]


def test_groups_of_teams_and_of_enough_people_are_told(tmp_path: Path) -> None:
    rows = "teams;okrug;1;2;;;a teams;sever;3;4;;;a young;okrug;5;5;;;a young;sever;0;7;;;a"
    scoring = scoring_of(write_scored_base(tmp_path, y2025=rows))
    assert hidden_in(scoring, "teams") == hidden_in(scoring, "young") == set()


def test_few_people_over_things_that_are_no_people_are_the_small_group(tmp_path: Path) -> None:
    """2 people in 8 teams: the base is none of persons, so the 2 are the group; the 30 go with them."""
    root = write_scored_base(tmp_path, y2025="load;okrug;2;8;;;a load;sever;30;3;;;a load;yug;40;4;;;a")
    scoring = scoring_of(root)
    assert hidden_in(scoring, "load") == {"okrug", "sever"}
    assert scoring.score("load", "region", 2025).value == Fraction(72, 15)
    write_rows(root, 2025, "load;okrug;5;8;;;a load;sever;30;3;;;a load;yug;40;4;;;a")
    assert hidden_in(scoring_of(root), "load") == set()


def test_a_row_of_few_people_over_no_people_is_told_in_a_public_repository(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path, y2025="load;okrug;2;8;;;a")
    told = [(p.code, p.place) for p in problems_of(root, AS_OF) if p.code == "MB317"]
    assert told == [("MB317", "monitoring/2025.csv:2:3")]


def test_the_small_group_is_a_setting_of_the_region(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path, y2025="young;okrug;2;3;;;a young;sever;5;8;;;a young;yug;9;20;;;a")
    add(root, "region.yml", "small_group: 3\n")
    assert hidden_in(scoring_of(root), "young") == set()
    change(root, "region.yml", "small_group: 3", "small_group: 9")
    assert hidden_in(scoring_of(root), "young") == {"okrug", "sever"}


def test_a_total_that_is_a_small_group_itself_is_withheld(tmp_path: Path) -> None:
    scoring = scoring_of(write_scored_base(tmp_path, y2025="young;okrug;1;2;;;a young;sever;1;2;;;a"))
    assert hidden_in(scoring, "young") == {"okrug", "sever", "region"}


def test_groups_of_one_size_are_hidden_together(tmp_path: Path) -> None:
    """With 8 and 8 beside 3 nobody may tell by the order of names which of the two went with it."""
    scoring = scoring_of(
        write_scored_base(tmp_path, y2025="young;okrug;2;3;;;a young;sever;5;8;;;a young;yug;4;8;;;a")
    )
    assert hidden_in(scoring, "young") == {"okrug", "sever", "yug"}
    assert scoring.score("young", "region", 2025).value == Fraction(1100, 19)


def test_hidden_numerators_are_not_all_nothing(tmp_path: Path) -> None:
    """0 of 3 and 0 of 8 together are 0 of 11: then everyone knows both. So the 20 are hidden too."""
    scoring = scoring_of(
        write_scored_base(tmp_path, y2025="young;okrug;0;3;;;a young;sever;0;8;;;a young;yug;9;20;;;a")
    )
    assert hidden_in(scoring, "young") == {"okrug", "sever", "yug"}


def test_a_value_without_parts_of_a_hidden_territory_is_hidden(tmp_path: Path) -> None:
    root = family_base(tmp_path)
    write(
        root,
        "monitoring/2025.csv",
        "\n".join(
            [
                HEADER,
                *(f"{TESTED};{t};1;{n};;;a" for t, n in (("okrug", 3), ("sever", 8), ("yug", 20))),
                f"{PASSED};okrug;;;33,3;;a",
            ]
        ),
    )
    scoring = scoring_of(root)
    assert hidden_in(scoring, PASSED) == {"okrug"}


def test_two_totals_of_the_same_people_do_not_tell_of_the_one_between_them(tmp_path: Path) -> None:
    """31 are the base everywhere; okrug (3 people) did not report who passed: that base would be 28."""
    root = family_base(tmp_path)
    rows = f"{TESTED};okrug;1;3;;;a {TESTED};sever;4;8;;;a {TESTED};yug;9;20;;;a"
    write_rows(root, 2025, f"{rows} {PASSED};sever;3;8;;;a {PASSED};yug;5;20;;;a")
    scoring = scoring_of(root)
    assert hidden_in(scoring, TESTED) == {"okrug", "sever"}
    assert hidden_in(scoring, PASSED) == {"sever", "region"}


def test_the_own_row_does_not_tell_of_the_few_who_did_not_report(tmp_path: Path) -> None:
    """28 reported of the 31 that the region counts: yug has 3."""
    root = write_scored_base(tmp_path, y2025="young;okrug;2;8;;;a young;sever;5;20;;;a young;region;9;31;;;a")
    own = scoring_of(root).score("young", "region", 2025).own
    assert own is not None
    assert (own.denominator, own.value, own.denominator_difference, own.reason) == (
        None,
        None,
        None,
        SMALL_GROUP,
    )
    change(root, "monitoring/2025.csv", "young;region;9;31", "young;region;9;33")
    own = scoring_of(root).score("young", "region", 2025).own
    assert own is not None
    assert (own.denominator, own.denominator_difference) == (33, 5)


def test_a_figure_that_was_replaced_is_hidden_where_it_was_of_few(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path, y2025="young;okrug;2;3;;2025-11-01;a young;okrug;2;7;;2025-12-31;b")
    score = scoring_of(root).score("young", "okrug", 2025)
    assert score.numerator is not None
    assert score.denominator is not None
    assert [g.amount for g in (*score.numerator.left_out, *score.denominator.left_out)] == [None, None]


def test_a_hidden_okrug_hides_its_settlements(tmp_path: Path) -> None:
    """sever (10) goes with okrug (3) and is 4 + 6: those would give it away."""
    root = write_scored_base(tmp_path)
    for name in ("selo", "hutor"):
        lines = f"{name}:\n  name: Поселение {name}\n  kind: rural-settlement\n  parent: sever\n"
        add(root, "reference/territories.yml", lines)
    write_rows(root, 2025, "young;okrug;1;3;;;a young;selo;3;9;;;a young;hutor;4;7;;;a young;yug;9;20;;;a")
    assert hidden_in(scoring_of(root), "young") == {"okrug", "sever", "selo", "hutor"}


def test_an_okrug_whose_total_is_withheld_does_not_follow_from_the_region(tmp_path: Path) -> None:
    """Five settlements of one person each: sever has 5, which would tell of each; okrug (8) goes with it."""
    root = write_scored_base(tmp_path)
    names = ["selo", "hutor", "posad", "sloboda", "stanitsa"]
    for name in names:
        lines = f"{name}:\n  name: Поселение {name}\n  kind: rural-settlement\n  parent: sever\n"
        add(root, "reference/territories.yml", lines)
    rows = [f"young;{name};{place % 2};1;;;a" for place, name in enumerate(names)]
    write_rows(root, 2025, " ".join([*rows, "young;okrug;3;8;;;a", "young;yug;9;20;;;a"]))
    scoring = scoring_of(root)
    assert hidden_in(scoring, "young") == {*names, "sever", "okrug"}
    assert scoring.score("young", "region", 2025).value == Fraction(1400, 33)


def test_a_row_that_stands_for_the_region_does_not_tell_of_the_few_either(tmp_path: Path) -> None:
    """Nobody reported who passed, but the region counts 31; 28 of the same people are known: yug has 3."""
    root = family_base(tmp_path)
    rows = f"{TESTED};okrug;1;8;;;a {TESTED};sever;4;20;;;a {PASSED};region;9;"
    write_rows(root, 2025, f"{rows}31;;;a")
    assert hidden_in(scoring_of(root), PASSED) == {"region"}
    write_rows(root, 2025, f"{rows}33;;;a")
    assert hidden_in(scoring_of(root), PASSED) == set()


def test_the_own_row_is_held_against_all_that_is_known_of_the_same_people(tmp_path: Path) -> None:
    """okrug (8) reported the one, sever (20) the other; the region counts 31, so yug has 3."""
    root = family_base(tmp_path)
    write_rows(root, 2025, f"{TESTED};okrug;1;8;;;a {TESTED};region;9;31;;;a {PASSED};sever;4;20;;;a")
    own = scoring_of(root).score(TESTED, "region", 2025).own
    assert own is not None
    assert (own.denominator, own.reason) == (None, SMALL_GROUP)


def test_indicators_of_the_same_people_under_other_titles_hide_the_same(tmp_path: Path) -> None:
    """K01 and K03 name their bases otherwise; sever is unknown to K03, whose total would tell the 3."""
    root = write_scored_base(tmp_path)
    rows = "diagnostics-share;okrug;1;3;;;a diagnostics-share;sever;4;8;;;a diagnostics-share;yug;9;20;;;a "
    other = rows.replace("diagnostics-share", "fr-trained-share").replace("sever;4;8", "sever;;")
    write_rows(root, 2025, rows + other)
    scoring = scoring_of(root)
    assert hidden_in(scoring, "diagnostics-share") == {"okrug", "sever"}
    assert hidden_in(scoring, "fr-trained-share") == {"okrug", "region"}
    write_rows(root, 2025, rows + other.replace("yug;9;20", "yug;9;21"))
    assert hidden_in(scoring_of(root), "fr-trained-share") == {"okrug", "yug"}


def test_another_year_and_another_day_tell_nothing_of_a_hidden_cell(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path, y2024="young;okrug;6;9;;;a young;sever;5;8;;;a young;yug;9;20;;;a")
    write_rows(root, 2025, "young;okrug;2;3;;;a young;sever;5;8;;;a young;yug;9;20;;;a")
    scoring = scoring_of(root)
    assert hidden_in(scoring, "young", 2024) == set()
    assert hidden_in(scoring, "young", 2025) == {"okrug", "sever"}
    assert set(numbers_in(scoring.score("young", "okrug", 2024))) == {6, 9, Fraction(200, 3)}


FOUR = (("ozersk", "Озёрский"), ("zarechny", "Заречный"), ("severny", "Северный"), ("borovoy", "Боровой"))


def base_of_four(root: Path, rows: str) -> Path:
    """Write a base whose okrugs are four more."""
    write_scored_base(root)
    for name, title in FOUR:
        lines = f"{name}:\n  name: {title} округ\n  kind: municipal-okrug\n  parent: region\n"
        add(root, "reference/territories.yml", lines)
    write_rows(root, 2025, rows)
    return root


CORRECTED = (
    "young;ozersk;30;50;;2025-05-31;a young;zarechny;5;10;;2025-05-31;a young;zarechny;25;40;;2025-09-10;b "
    "young;severny;2;3;;2025-05-31;a young;borovoy;10;20;;2025-05-31;a"
)
DAYS_OF_CORRECTION = (date(2025, 5, 31), date(2025, 8, 1), date(2025, 9, 10), date(2025, 12, 31), AS_OF)


def test_a_correction_does_not_change_who_is_hidden_with_the_few(tmp_path: Path) -> None:
    """zarechny (10) went with severny (3); were it borovoy (20) after the correction, both were known."""
    root = base_of_four(tmp_path, CORRECTED)
    for day in DAYS_OF_CORRECTION:
        scoring = scoring_of(root, day)
        assert hidden_in(scoring, "young") == {"zarechny", "severny"}, day
        region = scoring.score("young", "region", 2025)
        assert region.denominator is not None
        assert region.denominator.value == (83 if day < date(2025, 9, 10) else 113)
        for count in (region.numerator, region.denominator):
            assert count is not None
            told = [g.subject for g in (*count.counted, *count.left_out) if g.amount is not None]
            assert told == ["ozersk", "borovoy"]


def test_a_total_of_those_who_reported_first_does_not_tell_of_those_who_did_later(tmp_path: Path) -> None:
    """3 and 8 are 11 in May; with 4 more in September they are 15: the total of May tells of the 4."""
    rows = "young;okrug;2;3;;2025-05-31;a young;sever;5;8;;2025-05-31;a young;yug;1;4;;2025-09-10;a"
    root = write_scored_base(tmp_path, y2025=rows)
    assert hidden_in(scoring_of(root, date(2025, 8, 1)), "young") == {"okrug", "sever", "region"}
    later = scoring_of(root, date(2025, 10, 1))
    assert hidden_in(later, "young") == {"okrug", "sever", "yug"}
    assert later.score("young", "region", 2025).value == Fraction(800, 15)


def test_who_was_few_on_one_day_is_hidden_on_all(tmp_path: Path) -> None:
    rows = "young;okrug;2;3;;2025-05-31;a young;okrug;5;12;;2025-09-10;a young;sever;5;8;;2025-05-31;a "
    root = write_scored_base(tmp_path, y2025=rows + "young;yug;9;20;;2025-05-31;a")
    for day in DAYS_OF_CORRECTION:
        assert hidden_in(scoring_of(root, day), "young") == {"okrug", "sever"}, day


# Who knows the rule knows no more


Figures = Sequence[tuple[int, int | None]]


def seen(world: Figures) -> tuple[frozenset[str], Any]:
    """Return what is hidden of one breakdown, and all that a reader sees of it."""
    cells = {str(place): Cell(*each) for place, each in enumerate(world)}
    small = {name for name, cell in cells.items() if cell.size < FEW}
    hidden = safe({Total(AS_OF, "a"): cells}, small, FEW)
    total = (sum(c.size for c in cells.values()), sum(c.counts or 0 for c in cells.values()))
    rest = tuple((name, cell) for name, cell in cells.items() if name not in hidden.cells)
    return hidden.cells, (hidden.cells, hidden.totals or total, rest)


def worlds_by_view(worlds: Iterable[Figures]) -> Mapping[Any, list[Figures]]:
    """Return the breakdowns that look alike to a reader."""
    found: dict[Any, list[Figures]] = defaultdict(list)
    for world in worlds:
        found[seen(world)[1]].append(world)
    return found


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_no_hidden_size_is_known_to_one_who_knows_the_rule(count: int) -> None:
    """Every breakdown of up to 4 territories of 1 to 8 people: what looks alike has other hidden cells."""
    groups = worlds_by_view(
        tuple((size, None) for size in sizes) for sizes in product(range(1, 9), repeat=count)
    )
    cells = 0
    for (hidden, _, _), worlds in groups.items():
        for name in hidden:
            cells += 1
            assert len({world[int(name)][0] for world in worlds}) > 1, worlds
    assert cells >= count


def test_no_hidden_numerator_is_known_to_one_who_knows_the_rule() -> None:
    """Unless the total itself says that it is nobody, or everybody."""
    pairs = [(size, counts) for size in (1, 3, 4, 5, 6, 7) for counts in range(size + 1)]
    for (hidden, total, _), worlds in worlds_by_view(product(pairs, repeat=3)).items():
        is_uniform = isinstance(total, tuple) and total[1] in {0, total[0]}
        for name in () if is_uniform else hidden:
            assert len({world[int(name)][1] for world in worlds}) > 1, worlds


def test_no_hidden_size_is_known_from_two_totals_of_the_same_people() -> None:
    """Every pair of reports of 3 territories of 1 to 7 people: of the one, of the other, of both."""
    groups: dict[Any, list[Sequence[int]]] = defaultdict(list)
    for sizes, masks in product(product(range(1, 8), repeat=3), product((1, 2, 3), repeat=3)):
        breakdown = {}
        for bit, name in ((1, "a"), (2, "b")):
            cells = {str(i): Cell(sizes[i], None) for i in range(3) if masks[i] & bit}
            if cells:
                breakdown[Total(AS_OF, name)] = cells
        hidden = safe(breakdown, {str(i) for i in range(3) if sizes[i] < FEW}, FEW)
        totals = tuple(
            (name, sum(cell.size for cell in cells.values()))
            for name, cells in breakdown.items()
            if name not in hidden.totals
        )
        rest = tuple((i, sizes[i]) for i in range(3) if str(i) not in hidden.cells)
        groups[masks, hidden.cells, totals, rest].append(sizes)
    for (_, hidden_cells, _, _), worlds in groups.items():
        for name in hidden_cells:
            assert len({sizes[int(name)] for sizes in worlds}) > 1, worlds


# Bases made by chance, and a reader who solves equations

OKRUGS = ("okrug", "sever", "yug", "zapad", "vostok", "centr")
SETTLEMENTS = ("selo", "hutor", "posad")
"""What lies in `centr`, where it is divided."""


def family_base(root: Path, territories: Sequence[str] = (), settlements: Sequence[str] = ()) -> Path:
    """Write a base that follows the framework in which both indicators of literacy stand."""
    if not territories:
        write_scored_base(root)
        change(root, "region.yml", "frameworks: [svoya]", "frameworks: [svoya, r-76-retelling]")
        return root
    write_base(root)
    add(root, "region.yml", "frameworks: [r-76-retelling]\n")
    for name in territories:
        if name != "okrug":
            lines = f"{name}:\n  name: Округ {name}\n  kind: municipal-okrug\n  parent: region\n"
            add(root, "reference/territories.yml", lines)
    for name in settlements:
        lines = f"{name}:\n  name: Поселение {name}\n  kind: rural-settlement\n  parent: centr\n"
        add(root, "reference/territories.yml", lines)
    return root


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> Mapping[bool, Path]:
    """Return a base without and one with settlements, whose figures each example writes anew."""
    folders = {divided: tmp_path_factory.mktemp(f"divided-{divided}") for divided in (False, True)}
    for divided, folder in folders.items():
        family_base(folder, OKRUGS, SETTLEMENTS if divided else ())
    return folders


@st.composite
def figures(draw: st.DrawFn) -> tuple[bool, dict[str, tuple[int, int, int]], dict[str, set[str]], set[str]]:
    """Draw whether an okrug is divided; base and numerators of each place; who reports what; own rows."""
    divided = draw(st.booleans())
    leaves = [each for each in OKRUGS if not (divided and each == "centr")] + list(
        SETTLEMENTS if divided else ()
    )
    truth = {}
    for leaf in leaves:
        base = draw(st.integers(1, 9) | st.integers(10, 60))
        tested = draw(st.integers(0, base))
        truth[leaf] = (base, tested, draw(st.integers(0, tested)))
    reported = {each: set(draw(st.lists(st.sampled_from(leaves)))) for each in (TESTED, PASSED)}
    if draw(st.booleans()):
        reported = {TESTED: set(leaves), PASSED: set(leaves)}
    return divided, truth, reported, set(draw(st.lists(st.sampled_from([TESTED, PASSED]))))


class Equations:
    """What a reader knows of unknown numbers: sums of them."""

    def __init__(self) -> None:
        self.unknowns: dict[object, int] = {}
        self.rows: list[tuple[dict[int, Fraction], Fraction]] = []

    def add(self, terms: Iterable[object], total: int) -> None:
        """Take in that the terms come to the total."""
        row: dict[int, Fraction] = {}
        for term in terms:
            place = self.unknowns.setdefault(term, len(self.unknowns))
            row[place] = row.get(place, Fraction(0)) + 1
        self.rows.append((row, Fraction(total)))

    def solved(self) -> dict[object, Fraction]:
        """Return every unknown that the equations leave only one value: Gauss's elimination, exactly."""
        pivots: dict[int, tuple[dict[int, Fraction], Fraction]] = {}
        for row, total in self.rows:
            left, right = dict(row), total
            for place, (other, other_total) in pivots.items():
                factor = left.get(place, Fraction(0))
                if factor:
                    left, right = _minus(left, other, factor), right - factor * other_total
            if not left:
                continue
            place = next(iter(left))
            scale = left[place]
            left, right = {p: c / scale for p, c in left.items()}, right / scale
            for key, (other, other_total) in pivots.items():
                factor = other.get(place, Fraction(0))
                if factor:
                    pivots[key] = (_minus(other, left, factor), other_total - factor * right)
            pivots[place] = (left, right)
        names = {place: name for name, place in self.unknowns.items()}
        return {names[place]: total for place, (row, total) in pivots.items() if len(row) == 1}


def _minus(row: dict[int, Fraction], other: dict[int, Fraction], factor: Fraction) -> dict[int, Fraction]:
    result = {
        place: row.get(place, Fraction(0)) - factor * other.get(place, Fraction(0)) for place in row | other
    }
    return {place: value for place, value in result.items() if value}


def put_down(equations: Equations, scoring: Scoring, indicator: str, leaves: Sequence[str]) -> None:
    """Take in everything that is told of an indicator: cells, totals, grounds, own rows."""
    for place in ("region", *scoring.territories()):
        score = scoring.score(indicator, place, 2025)
        told = score.numerator, score.denominator
        for count, name in zip(told, (indicator, "base"), strict=True):
            if count is None:
                continue
            # The base of a divided okrug is that of those who reported, so it is each indicator's own.
            keys = {
                g.subject: (name if g.subject in leaves else indicator + name, g.subject)
                for g in count.counted
            }
            if count.value is not None:
                own = (name if place in leaves else indicator + name, place)
                equations.add([own], count.value)
                equations.add(keys.values(), count.value)
            for ground in (*count.counted, *count.left_out):
                if ground.amount is not None:
                    equations.add([keys[ground.subject]], ground.amount)
        if score.origin is Origin.OWN_ROW and score.denominator is not None and score.denominator.value:
            equations.add([("base", leaf) for leaf in leaves], score.denominator.value)
        if score.own is not None and score.own.denominator is not None and score.own.numerator is not None:
            equations.add([("base", leaf) for leaf in leaves], score.own.denominator)
            equations.add([(indicator, leaf) for leaf in leaves], score.own.numerator)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(figures())
def test_a_reader_who_solves_equations_learns_of_no_small_group(
    bases: Mapping[bool, Path], drawn: Any
) -> None:
    divided, truth, reported, own_rows = drawn
    root, rows = bases[divided], []
    for indicator, counts in ((TESTED, 1), (PASSED, 2)):
        rows += [
            f"{indicator};{leaf};{truth[leaf][counts]};{truth[leaf][0]};;;a"
            for leaf in sorted(reported[indicator])
        ]
        if indicator in own_rows:
            total = [sum(each[place] for each in truth.values()) for place in (counts, 0)]
            rows.append(f"{indicator};region;{total[0]};{total[1]};;;a")
    write_rows(root, 2025, " ".join(rows))
    scoring, equations = scoring_of(root), Equations()
    for indicator in (TESTED, PASSED):
        put_down(equations, scoring, indicator, list(truth))
        for place in scoring.territories():
            score = scoring.score(indicator, place, 2025)
            if score.is_hidden:
                assert list(numbers_in(score)) == []
    known = equations.solved()
    small = {leaf for leaf, (size, _, _) in truth.items() if size < FEW}
    for leaf in small:
        assert ("base", leaf) not in known
        for indicator in (TESTED, PASSED):
            if leaf in reported[indicator]:
                assert scoring.score(indicator, leaf, 2025).is_hidden
                assert (indicator, leaf) not in known
    for assessment in scoring.assessments(year=2025):
        assert assessment.to_goal is None or not assessment.score.is_hidden


def test_the_reader_would_find_out_what_is_only_crossed_out() -> None:
    """The attack itself: 31 in all, 8 and 20 told, so 3 are left."""
    equations = Equations()
    equations.add(["okrug", "sever", "yug"], 31)
    equations.add(["sever"], 8)
    equations.add(["yug"], 20)
    assert equations.solved() == {"okrug": 3, "sever": 8, "yug": 20}
    pair = Equations()
    pair.add(["okrug", "sever", "yug"], 31)
    pair.add(["sever", "yug"], 28)
    assert pair.solved() == {"okrug": 3}


def test_scores_of_a_hidden_cell_as_of_an_earlier_day_are_hidden_too(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path, y2025="young;okrug;2;3;;;a young;sever;5;8;;;a young;yug;9;20;;;a")
    for day in (date(2025, 12, 31), AS_OF):
        score: Score = scoring_of(root, day).score("young", "okrug", 2025)
        assert score.is_hidden
