"""One act twice (AC1): the same kind, number, date and issuer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodbank.checks.check import Looking, Subject
from metodbank.knowledge_base import Record
from metodbank.problems import Finding

_IGNORED = re.compile(r"[\s№]")


def look(looking: Looking) -> Iterator[tuple[Subject, Finding]]:
    """Yield the acts that an earlier record already holds; one without number or date may be any."""
    owners: dict[object, Record] = {}
    for record in looking.base.records.get("act", {}).values():
        act = record.data
        if act.number is None or act.date is None:
            continue
        number = _IGNORED.sub("", act.number).casefold()
        issuer = " ".join((act.issuer or "").casefold().split())
        owner = owners.setdefault((act.kind, number, act.date, issuer), record)
        if owner is not record:
            yield record, Finding("MB405", ("number",), act.number, details={"other": owner.id})
