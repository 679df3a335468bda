"""What the brackets of a form ask for, understood against one base, or why they cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from metodbank.near_names import NearNames
from metodbank.open_data.telling import Telling
from metodbank.reporting.asked import Asked, Block, BlockAsked, Field, Request, Unclear, Word, WordAsked
from metodbank.reporting.names import NameBook, Names, Subject
from metodbank.reporting.notation import Placeholder, folded

FIRST_YEAR, LAST_YEAR = 1990, 2100
_OF_INDICATOR = {Block.TERRITORIES, Block.CHART, Block.BARS}
_TERRITORY, _YEAR_SAID, _FIELD = "территория", "год", "что взять"
_YEAR = re.compile(r"([0-9]{4})(?: ?г(?:од)?\.?)?")
_RELATIVE = re.compile(r"год ?([-+]) ?([0-9]{1,2})")
_LIKE_AN_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?: [0-9.]+)?")


class Requests:
    """Understands brackets for one base; `year` is that of the report."""

    def __init__(self, telling: Telling, year: int) -> None:
        self._names = Names(telling)
        self._home = telling.home
        self._year = year
        followed = telling.followed()
        self._framework = followed[0].id if followed else ""
        self._words = NearNames((*Word, *Block), {})

    def of(self, found: Placeholder) -> Request | None:
        """Return what is asked for; None where the brackets are a part of the text."""
        first = folded(found.parts[0])
        if found.fault:
            return Unclear(found.fault) if self._is_meant(found, first) else None
        rest = [part for part in found.parts[1:] if part]
        if first in [*Word]:
            return self._word(Word(first), rest)
        if (relative := _relative_year(first, self._year)) is not None and not rest:
            return WordAsked(Word.YEAR, relative)
        if first in [*Block]:
            return self._block(found.text, Block(first), rest)
        subjects, wrong = self._names.subject(found.parts[0])
        if len(subjects) == 1:
            return self._asked(subjects[0], rest)
        if subjects or wrong:
            return Unclear(wrong or _several(found.parts[0], [_called(each) for each in subjects]))
        return self._unknown(found, first)

    def _word(self, word: Word, rest: Sequence[str]) -> Request:
        framework = ""
        for part in rest:
            names = self._names.frameworks.find(part) if word is Word.FRAMEWORK and not framework else []
            if len(names) != 1:
                return Unclear(f"после «{word}» не ждали «{part}»")
            framework = names[0]
        return WordAsked(word, self._year, framework)

    def _asked(self, subject: Subject, rest: Sequence[str]) -> Request:
        said = _Said(self._names, self._year, rest, fields=True)
        if said.wrong:
            return Unclear(said.wrong)
        place, year = said.territory or self._home, said.year or self._year
        return Asked(subject.indicator, place, year, said.field or Field.VALUE, *subject[1:])

    def _block(self, text: str, block: Block, rest: Sequence[str]) -> Request:
        subject, framework = Subject(""), ""
        if block in _OF_INDICATOR:
            subjects, wrong = self._names.subject(rest[0]) if rest else ([], "")
            if len(subjects) != 1:
                return Unclear(wrong or self._no_indicator(block, rest, subjects))
            subject, rest = subjects[0], rest[1:]
        elif rest and len(names := self._names.frameworks.find(rest[0])) == 1:
            framework, rest = names[0], rest[1:]
        said = _Said(self._names, self._year, rest)
        if block is Block.GROUNDS and (rest or framework):
            return Unclear(f"«{block}» пишут без дополнений")
        if said.wrong:
            is_named = block in _OF_INDICATOR or framework or not rest
            near = "" if is_named else self._names.frameworks.near(rest[0])
            return Unclear(f"системы показателей «{rest[0]}» нет{_perhaps(near)}" if near else said.wrong)
        framework = subject.framework or framework or self._framework
        place, year = said.territory or self._home, said.year or self._year
        return BlockAsked(text, block, place, year, subject.indicator, framework, subject.statement)

    def _no_indicator(self, block: Block, rest: Sequence[str], found: Sequence[Subject]) -> str:
        """Return why nobody knows of which indicator a block is."""
        if not rest:
            return f"после «{block}» нужен показатель"
        if found:
            return _several(rest[0], [_called(each) for each in found])
        return f"показателя «{rest[0]}» нет{_perhaps(self._names.indicators.near(rest[0]))}"

    def _is_meant(self, found: Placeholder, first: str) -> bool:
        """Return whether brackets that are not as they should be were meant for us."""
        subjects, wrong = self._names.subject(found.parts[0])
        if subjects or wrong or first in [*Word, *Block]:
            return True
        is_like = bool(_LIKE_AN_ID.fullmatch(first) or self._names.indicators.near(found.parts[0]))
        return is_like and len(found.parts) > 1

    def _unknown(self, found: Placeholder, first: str) -> Unclear | None:
        """Return what is wrong with brackets that were meant for us, None where they are ordinary ones."""
        near = [
            self._words.nearest(first),
            self._names.indicators.near(found.parts[0]),
            self._names.frameworks.near(found.parts[0]),
        ]
        if len(found.parts) == 1 and not any(near) and not _LIKE_AN_ID.fullmatch(first):
            return None
        return Unclear(f"показателя «{found.parts[0]}» нет{_perhaps(*near)}")


class _Said:
    """The parts after the first: a territory, a year, a field, in any order, none of them twice."""

    def __init__(self, names: Names, year: int, parts: Sequence[str], *, fields: bool = False) -> None:
        self._found: dict[str, str | int] = {}
        self.wrong = next(self._faults(names, year, parts, fields), "")
        self.territory = str(self._found.get(_TERRITORY, ""))
        self.year = int(self._found.get(_YEAR_SAID, 0))
        self.field = Field(str(self._found[_FIELD])) if _FIELD in self._found else None

    def _faults(self, names: Names, year: int, parts: Sequence[str], fields: bool) -> Iterator[str]:
        for part in parts:
            text = folded(part)
            number = _YEAR.fullmatch(text)
            relative = int(number[1]) if number else _relative_year(text, year)
            places = names.territories.find(part)
            if relative is not None:
                if not FIRST_YEAR <= relative <= LAST_YEAR:
                    yield f"«{part}» — не год: годы с {FIRST_YEAR} по {LAST_YEAR}"
                yield from self._add(_YEAR_SAID, relative)
            elif fields and text in [*Field]:
                yield from self._add(_FIELD, text)
            elif len(places) > 1:
                yield _several(part, places)
            elif places:
                yield from self._add(_TERRITORY, places[0])
            else:
                yield _not_known(names.territories, part, fields)

    def _add(self, what: str, value: str | int) -> Iterator[str]:
        if what in self._found:
            yield f"{what}: сказано дважды"
        self._found[what] = value


def _not_known(territories: NameBook, part: str, fields: bool) -> str:
    near = [territories.near(part)]
    if fields:
        near.append(NearNames([*Field], {}).nearest(folded(part)))
        return f"«{part}» — не территория этой базы, не год и не {', '.join(Field)}{_perhaps(*near)}"
    return f"«{part}» — не территория этой базы и не год{_perhaps(*near)}"


def _relative_year(text: str, year: int) -> int | None:
    if text == "год":
        return year
    found = _RELATIVE.fullmatch(text)
    return None if found is None else year + int(f"{found[1]}{found[2]}")


def _called(subject: Subject) -> str:
    return f"{subject.framework} {subject.statement}" if subject.framework else subject.indicator


def _several(written: str, names: Sequence[str]) -> str:
    return f"«{written}» подходит к нескольким: {', '.join(names)}. Напишите идентификатор"


def _perhaps(*near: str) -> str:
    named = [each for each in dict.fromkeys(near) if each]
    return f". Может быть, {' или '.join(named)}?" if named else ""
