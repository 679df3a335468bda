"""A стажировочная площадка and the programs whose internships it holds (ST4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from metodbank.checks.check import Looking, Subject
from metodbank.checks.internship_terms import is_working
from metodbank.models.internship import Internship
from metodbank.problems import Finding

INTERNSHIP = "internship"


def look(looking: Looking) -> Iterator[tuple[Subject, Finding]]:
    """Yield the working sites for internships that neither name a program nor are named by one."""
    base = looking.base
    parts = [record.data.internship for record in base.records["program"].values()]
    named = {part.site for part in parts if part is not None}
    for record in base.listed("internship"):
        if _needs(record.data, looking.as_of) and record.id not in named:
            yield record, Finding("MB802")


def _needs(site: Internship, as_of: date) -> bool:
    return site.kind == INTERNSHIP and not site.programs and is_working(site, as_of)
