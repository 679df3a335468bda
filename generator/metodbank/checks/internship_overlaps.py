"""One organization's sites of one kind and topic do not work on the same days (ST7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from metodbank.checks.check import Looking, Placed
from metodbank.checks.internship_terms import ACTIVE
from metodbank.models.internship import Internship
from metodbank.models.record import ARCHIVED
from metodbank.problems import Finding
from metodbank.records import Record

_WORDS = re.compile(r"\w+")


Days = tuple[tuple[str, str, str], str, date, date]
"""What tells one site's topic from another, the topic as it is written, the first and the last day."""


def gather(record: Record, looking: Looking) -> Days | None:  # noqa: ARG001 (as every rule gathers)
    """Return the days of a working site."""
    data = record.data
    if not isinstance(data, Internship) or data.state != ACTIVE or data.status == ARCHIVED:
        return None
    same = (data.organization, data.kind, _plain(data.topic))
    return (same, data.topic, data.awarded_on, data.valid_until or date.max)


def judge(found: Sequence[tuple[Record, Days]], looking: Looking) -> Iterator[Placed]:  # noqa: ARG001 (as every rule judges)
    """Yield the sites whose days another one of the same topic shares, once a site."""
    groups: dict[tuple[str, str, str], list[tuple[Record, date, date]]] = {}
    for record, (same, topic, first, last) in found:
        earlier_ones = groups.setdefault(same, [])
        other = next(
            (other for other, begun, over in earlier_ones if max(begun, first) <= min(over, last)), None
        )
        if other is not None:
            yield record, Finding("MB805", ("topic",), topic, details={"other": other.file})
        earlier_ones.append((record, first, last))


def _plain(topic: str) -> str:
    return " ".join(_WORDS.findall(topic.casefold().replace("ё", "е")))
