"""The drawn pages of a base: from the keyed store, or by the engine where what they are made of changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from metodbank.engines import mkdocs
from metodbank.engines.drawn import Drawn
from metodbank.engines.staging import staged
from metodbank.keys import key_of, key_of_files
from metodbank.pages.context import SiteContext
from metodbank.pages.status_block import notice_of
from metodbank.root_folder import RootFolder
from metodbank.store import Store

FRAMES = "frames"
ASSETS = Path(__file__).parent.parent / "assets"
ASSETS_ADDRESS = "assets/metodbank"


def drawn_for(context: SiteContext, folder: RootFolder, store: Store) -> Drawn:
    """Return the themed prose and frames of the base. Raises `BuildFailed` with the engine's words."""
    files = staged(
        context.base,
        folder,
        notice=notice_of(context),
        style_sheets=_addresses("*.css"),
        scripts=_addresses("*.js"),
    )
    key = key_of(mkdocs.identity(), key_of_files((path, text.encode()) for path, text in files.items()))
    packed = store.get(FRAMES, key)
    drawn = Drawn.unpacked(packed, key) if packed is not None else None
    if drawn is None:
        drawn = mkdocs.draw(files, key)
        store.put(FRAMES, [(key, drawn.packed())])
        store.keep_only(FRAMES, key)
    return drawn


def own_assets() -> Sequence[tuple[str, bytes]]:
    """Return our style sheets, scripts and pictures by address."""
    return [(f"{ASSETS_ADDRESS}/{path.name}", path.read_bytes()) for path in sorted(ASSETS.iterdir())]


def _addresses(pattern: str) -> list[str]:
    return [f"{ASSETS_ADDRESS}/{path.name}" for path in sorted(ASSETS.glob(pattern))]
