"""The place where a JPEG was taken, as its EXIF tells it."""

from __future__ import annotations

import struct

MAX_SEGMENTS, MAX_ENTRIES = 64, 256
_EXIF = b"Exif\x00\x00"
_FIRST_SEGMENT, _START_OF_SCAN, _APP1, _MARKER = 2, 0xDA, 0xE1, 0xFF
_GPS_TAG, _PLACE_TAGS, _ENTRY_BYTES = 0x8825, (2, 4), 12
_COORDINATE_BYTES = 24


def has_coordinates(raw: bytes) -> bool:
    """Return whether the picture names a latitude or a longitude; a damaged one names none."""
    try:
        return any(_place_in(tiff) for tiff in _exif_blocks(raw))
    except struct.error:
        return False


def _exif_blocks(raw: bytes) -> list[bytes]:
    """Return the TIFF blocks of the segments before the picture itself."""
    found, place = [], _FIRST_SEGMENT
    for _ in range(MAX_SEGMENTS):
        if len(raw) < place + 4:
            break
        mark, kind, length = struct.unpack_from(">BBH", raw, place)
        if mark != _MARKER or kind == _START_OF_SCAN:
            break
        body = raw[place + 4 : place + 2 + length]
        if kind == _APP1 and body.startswith(_EXIF):
            found.append(body[len(_EXIF) :])
        place += 2 + length
    return found


def _place_in(tiff: bytes) -> bool:
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return False
    [first] = struct.unpack_from(f"{order}I", tiff, 4)
    for tag, value in _entries(tiff, first, order):
        if tag == _GPS_TAG:
            return any(
                inner in _PLACE_TAGS and any(tiff[at : at + _COORDINATE_BYTES])
                for inner, at in _entries(tiff, value, order)
            )
    return False


def _entries(tiff: bytes, at: int, order: str) -> list[tuple[int, int]]:
    """Return the tags of a directory, each with the number that its last four bytes make."""
    [count] = struct.unpack_from(f"{order}H", tiff, at)
    return [
        (
            struct.unpack_from(f"{order}H", tiff, at + 2 + _ENTRY_BYTES * index)[0],
            struct.unpack_from(f"{order}I", tiff, at + 10 + _ENTRY_BYTES * index)[0],
        )
        for index in range(min(count, MAX_ENTRIES))
    ]
