"""Facts of an association: enough members (CM2), counted lately (CM5), a legal entity's numbers (CM4)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.association_meetings import is_closed
from metodbank.checks.check import Looking
from metodbank.checks.years import is_older
from metodbank.models.association import Association
from metodbank.models.record import ARCHIVED
from metodbank.problems import Finding
from metodbank.records import Record

ENTITY = "entity"
FEWEST_MEMBERS = 3
"""Two are a talk of colleagues."""
YEARS_BETWEEN_COUNTS = 1
"""The members change with every учебный год."""


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield a legal entity without numbers, and members that are few or were counted long ago."""
    data = record.data
    if not isinstance(data, Association):
        return
    entity = data.legal_entity
    if entity is not None and entity.form == ENTITY and entity.inn is None and entity.ogrn is None:
        yield Finding("MB814", ("legal_entity",))
    members = data.members
    if members is None or data.status == ARCHIVED or is_closed(data, looking.as_of):
        return
    if members.number < FEWEST_MEMBERS:
        yield Finding("MB812", ("members", "number"), str(members.number))
    if looking.base.lists(record) and is_older(members.as_of, YEARS_BETWEEN_COUNTS, looking.as_of):
        yield Finding("MB815", ("members", "as_of"), members.as_of.isoformat())
