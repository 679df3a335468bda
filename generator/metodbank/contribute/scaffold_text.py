"""Scaffolds as text: data as YAML, what a field is above it, and what is only offered behind `#`.

A line of a comment begins with `# `, a line of an offered field with `#` and its name, or `#` and two spaces
inside it: taking away the one sign makes it data.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent

from metodbank.checks.placeholders import PLACEHOLDER
from metodbank.contribute.scaffold import Entry, State
from metodbank.contribute.scaffold_notes import Notes, wrapped
from metodbank.contribute.yaml_writing import as_field
from metodbank.models.kinds import Kind

_STEP = "  "
_HOW_TO_OFFERED = (
    "Строка, которая начинается с «#» и имени поля, — необязательное поле: уберите «#» у неё "
    "и у строк под ней, где после «#» два пробела, и поле заработает."
)
_HOW_TO_FINISH = (
    "Проверить: metodbank check. Посмотреть: metodbank serve --drafts. "
    "Когда запись готова, методист ставит status: published."
)


def scaffold_text(entries: tuple[Entry, ...], notes: Notes | None) -> str:
    """Return the fields of a record as YAML; without notes only those that it needs."""
    apart = [""] if notes else []
    needed = [line for entry in _present(entries) for line in [*_lines(entry, notes), *apart]]
    offered = [line for entry in _offered(entries, notes) for line in [*_lines(entry, notes), *apart]]
    if offered:
        offered = ["# ===== Необязательные поля =====", "", *offered]
    return "\n".join([*needed, *offered]).rstrip("\n") + "\n"


def file_head(kind: Kind) -> str:
    """Return the comment at the head of a new record's file: how to read and to use it."""
    sentences = (
        f"Заготовка записи «{kind.words.one}».",
        f"{PLACEHOLDER} — впишите своё вместо всего значения.",
        _HOW_TO_OFFERED,
        _HOW_TO_FINISH,
    )
    return "".join(f"# {line}\n" for sentence in sentences for line in wrapped(sentence)) + "\n"


def item_text(identifier: str, fields: str) -> str:
    """Return the fields of an item of reference data under its id."""
    return f"{identifier}:\n{indent(fields, _STEP)}"


def _present(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    return (entry for entry in entries if entry.state is not State.OFFERED)


def _offered(entries: tuple[Entry, ...], notes: Notes | None) -> Iterator[Entry]:
    return (entry for entry in entries if notes and entry.state is State.OFFERED)


def _lines(entry: Entry, notes: Notes | None) -> list[str]:
    comment = notes.lines(entry) if notes else _short_note(entry)
    sign = "#" if entry.state is State.OFFERED else ""
    return [*(f"# {line}" for line in comment), *(f"{sign}{line}" for line in _data(entry, notes))]


def _short_note(entry: Entry) -> list[str]:
    is_silent = entry.state is State.SAMPLE and not entry.groups and not entry.is_marked
    return [f"{entry.field.title}: поставлено для образца, впишите своё."] if is_silent else []


def _data(entry: Entry, notes: Notes | None) -> list[str]:
    if not entry.groups:
        return as_field(entry.field.key, entry.value)
    lines = [f"{entry.field.key}:"]
    for number, group in enumerate(entry.groups):
        # The first of several groups explains the fields for all.
        inner = _group(group, notes if number == 0 else None)
        lines += [_STEP + line for line in (_item(inner) if entry.field.many else inner)]
    return lines


def _group(entries: tuple[Entry, ...], notes: Notes | None) -> list[str]:
    shown = (*_present(entries), *_offered(entries, notes))
    return [line for entry in shown for line in _lines(entry, notes)]


def _item(lines: list[str]) -> list[str]:
    """Return the lines of a group as an item of a list: the dash stands before its first field."""
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return [*lines[:first], f"- {lines[first]}", *(_STEP + line for line in lines[first + 1 :])]
