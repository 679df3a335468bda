"""ИНН and ОГРН of organizations: control digits (OR1), a person's ИНН (OR2), one ИНН twice (OR3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from metodbank.checks.check import Looking, Placed
from metodbank.checks.control_digits import is_inn_of_organization, is_ogrn
from metodbank.checks.personal_data import masked
from metodbank.checks.repeats import repeats
from metodbank.models.association import Association
from metodbank.models.organization import Organization
from metodbank.problems import FieldPath, Finding
from metodbank.records import Record

PERSONAL_INN_LENGTH = 12


def look(record: Record, looking: Looking) -> Iterator[Finding]:  # noqa: ARG001 (the signature of every check)
    """Yield the numbers whose control digits are wrong."""
    data = record.data
    if isinstance(data, Organization):
        yield from _numbers(data.inn, data.ogrn, ())
    elif isinstance(data, Association) and data.legal_entity:
        yield from _numbers(data.legal_entity.inn, data.legal_entity.ogrn, ("legal_entity",))


def inn_of(record: Record, looking: Looking) -> str | None:  # noqa: ARG001 (as every rule gathers)
    """Return the ИНН of an organization."""
    return record.data.inn if isinstance(record.data, Organization) else None


def shared(found: Sequence[tuple[Record, str]], looking: Looking) -> Iterator[Placed]:  # noqa: ARG001 (as every rule judges)
    """Yield the organizations whose ИНН another one has."""
    for record, inn, other in repeats(found):
        yield record, Finding("MB403", ("inn",), inn, details={"other": other.title})


def _numbers(inn: str | None, ogrn: str | None, at: FieldPath) -> Iterator[Finding]:
    if inn is not None and inn.isdigit() and len(inn) == PERSONAL_INN_LENGTH:
        yield Finding("MB402", (*at, "inn"), masked(inn))
    elif inn is not None and not is_inn_of_organization(inn):
        yield Finding("MB401", (*at, "inn"), inn)
    if ogrn is not None and not is_ogrn(ogrn):
        yield Finding("MB401", (*at, "ogrn"), ogrn)
