"""ОКТМО: eight or eleven digits that begin as the region's (OR4; ОК 033-2013)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.models.territory import Territory
from metodbank.problems import Finding
from metodbank.records import Record

_CODE = re.compile(r"[0-9]{8}(?:[0-9]{3})?")
SUBJECT_DIGITS = 2


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield a code of another form, or of another region than the parent's."""
    data = record.data
    if not isinstance(data, Territory) or data.oktmo is None:
        return
    parent = looking.base.get("territory", data.parent) if data.parent else None
    prefix = (parent.data.oktmo or "")[:SUBJECT_DIGITS] if parent else ""
    if not _CODE.fullmatch(data.oktmo) or not data.oktmo.startswith(prefix):
        yield Finding("MB404", ("oktmo",), data.oktmo, details={"prefix": prefix})
