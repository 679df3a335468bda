"""Points of the examination: no more than there can be, and sums that are sums (PR6)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.models.practice import Expertise, Practice
from metodbank.problems import Finding
from metodbank.records import Record

AT = "expertise"


def look(record: Record, looking: Looking) -> Iterator[Finding]:  # noqa: ARG001 (the signature of every check)
    """Yield points above the highest ones, and totals that the criteria do not add up to."""
    data = record.data
    if isinstance(data, Practice) and data.expertise is not None:
        yield from _above(data.expertise)
        yield from _sums(data.expertise)


def _above(expertise: Expertise) -> Iterator[Finding]:
    for index, score in enumerate(expertise.scores):
        if score.points > score.out_of:
            at = (AT, "scores", index, "points")
            yield Finding("MB606", at, str(score.points), details={"out_of": str(score.out_of)})
    total, maximum = expertise.total, expertise.maximum
    if total is not None and maximum is not None and total > maximum:
        yield Finding("MB606", (AT, "total"), str(total), details={"out_of": str(maximum)})


def _sums(expertise: Expertise) -> Iterator[Finding]:
    if not expertise.scores:
        return
    added = {
        "total": (expertise.total, sum(score.points for score in expertise.scores)),
        "maximum": (expertise.maximum, sum(score.out_of for score in expertise.scores)),
    }
    for key, (written, right) in added.items():
        if written is not None and written != right:
            yield Finding("MB607", (AT, key), str(written), details={"sum": str(right)})
