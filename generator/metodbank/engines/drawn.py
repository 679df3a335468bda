"""What an engine made, and its form in the keyed store."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Drawn:
    """Themed pages by address, and the files of the theme by path, made of what has this key."""

    key: str
    pages: dict[str, str]
    assets: dict[str, bytes]

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
