"""`metodbank check`: every problem of every file in one run."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from metodbank.commands.options import as_of_option
from metodbank.commands.outcome import DONE, PROBLEMS, as_text, summary
from metodbank.commands.store_place import store_path
from metodbank.dates import today
from metodbank.examining import problems_of
from metodbank.problems import Problem
from metodbank.processes import cores
from metodbank.russian_click import RussianCommand

JSON_SCHEMA_VERSION = 1


@click.command(
    cls=RussianCommand,
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
def command(root: Path, form: str, as_of: date | None) -> int:
    """Check every record."""
    return check_base(root, as_json=form == "json", as_of=as_of)


def check_base(root: Path, *, as_json: bool, as_of: date | None) -> int:
    """Print all problems of the base at the root; return 0 without errors, 1 with any."""
    problems = problems_of(
        root, as_of=lambda zone: as_of or today(zone), store=store_path(root), processes=cores()
    )
    # Programs read JSON as UTF-8, whatever the encoding of the terminal.
    click.echo(as_json_text(problems).encode() if as_json else as_text(problems), nl=False)
    click.echo(summary(problems), err=True)
    return PROBLEMS if any(problem.is_error for problem in problems) else DONE


def as_json_text(problems: list[Problem]) -> str:
    """Return the problems for a program."""
    found = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "code": problem.code,
            "severity": problem.severity.value,
            "field": problem.field,
            "message": problem.message,
            "remedy": problem.remedy,
            "value": problem.value,
            "suggestion": problem.suggestion,
        }
        for problem in problems
    ]
    return (
        json.dumps({"schema_version": JSON_SCHEMA_VERSION, "problems": found}, ensure_ascii=False, indent=2)
        + "\n"
    )
