"""Bytes of a saved table → its text: which encoding it is in, as far as the letters tell."""

from __future__ import annotations

import codecs
import unicodedata

from metodbank.problems import Finding, Mark

UTF_8 = "utf-8-sig"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How the files of Excel begin, the new and the old ones."""
_NAMES = {"cp1251": "Windows-1251", "koi8-r": "КОИ-8", "cp866": "DOS (866)"}
_ASCII = bytes(range(128))
_FREQUENT, _RARE = frozenset("оеаинтсрвлкмдпу"), frozenset("ъэфщцюйьжшхёчыгбзя")
_LETTERS_LOOKED_AT = 4_000
_BYTES_LOOKED_AT = 4_000


def decoded(raw: bytes) -> tuple[str | None, list[Finding]]:
    """Return the NFC text of the bytes and in which encoding it is, where that is not UTF-8."""
    if raw.startswith(_WORKBOOKS):
        return None, [Finding("MB924", mark=Mark(1, 1))]
    encoding = _of_two_bytes(raw) or UTF_8
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        broken = Finding("MB006", mark=Mark(raw.count(b"\n", 0, error.start) + 1, 1))
        if encoding != UTF_8 or _is_mostly_utf_8(raw):
            return None, [broken]
        encoding = _likely(raw)
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            return None, [broken]
    name = _NAMES.get(encoding, "UTF-16")
    findings = [] if encoding == UTF_8 else [Finding("MB932", mark=Mark(1, 1), value=name)]
    return unicodedata.normalize("NFC", text), findings


def _of_two_bytes(raw: bytes) -> str:
    """Return which UTF-16 it is, empty where it is none.

    Without a mark at the beginning every other byte tells: it is 0 or, in Russian letters, 4.
    """
    if raw.startswith(_UTF_16):
        return "utf-16"
    looked_at = raw[:_BYTES_LOOKED_AT]
    if b"\0" in looked_at:
        for encoding, high in (("utf-16-le", looked_at[1::2]), ("utf-16-be", looked_at[::2])):
            if 10 * (high.count(0) + high.count(4)) > 9 * len(high):
                return encoding
    return ""


def _is_mostly_utf_8(raw: bytes) -> bool:
    """Return whether the bytes are UTF-8 with some damage, rather than another encoding."""
    if raw.startswith(codecs.BOM_UTF8):
        return True
    text = raw.decode("utf-8", "replace")
    return len(text) - len(text.encode("ascii", "ignore")) > 2 * text.count("\ufffd")


def _likely(raw: bytes) -> str:
    """Return the encoding of one byte a letter in which the text is most like Russian; at a tie the usual."""
    letters = raw.translate(None, _ASCII)[:_LETTERS_LOOKED_AT]
    return max(_NAMES, key=lambda encoding: _likeness(letters.decode(encoding, "replace")))


def _likeness(text: str) -> int:
    """Return by how much frequent Russian letters outnumber rare ones and what is no letter."""
    small = text.lower()
    frequent = sum(letter in _FREQUENT for letter in small)
    others = sum(letter not in _FREQUENT and letter not in _RARE for letter in small)
    return 2 * frequent - len(small) - 2 * others
