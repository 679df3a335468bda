"""Answers to what a form asks of values and of the base itself; all numbers come from `Telling`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from metodbank.dates import in_words
from metodbank.indicators.memo import Memo
from metodbank.indicators.score import Absence, State
from metodbank.models.indicator import YES_NO
from metodbank.open_data.documents import AskingData
from metodbank.open_data.score_shapes import CountData, ScoreData
from metodbank.open_data.telling import Telling
from metodbank.reporting.answer import Answer, Number, missing, shown_number
from metodbank.reporting.asked import Asked, Field, Word, WordAsked
from metodbank.reporting.basis import COUNTED, Basis, basis_of, source_of
from metodbank.reporting.goals import (
    act_text,
    goal_answer,
    is_yes_no,
    standing_answer,
    state_answer,
    statement_asked,
    target_answer,
    target_words,
    yes_answer,
)

UNKNOWN = "неизвестно"
_OF_TARGETS = {Field.TARGET, Field.TARGET_WORDS, Field.STATE, Field.STANDING, Field.TO_GOAL}
_ABSENT = {
    Absence.NO_DATA: State.NO_DATA.words,
    Absence.NOT_COMPUTABLE: State.NOT_COMPUTABLE.words,
    Absence.NOT_DUE: State.NOT_DUE.words,
}


class Answers:
    """Answers for one base as of one day."""

    def __init__(self, telling: Telling) -> None:
        self.telling = telling
        self._memo = Memo()

    @property
    def as_of(self) -> date:
        """Return the day of the report."""
        return self.telling.scoring.as_of

    def of(self, asked: Asked) -> Answer:
        """Return the answer with its ground."""
        score = self.score(asked.indicator, asked.territory, asked.year)
        act = act_text(self.asking(asked), asked.year) if asked.field in _OF_TARGETS else ""
        return self._plain(asked, score).resting_on(self._basis(score), act)

    def of_word(self, asked: WordAsked) -> Answer:
        """Return what was asked of the base itself."""
        base = self.telling.base
        region = base.region
        match asked.word:
            case Word.DAY:
                return Answer(in_words(self.as_of))
            case Word.YEAR:
                return Answer(str(asked.year), Number(Fraction(asked.year), is_plain=True))
            case Word.REGION:
                record = base.get("territory", self.telling.home)
                return Answer(record.data.name if record else region.name)
            case Word.BASE:
                return Answer(region.name)
            case Word.OPERATOR:
                found = region.operator and base.get("organization", region.operator)
                return _given(found.data.name if found else "")
            case Word.FRAMEWORK:
                name = asked.framework or next((each.id for each in self.telling.followed()), "")
                return _given(name and base.frameworks[name].definition.title)

    def score(self, indicator: str, territory: str, year: int) -> ScoreData:
        """Return a value as it may be told."""
        key = ("score", indicator, territory, year)
        return self._memo.get(key, lambda: self.telling.score(indicator, territory, year))

    def asking(self, asked: Asked) -> AskingData | None:
        """Return the statement that wants the value."""
        key = ("asking", asked.indicator, asked.territory, asked.year)
        all_of_it = self._memo.get(
            key, lambda: tuple(self.telling.asking(asked.indicator, asked.territory, asked.year))
        )
        return statement_asked(asked, all_of_it)

    def title(self, indicator: str) -> str:
        """Return the short title of an indicator."""
        return self.telling.base.indicators[indicator].definition.short_title

    def unit(self, indicator: str) -> str:
        """Return the unit of an indicator."""
        return self.telling.base.indicators[indicator].definition.unit

    def _name(self, asked: Asked, asking: AskingData | None) -> str:
        is_cited = asking is not None and bool(asked.framework)
        return asking.statement.name if asking is not None and is_cited else self.title(asked.indicator)

    def _own_value(self, asked: Asked, score: ScoreData, unit: str) -> Answer:
        """Return the value as the statement that was named asks for it: a number, or whether it is there."""
        asking = self.asking(asked) if asked.statement and unit != YES_NO else None
        if is_yes_no(asking, asked.year):
            return yes_answer(asking, score.text) or _absent(score)
        return _value(score, unit)

    def _unit(self, asked: Asked, asking: AskingData | None) -> Answer:
        if asked.statement and is_yes_no(asking, asked.year):
            return Answer(self.telling.base.word("indicator-units", YES_NO))
        return Answer(self.telling.indicator(asked.indicator).unit_text)

    def _basis(self, score: ScoreData) -> Basis:
        return basis_of(score, self.title(score.indicator), self.as_of)

    def _plain(self, asked: Asked, score: ScoreData) -> Answer:
        unit = self.unit(asked.indicator)
        asking = self.asking(asked)
        by_field: dict[Field, Callable[[], Answer]] = {
            Field.VALUE: lambda: self._own_value(asked, score, unit),
            Field.NUMERATOR: lambda: _count(score, score.numerator, "числителя"),
            Field.DENOMINATOR: lambda: _count(score, score.denominator, "знаменателя"),
            Field.TARGET: lambda: target_answer(asking, asked, unit),
            Field.TARGET_WORDS: lambda: target_words(asking, asked),
            Field.STATE: lambda: state_answer(asking),
            Field.STANDING: lambda: standing_answer(asking),
            Field.TO_GOAL: lambda: goal_answer(asking, None if score.text else _absent(score)),
            Field.COVERAGE: lambda: _coverage(score),
            Field.MOMENT: lambda: Answer(in_words(score.moment)),
            Field.SOURCE: lambda: _source(score),
            Field.FORMULA: lambda: Answer(score.formula) if score.formula else _absent(score),
            Field.STATUS: lambda: Answer(score.status_text or COUNTED) if score.text else _absent(score),
            Field.NAME: lambda: Answer(self._name(asked, asking)),
            Field.UNIT: lambda: self._unit(asked, asking),
        }
        return by_field[asked.field]()


def _value(score: ScoreData, unit: str) -> Answer:
    if not score.text:
        return _absent(score)
    return Answer(score.text, shown_number(Fraction(score.exact), unit, score.text))


def _count(score: ScoreData, count: CountData | None, whose: str) -> Answer:
    if count is None:
        return missing("нет", f"у показателя нет {whose}") if score.text else _absent(score)
    if count.value is not None:
        return Answer(count.text, Number(Fraction(count.value)))
    return _absent(score) if not score.text else missing(UNKNOWN, f"значение внесено без {whose}")


def _absent(score: ScoreData) -> Answer:
    if score.text:
        return missing(UNKNOWN, "значение внесено без числителя и знаменателя")
    return missing(_ABSENT.get(score.absence, score.reason), score.absence_text)


def _coverage(score: ScoreData) -> Answer:
    coverage = score.coverage
    if coverage is None:
        return Answer("для региона в целом")
    return Answer(score.coverage_text or ("сведения есть" if coverage.reported else "сведений нет"))


def _source(score: ScoreData) -> Answer:
    source = source_of(score)
    if source:
        return Answer(source)
    if not score.text:
        return _absent(score)
    return Answer(COUNTED) if not score.status_text else missing("не указан", "источник числа не внесён")


def _given(text: str | None) -> Answer:
    return Answer(text) if text else missing("не указано", "этого нет в region.yml")
