"""The values of indicators as a table for a terminal: a word for every state, no colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from metodbank.commands.text_layout import table, wrapped
from metodbank.dates import in_words
from metodbank.indicators.score import Absence, State
from metodbank.models.indicator import REGION
from metodbank.open_data.documents import IndicatorsFile
from metodbank.open_data.documents_told import Asked
from metodbank.open_data.score_shapes import AssessmentData, ScoreData

HEAD = ("Показатель", "Значение", "Цель", "Состояние")
WIDTHS = (37, 17, 16, 24)
_ABSENT = {
    Absence.NO_DATA: State.NO_DATA.words,
    Absence.NOT_COMPUTABLE: State.NOT_COMPUTABLE.words,
    Absence.NOT_DUE: State.NOT_DUE.words,
    Absence.HIDDEN: "скрыто",
}

Cell = Sequence[str]
Cells = Sequence[Cell]


def indicators_text(told: IndicatorsFile, asked: Asked) -> str:
    """Return the values of one territory and one year, a table for each framework."""
    scores = {each.indicator: each for each in told.scores if not each.provider}
    place = next(each.title for each in told.territories if each.id == asked.territory)
    text = wrapped(f"{place}, {asked.year} год. По состоянию на {in_words(told.as_of)}")
    for framework in told.frameworks:
        rows = list(_of_framework(told, framework.id, scores))
        if rows:
            text += "\n" + wrapped(framework.short_title) + wrapped(framework.citation) + "\n"
            text += table(HEAD, rows, WIDTHS)
        text += "".join(_dropped(told, framework.id))
    named = {each.indicator for each in told.statements if not each.dropped_reason}
    others = [_row(told, "", each, None) for each in scores.values() if each.indicator not in named]
    if others:
        text += "\nВне систем показателей\n\n" + table(HEAD, others, WIDTHS)
    return text


def _of_framework(told: IndicatorsFile, framework: str, scores: dict[str, ScoreData]) -> Iterator[Cells]:
    assessed = {each.statement: each for each in told.assessments if each.framework == framework}
    for statement in told.statements:
        is_asked = statement.framework == framework and not statement.dropped_reason
        if is_asked and statement.indicator in scores:
            score = scores[statement.indicator]
            reason = "пункт относится к региону в целом" if statement.applies_to == REGION else ""
            yield _row(told, statement.number, score, assessed.get(statement.id), reason)


def _dropped(told: IndicatorsFile, framework: str) -> Iterator[str]:
    """Yield what the region took out of a framework, and why."""
    for each in told.statements:
        if each.framework == framework and each.dropped_reason:
            number = f"{each.number} " if each.number else ""
            yield wrapped(f"Регион исключил пункт {number}«{each.name}»: {each.dropped_reason}", 0, 2)


def _row(
    told: IndicatorsFile, number: str, score: ScoreData, found: AssessmentData | None, unassessed: str = ""
) -> Cells:
    title = next(each.short_title for each in told.indicators if each.id == score.indicator)
    is_raw = found is not None and not found.target_text and bool(found.target_raw)
    target = found.target_text if found else ""
    return (
        (f"{number} {title}".strip(), score.indicator),
        (score.text or _ABSENT[score.absence], *score.brief_remarks),
        (target or "не установлена", *([f"«{found.target_raw}»"] if found and is_raw else [])),
        (*_state(found, unassessed), *_reason(score, found)),
    )


def _state(found: AssessmentData | None, unassessed: str) -> Cell:
    if found is not None:
        return found.standing_text, *([found.why_so] if found.why_so else [])
    return (f"не оценивается: {unassessed}" if unassessed else "не оценивается",)


def _reason(score: ScoreData, found: AssessmentData | None) -> Iterator[str]:
    """Yield why there is no value, where the state does not say it."""
    if score.absence is Absence.NOT_DUE:
        # The value beside it says that it is not due; so does the state, where it is not another one.
        if found is None or found.state is not State.NOT_DUE:
            yield score.reason
    elif score.reason and (found is None or score.reason not in found.reason):
        yield score.absence_text
