"""`metodbank indicators`: the values of all indicators of a territory and a year, with their targets."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from metodbank.commands.asked_indicators import framework_of, telling_of, territory_of
from metodbank.commands.indicator_text import indicators_text
from metodbank.commands.options import Once, as_of_option, year_option
from metodbank.commands.outcome import DONE
from metodbank.open_data.documents_told import Asked, indicators_file
from metodbank.open_data.indicator_table import indicators_csv
from metodbank.open_data.writing import indicators_json
from metodbank.russian_click import RussianCommand


@click.command(
    cls=RussianCommand,
    help="""Показатели: значение, цель, состояние и сколько не хватает до цели.

    \b
    Примеры:
      metodbank indicators
      metodbank indicators --year 2025 --territory ozersk
      metodbank indicators --framework concept-2020 --as-of 2025-03-01
      metodbank indicators --format csv > pokazateli.csv
      metodbank indicators --format json > pokazateli.json

    Без --territory — территория самой базы, без --year — последний начавшийся год, у которого есть цель или
    число. Почему значение такое, скажет metodbank why ПОКАЗАТЕЛЬ.
    """,
)
@click.option("--framework", cls=Once, metavar="СИСТЕМА", help="Только по этой системе показателей.")
@click.option(
    "--territory", cls=Once, metavar="ТЕРРИТОРИЯ", help="Идентификатор или точное название территории."
)
@year_option
@as_of_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", help="Вид вывода."
)
@click.pass_obj
def command(
    root: Path, framework: str | None, territory: str | None, year: int | None, as_of: date | None, form: str
) -> int:
    """Print the values of the indicators."""
    with telling_of(root, as_of) as (telling, _):
        asked = Asked(
            framework_of(telling, framework) if framework is not None else None,
            territory_of(telling, territory) if territory is not None else telling.home,
            year or telling.scoring.default_year(),
        )
        told = indicators_file(telling, asked)
        if not told.indicators:
            click.echo(
                "Показателей нет: база не следит ни за одной системой (frameworks в region.yml), "
                "и в monitoring/ нет чисел.",
                err=True,
            )
        # Programs and spreadsheets read UTF-8, whatever the encoding of the terminal.
        if form == "json":
            click.echo(indicators_json(told), nl=False)
        elif form == "csv":
            click.echo(indicators_csv(told), nl=False)
        elif told.indicators:
            click.echo(indicators_text(told, asked), nl=False)
            click.echo("Почему значение такое: metodbank why ПОКАЗАТЕЛЬ [ТЕРРИТОРИЯ] [ГОД]", err=True)
    return DONE
