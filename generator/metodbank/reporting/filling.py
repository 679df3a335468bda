"""The door of this package: a form in, the filled file out, with what could not be filled."""

from __future__ import annotations

from typing import NamedTuple

from metodbank.open_data.telling import Telling
from metodbank.reporting.answers import Answers
from metodbank.reporting.note.filling import NoteFilling
from metodbank.reporting.opening import SPREADSHEET, kind_of
from metodbank.reporting.outcome import Outcome
from metodbank.reporting.package import Package
from metodbank.reporting.requests import Requests
from metodbank.reporting.sheet.filling import SpreadsheetFilling


class Report(NamedTuple):
    """The filled file and what came of each pair of brackets."""

    content: bytes
    outcome: Outcome


def filled(form: bytes, name: str, telling: Telling, year: int) -> Report:
    """Return a form filled for a year, as of the day of the scores; raises `Refused` for what is no form."""
    package = Package(form, name)
    answers, requests = Answers(telling), Requests(telling, year)
    kind = SpreadsheetFilling if kind_of(name) == SPREADSHEET else NoteFilling
    filling = kind(package, answers, requests)
    return Report(filling.fill(), filling.outcome)
