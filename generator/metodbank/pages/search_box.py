"""The box of the search: on every page in the header, and larger on pages that begin with it."""

from __future__ import annotations

from dataclasses import dataclass

from metodbank import addresses
from metodbank.pages.presenting import Presenter
from metodbank.pages.search_page import ENGINE

SCRIPTS = (*ENGINE, "suggestions", "combobox")
"""What a box needs once it is entered, in this order, in `assets/metodbank/search/`."""


@dataclass(frozen=True, slots=True)
class BoxView:
    """A large box: the page that answers it, and what is asked for in words."""

    page: str
    label: str


def box(presenter: Presenter, label: str) -> BoxView:
    """Return the box as pages of one depth show it."""
    return BoxView(presenter.href(addresses.SEARCH), label)
