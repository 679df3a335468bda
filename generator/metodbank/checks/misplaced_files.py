"""YAML files that nothing reads (MB222): in the root, `reference/`, `content/` or a misspelt folder."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking, Placed
from metodbank.problems import Finding

_YAML = (".yml", ".yaml")


def look(looking: Looking) -> Iterator[Placed]:
    """Yield the files that look like records and stand where none is looked for."""
    base = looking.base
    folders = ", ".join(kind.folder for kind in base.kinds if kind.is_register)
    read = {f"reference/{kind.folder}.yml" for kind in base.kinds}
    for file in base.contents.loose_files:
        if file.endswith(_YAML) and file not in read:
            yield file, Finding("MB222", value=file, details={"folders": folders})
