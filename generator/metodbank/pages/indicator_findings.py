"""What the values of an indicator over the years show, in one Russian sentence that holds in every case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from metodbank.models.indicator import AT_MOST, PERCENT, YES_NO
from metodbank.pages.wording import capitalized
from metodbank.russian_words import NO_BREAK

_FEWEST_OF_SPAN = 3


@dataclass(frozen=True, slots=True)
class YearPoint:
    """The value of a year as it is shown; without one `text` is empty, and it may be hidden."""

    year: int
    value: Fraction | None
    text: str
    is_preliminary: bool = False
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Aim:
    """The target that the values are held against, in words: «не менее 70 %», «наличие»."""

    year: int
    text: str


@dataclass(frozen=True, slots=True)
class _Words:
    noun: str
    up: str
    down: str
    same: str


_SHARE = _Words("доля", "выросла", "снизилась", "не изменилась")
_VALUE = _Words("значение", "выросло", "снизилось", "не изменилось")


def over_years(points: Sequence[YearPoint], unit: str, direction: str, aim: Aim | None = None) -> str:
    """Return the finding of the values in the order of their years, and the target beside it.

    `unit` is a value of `indicator-units`, `direction` one of `indicator-directions`.
    """
    known = [(each, each.value) for each in points if each.value is not None]
    if not known:
        parts = ["Значения скрыты из-за малых групп" if _hidden(points) else "Значений ещё нет"]
    elif unit == YES_NO:
        parts = [_yes_or_no(known), *_absent(points, known[0][0].year)]
    elif len(known) == 1:
        only = known[0][0]
        parts = [f"Значение есть за один год: {_in(only.year)} — {_shown(only)}"]
        parts += _absent(points, only.year)
    else:
        is_at_most = direction == AT_MOST
        parts = [_change(points, known, _SHARE if unit == PERCENT else _VALUE, is_at_most=is_at_most)]
        parts += [*_between(known), *_absent(points, known[0][0].year)]
    return "; ".join([*parts, *_of_aim(aim)])


def in_brief(points: Sequence[YearPoint], unit: str) -> str:
    """Return the way of the values in few words, for a cell of a table."""
    known = [(each, each.value) for each in points if each.value is not None]
    if not known:
        return "скрыто" if _hidden(points) else "значений нет"
    (first, low), (last, high) = known[0], known[-1]
    if len(known) == 1:
        return f"один год: {first.year}"
    ends = f"{first.text} в{NO_BREAK}{first.year}, {last.text} в{NO_BREAK}{last.year}"
    if first.text == last.text:
        return f"без изменений с{NO_BREAK}{first.year}: {last.text}"
    if unit == YES_NO:
        return ends
    return f"{'рост' if high > low else 'снижение'}: {ends}"


Known = Sequence[tuple[YearPoint, Fraction]]


def _change(points: Sequence[YearPoint], known: Known, words: _Words, *, is_at_most: bool) -> str:
    (first, low), (last, high) = known[0], known[-1]
    is_latest = last.year == points[-1].year
    since = f"С {first.year} года" if is_latest else f"С {first.year} по {last.year} год"
    notes = ["предварительно"] if last.is_preliminary else []
    if first.text == last.text:
        nearly = "" if low == high else "почти "
        text = f"{since} {words.noun} {nearly}{words.same}: {last.text}"
    else:
        verb = words.up if high > low else words.down
        text = f"{since} {words.noun} {verb} с {first.text} до {last.text}"
        notes += ["чем меньше, тем лучше"] if is_at_most else []
    return f"{text} ({'; '.join(notes)})" if notes else text


def _between(known: Known) -> Iterator[str]:
    """Yield the years between the ends that lie beyond both of them."""
    ends, inner = (known[0], known[-1]), known[1:-1]
    if not inner:
        return
    texts = {point.text for point, _ in ends}
    for chosen, word in ((max, "больше"), (min, "меньше")):
        point, value = chosen(inner, key=lambda each: each[1])
        is_beyond = all(value == chosen(value, end) and value != end for _, end in ends)
        if is_beyond and point.text not in texts:
            yield f"{_in(point.year)} было {word}: {point.text}"


def _yes_or_no(known: Known) -> str:
    having = [point.year for point, value in known if value >= 1]
    lacking = [point.year for point, value in known if value < 1]
    parts = [f"есть {_in(*having)}"] if having else []
    parts += [f"нет {_in(*lacking)}"] if lacking else []
    text = ", ".join(parts)
    note = " (предварительно)" if known[-1][0].is_preliminary else ""
    return capitalized(text) + note


def _absent(points: Iterable[YearPoint], since: int) -> Iterator[str]:
    """Yield the years after the first value that have none: there is none, or it is hidden."""
    empty = [each for each in points if each.value is None and each.year > since]
    for is_hidden, words in ((False, "значения нет"), (True, "значение скрыто")):
        years = [each.year for each in empty if each.is_hidden is is_hidden]
        if years:
            yield f"за {_years(years)} {'год' if len(years) == 1 else 'годы'} {words}"


def _of_aim(aim: Aim | None) -> Iterator[str]:
    if aim is not None:
        yield f"цель {aim.year} года — {aim.text}"


def _hidden(points: Iterable[YearPoint]) -> bool:
    return any(each.is_hidden for each in points)


def _shown(point: YearPoint) -> str:
    return f"{point.text} (предварительно)" if point.is_preliminary else point.text


def _in(*years: int) -> str:
    return f"в {_years(years)} {'году' if len(years) == 1 else 'годах'}"


def _years(years: Sequence[int]) -> str:
    """Return the years in order in words: 2021, 2023–2025 и 2027."""
    runs: list[list[int]] = [[years[0]]]
    for before, year in pairwise(years):
        if year == before + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    parts = [part for run in runs for part in _run(run)]
    return " и ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]


def _run(years: Sequence[int]) -> list[str]:
    if len(years) >= _FEWEST_OF_SPAN:
        return [f"{years[0]}–{years[-1]}"]
    return list(map(str, years))
