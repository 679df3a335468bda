"""What a plain (unquoted) YAML scalar means, and which ones programs read differently."""

from __future__ import annotations

import re

CONSTANTS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip

_TRAP_WORDS = {word for base in ("yes", "no", "on", "off") for word in (base, base.title(), base.upper())}
# A whole number, a decimal, or a trap. No two parts of the last that stand side by side match the same
# letters, so the time grows with the text and no faster.
_NUMBER = re.compile(
    r"(-?(?:0|[1-9][0-9]{0,17}))"
    r"|(-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15})"
    r"|[-+]?(?:"
    r"0[0-9_]+"  # 010 is eight to some programs
    r"|0[xob][0-9a-fA-F_]+"
    r"|[0-9]+_[0-9_]*"
    r"|[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?"  # 12:30 is 750 to some programs
    r"|(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)[eE][-+]?[0-9]+"
    r"|\.(?:inf|Inf|INF)"
    r"|[0-9]{19,}(?:\.[0-9]*)?"
    r"|[0-9]+\.|\.[0-9]+"
    r")|\+[0-9]+(?:\.[0-9]+)?|\.(?:nan|NaN|NAN)"
)
_NUMBER_START = frozenset("+-.0123456789")


class Trap(str):
    """A plain scalar that programs read differently: it must be quoted or written otherwise."""

    __slots__ = ()


def plain_value(text: str) -> str | int | float | bool | None:
    """Return the value of an unquoted scalar; a `Trap` where its meaning depends on the program."""
    if text in CONSTANTS:
        return CONSTANTS[text]
    if text[0] in _NUMBER_START:
        return _number_or_text(text)
    return Trap(text) if text in _TRAP_WORDS else text


def _number_or_text(text: str) -> str | int | float:
    match = _NUMBER.fullmatch(text)
    if match is None:
        return text
    if match.lastindex == 1:
        return int(text)
    return float(text) if match.lastindex else Trap(text)
