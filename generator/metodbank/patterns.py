"""Regular expressions that are compiled when they are first used.

The rules know some hundred and fifty of them. Compiling them all would take a tenth of the start of every
command, and most runs need a few.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return the pattern; what is wrong in its source is raised at its first use."""
    return cast("re.Pattern[AnyStr]", _Later(source, flags))


class _Later:
    """A pattern to be; a method once asked for is its own attribute, so later uses cost nothing more."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found
