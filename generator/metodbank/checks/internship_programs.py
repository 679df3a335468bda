"""A стажировочная площадка and the programs whose internships it holds (ST4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from metodbank.checks.check import Looking, Placed
from metodbank.checks.internship_terms import is_working
from metodbank.models.internship import Internship
from metodbank.models.program import Program
from metodbank.problems import Finding
from metodbank.records import Record

INTERNSHIP = "internship"


def gather(record: Record, looking: Looking) -> str | None:
    """Return the site that a program names, or the id of a listed site that needs a program."""
    data = record.data
    if isinstance(data, Program):
        return data.internship.site if data.internship else None
    if isinstance(data, Internship) and looking.base.lists(record) and _needs(data, looking.as_of):
        return record.id
    return None


def judge(found: Sequence[tuple[Record, str]], looking: Looking) -> Iterator[Placed]:  # noqa: ARG001 (as every rule judges)
    """Yield the working sites for internships that neither name a program nor are named by one."""
    named = {site for record, site in found if record.kind.name == "program"}
    for record, site in found:
        if record.kind.name == "internship" and site not in named:
            yield record, Finding("MB802")


def _needs(site: Internship, as_of: date) -> bool:
    return site.kind == INTERNSHIP and not site.programs and is_working(site, as_of)
