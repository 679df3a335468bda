"""The door to forms to begin with."""

from __future__ import annotations

from metodbank.open_data.telling import Telling
from metodbank.reporting.opening import SPREADSHEET, kind_of
from metodbank.reporting.starting.contents import contents_of
from metodbank.reporting.starting.note import starting_note
from metodbank.reporting.starting.spreadsheet import starting_spreadsheet


def starting_form(telling: Telling, name: str, year: int) -> bytes:
    """Return a form for the frameworks and territories of a base, of the kind that the name says."""
    make = starting_spreadsheet if kind_of(name) == SPREADSHEET else starting_note
    return make(contents_of(telling, year), telling.scoring.as_of)
