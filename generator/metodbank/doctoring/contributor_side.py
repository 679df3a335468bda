"""Programs that only those need who change the program: for a base nothing here is wanted."""

from __future__ import annotations

import shutil

from metodbank.doctoring.examination import Ground, Seen, fine
from metodbank.doctoring.python_side import clone

_TOOLS = {"Node.js": ("node",), "Java": ("java",), "Chromium": ("chromium", "chromium-browser")}


def tools(ground: Ground) -> Seen | None:
    """Return which programs for the checks in a browser are there."""
    if clone() is None:
        return None
    path = ground.environ.get("PATH")
    absent = [
        title for title, names in _TOOLS.items() if not any(shutil.which(name, path=path) for name in names)
    ]
    if absent:
        return fine(f"нет {', '.join(absent)}: часть проверок программы будет пропущена, базе это не мешает")
    return fine(f"{', '.join(_TOOLS)} на месте")
