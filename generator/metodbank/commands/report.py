"""`metodbank report`: a form that the region keeps, filled from the indicators of the base."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from metodbank.commands.asked_indicators import telling_of
from metodbank.commands.options import Once, as_of_option, year_option
from metodbank.commands.outcome import DONE, PROBLEMS
from metodbank.commands.text_layout import wrapped
from metodbank.errors import UsageError
from metodbank.open_data.telling import Telling
from metodbank.reporting.filling import filled
from metodbank.reporting.opening import kind_of
from metodbank.reporting.outcome import Entry, Outcome
from metodbank.reporting.saving import beside, check_target, read_form, save
from metodbank.russian_click import RussianCommand
from metodbank.russian_words import counted

FILE = click.Path(path_type=Path)
_MOST_LISTED = 40


@click.command(
    cls=RussianCommand,
    help="""Отчёт в своей форме: таблица Excel или справка Word, заполненная показателями базы.

    \b
    Примеры:
      metodbank report --example forma.xlsx             форма для начала, по системам и территориям базы
      metodbank report forma.xlsx --as-of 2026-12-31    рядом встанет forma-2026-12-31.xlsx
      metodbank report spravka.docx --year 2025 --out otchet.docx

    \b
    В ячейке или абзаце форма спрашивает в квадратных скобках:
      [routes-share; ozersk; 2025]            значение показателя
      [routes-share; Озёрск; 2025; цель]      что взять: значение, числитель, знаменатель, цель,
                                              цель словами, состояние, состояние на день,
                                              до цели, охват, дата, источник, формула, статус,
                                              название, единица
      [priozerye-2025-2027 2.1]               система и номер пункта; территория базы, год отчёта
      [routes-share; год-1]                   прошлый год
      [дата] [регион] [год] [система] [база] [оператор]

    \b
    В справке Word ещё, отдельным абзацем:
      [таблица; система; территория; год]     [не достигнуты; система; территория; год]
      [территории; показатель; год]           [нет данных; система; территория; год]
      [график; показатель; территория]        [график территорий; показатель; год]
      [основания]

    Скобки одни в ячейке становятся числом. У каждой заполненной ячейки — примечание с основанием; что не
    заполнено и почему, сказано здесь, в примечаниях и на листе «Основания» (в справке — в конце). Обычный
    текст в скобках остаётся.

    Код возврата: 0 — заполнено всё, 1 — не всё (файл записан), 2 — форму заполнить нельзя.
    """,
)
@click.argument("form", metavar="[ФОРМА]", type=FILE, required=False)
@click.option(
    "--example", cls=Once, type=FILE, metavar="ФАЙЛ", help="Записать форму для начала: .xlsx или .docx."
)
@click.option(
    "--out", cls=Once, type=FILE, metavar="ФАЙЛ", help="Куда записать (иначе рядом с формой, с датой)."
)
@year_option
@as_of_option
@click.option("--force", is_flag=True, help="Заменить файл, если он уже есть (форму — никогда).")
@click.pass_obj
def command(
    root: Path,
    form: Path | None,
    example: Path | None,
    out: Path | None,
    year: int | None,
    as_of: date | None,
    force: bool,
) -> int:
    """Fill a form, or write one to begin with."""
    if (form is None) == (example is None):
        raise UsageError("Назовите форму: metodbank report ФОРМА.xlsx. Ещё нет формы: --example ФАЙЛ.xlsx.")
    if form is None:
        return _write_example(root, example or Path(), year, as_of, force=force)
    kind_of(form.name)
    raw = read_form(form)
    with telling_of(root, as_of) as found:
        telling = found.telling
        target = out or beside(form, telling.scoring.as_of.isoformat())
        check_target(target, form=form, force=force)
        report = filled(raw, form.name, telling, year or telling.scoring.default_year())
    save(target, report.content)
    click.echo(target)
    _tell(report.outcome)
    return PROBLEMS if report.outcome.lacking else DONE


def _write_example(root: Path, target: Path, year: int | None, as_of: date | None, *, force: bool) -> int:
    # What makes new files is not needed to fill those that are there.
    from metodbank.reporting.starting.forms import starting_form

    kind_of(target.name)
    check_target(target, force=force)
    with telling_of(root, as_of) as found:
        telling: Telling = found.telling
        content = starting_form(telling, target.name, year or telling.scoring.default_year())
    save(target, content)
    click.echo(target)
    click.echo(f"Измените форму как нужно, потом: metodbank report {target}", err=True)
    return DONE


def _tell(outcome: Outcome) -> None:
    """Say what was filled, and what was not and why."""
    if not outcome.entries:
        click.echo("В форме ничего не спрошено: скобок вида [routes-share; 2025] в ней нет.", err=True)
        return
    lacking = outcome.lacking
    click.echo(f"Заполнено: {counted(len(outcome.filled), 'место', 'места', 'мест')}.", err=True)
    if not lacking:
        return
    click.echo(f"Не заполнено: {counted(len(lacking), 'место', 'места', 'мест')}.", err=True)
    for entry in lacking[:_MOST_LISTED]:
        click.echo(wrapped(_line(entry), 2, 2), err=True, nl=False)
    if len(lacking) > _MOST_LISTED:
        click.echo(f"  …и ещё {len(lacking) - _MOST_LISTED}: все они названы в самом отчёте.", err=True)


def _line(entry: Entry) -> str:
    return f"{entry.where}: {entry.asked} — {entry.lack}"
