"""Watching a base: which files were saved, as they are saved."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

from watchfiles import Change, watch

from metodbank.base_files import FILES
from metodbank.models.kinds import REGISTERS
from metodbank.observation_columns import MONITORING
from metodbank.prose_reading import CONTENT

FOLDERS = (*(kind.folder for kind in REGISTERS), "reference", FILES, CONTENT, MONITORING)
_DEBOUNCE, _STEP, _ROUND = 50, 10, 200
"""Milliseconds: the longest that saves are gathered, the pause that ends a batch, one round of waiting."""
_NOT_OURS = re.compile(r"\..*|.*~|~\$.*|#.*#|.*\.(?:tmp|swp|swx|bak|part|crdownload)|4913|site")
"""Names of what editors and programs put beside the files they save; `4913` is Vim trying a folder out."""


def saved(root: Path) -> Iterator[frozenset[str]]:
    """Yield the files that were saved, created or deleted, relative to the root, a batch at a time.

    A batch may be empty: then watching has just begun, or a folder came to be, and something may have been
    saved before anybody looked.
    """
    root = root.resolve()
    is_polling: bool | None = None
    while True:
        try:
            yield from _while_folders_stay(root, _folders(root), is_polling)
        except FileNotFoundError:  # a folder went away before it was watched; the root itself may come back
            time.sleep(_ROUND / 1000)
        except OSError:  # the system gives no more watches, or a folder is closed to us: look by turns
            if is_polling:
                raise
            is_polling = True


def _while_folders_stay(
    root: Path, folders: frozenset[Path], is_polling: bool | None
) -> Iterator[frozenset[str]]:
    has_looked = False
    for batch in watch(
        *folders,
        watch_filter=_is_ours,
        debounce=_DEBOUNCE,
        step=_STEP,
        rust_timeout=_ROUND,
        yield_on_timeout=True,
        recursive=False,
        force_polling=is_polling,
        ignore_permission_denied=is_polling,
    ):
        if not batch and has_looked:
            continue
        has_looked = True
        yield frozenset(Path(path).relative_to(root).as_posix() for _, path in batch)
        # A folder that came to be before its parent was watched has told nobody.
        if any(Path(path) in folders for _, path in batch) or _folders(root) != folders:
            return


def _is_ours(change: Change, path: str) -> bool:  # noqa: ARG001 (the signature of watchfiles)
    return _NOT_OURS.fullmatch(os.path.basename(path)) is None  # noqa: PTH119 (called for every event)


def _folders(root: Path) -> frozenset[Path]:
    """Return the folders to watch: the root, and everything below the folders that hold a base."""
    found = {root}
    for top in (root / name for name in FOLDERS):
        for folder, inner, _ in () if top.is_symlink() else os.walk(top):
            inner[:] = [each for each in inner if not each.startswith(".")]
            found.add(Path(folder))
    return frozenset(found)
