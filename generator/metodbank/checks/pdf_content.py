"""What a PDF holds, as far as its own words say it: letters or pictures only, and its hidden objects.

A reader of PDF would be a large dependency and a large surface; these two questions need none.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

MAX_STREAMS, MAX_STREAM_BYTES, MAX_PACKED_BYTES = 200, 256 * 1024, 1024 * 1024
_PACKED_OBJECTS = re.compile(rb"/Type ?/ObjStm\b[^<>]{0,200}>>\s{0,4}stream\r?\n")
_FONT = re.compile(rb"/Font(?![A-Za-z])")
_PICTURE = re.compile(rb"/Subtype\s{0,2}/Image\b")
_ENCRYPTED = re.compile(rb"/Encrypt\s")
_BEGINNING = 1024


def has_pictures_only(raw: bytes) -> bool:
    """Return whether a PDF shows pictures and has no font to write a letter with: a scan."""
    if b"%PDF-" not in raw[:_BEGINNING] or is_encrypted(raw):
        return False
    has_picture = False
    for number, part in enumerate(parts_of(raw)):
        if _FONT.search(part) or number == MAX_STREAMS:  # a font may stand further on
            return False
        has_picture = has_picture or _PICTURE.search(part) is not None
    return has_picture


def is_encrypted(raw: bytes) -> bool:
    """Return whether the objects of a PDF cannot be read without a key."""
    return _ENCRYPTED.search(raw) is not None


def parts_of(raw: bytes) -> Iterator[bytes]:
    """Yield the file and what its packed streams of objects hold, a bounded part of each."""
    yield raw
    for number, match in enumerate(_PACKED_OBJECTS.finditer(raw)):
        if number == MAX_STREAMS:
            break
        packed = raw[match.end() : match.end() + MAX_PACKED_BYTES]
        try:
            yield zlib.decompressobj().decompress(packed, MAX_STREAM_BYTES)
        except zlib.error:
            continue
