"""The numbers of a chart of a note, its finding for the title and its whole content in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from metodbank.models.indicator import YES_NO
from metodbank.open_data.score_shapes import ScoreData
from metodbank.reporting.answer import Answer
from metodbank.reporting.answers import Answers
from metodbank.reporting.asked import Asked, BlockAsked, Field
from metodbank.reporting.basis import Basis

_SIGNS = {"percent": "%", "per-one": "чел."}


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of values and targets by label; None where there is none to show. `is_bars` for territories."""

    title: str
    about: str
    unit: str
    labels: Sequence[str]
    values: Sequence[Fraction | None]
    targets: Sequence[Fraction | None]
    bases: Sequence[Basis]
    is_bars: bool = False


@dataclass(frozen=True, slots=True)
class _Point:
    label: str
    value: Answer
    target: Answer

    @property
    def words(self) -> str:
        """Return `2025: 73,1 %, цель — не менее 60 %`."""
        target = f", цель — {self.target.text}" if self.target.number else ""
        return f"{self.label}: {self.value.text}{target}"


def years_chart(answers: Answers, asked: BlockAsked) -> Chart | None:
    """Return values and targets of an indicator by year; None where there is no number to draw."""
    years = answers.telling.years_of(asked.indicator)
    asked = _by_one_statement(answers, asked)
    points = [_point(answers, asked, str(year), asked.territory, year) for year in years]
    known = [point for point in points if point.value.number]
    if not known:
        return None
    place = answers.telling.base.name_of("territory", asked.territory)
    last = known[-1]
    goal = f", цель — {last.target.text}" if last.target.number else ""
    finding = f"{last.value.text} в {last.label} году{goal}"
    return _chart(answers, asked, f"{answers.title(asked.indicator)}. {place}: {finding}", points)


def territories_chart(answers: Answers, asked: BlockAsked) -> Chart | None:
    """Return an indicator in the territories inside the base, the largest value first; None where none is."""
    base, telling = answers.telling.base, answers.telling
    inside = [each for each in telling.places_of(asked.indicator) if each != telling.home]
    scores = [answers.score(asked.indicator, each, asked.year) for each in inside]
    ordered = sorted(scores, key=_largest_first)
    points = [
        _point(answers, asked, base.name_of("territory", each.territory), each.territory, asked.year)
        for each in ordered
    ]
    known = [point for point in points if point.value.number]
    if not known:
        return None
    title, first, last = f"{answers.title(asked.indicator)}, {asked.year} год", known[0], known[-1]
    finding = f"{first.label} — {first.value.text}"
    if last is not first:
        finding = f"от {last.value.text} ({last.label}) до {first.value.text} ({first.label})"
    return _chart(answers, asked, f"{title}: {finding}", points, is_bars=True)


def _by_one_statement(answers: Answers, asked: BlockAsked) -> BlockAsked:
    """Return what is asked with the statement whose targets are drawn: those of two acts make no line."""
    if asked.statement:
        return asked
    asking = answers.asking(Asked(asked.indicator, asked.territory, asked.year))
    if asking is None:
        return asked
    return replace(asked, framework=asking.framework.id, statement=asking.statement.id)


def _point(answers: Answers, asked: BlockAsked, label: str, territory: str, year: int) -> _Point:
    framework = asked.framework if asked.statement else ""
    value = answers.of(Asked(asked.indicator, territory, year))
    target = answers.of(Asked(asked.indicator, territory, year, Field.TARGET, framework, asked.statement))
    return _Point(label, value, target)


def _chart(
    answers: Answers, asked: BlockAsked, title: str, points: Sequence[_Point], *, is_bars: bool = False
) -> Chart:
    unit = answers.unit(asked.indicator)
    return Chart(
        title=title,
        about="; ".join(point.words for point in points),
        unit="" if unit == YES_NO else _SIGNS.get(unit, ""),
        labels=[f"{point.label}: {point.value.text}" if is_bars else point.label for point in points],
        values=[_number(point.value) for point in points],
        targets=[_number(point.target) for point in points],
        bases=[point.value.basis for point in points if point.value.number and point.value.basis],
        is_bars=is_bars,
    )


def _number(answer: Answer) -> Fraction | None:
    return answer.number.value if answer.number else None


def _largest_first(score: ScoreData) -> tuple[bool, Fraction]:
    return not score.exact, -Fraction(score.exact or 0)
