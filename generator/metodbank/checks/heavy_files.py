"""Attached files that a reader on a phone would wait for (G17)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.attachments import PICTURE_TYPES, attached_files, attached_path, extension_of
from metodbank.checks.check import Looking
from metodbank.problems import Finding
from metodbank.records import Record

RECORDING_TYPES = ("mp3", "ogg", "mp4", "webm")
MEGABYTE = 1024 * 1024
# Over a village's mobile net of 1 Mbit/s a picture of 2 MB takes a quarter of a minute, a document of 10 MB
# a minute and a half; what is larger than `MAX_ATTACHMENT_BYTES` does not get onto the site at all.
PICTURE_LIMIT, DOCUMENT_LIMIT, RECORDING_LIMIT = 2, 10, 20


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield the files of the record that are larger than their kind should be."""
    for at, name in attached_files(record):
        size = looking.base.files.get(attached_path(record, name), 0)
        limit = _limit(extension_of(name))
        if size > limit * MEGABYTE:
            details = {"size": str(-(-size // MEGABYTE)), "limit": str(limit)}
            yield Finding("MB227", at, name, details=details)


def _limit(extension: str) -> int:
    if extension in PICTURE_TYPES:
        return PICTURE_LIMIT
    return RECORDING_LIMIT if extension in RECORDING_TYPES else DOCUMENT_LIMIT
