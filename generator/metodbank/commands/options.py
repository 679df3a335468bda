"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

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


class Once(click.Option):
    """An option with one value, which may not be given twice: of two, one would go unseen."""

    def __init__(self, names: Sequence[str], **settings: Any) -> None:
        super().__init__(names, **{**settings, "multiple": True})

    def process_value(self, ctx: click.Context, value: Any) -> Any:
        """Return the one value, None where there is none."""
        values = super().process_value(ctx, value)
        if len(values) > 1:
            raise click.BadParameter("названо дважды. Оставьте одно значение.", ctx, self)
        return values[0] if values else None


class Year(click.ParamType[int]):
    """A year of four digits."""

    name = "ГОД"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the year, or fail with how to write it."""
        text = str(value)
        number = int(text) if text.isascii() and text.isdecimal() else 0
        if not FIRST_YEAR <= number <= LAST_YEAR:
            self.fail(f"«{value}» — не год. Напишите четыре цифры: 2025.", param, ctx)
        return number


FIRST_YEAR, LAST_YEAR = 1990, 2100
FOLDER = click.Path(path_type=Path)
as_of_option = click.option(
    "--as-of",
    type=Day(),
    help="На какой день (иначе SOURCE_DATE_EPOCH, иначе сегодня в часовом поясе региона).",
)
year_option = click.option("--year", cls=Once, type=Year(), help="За какой год.")
