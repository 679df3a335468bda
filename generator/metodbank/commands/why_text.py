"""What explains one value of an indicator, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from metodbank.commands.text_layout import wrapped
from metodbank.dates import in_words
from metodbank.indicators.score import Absence
from metodbank.open_data.definition_shapes import AmbiguityData, IndicatorData
from metodbank.open_data.documents import AskingData, WhyFile
from metodbank.open_data.score_shapes import (
    AssessmentData,
    CountData,
    GroundData,
    LeftOutData,
    OwnRowData,
    ScoreData,
)
from metodbank.russian_words import number_text

HIDDEN = "скрыто"


def why_text(told: WhyFile) -> str:
    """Return the whole explanation."""
    sections = (
        _head(told),
        _count("Числитель", told.score.numerator, told.score),
        _count("Знаменатель", told.score.denominator, told.score),
        _scores("По территориям", told.inside),
        _scores("По организациям", told.providers),
        _related(told),
        _asking("Кто спрашивает", told, is_followed=True),
        _asking("Спрашивают и другие документы, за ними база не следит", told, is_followed=False),
        _definition(told.indicator),
        _ambiguities("Что документы не говорят", told.indicator.ambiguities),
    )
    return "\n".join(section for section in sections if section)


def _head(told: WhyFile) -> str:
    score, indicator = told.score, told.indicator
    lines = [
        wrapped(f"{indicator.short_title}: {score.name}, {score.year} год"),
        wrapped(indicator.title),
        wrapped(f"На {in_words(score.moment)}"),
        "\n",
        wrapped(score.text or score.absence_text),
    ]
    if score.formula:
        lines.append(wrapped(score.formula, 2))
    remarks = (score.coverage_text, score.status_text, score.remark, score.source)
    lines += [wrapped(remark, 2) for remark in remarks if remark]
    if score.own:
        lines.append(wrapped(_own(score.own), 2, 2))
    return "".join(lines)


def _own(own: OwnRowData) -> str:
    begin = f"своя строка территории ({own.file}:{own.line}, {own.status_text})"
    if own.reason:
        return f"{begin}: {own.reason}"
    parts = [number_text(each) for each in (own.numerator, own.denominator) if each is not None]
    of_parts = f" ({' / '.join(parts)})" if parts else ""
    differs = own.difference_text or "ничем"
    return f"{begin}: {own.value_text}{of_parts}; отличие от суммы территорий: {differs}"


def _count(role: str, count: CountData | None, score: ScoreData) -> str:
    if count is None:
        return ""
    is_hidden = score.absence is Absence.HIDDEN
    value = count.text or (HIDDEN if is_hidden else "неизвестно")
    text = wrapped(f"{role}: {count.title} — {value}")
    if count.counted:
        text += "  Посчитано:\n"
        text += "".join(_ground(each, is_hidden or count.value is not None) for each in count.counted)
    if count.left_out:
        text += "  Не посчитано:\n"
        text += "".join(_ground(each, is_hidden_if_unknown=False) for each in count.left_out)
    return text


def _ground(ground: GroundData, is_hidden_if_unknown: bool) -> str:
    amount = ""
    if ground.amount is not None:
        amount = f" — {number_text(ground.amount)}" if ground.territory or ground.amount != 1 else ""
    elif is_hidden_if_unknown:
        amount = f" — {HIDDEN}"
    reason = f": {ground.reason}" if isinstance(ground, LeftOutData) else ""
    place = f"{ground.file}:{ground.line}" if ground.line else ground.file
    beside = "; ".join(each for each in (place, ground.status_text, ground.source, ground.note) if each)
    return wrapped(f"{ground.text}{amount}{reason}{f' ({beside})' if beside else ''}", 4, 2)


def _scores(title: str, scores: Sequence[ScoreData]) -> str:
    if not scores:
        return ""
    return f"{title}\n" + "".join(
        wrapped(f"{each.name}: {each.formula or each.text or each.absence_text}", 2, 2) for each in scores
    )


def _related(told: WhyFile) -> str:
    if not told.indicator.related:
        return ""
    values = {each.indicator: each.text or each.absence_text for each in told.related}
    lines = []
    for each in told.indicator.related:
        value = f" — {values[each.indicator]}" if each.indicator in values else ""
        text = f"{each.relation_text}: {each.short_title} ({each.indicator}){value}"
        note = f"{'' if text.endswith('.') else '.'} {each.note}" if each.note else ""
        lines.append(wrapped(f"{text}{note}", 2, 2))
    return "Связанные показатели\n" + "".join(lines)


def _asking(title: str, told: WhyFile, *, is_followed: bool) -> str:
    asking = [each for each in told.asking if each.framework.is_followed is is_followed]
    if not asking:
        return ""
    # What is told of the indicator itself stands below, once.
    known = set(told.indicator.ambiguities)
    return f"{title}\n" + "".join(line for each in asking for line in _statement(each, known))


def _statement(told: AskingData, known: set[AmbiguityData]) -> Iterator[str]:
    framework, statement = told.framework, told.statement
    number = f", {statement.number}" if statement.number else ""
    state = f" ({framework.state})" if framework.state else ""
    yield wrapped(f"{framework.short_title}{number}: «{statement.name}»", 2, 2)
    yield wrapped(f"{framework.citation}{state}", 4, 2)
    for label, text in (
        ("пункт", statement.clause),
        ("сноска", statement.footnote),
        ("единица в документе", statement.unit),
        ("от чего считает документ", statement.base_in_document),
        ("что засчитывается", statement.event),
        ("чем заменена", framework.superseded_by),
        ("регион исключил пункт", statement.dropped_reason),
        ("регион изменил", ", ".join(_small(each) for each in (*framework.changed, *statement.changed))),
    ):
        if text:
            yield wrapped(f"{label}: {text}", 4, 2)
    for target in statement.targets:
        remarks = (
            target.text or "не установлена",
            "сравнение выведено" if target.operator_inferred else "",
            "задним числом" if target.is_retrospective else "",
            target.note,
        )
        yield wrapped(f"{target.year}: «{target.raw}» — {'; '.join(each for each in remarks if each)}", 4, 2)
    if not statement.targets:
        yield wrapped("целей документ не называет", 4)
    if told.assessment:
        yield wrapped(f"→ {_state(told.assessment)}", 4, 2)
    for each in (each for each in statement.ambiguities if each not in known):
        yield wrapped(f"неясно: {each.question} Прочитано так: {each.reading}", 4, 2)


def _state(told: AssessmentData) -> str:
    why = f" ({told.why_so})" if told.why_so else ""
    return f"{told.standing_text}{why}"


def _definition(told: IndicatorData) -> str:
    if told.is_own:
        changed = f"показатель региона, {told.file}"
    else:
        changed = f"{', '.join(told.changed).lower()} — {told.file}" if told.changed else ""
    facts = (
        ("Единица", told.unit_text), ("Что лучше", told.direction_text), ("Одна единица", told.one_unit),
        ("Накопление", told.accumulation), ("Для кого", told.scope), ("Как часто", told.frequency),
        ("Регион изменил" if not told.is_own else "Откуда", changed), ("Примечание", told.note),
    )  # fmt: skip
    text = "Как считается\n"
    text += "".join(wrapped(f"{title}: {value}", 2, 2) for title, value in facts if value)
    return text + "".join(wrapped(f"«{each.text}» — {each.where}", 2, 2) for each in told.wordings)


def _ambiguities(title: str, told: Sequence[AmbiguityData]) -> str:
    if not told:
        return ""
    return f"{title}\n" + "".join(
        wrapped(f"{each.question}", 2, 2) + wrapped(f"Прочитано так: {each.reading}", 4, 2) for each in told
    )


def _small(text: str) -> str:
    """Return a title of a field as it stands inside a sentence."""
    return text[:1].lower() + text[1:]
