"""A computed page before it is put into its frame, and what has to be known of it before it is made."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from markupsafe import Markup

from metodbank.pages.presenting import LinkView
from metodbank.records import Record

DESCRIPTION_LENGTH = 160


class Page(NamedTuple):
    """What goes into the slots of a frame, at which address; `day` is when its record was last checked."""

    address: str
    title: str
    description: str
    trail: tuple[LinkView, ...]
    body: Markup
    noindex: bool = False
    day: str = ""


class PagePlan(NamedTuple):
    """A page that the site has.

    It is made again when `given`, the key of what `make` was given, is another one, or when something that
    making it read is no longer the same. `record` is the one whose page it is.
    """

    address: str
    make: Callable[[], Page]
    given: str = ""
    record: Record | None = None

    @property
    def is_list(self) -> bool:
        """Return whether the page leads to others rather than showing a record."""
        return self.record is None


def as_description(text: str) -> str:
    """Return the text short enough for a description, cut between words."""
    line = " ".join(text.split())
    if len(line) <= DESCRIPTION_LENGTH:
        return line
    return line[: DESCRIPTION_LENGTH - 1].rsplit(" ", 1)[0].rstrip(",;:—– ") + "…"
