"""A report: its act (MB821), its recommendations (MB822), its days (MB823, MB824)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.dates import in_words
from metodbank.models.report import Recommendation, Report
from metodbank.problems import Finding
from metodbank.records import Record

APPROVED = "approved"
LOOKING_AHEAD = {"recommendations", "decision", "measures"}
"""Kinds of reports that may be about days to come: what is decided is done later."""


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield what a report does not say, and the days that cannot be; one with errors may have lost them."""
    report = record.data
    if not isinstance(report, Report):
        return
    if report.state == APPROVED and not report.act:
        yield Finding("MB821", ("state",) if "state" in report.model_fields_set else (), report.state)
    for index, item in enumerate(report.recommendations or ()):
        lack = _lack(item)
        if lack:
            yield Finding("MB822", ("recommendations", index), item.text or "", details={"lack": lack})
    if report.period and not (report.period.start and report.period.end):
        yield Finding("MB824", ("period",), "")
    yield from _prepared(report, record, looking)


def _lack(item: Recommendation) -> str:
    lacks = []
    if not (item.addressees or item.addressee):
        lacks.append("кому она")
    if item.due is None:
        lacks.append("к какому сроку")
    return " и ".join(lacks)


def _prepared(report: Report, record: Record, looking: Looking) -> Iterator[Finding]:
    day = report.prepared_on
    if day is None:
        return
    end = report.period.end if report.period else None
    if end and day < end and report.kind not in LOOKING_AHEAD:
        why = f"раньше, чем кончился период ({in_words(end)})"
    elif day > looking.as_of and looking.base.lists(record):
        why = "этот день ещё не наступил"
    else:
        return
    details = {"day": in_words(day), "why": why}
    yield Finding("MB823", ("prepared_on",), day.isoformat(), details=details)
