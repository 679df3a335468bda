"""How a value stands in words, before its term and after it, and over incomplete data: all by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from metodbank.indicators.standing import Standing, goal_text, partly_text, standing_of, standing_text
from scored_bases import assessed, scoring_of, write_scored_base

DAY = "2025-06-01"
ROWS = (
    f"young;okrug;6;20;;{DAY};a young;sever;5;20;;{DAY};a teams;okrug;9;20;;{DAY};a teams;sever;;;70;{DAY};a"
)
EARLY, LATE = date(2025, 12, 30), date(2025, 12, 31)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


# `young` wants 30 %: 6 of 20 are 30 %, 5 are 25 %. `teams` wants 60 %: 9 of 20 are three short.
@pytest.mark.parametrize(
    ("statement", "place", "as_of", "standing", "text"),
    [
        ("s-young", "okrug", EARLY, Standing.ANSWERS, "срок не наступил; уже отвечает цели"),
        ("s-young", "okrug", LATE, Standing.ANSWERS, "достигнут"),
        ("s-young", "sever", EARLY, Standing.SHORT, "срок не наступил; до цели 1 человек"),
        ("s-young", "sever", LATE, Standing.SHORT, "не достигнут; до цели 1 человек"),
        ("s-teams", "okrug", EARLY, Standing.SHORT, "срок не наступил; до цели 3 команды"),
        ("s-teams", "sever", EARLY, Standing.ANSWERS, "срок не наступил; уже отвечает цели"),
        ("s-teams", "yug", EARLY, Standing.NO_DATA, "срок не наступил; данных пока нет"),
        ("s-teams", "yug", LATE, Standing.NO_DATA, "нет данных"),
        ("s-later", "okrug", LATE, Standing.NONE, "срок не наступил"),
        ("s-bare", "okrug", LATE, Standing.NONE, "цель не установлена"),
    ],
)
def test_state_comes_first_and_then_how_it_stands_now(
    tmp_path: Path, statement: str, place: str, as_of: date, standing: Standing, text: str
) -> None:
    scoring = scoring_of(write_scored_base(tmp_path, y2025=ROWS), as_of)
    found = assessed(scoring, statement, place, 2025)
    assert (standing_of(found), plain(standing_text(found))) == (standing, text)


@pytest.mark.parametrize(("as_of", "state"), [(EARLY, "срок не наступил"), (LATE, "не рассчитывается")])
def test_hidden_value_says_that_it_is_hidden(tmp_path: Path, as_of: date, state: str) -> None:
    """One of three: a group so small would tell of persons, and neither verdict may be told of it."""
    root = write_scored_base(tmp_path, y2025=f"young;yug;1;3;;{DAY};a")
    found = assessed(scoring_of(root, as_of), "s-young", "yug", 2025)
    assert standing_of(found) is Standing.HIDDEN
    assert standing_text(found) == f"{state}; скрыто: малая группа"
    assert (partly_text(found), goal_text(found)) == ("", "")


@pytest.mark.parametrize(
    ("as_of", "numerator", "text", "goal"),
    [
        # 26 + 10 of 40 + 20 are 60 %: the target is met by two of three.
        (EARLY, 26, "срок не наступил; уже отвечает цели", "уже отвечает цели"),
        (LATE, 26, "достигнут", "цель достигнута"),
        # 25 + 10 of 60 are one short, whoever says nothing yet.
        (EARLY, 25, "срок не наступил; до цели 1 команда", "до цели 1 команда"),
        (LATE, 25, "не достигнут; до цели 1 команда", "до цели 1 команда"),
    ],
)
def test_verdict_over_incomplete_data_says_over_whose(
    tmp_path: Path, as_of: date, numerator: int, text: str, goal: str
) -> None:
    rows = f"teams;okrug;{numerator};40;;{DAY};a teams;sever;10;20;;{DAY};a"
    partly = "по тем, кто отчитался (2 из 3)"
    root = write_scored_base(tmp_path, y2025=rows)
    found = assessed(scoring_of(root, as_of), "s-teams", "region", 2025)
    assert plain(partly_text(found)) == partly
    assert plain(standing_text(found)) == f"{text} {partly}"
    assert plain(goal_text(found)) == (goal if goal.startswith("до цели") else f"{goal} {partly}")


def test_verdict_over_all_data_and_silence_over_none_say_nothing_of_it(tmp_path: Path) -> None:
    rows = "teams;okrug;26;40;;;a teams;sever;10;20;;;a teams;yug;20;20;;;a load;region;300;2;;;a"
    scoring = scoring_of(write_scored_base(tmp_path, y2025=rows), LATE)
    for statement, text in (("s-teams", "достигнут"), ("s-load", "достигнут"), ("s-young", "нет данных")):
        found = assessed(scoring, statement, "region", 2025)
        assert (partly_text(found), standing_text(found)) == ("", text)
