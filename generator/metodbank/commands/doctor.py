"""`metodbank doctor`: what is missing or stale on this machine or in this base, and what to type."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path

import click

from metodbank import __version__
from metodbank.commands.options import FOLDER, as_of_option
from metodbank.commands.outcome import DONE, PROBLEMS
from metodbank.dates import today
from metodbank.doctoring.examination import Examination, Ground, State
from metodbank.doctoring.examining import examinations, is_hindered
from metodbank.russian_click import RussianCommand
from metodbank.russian_words import counted

JSON_SCHEMA_VERSION = 1
_TIME_ZONE = "Europe/Moscow"
_SIGNS = {State.OK: "✓", State.WARN: "!", State.FAIL: "✗", State.UNKNOWN: "?"}
_PLAIN_SIGNS = {State.OK: "+", State.WARN: "!", State.FAIL: "x", State.UNKNOWN: "?"}
_WORDS = {State.OK: "", State.WARN: "внимание: ", State.FAIL: "помеха: ", State.UNKNOWN: "неизвестно: "}
_COLOURS = {State.OK: "green", State.WARN: "yellow", State.FAIL: "red", State.UNKNOWN: "yellow"}


@click.command(
    cls=RussianCommand,
    help="""Осматривает этот компьютер и базу: чего не хватает, что устарело и что набрать, чтобы исправить.

    \b
    Примеры:
      metodbank doctor
      metodbank --root ../nasha-baza doctor
      metodbank doctor --format json > doctor.json

    Ничего не меняет. Код возврата 1, если найдено то, без чего не проверить или не построить; иначе 0.
    """,
)
@click.option("--out", type=FOLDER, default=None, help="Где сайт (иначе site/ в корне базы).")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Вид вывода.")
@as_of_option
@click.pass_obj
def command(root: Path, out: Path | None, form: str, as_of: date | None) -> int:
    """Examine the machine and the base."""
    found = list(examinations(_ground(root, out or root / "site", as_of)))
    if form == "json":
        click.echo(as_json_text(found).encode(), nl=False)
    else:
        encoding = getattr(sys.stdout, "encoding", None) or ""
        click.echo(as_text(found, signs=_signs(encoding), is_coloured=_is_coloured(os.environ)), nl=False)
    return PROBLEMS if is_hindered(found) else DONE


def as_text(found: list[Examination], *, signs: Mapping[State, str], is_coloured: bool) -> str:
    """Return the examinations by group, each trouble with what to type, and the sum of them."""
    lines = []
    for group, examined in groupby(found, key=lambda examination: examination.group):
        lines.append(f"{group}\n")
        for examination in examined:
            seen = examination.seen
            sign = signs[seen.state]
            shown = click.style(sign, fg=_COLOURS[seen.state]) if is_coloured else sign
            lines.append(f"  {shown} {examination.title}: {_WORDS[seen.state]}{seen.words}\n")
            if seen.remedy:
                lines.append(f"      Наберите: {seen.remedy}\n")
        lines.append("\n")
    return "".join(lines) + _sum(found)


def as_json_text(found: list[Examination]) -> str:
    """Return the examinations for a program."""
    rows = [
        {
            "id": examination.id,
            "group": examination.group,
            "title": examination.title,
            "state": examination.seen.state.value,
            "seen": examination.seen.words,
            "type": examination.seen.remedy,
        }
        for examination in found
    ]
    report = {"schema_version": JSON_SCHEMA_VERSION, "generator": f"metodbank {__version__}"}
    return json.dumps({**report, "examinations": rows}, ensure_ascii=False, indent=2) + "\n"


def _sum(found: list[Examination]) -> str:
    counts = Counter(examination.seen.state for examination in found)
    if counts[State.OK] == len(found):
        return "Всё в порядке.\n"
    hindrances = counted(counts[State.FAIL], "помеха", "помехи", "помех")
    others = counts[State.WARN] + counts[State.UNKNOWN]
    rest = counted(others, "место требует внимания", "места требуют внимания", "мест требуют внимания")
    if not counts[State.FAIL]:
        return f"Проверять и строить можно; {rest}.\n"
    return f"{hindrances}: без этого не проверить или не построить{f'; ещё {rest}' if others else ''}.\n"


def _ground(root: Path, out: Path, as_of: date | None) -> Ground:
    encoding = getattr(sys.stdout, "encoding", None) or ""
    return Ground(root, out, _store(root), as_of or _today(), dict(os.environ), encoding)


def _store(root: Path) -> Path | None:
    try:
        # The library that knows the user's folders may be the one that is absent.
        from metodbank.commands.store_place import store_path

        return store_path(root)
    except (ImportError, OSError, RuntimeError):
        return None


def _today() -> date:
    try:
        return today(_TIME_ZONE)
    except (ImportError, OSError, LookupError):  # no data of time zones on this machine
        return datetime.now(UTC).date()


def _signs(encoding: str) -> Mapping[State, str]:
    try:
        "".join(_SIGNS.values()).encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return _PLAIN_SIGNS
    return _SIGNS


def _is_coloured(environ: Mapping[str, str]) -> bool:
    return sys.stdout.isatty() and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"
