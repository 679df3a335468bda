"""Signs that a Russian text has signs of its own for: quotes, dashes, a space before «%» (G12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.checks.texts import Texts, without_code, without_pieces
from metodbank.problems import Finding

_QUOTES = re.compile(r'(?<![\w"])"(?=[^\s"])([^"\n]{0,300})"')
_RUSSIAN = re.compile(r"[А-Яа-яЁё]")
_HYPHEN = re.compile(r"(?<=[А-Яа-яЁё»)\"]) - |(?<=\S) - (?=[А-Яа-яЁё«])")
_PERCENT = re.compile(r"\d{1,20}%(?![-\w])")
_TABLE_ROW = re.compile(r"^[ \t]*\|.*$", re.MULTILINE)
_IN_ADDRESSES = ("://", "@")
_SHORT, _BESIDE = 60, 12
"""How long a quotation a message repeats, and how many letters it shows around a dash."""
_QUOTED = re.compile(r"«[^«»\n]{0,300}»")
AS_WRITTEN = {"act": ("title",), "glossary-term": ("definitions",)}
"""Fields of a kind that hold the words of a document with its faults, as `raw` of any does."""
REMARKS = ("note", "reason")
"""Fields that may quote such words."""


def look(texts: Texts, looking: Looking) -> Iterator[Finding]:  # noqa: ARG001 (the signature of every check)
    """Yield the first of each kind in each text."""
    if not _is_worth_a_look(texts.whole):
        return
    as_written = AS_WRITTEN.get(texts.record.kind.name, ())
    for at, text in texts.russian:
        if not _is_worth_a_look(text) or at[-1] == "raw" or at[0] in as_written:
            continue
        own = _QUOTED.sub("«»", text) if at[-1] in REMARKS else text
        for value, suggestion in _found(without_pieces(_TABLE_ROW.sub("", without_code(own)), _IN_ADDRESSES)):
            yield Finding("MB225", at, value, suggestion=suggestion)


def _is_worth_a_look(text: str) -> bool:
    return '"' in text or "%" in text or " - " in text


def _found(text: str) -> Iterator[tuple[str, str]]:
    for quoted in _QUOTES.finditer(text):
        if _RUSSIAN.search(quoted.group()):
            yield quoted.group(), f"«{quoted.group(1)}»" if len(quoted.group()) <= _SHORT else "«…»"
            break
    hyphen = _HYPHEN.search(text)
    if hyphen is not None:
        around = text[max(0, hyphen.start() - _BESIDE) : hyphen.end() + _BESIDE]
        yield around.strip(), " — "
    percent = _PERCENT.search(text)
    if percent is not None:
        yield percent.group(), percent.group().replace("%", " %")
