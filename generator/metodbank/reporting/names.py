"""What a base calls its indicators, statements, frameworks and territories, by id and by title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from metodbank.near_names import NearNames
from metodbank.open_data.telling import Telling
from metodbank.reporting.notation import folded

_MOST_NAMED = 12
_WORD = re.compile(r"[^\W_]+")
_LEAST_STEM, _ENDING = 4, 2
"""A shorter beginning is in too many words; an ending is what a case changes."""


class NameBook:
    """Things of one sort: each has an id and titles by which it may be called."""

    def __init__(self, named: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        self._titles = dict(named)
        self._by_name: dict[str, list[str]] = {}
        for identifier, titles in self._titles.items():
            for name in dict.fromkeys(map(folded, (identifier, *titles))):
                self._by_name.setdefault(name, []).append(identifier)
        by_title = {name: found[0] for name, found in self._by_name.items()}
        self._near = NearNames(sorted(self._titles), by_title)

    def find(self, written: str) -> list[str]:
        """Return the ids that are called so; an id itself goes before titles."""
        return [written] if written in self._titles else self._by_name.get(folded(written), [])

    def near(self, written: str) -> str:
        """Return `ozersk (Озёрск)` of the nearest name or of the first with such a word, empty for none."""
        text = folded(written)
        found = self._near.nearest(text) or self._with_words(text)
        titles = [title for title in self._titles.get(found, ()) if title != found]
        return f"{found} ({titles[0]})" if titles else found

    def _with_words(self, text: str) -> str:
        """Return the id of which one name holds all words of the text, each as far as its ending."""
        stems = [word[: max(_LEAST_STEM, len(word) - _ENDING)] for word in _WORD.findall(text)]
        if not stems or min(map(len, stems)) < _LEAST_STEM:
            return ""
        for name, found in self._by_name.items():
            words = _WORD.findall(name)
            if all(any(word.startswith(stem) for word in words) for stem in stems):
                return found[0]
        return ""

    def prefixes(self, written: str) -> Iterator[tuple[str, str]]:
        """Yield id and rest for every name that the text begins with, the longest name first."""
        text = folded(written)
        for name in sorted(self._by_name, key=len, reverse=True):
            if text.startswith(f"{name} "):
                for identifier in self._by_name[name]:
                    yield identifier, text[len(name) + 1 :]


class Subject(NamedTuple):
    """An indicator, and the statement of a framework by which it was called, empty where by itself."""

    indicator: str
    framework: str = ""
    statement: str = ""


class Names:
    """All that may be called in a form for one base."""

    def __init__(self, telling: Telling) -> None:
        base = self._base = telling.base
        defined = {name: layered.definition for name, layered in base.indicators.items()}
        self.indicators = NameBook((name, (each.short_title, each.title)) for name, each in defined.items())
        frameworks = {name: layered.definition for name, layered in base.frameworks.items()}
        self.frameworks = NameBook(
            (name, (each.short_title, each.title)) for name, each in frameworks.items()
        )
        self.territories = NameBook((name, self._territory(name)) for name in telling.scoring.territories())

    def subject(self, written: str) -> tuple[list[Subject], str]:
        """Return what is called so, one where all is well, and what is wrong where a framework is named."""
        found = [Subject(name) for name in self.indicators.find(written)]
        if found:
            return found, ""
        for framework, number in self.frameworks.prefixes(written):
            definition = self._base.frameworks[framework].definition
            said = number.removeprefix("п.").strip()
            ids = [each for each in definition.statements if folded(each.id) == said]
            numbered = [each for each in definition.statements if folded(each.number or "") == said]
            subjects = [Subject(each.indicator, framework, each.id) for each in ids or numbered]
            if subjects:
                return subjects, ""
            known = [each.number or each.id for each in definition.statements]
            more = f" и ещё {len(known) - _MOST_NAMED}" if len(known) > _MOST_NAMED else ""
            there = f"{', '.join(known[:_MOST_NAMED])}{more}"
            return [], f"В системе показателей {framework} нет пункта «{number}». Есть: {there}"
        return [], ""

    def _territory(self, identifier: str) -> tuple[str, ...]:
        record = self._base.get("territory", identifier)
        full = (record.data.name,) if record is not None else ()
        return (self._base.name_of("territory", identifier), *full)
