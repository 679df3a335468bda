"""What a build that was killed has left beside the published folder: its move completed, or its work undone.

Called by the holder of the lock, so that whatever is found belongs to nobody alive.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from metodbank.publishing import journal
from metodbank.publishing.failures import half_moved, told_as
from metodbank.publishing.foreign import is_ours
from metodbank.publishing.moving import resume
from metodbank.publishing.workplace import Workplace


def settle(out: Path, place: Workplace) -> None:
    """Complete each move that was begun, and remove every staging folder of this site.

    A move is completed only where it was begun: a folder that was exchanged for another in the meantime, or
    that holds no site of ours, is left alone. Raises `BuildFailed` where it cannot be completed.
    """
    for staging in place.stagings():
        begun = journal.read(staging)
        if begun is not None and is_ours(out) and os.lstat(out).st_ino == begun.folder:
            with told_as(half_moved):
                resume(begun, f"{staging}/{journal.TREE}", str(out))
        discard(staging)


def discard(staging: str) -> None:
    """Remove a staging folder, its journal first: half a tree with one would be moved in as a whole."""
    with told_as(half_moved):
        journal.remove(staging)
    shutil.rmtree(staging, ignore_errors=True)
