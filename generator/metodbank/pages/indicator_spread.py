"""What the values of territories show beside each other, in one Russian sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from metodbank.models.indicator import YES_NO
from metodbank.pages.wording import capitalized
from metodbank.russian_words import counted

_OF = "территории", "территорий", "территорий"


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """The value of a territory; `answers_goal` is None where there is no target or nothing to hold to it."""

    name: str
    value: Fraction | None
    text: str
    is_hidden: bool = False
    answers_goal: bool | None = None


Known = Sequence[tuple[PlaceValue, Fraction]]


def over_places(places: Sequence[PlaceValue], unit: str, goal: str = "") -> str:
    """Return the finding: how far apart, how many answer the target, how many tell nothing.

    `unit` is a value of `indicator-units`, `goal` names the target: «цели 2026 года (не менее 70 %)».
    """
    known = [(each, each.value) for each in places if each.value is not None]
    if not known and any(each.is_hidden for each in places):
        parts = ["Значения территорий скрыты из-за малых групп"]
    elif not known:
        parts = ["Значений территорий ещё нет"]
    else:
        first = _yes_or_no(known) if unit == YES_NO else _range(known)
        parts = [first, *_answering(places, goal)]
    return "; ".join([*parts, *_silent(places)]) if known else parts[0]


def _yes_or_no(known: Known) -> str:
    having = sum(value >= 1 for _, value in known)
    parts = (("есть у", having), ("нет у", len(known) - having))
    text = ", ".join(f"{word} {counted(number, *_OF)}" for word, number in parts if number)
    return capitalized(text)


def _range(known: Known) -> str:
    if len(known) == 1:
        only = known[0][0]
        return f"Значение есть у одной территории: {only.name}, {only.text}"
    low, high = (chosen(known, key=lambda each: each[1])[0] for chosen in (min, max))
    if low.text == high.text:
        return f"Значения территорий одинаковы: {low.text}"
    return f"От {low.text} ({_among(known, low)}) до {high.text} ({_among(known, high)})"


def _among(known: Known, end: PlaceValue) -> str:
    """Return who has the value: the one name, or how many."""
    alike = [each for each, _ in known if each.text == end.text]
    return end.name if len(alike) == 1 else places_text(len(alike))


def _answering(places: Sequence[PlaceValue], goal: str) -> Iterator[str]:
    held = [each for each in places if each.answers_goal is not None]
    if goal and held:
        answering = sum(bool(each.answers_goal) for each in held)
        of_all = counted(len(held), *_OF)
        if not answering:
            is_all = not any(each.is_hidden for each in places)
            yield f"{goal} не отвечает ни одно {'значение' if is_all else 'из показанных значений'}"
        elif answering == len(held) == 1:
            yield f"{goal} оно отвечает"
        else:
            yield f"{goal} отвечают значения {answering} из {of_all}"


def _silent(places: Sequence[PlaceValue]) -> Iterator[str]:
    hidden = sum(each.is_hidden for each in places)
    absent = sum(each.value is None and not each.is_hidden for each in places)
    if absent:
        yield f"значения нет: {places_text(absent)}"
    if hidden:
        yield f"скрыто из-за малых групп: {places_text(hidden)}"


def places_text(number: int) -> str:
    """Return so many territories: 3 территории."""
    return counted(number, "территория", "территории", "территорий")
