"""The drawn pages of a base: from the keyed store, or by the engine where what they are made of changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from metodbank.engines import mkdocs
from metodbank.engines.drawn import Drawn
from metodbank.engines.staging import staged
from metodbank.keys import key_of, key_of_files
from metodbank.knowledge_base import KnowledgeBase
from metodbank.pages.status_block import notice_of
from metodbank.program import installed
from metodbank.root_folder import RootFolder
from metodbank.store import Store

FRAMES = "frames"
ASSETS = Path(__file__).parent.parent / "assets"
ASSETS_ADDRESS = "assets/metodbank"


@contextmanager
def drawing(base: KnowledgeBase, folder: RootFolder, store: Store) -> Iterator[Callable[[], Drawn]]:
    """Give the function that returns the themed prose and frames of the base.

    Where the store does not hold them, an engine begins to draw them now, in a process of its own; the
    function raises `BuildFailed` with its words.
    """
    files = to_draw(base, folder)
    key = key_of(*sorted(installed()), key_of_files((path, text.encode()) for path, text in files.items()))
    packed = store.get(FRAMES, key)
    drawn = Drawn.unpacked(packed, key) if packed is not None else None
    if drawn is not None:
        yield lambda: drawn
        return
    run = mkdocs.Run(files, key)
    try:
        yield partial(_kept, run, store)
    finally:
        run.end()


def to_draw(base: KnowledgeBase, folder: RootFolder) -> dict[str, str]:
    """Return the files by path that any engine draws the themed prose and frames of the base from."""
    return staged(
        base,
        folder,
        notice=notice_of(base),
        style_sheets=_addresses("*.css"),
        scripts=_addresses("*.js"),
    )


def _kept(run: mkdocs.Run, store: Store) -> Drawn:
    drawn = run.drawn()
    store.put(FRAMES, [(drawn.key, drawn.packed())])
    store.keep_only(FRAMES, drawn.key)
    return drawn


def own_assets() -> Sequence[tuple[str, bytes]]:
    """Return our style sheets, scripts and pictures by address."""
    files = [path for path in sorted(ASSETS.rglob("*")) if path.is_file()]
    return [(f"{ASSETS_ADDRESS}/{path.relative_to(ASSETS).as_posix()}", _served(path)) for path in files]


def _served(path: Path) -> bytes:
    """Return a file of ours as readers get it: without indentation and comments, a fifth of a script."""
    content = path.read_bytes()
    if path.suffix not in {".js", ".css"}:
        return content
    lines = [line.strip() for line in content.splitlines()]
    return b"".join(line + b"\n" for line in lines if line and not line.startswith(b"//"))


def _addresses(pattern: str) -> list[str]:
    return [f"{ASSETS_ADDRESS}/{path.name}" for path in sorted(ASSETS.glob(pattern))]
