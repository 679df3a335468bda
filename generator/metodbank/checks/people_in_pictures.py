"""Attached pictures of which nobody said whether people can be seen on them (P8)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.attachments import PICTURE_TYPES, extension_of
from metodbank.checks.check import Looking
from metodbank.problems import Finding
from metodbank.records import Record


def look(record: Record, looking: Looking) -> Iterator[Finding]:  # noqa: ARG001 (the signature of every check)
    """Yield the pictures without a word on people."""
    for index, attachment in enumerate(vars(record.data).get("attachments") or ()):
        if attachment.file and extension_of(attachment.file) in PICTURE_TYPES and attachment.people is None:
            yield Finding("MB311", ("attachments", index, "file"), attachment.file)
