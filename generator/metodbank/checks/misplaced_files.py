"""YAML files that nothing reads (MB222): in the root, `reference/`, `content/` or a misspelt folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from metodbank.checks.check import Looking, Placed
from metodbank.problems import Finding
from metodbank.records import Record

_YAML = (".yml", ".yaml")


def judge(found: Sequence[tuple[Record, None]], looking: Looking) -> Iterator[Placed]:  # noqa: ARG001 (as every rule judges)
    """Yield the files that look like records and stand where none is looked for."""
    base = looking.base
    folders = ", ".join(kind.folder for kind in base.kinds if kind.is_register)
    read = {f"reference/{kind.folder}.yml" for kind in base.kinds}
    for file in base.contents.loose_files:
        if file.endswith(_YAML) and file not in read:
            yield file, Finding("MB222", value=file, details={"folders": folders})
