"""Charts of anything in a room of any width: nothing outside, no letters over letters, more is farther."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from drawn_charts import Drawn, drawings_of, length
from metodbank.charts import (
    Bar,
    Chart,
    Span,
    StackRow,
    YearGoal,
    YearValue,
    bars_chart,
    sparkline,
    stack_chart,
    timeline,
    years_chart,
)
from metodbank.charts.labels import ROOMS
from metodbank.charts.letters import width_of, wrapped
from metodbank.charts.scales import halving, scale_of

WIDEST = 70
NEXT_ROOMS = {"narrow": 18, "middle": 44}
LEAST_ROOMS = {"narrow": 9, "middle": 18, "broad": 44}
LABELS = st.lists(
    st.sampled_from(
        ("Озёрск", "муниципальный", "округ", "«Научно-методическое", "сопровождение»", "ШШШ", "№ 5", "и")
    ),
    min_size=1,
    max_size=14,
).map(" ".join)
NUMBERS = st.fractions(min_value=0, max_value=2000, max_denominator=100)
TEXTS = st.sampled_from(("5\u00a0%", "29,96\u00a0%", "1\u00a0234,5", "менее 30\u00a0%"))
YEARS = st.integers(2015, 2032)
VALUES = st.lists(
    st.builds(YearValue, YEARS, st.none() | NUMBERS, TEXTS, st.booleans()),
    max_size=12,
    unique_by=lambda each: each.year,
)
GOALS = st.lists(st.builds(YearGoal, YEARS, NUMBERS, TEXTS), max_size=8)
BARS = st.lists(
    st.builds(Bar, LABELS, st.none() | NUMBERS, TEXTS, st.just(""), st.booleans(), st.booleans()), max_size=8
)
STATES = st.sampled_from(("done", "overdue", "unknown", "odd", "planned"))
ROWS = st.lists(
    st.builds(StackRow, LABELS, st.lists(st.tuples(STATES, st.integers(0, 40)), max_size=5).map(tuple)),
    max_size=5,
)
DAYS = st.dates(date(2015, 1, 1), date(2032, 12, 31))
SPANS = st.lists(
    st.builds(
        lambda label, start, days, state: Span(
            label, start, start + timedelta(days), state, "выполнено к сроку"
        ),
        LABELS,
        DAYS,
        st.integers(0, 2000),
        STATES,
    ),
    max_size=5,
)
few = settings(max_examples=40, deadline=None)


def rooms_of(drawing: Drawn) -> list[int]:
    """Return the widths in which a drawing is shown, each at which something changes."""
    least = LEAST_ROOMS.get(drawing.room, ROOMS[0])
    return [room for room in (*ROOMS, WIDEST) if least <= room < NEXT_ROOMS.get(drawing.room, WIDEST + 1)]


def assert_is_sound(chart: Chart) -> list[Drawn]:
    drawings = [Drawn(text) for text in drawings_of(chart)]
    for drawing in drawings:
        for each in drawing.all("line"):
            assert 0 <= length(each.attrib["x1"], 1) <= length(each.attrib["x2"], 1) <= 1
        for room in rooms_of(drawing):
            texts = drawing.texts(room)
            for text in texts:
                assert text.left >= -0.02, (room, text)
                assert text.right <= room + 0.02, (room, text)
                assert text.top >= -0.02, (room, text)
                assert text.bottom <= drawing.height + 0.02, (room, text)
            apart = [text for text in texts if text.look not in {"part", "part-on-dark", "beyond"}]
            assert [(one, other) for one, other in combinations(apart, 2) if one.meets(other, 0.02)] == []
            for box in drawing.boxes(room):
                assert -0.02 <= box.left <= box.right <= room + 0.02
                assert [text for text in apart if text.meets(box, 0.05)] == []
    return drawings


@few
@given(VALUES, GOALS)
def test_years(values: list[YearValue], goals: list[YearGoal]) -> None:
    (drawing,) = assert_is_sound(years_chart("т", "о", values, goals))
    known = sorted((each.year, each.value) for each in values if each.value is not None)
    dots = [(length(each.attrib["cx"], 1), length(each.attrib["cy"], 0)) for each in drawing.all("circle")]
    assert len(dots) == len(known)
    assert all(one[0] < other[0] for one, other in pairwise(dots))
    heights = [height for _, (_, height) in sorted(zip([value for _, value in known], dots, strict=True))]
    assert heights == sorted(heights, reverse=True)


@few
@given(VALUES, GOALS)
def test_tiny_lines(values: list[YearValue], goals: list[YearGoal]) -> None:
    assert_is_sound(sparkline("т", values, goals))


@few
@given(BARS, st.none() | NUMBERS)
def test_bars(bars: list[Bar], goal: Fraction | None) -> None:
    for drawing in assert_is_sound(bars_chart("т", "о", bars, goal, "цель 2026 года: не менее 60\u00a0%")):
        drawn = [box for box in drawing.boxes(100) if box.look != "track"]
        known = [bar.value for bar in bars if bar.value is not None]
        widths = [round(box.right - box.left, 3) for box in drawn]
        in_order = [width for _, width in sorted(zip(known, widths, strict=True))]
        assert in_order == sorted(in_order)


@few
@given(ROWS)
def test_stacks(rows: list[StackRow]) -> None:
    legend = [("done", "✓ выполнено с опозданием"), ("overdue", "! просрочено")]
    for drawing in assert_is_sound(stack_chart("т", "о", rows, legend)):
        boxes = drawing.boxes(100)
        assert len(boxes) == sum(1 for row in rows for _, number in row.parts if number)
        for one, other in pairwise(boxes):
            assert one.top != other.top or abs(one.right - other.left) <= 0.02


@few
@given(SPANS, DAYS, st.integers(0, 5000), DAYS)
def test_timelines(spans: list[Span], first: date, days: int, as_of: date) -> None:
    for drawing in assert_is_sound(timeline("т", "о", spans, first, first + timedelta(days), as_of)):
        assert len(drawing.boxes(50)) + len(drawing.all("circle")) == len(spans)


@given(LABELS, st.fractions(5, 40, max_denominator=10), st.booleans())
def test_lines_of_text_are_not_wider_than_their_room_and_lose_nothing(
    text: str, width: Fraction, is_bold: bool
) -> None:
    lines = wrapped(text, width, is_bold=is_bold)
    assert all(width_of(line, is_bold) <= width for line in lines)
    kept = "".join(lines).replace("-", "").replace(" ", "")
    assert kept == text.replace("-", "").replace(" ", "")


@given(st.lists(NUMBERS, max_size=6), st.booleans())
def test_axes_hold_their_values_and_have_few_round_marks(numbers: list[Fraction], from_zero: bool) -> None:
    scale = scale_of(numbers, from_zero=from_zero)
    assert all(scale.low <= number <= scale.high for number in numbers)
    assert scale.ticks[0] == scale.low
    assert scale.ticks[-1] == scale.high
    assert 2 <= len(scale.ticks) <= 6
    assert scale.low == 0 or not from_zero


@given(st.integers(0, 40))
def test_things_in_groups_stand_evenly_with_the_last_of_all_first(number: int) -> None:
    groups = halving(range(number))
    assert sorted(each for group in groups for each in group) == list(range(number))
    shown: list[int] = []
    for group in groups:
        shown = sorted(shown + group)
        assert shown[-1] == number - 1
        assert len({other - one for one, other in pairwise(shown)}) <= 1
