"""The Jinja environment of record pages: everything is escaped, an undefined name is an error."""

from __future__ import annotations

import marshal
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import version
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import Any, Protocol

from jinja2 import BytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from metodbank.keys import key_of, key_of_files
from metodbank.template_code import QuickEnvironment

TEMPLATES = Path(__file__).parent / "templates"
COMPILED = "templates"
"""The kind under which compiled templates are kept."""


class Keeper(Protocol):
    """What keeps made things by kind and key, and gives back only what is whole: `store.Store` does."""

    def get(self, kind: str, key: str) -> bytes | None:
        """Return what was put under the key, or None."""

    def put(self, kind: str, things: Iterable[tuple[str, bytes]]) -> None:
        """Keep things under their keys."""


class Renderer:
    """Fills templates with views; templates look nothing up and compute nothing.

    With a keeper, a template is compiled once for its text and the versions of what compiles it.
    """

    def __init__(self, *folders: Path, keeper: Keeper | None = None) -> None:
        self._folders = (*folders, TEMPLATES)
        self._environment = QuickEnvironment(
            loader=FileSystemLoader([str(folder) for folder in self._folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=_Compiled(keeper) if keeper else None,
        )
        self._template = lru_cache(maxsize=None)(self._environment.get_template)

    def render(self, template: str, **views: Any) -> Markup:
        """Return the template filled with the views."""
        found = self._template(template)
        context = found.new_context(views, shared=True)  # templates use none of Jinja's global functions
        return Markup("".join(found.root_render_func(context)))  # noqa: S704 (the environment escapes)

    def key(self) -> str:
        """Return the key of all templates."""
        files = [
            (str(path.relative_to(folder)), path.read_bytes())
            for folder in self._folders
            for path in sorted(folder.rglob("*.jinja"))
        ]
        return key_of_files(files)


class _Compiled(BytecodeCache):
    """Compiled templates in a keeper: compiling all of them takes thirty times longer than loading them."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        # How the environment is set up stands in this file.
        self._compiler = key_of(
            MAGIC_NUMBER,
            version("jinja2"),
            *(path.read_bytes() for path in sorted(Path(__file__).parent.glob("[rt]e*e*.py"))),
        )

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket its code, where it is kept whole."""
        code = self._keeper.get(COMPILED, self._key(bucket))
        if code is not None:
            bucket.code = marshal.loads(code)  # noqa: S302 (our own code, whole, from the user's own cache)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of the bucket."""
        self._keeper.put(COMPILED, [(self._key(bucket), marshal.dumps(bucket.code))])

    def _key(self, bucket: Bucket) -> str:
        return key_of(self._compiler, bucket.key, bucket.checksum)
