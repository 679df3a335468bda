"""`data/indicators.csv`: a row for each statement, territory and year; one of its own where none asks."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.indicators.score import State
from metodbank.indicators.wording import GOAL_REACHED
from metodbank.open_data.documents import IndicatorsFile
from metodbank.open_data.score_shapes import AssessmentData, CountData, ScoreData
from metodbank.open_data.writing import table

COLUMNS = (
    "показатель", "название", "территория", "название территории", "организация", "год", "значение",
    "числитель", "знаменатель", "единица", "почему значения нет", "система показателей", "пункт",
    "название пункта", "цель в документе", "цель", "состояние", "почему", "до цели", "отчитались",
    "должны были", "предварительно или утверждено", "на какой день", "источник", "файл", "строка",
)  # fmt: skip

_OF_ASSESSMENT = 8
"""So many columns tell of a target."""


def indicators_csv(told: IndicatorsFile) -> bytes:
    """Return the scores and assessments as a table."""
    return table((COLUMNS, *_rows(told)))


def _rows(told: IndicatorsFile) -> Iterator[tuple[str, ...]]:
    definitions = {each.id: each for each in told.indicators}
    statements = {(each.framework, each.id): each for each in told.statements}
    assessed: dict[tuple[str, str, int], list[AssessmentData]] = {}
    for each in told.assessments:
        assessed.setdefault((each.indicator, each.territory, each.year), []).append(each)
    for score in told.scores:
        key = score.indicator, score.territory, score.year
        definition = definitions[score.indicator]
        head = (
            score.indicator, definition.short_title, score.territory, score.name, score.provider,
            str(score.year), _decimal(score.value), _value(score.numerator), _value(score.denominator),
            definition.unit_text, score.absence_text,
        )  # fmt: skip
        of_score = [] if score.provider else assessed.get(key, [])
        for found in of_score:
            name = statements[found.framework, found.statement].name
            yield (*head, *_assessment(found, name), *_tail(score))
        if not of_score:
            yield (*head, *[""] * _OF_ASSESSMENT, *_tail(score))


def _assessment(found: AssessmentData, name: str) -> tuple[str, ...]:
    goal = found.to_goal.text if found.to_goal else GOAL_REACHED if found.state is State.REACHED else ""
    return (
        found.framework, found.statement, name, found.target_raw, found.target_text, found.state_text,
        "; ".join(part for part in (found.reason, found.partly) if part), goal,
    )  # fmt: skip


def _tail(score: ScoreData) -> tuple[str, ...]:
    coverage = score.coverage
    counted = score.numerator.counted if score.numerator else ()
    place = counted[0] if len(counted) == 1 else None
    return (
        str(coverage.reported) if coverage else "",
        str(coverage.expected) if coverage else "",
        score.status_text,
        score.moment.isoformat(),
        score.source,
        place.file if place else "",
        str(place.line) if place and place.line else "",
    )


def _value(count: CountData | None) -> str:
    return "" if count is None or count.value is None else str(count.value)


def _decimal(value: float | None) -> str:
    """Return the number as Russian spreadsheets read it."""
    return "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".").replace(".", ",")
