"""The command line: parses what was typed, calls one function, turns the outcome into an exit code.

0 done · 1 problems in the data, or nothing published · 2 wrong usage · 3 a bug of ours · 130 interrupted.
"""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

import click

from metodbank import __version__
from metodbank.commands.options import FOLDER
from metodbank.commands.outcome import BUG, INTERRUPTED, WRONG_USAGE, report_bug
from metodbank.errors import MetodbankError
from metodbank.russian_click import RussianGroup, usage_message

COMMANDS = {
    "check": "проверить все записи",
    "build": "проверить и построить сайт",
    "new": "создать заготовку записи",
    "indicators": "показатели: значения, цели, состояния",
    "why": "почему показатель таков: что посчитано, что нет, кто его требует",
    "report": "заполнить форму региона, таблицу или справку, показателями базы",
    "doctor": "осмотреть компьютер и базу: чего не хватает и что набрать",
    "serve": "показать сайт в браузере и обновлять его, пока вы пишете",
}
"""The commands with their one line of help; each is `command` in its module, imported when asked for."""


@click.group(
    cls=RussianGroup,
    commands_by_module=COMMANDS,
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


def main() -> None:
    """Run the command line and exit with its code.

    Importing makes many values and hardly a cycle: looking for cycles meanwhile takes a quarter of the
    start-up. A command that runs for long turns the collector on again. At the end nothing is left to put
    away but millions of values, which the system does at once.
    """
    gc.disable()
    # Pydantic would look through the metadata of every installed package for plugins.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Asked to stop, a command ends as by an error of its own, and clears away what it had begun.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    for stream in (sys.stdout, sys.stderr):
        # A terminal or file of another encoding than UTF-8 shows «?» for a letter that it does not have.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # a reader that is gone, a stream that was closed
            stream.flush()
    os._exit(code)


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
