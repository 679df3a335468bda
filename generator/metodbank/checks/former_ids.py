"""A former id leads to one record only, and to no address that another record has (G1)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking, Subject
from metodbank.models.record import FileRecord
from metodbank.problems import Finding
from metodbank.record_ids import id_finding


def look(looking: Looking) -> Iterator[tuple[Subject, Finding]]:
    """Yield the former ids that are taken or are no ids."""
    base = looking.base
    taken = {record.key: record.file for record in base.all()} | dict(base.set_aside)
    for record in base.all():
        if not isinstance(record.data, FileRecord):
            continue
        for index, former in enumerate(record.data.former_ids):
            at = ("former_ids", index)
            wrong = id_finding(former)
            if wrong is not None:
                yield record, Finding(wrong.code, at, former, suggestion=wrong.suggestion)
                continue
            other = taken.setdefault((record.kind.name, former), record.file)
            if other != record.file or former == record.id:
                yield record, Finding("MB211", at, former, details={"other": other})
