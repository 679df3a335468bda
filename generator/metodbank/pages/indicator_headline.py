"""The first screen of an indicator: its value, what it means in words, how it stands, what a target wants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from metodbank.indicators.goals import to_goal
from metodbank.indicators.score import State
from metodbank.indicators.standing import covered_text
from metodbank.indicators.wording import lacking_text, to_goal_text
from metodbank.models.framework import Target
from metodbank.models.indicator import PER_ONE
from metodbank.open_data.score_shapes import AssessmentData, CountData, ScoreData
from metodbank.open_data.telling import Telling
from metodbank.pages.indicator_views import GoalView, ScoreView, ScoreViews
from metodbank.pages.wording import capitalized
from metodbank.russian_words import number_text

_HELD = (State.REACHED, State.NOT_REACHED, State.NOT_DUE)


@dataclass(frozen=True, slots=True)
class HeadlineView:
    """The value with the target that matters most, the sentences that explain both, all other targets."""

    score: ScoreView
    absence: str
    goal: GoalView | None
    made_of: str
    to_goals: tuple[str, ...]
    other_goals: tuple[GoalView, ...]


def headline_view(
    telling: Telling, views: ScoreViews, told: ScoreData, found: Sequence[AssessmentData], unit: str
) -> HeadlineView:
    """Return the first screen; `unit` is a value of `indicator-units`."""
    main = next((each for each in found if each.state in _HELD and each.target_text), None)
    main = main or next(iter(found), None)
    return HeadlineView(
        score=views.score(told, is_open=True),
        absence=capitalized(told.absence_text),
        goal=views.goal(main) if main else None,
        made_of=made_of(told, unit),
        to_goals=tuple(_to_goals(telling, told, main)) if main else (),
        other_goals=tuple(views.goal(each) for each in found if each is not main),
    )


def made_of(told: ScoreData, unit: str) -> str:
    """Return what the value is made of in words: «13 из 20 человек — те, кто…»; empty without its numbers."""
    above, below = told.numerator, told.denominator
    if not told.text or above is None or above.value is None:
        return ""
    if below is None:
        return f"{above.text} — {above.title}"
    if below.value is None:
        return ""
    if unit == PER_ONE:
        return f"{above.text} — {above.title}; {below.text} — {below.title}"
    return f"{number_text(above.value)} из {lacking_text(below.value, below.unit)} — {above.title}"


def _to_goals(telling: Telling, told: ScoreData, main: AssessmentData) -> Iterator[str]:
    """Yield what the target of the year wants yet, then the next one of the same statement."""
    goal = main.to_goal
    if goal is not None and not (main.state is State.REACHED and not goal.number):
        more = 0 if goal.is_fewer else goal.number
        text = goal.text if goal.number else ""
        yield _sentence(told, main.year, main.target_text, text, more, main.partly)
    target = _next_target(telling, main) if main.year == telling.scoring.default_year() else None
    if target is None or target.value is None:
        return
    score = telling.scoring.score(main.indicator, told.territory, main.year)
    definition = telling.base.indicators[main.indicator].definition
    missing = to_goal(score, target.operator or definition.direction, target.value)
    if missing is not None:
        more = 0 if missing.is_fewer else missing.number
        text = to_goal_text(missing) if missing.number else ""
        partly = covered_text(score)
        yield _sentence(told, target.year, _target_text(telling, main, target), text, more, partly)


def _next_target(telling: Telling, main: AssessmentData) -> Target | None:
    asked = [
        target
        for layered, statement, target in telling.targets_of(main.indicator)
        if (layered.id, statement.id) == (main.framework, main.statement) and target.year > main.year
    ]
    return min(asked, key=lambda target: target.year, default=None)


def _target_text(telling: Telling, main: AssessmentData, target: Target) -> str:
    statement = telling.base.frameworks[main.framework].definition.statement(main.statement)
    return telling.definitions.target_text(statement, target) if statement else ""


def _sentence(told: ScoreData, year: int, target: str, text: str, more: int, partly: str) -> str:
    """Return the sentence about a target; `text` is what it lacks, empty if nothing.

    `more` are the units of the numerator that it lacks, `partly` over whose data the value is.
    """
    of_year = f"{year} года ({target})" if target else f"{year} года"
    over = f" {partly}" if partly else ""
    if not text:
        return f"Значение{over} уже отвечает цели {of_year}."
    above = told.numerator
    if not more or above is None or above.value is None:
        return f"До цели {of_year}{over} {text.removeprefix('до цели ')}."
    needed = f"{number_text(above.value + more)}{_of(told.denominator)}"
    return f"До цели {of_year}{over} не хватает {lacking_text(more, above.unit)}: нужно {needed}."


def _of(below: CountData | None) -> str:
    return "" if below is None or below.value is None else f" из {number_text(below.value)}"
