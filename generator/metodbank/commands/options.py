"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from metodbank.dates import parse_iso


class Day(click.ParamType[date]):
    """A day typed as ГГГГ-ММ-ДД."""

    name = "ГГГГ-ММ-ДД"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or fail with how to write it."""
        day = value if isinstance(value, date) else parse_iso(value)
        if day is None:
            self.fail(f"«{value}» — не дата. Напишите год, месяц и день: 2026-09-01.", param, ctx)
        return day


class Number(click.ParamType[int]):
    """A whole number from 1 on."""

    name = "ЧИСЛО"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number, or fail with what it may be."""
        number = int(value) if str(value).isdecimal() else 0
        if number < 1:
            self.fail(f"«{value}» — не число. Напишите целое число от 1: 2.", param, ctx)
        return number


FOLDER = click.Path(path_type=Path)
as_of_option = click.option(
    "--as-of",
    type=Day(),
    help="На какой день строить (иначе SOURCE_DATE_EPOCH, иначе сегодня в часовом поясе региона).",
)
