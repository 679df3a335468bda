"""`metodbank why`: everything that explains one value of an indicator."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

from metodbank.commands.asked_indicators import indicator_of, telling_of, territory_of
from metodbank.commands.options import Year, as_of_option
from metodbank.commands.outcome import DONE
from metodbank.commands.why_text import why_text
from metodbank.open_data.documents_told import why_file
from metodbank.open_data.writing import why_json
from metodbank.russian_click import RussianCommand

_YEAR = re.compile("[0-9]{4}")


@click.command(
    cls=RussianCommand,
    help="""Почему показатель таков: формула с числами, что посчитано, что нет и почему, кто его требует.

    \b
    Примеры:
      metodbank why fr-programs-share
      metodbank why young-teachers-support-share ozersk 2025
      metodbank why roadmap-completion 2025
      metodbank why diagnostics-share --as-of 2025-08-01 --format json

    Территорию называют идентификатором или точным названием; без неё — территория самой базы, без года —
    последний начавшийся год, у которого есть цель или число.
    """,
)
@click.argument("indicator", metavar="ПОКАЗАТЕЛЬ")
@click.argument("territory", metavar="[ТЕРРИТОРИЯ]", required=False)
@click.argument("year", metavar="[ГОД]", type=Year(), required=False)
@as_of_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Вид вывода.")
@click.pass_obj
def command(
    root: Path, indicator: str, territory: str | None, year: int | None, as_of: date | None, form: str
) -> int:
    """Print what explains a value."""
    if territory is not None and year is None and _YEAR.fullmatch(territory):
        year, territory = Year().convert(territory, None, None), None
    with telling_of(root, as_of) as found:
        telling = found.telling
        told = why_file(
            telling,
            indicator_of(found, indicator),
            territory_of(telling, territory) if territory is not None else telling.home,
            year or telling.scoring.default_year(),
        )
        click.echo(why_json(told) if form == "json" else why_text(told), nl=False)
    return DONE
