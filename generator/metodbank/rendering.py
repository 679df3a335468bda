"""The Jinja environment of record pages: everything is escaped, an undefined name is an error."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from metodbank.keys import key_of_files

TEMPLATES = Path(__file__).parent / "templates"


class Renderer:
    """Fills templates with views; templates look nothing up and compute nothing."""

    def __init__(self, *folders: Path) -> None:
        self._folders = (*folders, TEMPLATES)
        self._environment = Environment(
            loader=FileSystemLoader([str(folder) for folder in self._folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._template = lru_cache(maxsize=None)(self._environment.get_template)

    def render(self, template: str, **views: Any) -> Markup:
        """Return the template filled with the views."""
        return Markup(self._template(template).render(views))  # noqa: S704 (the environment escapes)

    def key(self) -> str:
        """Return the key of all templates."""
        files = [
            (str(path.relative_to(folder)), path.read_bytes())
            for folder in self._folders
            for path in sorted(folder.rglob("*.jinja"))
        ]
        return key_of_files(files)
