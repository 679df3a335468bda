"""Files that nothing reads: in the root, `reference/`, `content/` or a misspelt folder.

YAML (MB222) anywhere there, and tables of a year (MB965) but in `content/`, whose tables are for readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodbank.checks.check import Looking, Placed
from metodbank.problems import Finding
from metodbank.prose_reading import CONTENT

_TABLE = re.compile(rf"(?!{CONTENT}/)(?:.*/)?20[0-9]{{2}}(?:-[^/]*)?\.csv", re.IGNORECASE)
_YAML = (".yml", ".yaml")


def look(looking: Looking) -> Iterator[Placed]:
    """Yield the files that look like records and stand where none is looked for."""
    base = looking.base
    folders = ", ".join(kind.folder for kind in base.kinds if kind.is_register)
    read = {f"reference/{kind.folder}.yml" for kind in base.kinds}
    for file in base.contents.loose_files:
        if file.endswith(_YAML) and file not in read:
            yield file, Finding("MB222", value=file, details={"folders": folders})
        elif _TABLE.fullmatch(file):
            yield file, Finding("MB965", value=file)
