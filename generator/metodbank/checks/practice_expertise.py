"""The examination of a practice: its decision (PR1, PR8), its experts (PR7)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.models.practice import Expertise, Practice
from metodbank.models.record import PUBLISHED
from metodbank.problems import Finding
from metodbank.records import Record

RECOMMENDED = ("recommend-regional", "recommend-municipal")
REVISE, REJECTED = "revise", "reject"
FEWEST_EXPERTS = 2
"""One opinion is no examination."""
AT = "expertise"


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield where a decision without a comment goes against the state or the points, and missing experts."""
    data = record.data
    if not isinstance(data, Practice) or data.expertise is None:
        return
    expertise = data.expertise
    details = {"decision": looking.base.word("expertise-decisions", expertise.decision)}
    # What is to be mended may be told on the page beside the decision; a refusal needs another decision.
    unexplained = expertise.decision == REVISE and not expertise.comment
    if data.status == PUBLISHED and (expertise.decision == REJECTED or unexplained):
        yield Finding("MB602", (AT, "decision"), expertise.decision, details=details)
    if not expertise.comment and _contradicts(expertise, looking.base.region.expertise_threshold):
        total, maximum = points_of(expertise)
        details |= {"total": f"{total}", "maximum": f"{maximum}"}
        details["threshold"] = f"{looking.base.region.expertise_threshold}"
        yield Finding("MB610", (AT, "decision"), expertise.decision, details=details)
    yield from _experts(expertise, data.organization)


def points_of(expertise: Expertise) -> tuple[int | None, int | None]:
    """Return the total and the maximum: as written, else as the criteria give them."""
    total, maximum = expertise.total, expertise.maximum
    if expertise.scores:
        total = sum(score.points for score in expertise.scores) if total is None else total
        maximum = sum(score.out_of for score in expertise.scores) if maximum is None else maximum
    return total, maximum


def _contradicts(expertise: Expertise, threshold: int | None) -> bool:
    total, maximum = points_of(expertise)
    if threshold is None or total is None or not maximum:
        return False
    passes = total * 100 >= threshold * maximum
    return expertise.decision == REJECTED if passes else expertise.decision in RECOMMENDED


def _experts(expertise: Expertise, own: str | None) -> Iterator[Finding]:
    named = len(expertise.experts)
    # A protocol names its experts itself, so a record that gives the protocol need not repeat them.
    if named < FEWEST_EXPERTS and (named or expertise.act is None):
        yield Finding("MB608", (AT, "experts") if named else (AT,), str(named))
    for index, expert in enumerate(expertise.experts):
        if expert.organization is not None and expert.organization == own:
            yield Finding("MB609", (AT, "experts", index, "organization"), expert.organization)
