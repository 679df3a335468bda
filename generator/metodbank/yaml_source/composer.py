"""Events of libyaml's parser → plain values, with limits that the libraries' own composers lack.

The C composer recurses without a bound and kills the process on some 30,000 nested brackets; libyaml's
parser keeps its own stack, so the events come safely and the depth is counted here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from metodbank.problems import FieldPath, Finding, Mark
from metodbank.yaml_source.faults import syntax_finding
from metodbank.yaml_source.scalars import Trap, plain_value
from metodbank.yaml_source.text import UNWANTED

MAX_DEPTH = 16
MAX_NODES = 200_000

_CYRILLIC = re.compile("[А-Яа-яЁё]")


@dataclass(frozen=True, slots=True)
class Positions:
    """Where keys and values stand in a file."""

    keys: dict[FieldPath, Mark] = field(default_factory=dict)
    values: dict[FieldPath, Mark] = field(default_factory=dict)

    def find(self, at: FieldPath, *, on_key: bool = False) -> Mark:
        """Return the place of the path, or of the nearest part of it that the file holds."""
        for length in range(len(at), 0, -1):
            first, second = (self.keys, self.values) if on_key else (self.values, self.keys)
            mark = first.get(at[:length]) or second.get(at[:length])
            if mark is not None:
                return mark
        return Mark(1, 1)


@dataclass(frozen=True, slots=True)
class Composed:
    """What came of a text."""

    data: dict[str, object] | None
    findings: list[Finding]
    positions: Positions


class _Stop(Exception):
    """The rest of the text cannot be read; the finding is already noted."""


def compose(text: str, *, with_positions: bool = False) -> Composed:
    """Return the one mapping that the text holds."""
    composer = _Composer(text, Positions() if with_positions else None)
    data: dict[str, object] | None
    try:
        data = composer.document()
    except _Stop:
        data = None
    except yaml.MarkedYAMLError as error:
        data = None
        composer.findings.append(syntax_finding(error, text))
    except yaml.YAMLError:
        data = None
        composer.findings.append(Finding("MB008", mark=Mark(1, 1)))
    return Composed(data, composer.findings, composer.positions or Positions())


class _Composer:
    """Reads the events of one text; some 250,000 values come through here for 5,000 records."""

    def __init__(self, text: str, positions: Positions | None) -> None:
        parser: Any = CParser(text)
        self._next: Callable[[], Any] = parser.get_event
        self._nodes = 0
        self._comment_lines = text.split("\n") if " #" in text else None
        # The text itself was searched when it was decoded, so only an escape can bring in what is unwanted.
        self._has_escapes = "\\" in text
        self._has_properties = "&" in text or "!" in text
        self.positions = positions
        self.findings: list[Finding] = []

    def document(self) -> dict[str, object] | None:
        self._next()
        event = self._next()
        if type(event) is StreamEndEvent:
            self._stop("MB015", event)
        event = self._next()
        value = self._value(event, (), 1)
        self._next()
        extra = self._next()
        if type(extra) is not StreamEndEvent:
            self._stop("MB014", extra)
        if not isinstance(value, dict):
            self._stop("MB015", event)
            return None
        return value

    def _stop(self, code: str, event: Any, value: str = "") -> None:
        self.findings.append(Finding(code, mark=_mark(event), value=value))
        raise _Stop

    def _value(self, event: Any, path: FieldPath, depth: int) -> object:
        self._nodes += 1
        if self._nodes > MAX_NODES or depth > MAX_DEPTH:
            self._stop("MB009", event)
        kind = type(event)
        if kind is AliasEvent:
            self.findings.append(Finding("MB010", path, f"*{event.anchor}", _mark(event)))
            return f"*{event.anchor}"
        if self._has_properties:
            self._look_for_properties(event, path)
        if self.positions is not None:
            self.positions.values[path] = _mark(event)
        if kind is ScalarEvent:
            return self._quoted(event, path) if event.style else self._plain(event, path)
        return self._mapping(path, depth) if kind is MappingStartEvent else self._sequence(path, depth)

    def _look_for_properties(self, event: Any, path: FieldPath) -> None:
        if event.anchor is not None:
            self.findings.append(Finding("MB010", path, f"&{event.anchor}", _mark(event)))
        if event.tag is not None:
            self.findings.append(Finding("MB011", path, event.tag, _mark(event)))

    def _quoted(self, event: Any, path: FieldPath) -> str:
        text: str = event.value
        if self._has_escapes and event.style == '"' and UNWANTED.search(text):
            self.findings.append(Finding("MB007", path, mark=_mark(event)))
        return text

    def _plain(self, event: Any, path: FieldPath) -> object:
        text: str = event.value
        if self._comment_lines is not None and _CYRILLIC.search(text):
            self._look_for_comment(event, path)
        value = plain_value(text)
        if type(value) is Trap:
            self.findings.append(Finding("MB013", path, text, _mark(event)))
            return text
        return value

    def _look_for_comment(self, event: Any, path: FieldPath) -> None:
        end = event.end_mark
        lines = self._comment_lines or []
        rest = lines[end.line][end.column :] if end.line < len(lines) else ""
        if rest.lstrip().startswith("#"):
            self.findings.append(Finding("MB016", path, rest.strip(), _mark(event)))

    def _sequence(self, path: FieldPath, depth: int) -> list[object]:
        next_event, value_of = self._next, self._value
        values: list[object] = []
        while type(event := next_event()) is not SequenceEndEvent:
            values.append(value_of(event, (*path, len(values)), depth + 1))
        return values

    def _mapping(self, path: FieldPath, depth: int) -> dict[str, object]:
        next_event, value_of = self._next, self._value
        values: dict[str, object] = {}
        events: dict[str, Any] = {}
        while type(event := next_event()) is not MappingEndEvent:
            key = self._key(event)
            at = (*path, key)
            if key in events:
                details = {"line": str(_mark(events[key]).line)}
                self.findings.append(Finding("MB012", at, key, _mark(event), details))
            events[key] = event
            if self.positions is not None:
                self.positions.keys[at] = _mark(event)
            values[key] = value_of(next_event(), at, depth + 1)
        return values

    def _key(self, event: Any) -> str:
        if type(event) is not ScalarEvent:
            self._stop("MB017", event)
        if self._has_properties and (event.anchor is not None or event.tag is not None):
            self._stop("MB017", event)
        key: str = event.value
        if event.style:
            if self._has_escapes and event.style == '"' and UNWANTED.search(key):
                self._stop("MB007", event)
        elif key == "<<":
            self._stop("MB017", event)
        return key


def _mark(event: Any) -> Mark:
    start = event.start_mark
    return Mark(start.line + 1, start.column + 1)
