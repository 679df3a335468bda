"""In what the statements of several acts about one indicator differ, said in neutral words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from metodbank.models.framework import YES
from metodbank.open_data.definition_shapes import AmbiguityData, StatementData
from metodbank.russian_words import counted

NO_TARGETS = "целей нет"


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement with the words that name its place among others: its framework, and its clause if needed.

    `applies_to` is whom it is about, `framework` the short title of its framework.
    """

    place: str
    framework: str
    told: StatementData
    applies_to: str


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What some acts say of a thing, and which."""

    text: str
    places: str


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """A thing of which acts do not say the same."""

    title: str
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True)
class UnclearView:
    """What the acts leave open, how it is read, and whom that concerns."""

    told: AmbiguityData
    places: str


def verdict(placed: Sequence[Placed]) -> str:
    """Return whether figures under these statements can be held against each other, and why not."""
    if len(placed) == 1:
        return "Сравнивать не с чем: показатель стоит только здесь."
    words = len({_folded(each.told.name) for each in placed})
    told = f"Формулировок — {words} на {counted(len(placed), 'пункт', 'пункта', 'пунктов')}. "
    unlike = [name for _, name, answer in _COMPARED if name and len({answer(each) for each in placed}) > 1]
    if unlike:
        return f"{told}Напрямую сравнивать нельзя: документы расходятся {_listed(unlike)}."
    targets = "цели расходятся" if _unlike_targets(placed) else "цели тоже"
    return f"{told}Единица, база и то, что засчитывается, не расходятся, {targets}."


def differences(placed: Sequence[Placed]) -> tuple[DifferenceView, ...]:
    """Return each thing of which the statements do not say the same.

    Targets of a year are held against each other only where all are in one unit.
    """
    found = [_difference(title, placed, answer) for title, _, answer in _COMPARED]
    if len(found[0].answers) == 1:
        found += [_difference("Сравнение с целью", filter(_comparison, placed), _comparison)]
        found += _of_years(placed)
    return tuple(each for each in found if len(each.answers) > 1)


def unclear(placed: Iterable[Placed]) -> tuple[UnclearView, ...]:
    """Return what the statements leave open, each question once."""
    found: dict[tuple[str, str], tuple[AmbiguityData, dict[str, None]]] = {}
    for each in placed:
        for told in each.told.ambiguities:
            known = found.setdefault((told.question, told.reading), (told, {}))
            known[1][each.framework] = None
    return tuple(UnclearView(told, "; ".join(places)) for told, places in found.values())


def target_years(told: StatementData) -> str:
    """Return the years that have a target: `2021–2024`, `2022, 2024`."""
    years = sorted(target.year for target in told.targets if target.text)
    return ", ".join(spans(years)) or NO_TARGETS


def spans(years: Sequence[int]) -> Iterator[str]:
    """Yield years that follow each other as one: `2021–2023`."""
    first = 0
    for place, year in enumerate(years):
        is_last = place + 1 == len(years) or years[place + 1] != year + 1
        if is_last:
            yield str(year) if place == first else f"{years[first]}–{year}"
            first = place + 1


def _difference(title: str, placed: Iterable[Placed], answer: Callable[[Placed], str]) -> DifferenceView:
    found: dict[str, list[str]] = {}
    for each in placed:
        found.setdefault(answer(each), []).append(each.place)
    return DifferenceView(title, tuple(AnswerView(text, "; ".join(where)) for text, where in found.items()))


def _of_years(placed: Sequence[Placed]) -> Iterator[DifferenceView]:
    for year in sorted({target.year for each in placed for target in each.told.targets if target.text}):
        wanted = partial(_on, year)
        yield _difference(f"Цель на {year} год", filter(wanted, placed), wanted)


def _on(year: int, each: Placed) -> str:
    """Return what is wanted of a year, empty where nothing is."""
    return next((target.text for target in each.told.targets if target.year == year), "")


def _unlike_targets(placed: Sequence[Placed]) -> bool:
    return len({tuple((t.year, t.text) for t in each.told.targets) for each in placed}) > 1


def _comparison(each: Placed) -> str:
    """Return how values are held against the targets, empty where there are none."""
    kinds = {target.operator for target in each.told.targets if target.text}
    return ", ".join(_OPERATORS.get(kind, kind) for kind in sorted(kinds))


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} и {parts[-1]}"


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("–", "-").replace("—", "-").split())


_OPERATORS = {"at-least": "не менее", "at-most": "не более", YES: "наличие"}
_COMPARED: tuple[tuple[str, str, Callable[[Placed], str]], ...] = (
    ("Единица", "в единице", lambda each: each.told.unit or "не указана"),
    ("База", "в базе", lambda each: each.told.base_in_document or "не названа"),
    ("Что засчитывается", "в том, что засчитывают", lambda each: each.told.event or "не сказано"),
    ("К кому относится", "в том, о ком говорят", lambda each: each.applies_to),
    ("Годы целей", "", lambda each: target_years(each.told)),
)
"""What is compared, how it is said after «расходятся» where it forbids comparing figures, the answer."""
