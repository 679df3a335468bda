"""Bytes of a contributor's file → text that is safe to parse."""

from __future__ import annotations

import re
import unicodedata

from metodbank.problems import Finding, Mark

# Controls but tab and line ends, separators that only some programs take for line ends, bidirectional
# overrides (they let a line show other text than it holds), noncharacters and the byte order mark inside.
UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff"
    "\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)


def decode(raw: bytes) -> tuple[str | None, list[Finding]]:
    """Return the NFC text of UTF-8 bytes (with or without a byte order mark), or why there is none."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, [Finding("MB006", mark=Mark(line, 1), value=_encoding_guess(raw))]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Nothing unwanted can be printed; asking that first takes half the time, and most texts pass.
    unwanted = None if text.replace("\n", " ").isprintable() else UNWANTED.search(text)
    if unwanted is not None:
        value = f"U+{ord(unwanted.group()):04X}"
        return None, [Finding("MB007", mark=_mark_at(text, unwanted.start()), value=value)]
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text, []


def _mark_at(text: str, offset: int) -> Mark:
    line_start = text.rfind("\n", 0, offset) + 1
    return Mark(text.count("\n", 0, offset) + 1, offset - line_start + 1)


def _encoding_guess(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    letters = sum(byte >= 0xC0 for byte in raw)
    return "Windows-1251" if letters > len(raw) // 4 else ""
