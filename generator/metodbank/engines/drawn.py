"""What an engine made, and its form in the keyed store."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from metodbank.keys import key_of


@dataclass(frozen=True)
class Drawn:
    """Themed pages by address, and the files of the theme by path, made of what has this key."""

    key: str
    pages: dict[str, str]
    assets: dict[str, bytes]

    @cached_property
    def keys(self) -> dict[str, str]:
        """Return the key of each page by its address."""
        return {address: key_of(html) for address, html in self.pages.items()}

    def packed(self) -> bytes:
        """Return everything as one archive."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for address, html in self.pages.items():
                archive.writestr(f"pages/{address}", html)
            for path, content in self.assets.items():
                archive.writestr(f"assets/{path}", content)
        return buffer.getvalue()

    @classmethod
    def unpacked(cls, content: bytes, key: str) -> Self | None:
        """Return what was packed, or None where the archive is damaged."""
        drawn = cls(key, {}, {})
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for name in archive.namelist():
                    kind, _, path = name.partition("/")
                    if kind == "pages":
                        drawn.pages[path] = archive.read(name).decode()
                    else:
                        drawn.assets[path] = archive.read(name)
        except (zipfile.BadZipFile, UnicodeDecodeError, EOFError):
            return None
        return drawn
