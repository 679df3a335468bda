"""Where the store of a base stands: in the user's own cache folder.

It stands outside the base, so that a store that came with somebody's repository is never believed.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import platformdirs

CACHE_VARIABLE = "METODBANK_CACHE"
_DIGITS = 16


def store_path(root: Path) -> Path:
    """Return the file of the store for the base at the root; nothing is made.

    The folder is that of the variable METODBANK_CACHE where it is set, else the user's cache folder.
    """
    whole = root.resolve()
    said = os.environ.get(CACHE_VARIABLE)
    folder = Path(said) if said else platformdirs.user_cache_path("metodbank")
    digest = hashlib.sha256(os.fsencode(whole)).hexdigest()[:_DIGITS]
    return folder / f"{whole.name}-{digest}.sqlite"
