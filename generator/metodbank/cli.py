"""The command line: parses what was typed, calls one function, turns the outcome into an exit code.

0 done · 1 problems in the data, or nothing published · 2 wrong usage · 3 a bug of ours · 130 interrupted.
"""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path

import click

from metodbank import __version__
from metodbank.commands.outcome import BUG, INTERRUPTED, WRONG_USAGE, report_bug
from metodbank.dates import parse_iso
from metodbank.errors import MetodbankError
from metodbank.russian_click import RussianCommand, RussianGroup, usage_message


class Day(click.ParamType[date]):
    """A day typed as ГГГГ-ММ-ДД."""

    name = "ГГГГ-ММ-ДД"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or fail with how to write it."""
        day = value if isinstance(value, date) else parse_iso(value)
        if day is None:
            self.fail(f"«{value}» — не дата. Напишите год, месяц и день: 2026-09-01.", param, ctx)
        return day


FOLDER = click.Path(path_type=Path)
as_of_option = click.option(
    "--as-of",
    type=Day(),
    help="На какой день строить (иначе SOURCE_DATE_EPOCH, иначе сегодня в часовом поясе региона).",
)


@click.group(
    cls=RussianGroup,
    help="""Методбанк: записи YAML на входе, сайт методической базы знаний на выходе.

    \b
    Примеры:
      metodbank check                      проверить записи в этой папке
      metodbank build                      проверить и построить сайт в site/
      metodbank --root ../nasha-baza check --format json
    """,
)
@click.option(
    "--root", type=FOLDER, default=Path(), help="Корень базы: папка с region.yml (иначе эта папка)."
)
@click.version_option(__version__, message="metodbank %(version)s", help="Показать версию и выйти.")
@click.pass_context
def metodbank(context: click.Context, root: Path) -> None:
    """Keep the root for the commands."""
    context.obj = root


@metodbank.command(
    cls=RussianCommand,
    short_help="проверить все записи",
    help="""Проверяет все записи и называет сразу все замечания: где, что не так, как исправить.

    \b
    Примеры:
      metodbank check
      metodbank check --format json > problems.json

    Код возврата 0, если ошибок нет (предупреждения возможны), и 1, если ошибки есть.
    """,
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Вид вывода.")
@as_of_option
@click.pass_obj
def check(root: Path, form: str, as_of: date | None) -> int:
    """Check every record."""
    from metodbank.commands.check import check_base

    return check_base(root, as_json=form == "json", as_of=as_of)


@metodbank.command(
    cls=RussianCommand,
    short_help="проверить и построить сайт",
    help="""Проверяет базу и строит сайт. Запись с ошибкой откладывается, остальные публикуются.

    \b
    Примеры:
      metodbank build
      metodbank build --out public --strict
      metodbank build --drafts             показать и черновики (для просмотра)

    Пока сайт не готов целиком, прежний остаётся на месте.
    """,
)
@click.option("--out", type=FOLDER, default=None, help="Куда построить (иначе site/ в корне базы).")
@click.option("--strict", is_flag=True, help="Код возврата 1, если есть хотя бы одна ошибка.")
@click.option("--drafts", is_flag=True, help="Показать и неопубликованные записи.")
@as_of_option
@click.pass_obj
def build(root: Path, out: Path | None, strict: bool, drafts: bool, as_of: date | None) -> int:
    """Build the site."""
    from metodbank.commands.build import build_base

    return build_base(root, out=out or root / "site", strict=strict, drafts=drafts, as_of=as_of)


def main() -> None:
    """Run the command line and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal or file of another encoding than UTF-8 shows «?» for a letter that it does not have.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Return the exit code of a command line."""
    try:
        result = metodbank.main(arguments or ["--help"], prog_name="metodbank", standalone_mode=False)
    except click.ClickException as error:
        click.echo(usage_message(error), err=True)
        return WRONG_USAGE
    except MetodbankError as error:
        click.echo(str(error), err=True)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("Прервано.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        return 0
    except Exception as error:
        click.echo(report_bug(error), err=True)
        return BUG
    return result if isinstance(result, int) else 0
