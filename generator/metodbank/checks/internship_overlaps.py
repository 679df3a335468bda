"""One organization's sites of one kind and topic do not work on the same days (ST7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from metodbank.checks.check import Looking, Subject
from metodbank.checks.internship_terms import ACTIVE
from metodbank.knowledge_base import Record
from metodbank.models.internship import Internship
from metodbank.models.record import ARCHIVED
from metodbank.problems import Finding

_WORDS = re.compile(r"\w+")


def look(looking: Looking) -> Iterator[tuple[Subject, Finding]]:
    """Yield the sites whose days another one of the same topic shares, once a site."""
    groups: dict[tuple[str, str, str], list[Record]] = {}
    for record in looking.base.records["internship"].values():
        data = record.data
        if data.state == ACTIVE and data.status != ARCHIVED:
            groups.setdefault((data.organization, data.kind, _plain(data.topic)), []).append(record)
    for records in groups.values():
        for index, record in enumerate(records):
            other = next(
                (earlier for earlier in records[:index] if _overlap(earlier.data, record.data)), None
            )
            if other is not None:
                yield record, Finding("MB805", ("topic",), record.data.topic, details={"other": other.file})


def _plain(topic: str) -> str:
    return " ".join(_WORDS.findall(topic.casefold().replace("ё", "е")))


def _overlap(one: Internship, other: Internship) -> bool:
    return max(one.awarded_on, other.awarded_on) <= min(
        one.valid_until or date.max, other.valid_until or date.max
    )
