"""A computed page before it is put into its frame."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from metodbank.keys import key_of
from metodbank.pages.presenting import LinkView

DESCRIPTION_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Page:
    """What goes into the slots of a frame, at which address; `day` is when its record was last checked."""

    address: str
    title: str
    description: str
    trail: tuple[LinkView, ...]
    body: Markup
    noindex: bool = False
    day: str = ""

    @property
    def content_key(self) -> str:
        """Return the key of everything that the page itself says."""
        trail = "\n".join(f"{step.text}\t{step.href}" for step in self.trail)
        return key_of(self.address, self.title, self.description, trail, str(self.body), str(self.noindex))


def as_description(text: str) -> str:
    """Return the text short enough for a description, cut between words."""
    line = " ".join(text.split())
    if len(line) <= DESCRIPTION_LENGTH:
        return line
    return line[: DESCRIPTION_LENGTH - 1].rsplit(" ", 1)[0].rstrip(",;:—– ") + "…"
