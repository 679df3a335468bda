"""`metodbank build`: check the base, build the site, say what was set aside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from threading import Thread

import click

from metodbank.commands.options import FOLDER, Number, as_of_option
from metodbank.commands.outcome import DONE, PROBLEMS, as_text, summary
from metodbank.commands.store_place import store_path
from metodbank.dates import today
from metodbank.processes import cores, done_meanwhile
from metodbank.program import program_key
from metodbank.russian_click import RussianCommand
from metodbank.russian_words import counted, number_text
from metodbank.store import Store
from metodbank.unchanged import Built, Found, built_before, seems_changed

_BUILDING = "metodbank.commands.building"


@click.command(
    cls=RussianCommand,
    help="""Проверяет базу и строит сайт. Запись с ошибкой откладывается, остальные публикуются.

    \b
    Примеры:
      metodbank build
      metodbank build --out public --strict
      metodbank build --drafts             показать и черновики (для просмотра)

    Заново делается только то, что изменилось; пока новое не готово целиком, прежний сайт остаётся
    на месте.
    """,
)
@click.option("--out", type=FOLDER, default=None, help="Куда построить (иначе site/ в корне базы).")
@click.option("--strict", is_flag=True, help="Код возврата 1, если есть хотя бы одна ошибка.")
@click.option("--drafts", is_flag=True, help="Показать и неопубликованные записи.")
@click.option(
    "--processes",
    type=Number(),
    default=None,
    help="Сколько процессов строят сайт (иначе по числу ядер). Сайт от этого не меняется.",
)
@as_of_option
@click.pass_obj
def command(
    root: Path, out: Path | None, strict: bool, drafts: bool, processes: int | None, as_of: date | None
) -> int:
    """Build the site."""
    return build_base(
        root, out=out or root / "site", strict=strict, drafts=drafts, processes=processes, as_of=as_of
    )


def build_base(
    root: Path, *, out: Path, strict: bool, drafts: bool, processes: int | None, as_of: date | None
) -> int:
    """Build the site; return 0 when it was published, 1 under `strict` with any error."""

    def day(zone: str) -> date:
        return as_of or today(zone)

    built, inputs = _found_before(root, out, drafts=drafts, processes=processes or cores(), as_of=day)
    if built is None:
        building = import_module(_BUILDING)
        built = building.built_anew(root, out, drafts=drafts, processes=processes, as_of=day, inputs=inputs)
    click.echo(as_text([problem for problem in built.problems if problem.is_error]), err=True, nl=False)
    click.echo(summary(built.problems), err=True)
    if built.set_aside:
        aside = counted(built.set_aside, "запись отложена", "записи отложены", "записей отложено")
        click.echo(f"Из-за ошибок {aside}: подробности в metodbank check.", err=True)
    pages = counted(built.pages, "страница", "страницы", "страниц")
    click.echo(f"Сайт готов: {pages}{_changed(built)}. Откройте {(out / 'index.html').resolve().as_uri()}")
    if strict and any(problem.is_error for problem in built.problems):
        click.echo("В записях есть ошибки: код возврата 1 (--strict).", err=True)
        return PROBLEMS
    return DONE


def _found_before(
    root: Path, out: Path, *, drafts: bool, processes: int, as_of: Callable[[str], date]
) -> Found:
    """Find out whether there is anything to build.

    What makes a site takes longer to import than the looking; so, where there may be processes, both are done
    at once, unless it seems that there is nothing to be built.
    """

    def found() -> Found:
        with Store(store_path(root), read_only=True) as store:
            return built_before(store, root, out, drafts=drafts, program=program_key(), as_of=as_of)

    with done_meanwhile(found, processes) as looked:
        if processes > 1 and seems_changed(store_path(root), root, out):
            Thread(target=import_module, args=(_BUILDING,), daemon=True).start()
        return looked()


def _changed(built: Built) -> str:
    said = []
    if built.written:
        said.append(f"записано файлов: {number_text(len(built.written))}")
    if built.deleted:
        said.append(f"удалено: {number_text(len(built.deleted))}")
    return ", " + (", ".join(said) or "ничего не изменилось")
