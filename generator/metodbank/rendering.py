"""The Jinja environment of record pages: everything is escaped, an undefined name is an error."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, UndefinedError
from jinja2.runtime import new_context
from markupsafe import Markup

from metodbank.keys import key_of, key_of_files
from metodbank.program import installed
from metodbank.template_cache import BesideTemplates
from metodbank.template_environment import QuickEnvironment

TEMPLATES = Path(__file__).parent / "templates"


class Renderer:
    """Fills templates with views; templates look nothing up and compute nothing.

    `folders` are looked into before that of the package.
    """

    def __init__(self, *folders: Path) -> None:
        self._folders = (*folders, TEMPLATES)
        self._environment = QuickEnvironment(
            loader=FileSystemLoader([str(folder) for folder in self._folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=BesideTemplates(TEMPLATES, _compiler()),
        )
        self._template = lru_cache(maxsize=None)(self._environment.get_template)

    def render(self, template: str, **views: Any) -> Markup:
        """Return the template filled with the views; raises `UndefinedError` where one has no such name."""
        found = self._template(template)
        # Templates use none of Jinja's global functions, so there are none.
        context = new_context(self._environment, found.name, found.blocks, views, shared=True)
        try:
            return Markup("".join(found.root_render_func(context)))  # noqa: S704 (the environment escapes)
        except AttributeError as error:
            said = f"в шаблоне {template} названо поле «{error.name}», которого нет"
            raise UndefinedError(said) from error

    def key(self) -> str:
        """Return the key of all templates."""
        files = [
            (str(path.relative_to(folder)), path.read_bytes())
            for folder in self._folders
            for path in sorted(folder.rglob("*.jinja"))
        ]
        return key_of_files(files)


@cache
def _compiler() -> str:
    """Return the key of what a compiled template depends on beside its text: how it is compiled."""
    names = ("rendering.py", "template_code.py", "template_environment.py")
    own = (Path(__file__).with_name(name).read_bytes() for name in names)
    return key_of(*(name for name in sorted(installed()) if name.lower().startswith("jinja2-")), *own)
