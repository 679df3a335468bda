"""Charts: kept drawings, places worked out by hand, and what readers without colours, eyes or room get."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from fractions import Fraction

import pytest

from drawn_charts import YEARS_MARGINS, Drawn, drawings_of, html_of, length
from golden_charts import BARS, FOLDER, GOALS, LEGEND, VALUES, charts, golden
from knowledge_bases import REPOSITORY
from metodbank.charts import (
    Bar,
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
from metodbank.charts.layouts import layouts_of
from metodbank.charts.shapes import BOLD
from metodbank.charts.year_labels import AFTER, BEFORE

SHEET = (REPOSITORY / "generator" / "metodbank" / "assets" / "charts.css").read_text("utf-8")
NAMES = tuple(charts())


def drawn(chart_name: str) -> list[Drawn]:
    return [Drawn(text) for text in drawings_of(charts()[chart_name])]


def places(drawing: Drawn, tag: str, look: str, *names: str) -> list[tuple[str, ...]]:
    return [tuple(each.attrib[name] for name in names) for each in drawing.all(tag, look)]


def words(drawing: Drawn, look: str = "") -> list[str]:
    return [each.text or "" for each in drawing.all("text", f"mb-chart__{look}" if look else "")]


def test_drawings_are_as_they_are_kept() -> None:
    kept = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.svg")}
    assert len(kept) == 11
    assert golden() == kept


@pytest.mark.parametrize("name", NAMES)
def test_every_drawing_is_named_and_every_name_is_its_own(name: str) -> None:
    chart = charts()[name]
    html = html_of(chart)
    ids = Counter(re.findall(r' id="([^"]*)"', html))
    assert ids.most_common(1)[0][1] == 1
    used = re.findall(r"url\(#([^)]*)\)", html) + re.findall(r' aria-[a-z]*by="([^"]*)"', html)
    assert set(used) <= set(ids)
    for drawing in drawn(name):
        title, *rest = drawing.root
        assert title.text == chart.title
        assert drawing.root.attrib["aria-labelledby"] == title.attrib["id"]
        if chart.description:
            assert rest[0].text == chart.description
            assert drawing.root.attrib["aria-describedby"] == rest[0].attrib["id"]
    assert "style=" not in html


def test_two_charts_of_the_same_content_are_told_apart_by_name() -> None:
    one, other = (years_chart("т", "", VALUES, GOALS, name=name) for name in ("a", "b"))
    assert one.id != other.id
    assert one == years_chart("т", "", VALUES, GOALS, name="a")


def test_a_chart_with_links_is_a_group_and_without_them_one_picture() -> None:
    assert {each.root.attrib["role"] for each in drawn("bars")} == {"group"}
    assert {each.root.attrib["role"] for each in drawn("stack")} == {"img"}
    assert [each.attrib["href"] for each in drawn("bars")[0].all("a")] == ["borovoy.html"]


def test_whatever_a_text_holds_is_escaped() -> None:
    evil = '<script>"&'
    made = bars_chart(evil, evil, [Bar(evil, Fraction(1), evil, href='"><b>')], Fraction(1), evil)
    html = html_of(made)
    assert "<script" not in html
    assert "<b>" not in html
    assert words(Drawn(drawings_of(made)[1]), "label-value") == [evil]


def test_points_lines_and_steps_stand_where_the_numbers_say() -> None:
    values = [YearValue(2023, Fraction(50), "50 %"), YearValue(2024, Fraction(100), "100 %")]
    made = years_chart("т", "", values, [YearGoal(2024, Fraction(75), "75 %")])
    drawing = Drawn(drawings_of(made)[0])
    assert places(drawing, "circle", "mb-chart__point", "cx", "cy") == [("25%", "7em"), ("75%", "2em")]
    assert places(drawing, "line", "mb-chart__line", "x1", "y1", "x2", "y2") == [("25%", "7em", "75%", "2em")]
    assert places(drawing, "line", "mb-chart__goal", "x1", "y1", "x2", "y2") == [
        ("50%", "4.5em", "100%", "4.5em")
    ]
    assert words(drawing, "tick") == ["0\u00a0%", "50\u00a0%", "100\u00a0%"]
    assert places(drawing, "line", "mb-chart__axis", "y1") == [("12em",)]


def test_a_year_without_a_value_breaks_the_line_and_says_so() -> None:
    (drawing,) = drawn("years")
    assert len(drawing.all("line", "mb-chart__line")) == 1
    assert len(drawing.all("circle", "mb-chart__point")) == 2
    assert len(drawing.all("circle", "mb-chart__point-preliminary")) == 1
    assert words(drawing, "absent") == ["нет", "данных"]
    assert len(drawing.all("line", "mb-chart__missing")) == 1


def test_targets_are_steps_with_their_numbers_and_the_legend_has_their_words() -> None:
    (drawing,) = drawn("years")
    assert sorted(words(drawing, "goal-text")) == ["50\u00a0%", "60\u00a0%", "80\u00a0%"]
    risers = [
        each for each in drawing.all("line", "mb-chart__goal") if each.attrib["x1"] == each.attrib["x2"]
    ]
    assert [each.attrib["x1"] for each in risers] == ["40%", "80%"]
    assert [sign.text for sign in charts()["years"].signs] == [
        "значение", "предварительное значение", "цель: не менее", "нет данных",
    ]  # fmt: skip


def test_targets_that_say_different_words_keep_them() -> None:
    goals = [YearGoal(2023, Fraction(5), "не менее 5"), YearGoal(2024, Fraction(9), "от 9")]
    made = years_chart("т", "", [YearValue(2023, Fraction(5), "5")], goals)
    assert set(words(Drawn(drawings_of(made)[0]), "goal-text")) == {"не менее 5", "от 9"}
    assert [sign.text for sign in made.signs] == ["значение", "цель"]


def test_two_targets_of_one_year_are_two_steps_that_nothing_joins() -> None:
    goals = [
        YearGoal(2023, Fraction(5), "5"),
        YearGoal(2023, Fraction(9), "9"),
        YearGoal(2024, Fraction(9), "9"),
    ]
    drawing = Drawn(drawings_of(years_chart("т", "", [], goals))[0])
    assert len(drawing.all("line", "mb-chart__goal")) == 3


def test_an_axis_of_large_numbers_says_that_it_does_not_begin_at_nothing() -> None:
    values = [YearValue(year, Fraction(1200 + year - 2020), str(year)) for year in range(2020, 2025)]
    assert years_chart("т", "", values).notes == ("Ось начинается с 1\u00a0200, не с нуля.",)
    shares = [YearValue(each.year, Fraction(90), "90 %") for each in values]
    assert years_chart("т", "", shares).notes == ()


def test_bars_are_as_long_as_their_values_and_the_goal_stands_among_them() -> None:
    narrow, _, broad = drawn("bars")
    assert places(narrow, "rect", "mb-chart__own", "x", "width") == [("0%", "65%")]
    assert places(narrow, "rect", "mb-chart__bar", "x", "width") == [("0%", "88%")]
    assert {each.attrib["x1"] for each in narrow.all("line", "mb-chart__goal")} == {"60%"}
    assert len(narrow.all("line", "mb-chart__goal")) == len(BARS)
    # Words have two fifths and a fiftieth of the width, and 88 % of what is left is 51,04 %.
    assert places(broad, "rect", "mb-chart__bar", "x", "width") == [("42%", "51.04%")]


def test_bars_say_what_colours_say() -> None:
    for drawing in drawn("bars"):
        assert "► Заречный" in " ".join(words(drawing, "own-label"))
        (hatched,) = drawing.all("rect", "mb-chart__partial")
        assert hatched.attrib["fill"] == f"url(#{drawing.all('pattern')[0].attrib['id']})"
        assert len(drawing.all("line", "mb-chart__missing")) == 1
        assert words(drawing, "label-value")[-1] == "нет данных"
    assert [sign.text for sign in charts()["bars"].signs] == [
        "► Заречный муниципальный округ", "данные неполные", "цель 60\u00a0%",
    ]  # fmt: skip


def test_a_long_chart_is_drawn_in_parts_between_which_paper_may_break() -> None:
    made = bars_chart("т", "", [Bar(f"Район {n}", Fraction(n), str(n)) for n in range(60)])
    parts = [Drawn(text) for text in drawings_of(made)]
    titles = [each.root[0].text for each in parts if each.room == "broad"]
    assert titles == ["т, часть 1 из 3", "т, часть 2 из 3", "т, часть 3 из 3"]
    assert [len(each.boxes(50)) for each in parts if each.room == "broad"] == [25, 25, 10]


def test_parts_of_a_stack_follow_one_another_and_are_named_with_their_numbers() -> None:
    narrow = drawn("stack")[0]
    found = [(each.look, round(each.left, 2), round(each.right, 2)) for each in narrow.boxes(15)]
    assert found == [
        ("state-done", 0, 12), ("state-overdue", 12, 15),
        ("state-done", 0, 2), ("state-unknown", 2, 6),
    ]  # fmt: skip
    said = " ".join(words(drawn("stack")[2], "said")).replace("\u00a0", " ")
    assert said == "✓ выполнено: 12, ! просрочено: 3 ✓ выполнено: 2, – сведений нет: 4"
    assert [sign.text for sign in charts()["stack"].signs] == [word for _, word in LEGEND]
    # What is done is plain; the others differ without a colour.
    paths = [pattern[1].attrib["d"] for pattern in narrow.all("pattern")]
    assert len(paths) == len(set(paths)) == 2


def test_a_state_without_a_word_is_shown_by_its_name() -> None:
    made = stack_chart("т", "", [StackRow("а", (("odd", 1),))], ())
    assert [sign.text for sign in made.signs] == ["odd"]


def test_spans_stand_in_the_calendar_and_what_is_beyond_is_cut_and_marked() -> None:
    narrow = drawn("timeline")[0]
    # The two years have 731 days: 91 of the first quarter of 2024.
    (done,) = places(narrow, "rect", "mb-chart__state-done", "x", "width")
    assert done == ("0%", "12.45%")
    (running,) = places(narrow, "rect", "mb-chart__state-in-progress", "x", "width")
    assert running == ("0%", "100%")
    assert words(narrow, "beyond") == ["◂", "▸"]
    # One day is too short for a bar; 248 days and a half of 731.
    (point,) = narrow.all("circle", "mb-chart__state-overdue")
    assert point.attrib["cx"] == "33.99%"
    # The day of the line, 324 days after the first one.
    assert places(narrow, "line", "mb-chart__today", "x1", "x2") == [("44.32%", "44.32%")]
    assert "на 20.11.2024" in words(narrow)


@pytest.mark.parametrize(
    ("last", "marks"),
    [
        (
            date(2024, 12, 31),
            ["янв", "июл", "апр", "окт", "фев", "мар", "май", "июн", "авг", "сен", "ноя", "дек"],
        ),
        (date(2025, 12, 31), ["I", "III", "I", "III", "II", "IV", "II", "IV"]),
        (date(2030, 12, 31), []),
    ],
)
def test_the_calendar_names_months_quarters_or_only_years(last: date, marks: list[str]) -> None:
    first = date(2024, 1, 1)
    made = timeline("т", "", [Span("а", first, last, "done", "б")], first, last, date(2020, 1, 1))
    broad = Drawn(drawings_of(made)[2])
    years = [str(year) for year in range(2024, last.year + 1)]
    assert sorted(words(broad, "tick")) == sorted([*years, *marks])
    assert broad.all("line", "mb-chart__today") == []


def test_a_span_after_the_first_of_its_row_needs_no_label() -> None:
    first, last = date(2024, 1, 1), date(2024, 12, 31)
    spans = [Span("Работа", first, first, "done", "да"), Span("", last, last, "done", "нет")]
    for text in drawings_of(timeline("т", "", spans, first, last, first)):
        assert words(Drawn(text), "label") == ["Работа"]


def test_a_tiny_line_has_no_letters_and_marks_the_last_value() -> None:
    (drawing,) = drawn("sparkline")
    assert words(drawing) == []
    assert len(drawing.all("circle", "mb-chart__point")) == 1
    # 2021 stands alone between the margin and the gap.
    assert len(drawing.all("circle", "mb-chart__lone")) == 1
    assert "<figure" not in html_of(charts()["sparkline"])


def test_charts_of_nothing_are_drawn_too() -> None:
    empty = (
        years_chart("т", "", [], []),
        bars_chart("т", "", []),
        sparkline("т", []),
        stack_chart("т", "", [], []),
        stack_chart("т", "", [StackRow("а", (("done", 0),))], [("done", "б")]),
        timeline("т", "", [], date(2024, 1, 1), date(2024, 1, 1), date(2024, 1, 1)),
    )
    for chart in empty:
        assert all(Drawn(text).height >= 0 for text in drawings_of(chart))


def test_the_style_sheet_knows_the_rooms_the_layouts_and_the_margins() -> None:
    rooms = re.findall(r"@container \(min-width: (\d+)em\) \{\s*\.mb-from-(\d+) \{", SHEET)
    assert rooms == [(str(room), str(room)) for room in ROOMS[1:]]
    for layout in layouts_of([])[1:]:
        block = SHEET.partition(f"@container (min-width: {layout.least}em) {{")[2].partition("@container")[0]
        assert re.search(rf"--{layout.room} \{{\s*display: block;", block)
    before, after = (f"padding-{side}: {margin}em;" for side, margin in (("left", BEFORE), ("right", AFTER)))
    assert before in SHEET
    assert after in SHEET
    assert (float(BEFORE), float(AFTER)) == YEARS_MARGINS


def test_every_look_has_its_own_rule_but_the_plainest() -> None:
    made = "".join(map(html_of, charts().values()))
    looks = set(re.findall(r'class="(mb-chart__[a-z-]*)"', made))
    ruled = set(re.findall(r"\.(mb-chart__[a-z-]+)", SHEET))
    assert len(looks) > 20
    assert {look.removeprefix("mb-chart__") for look in looks - ruled} == {"label", "part", "beyond"}


def test_letters_that_are_bold_are_known_to_be_wider() -> None:
    (bold,) = re.findall(r":is\(([^)]*)\) \{\s*font-weight: 600;", SHEET)
    assert set(bold.replace(".mb-chart__", "").split(", ")) == BOLD


def test_samples_of_the_legend_are_not_read_out() -> None:
    html = html_of(charts()["stack"])
    assert html.count('aria-hidden="true"') == len(charts()["stack"].signs) == 3


def test_heights_are_those_of_what_is_in_them() -> None:
    for name in NAMES:
        for drawing in drawn(name):
            bottoms = [each.bottom for each in drawing.texts(60)]
            bottoms += [length(each.attrib["y2"], 0) for each in drawing.all("line")]
            assert max(bottoms) <= drawing.height + 0.01
