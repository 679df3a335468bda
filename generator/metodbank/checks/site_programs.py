"""A стажировочная площадка and the programs whose internships it holds (ST4)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking, Subject
from metodbank.checks.site_terms import ACTIVE
from metodbank.problems import Finding

INTERNSHIP = "internship"


def look(looking: Looking) -> Iterator[tuple[Subject, Finding]]:
    """Yield the working sites for internships that neither name a program nor are named by one."""
    base = looking.base
    parts = [record.data.internship for record in base.records.get("program", {}).values()]
    named = {part.site for part in parts if part is not None}
    for record in base.listed(INTERNSHIP) if INTERNSHIP in base.records else ():
        data = record.data
        if data.kind == INTERNSHIP and data.state == ACTIVE and not data.programs and record.id not in named:
            yield record, Finding("MB802")
