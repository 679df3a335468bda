"""A former id leads to one record only, and to no address that another record has (G1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from metodbank.checks.check import Looking, Placed
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.record import FileRecord
from metodbank.problems import Finding
from metodbank.record_ids import id_finding
from metodbank.records import Record, RecordKey


def gather(record: Record, looking: Looking) -> tuple[str, ...] | None:  # noqa: ARG001 (as every rule gathers)
    """Return the former ids of a record."""
    return record.data.former_ids or None if isinstance(record.data, FileRecord) else None


def judge(found: Sequence[tuple[Record, tuple[str, ...]]], looking: Looking) -> Iterator[Placed]:
    """Yield the former ids that are taken or are no ids."""
    taken: dict[tuple[str, str], str] = {}
    for record, former_ids in found:
        for index, former in enumerate(former_ids):
            at = ("former_ids", index)
            wrong = id_finding(former)
            if wrong is not None:
                yield record, Finding(wrong.code, at, former, suggestion=wrong.suggestion)
                continue
            key = (record.kind.name, former)
            other = _bearer(looking.base, key) or taken.setdefault(key, record.file)
            if other != record.file or former == record.id:
                yield record, Finding("MB211", at, former, details={"other": other})


def _bearer(base: KnowledgeBase, key: RecordKey) -> str | None:
    """Return the file that bears the id now, None where no file does."""
    record = base.get(*key)
    return record.file if record else base.set_aside.get(key)
