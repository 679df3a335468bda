"""Where a site is made before it is published: beside its folder, on the same disk."""

from __future__ import annotations

import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Workplace:
    """The folder where staging folders and the lock of one site stand, and how their names begin."""

    folder: Path
    prefix: str
    inside: tuple[str, ...]

    @classmethod
    def of(cls, out: Path) -> Workplace:
        """Return the workplace of a published folder.

        It is inside where the folder is mounted: nothing can be moved there from beside it. `inside` then is
        how those names begin that are not a part of the site.
        """
        prefix = f".{out.name}."
        return cls(out, prefix, (prefix,)) if os.path.ismount(out) else cls(out.parent, prefix, ())

    @property
    def lock(self) -> Path:
        """Return the file to lock."""
        return self.folder / f"{self.prefix}lock"

    def new_staging(self) -> str:
        """Return the path of a staging folder that nobody has; it is made when something is put there."""
        return f"{self.folder}/{self.prefix}new-{secrets.token_hex(6)}"

    def stagings(self) -> list[str]:
        """Return the staging folders that stand there."""
        own = re.compile(re.escape(self.prefix) + r"new-[0-9a-f]{1,16}")
        with os.scandir(self.folder) as entries:
            return sorted(entry.path for entry in entries if own.fullmatch(entry.name))
