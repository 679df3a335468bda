"""What the commands about indicators are asked for: the base as the site shows it, and the names in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

import click

from metodbank.commands.store_place import store_path
from metodbank.dates import today
from metodbank.errors import BuildFailed, UsageError
from metodbank.examining import examined
from metodbank.indicator_definitions import INDICATORS
from metodbank.indicators.lines import Lines
from metodbank.indicators.scoring import Scoring
from metodbank.near_names import NearNames
from metodbank.open_data.telling import Telling
from metodbank.problems import Problem
from metodbank.processes import cores
from metodbank.russian_words import counted

MOST_NAMED = 15


class Found(NamedTuple):
    """What tells the indicators of a base, and the errors of its files by file, the first of each."""

    telling: Telling
    errors: Mapping[str, Problem]


@contextmanager
def telling_of(root: Path, as_of: date | None) -> Iterator[Found]:
    """Give what tells the indicators of the base at the root, without the records that have errors."""
    with examined(
        root, as_of=lambda zone: as_of or today(zone), store=store_path(root), processes=cores()
    ) as found:
        if found.sound is None or found.day is None:
            raise BuildFailed("\n".join(f"{p.place}: {p.message}\n    → {p.remedy}" for p in found.problems))
        if any(problem.is_error for problem in found.problems):
            wrong = sum(problem.is_error for problem in found.problems)
            errors = counted(wrong, "ошибка", "ошибки", "ошибок")
            click.echo(
                f"В базе {errors}: что в них не так, скажет metodbank check. Остальное посчитано.", err=True
            )
        first = {problem.file: problem for problem in reversed(found.problems) if problem.is_error}
        yield Found(Telling(Scoring(found.sound, found.day), Lines(found.folder)), first)


def indicator_of(found: Found, written: str) -> str:
    """Return the id of an indicator; raises `UsageError` with the nearest where there is none."""
    base = found.telling.scoring.base
    titles = {name: layered.definition.short_title for name, layered in base.indicators.items()}
    error = found.errors.get(f"{INDICATORS}/{written}.yml")
    if error is not None and written not in titles:
        wrong = f"{error.place}: {error.message}\n    → {error.remedy}"
        raise UsageError(f"Показатель «{written}» отложен из-за ошибки.\n{wrong}")
    return _named(written, titles, f"Показателя «{written}» нет.")


def territory_of(telling: Telling, written: str) -> str:
    """Return the id of a territory of the base, by id or by its exact name."""
    base = telling.scoring.base
    titles = {name: base.name_of("territory", name) for name in telling.scoring.territories()}
    return _named(written, titles, f"Территории «{written}» в этой базе нет.")


def framework_of(telling: Telling, written: str) -> str:
    """Return the id of a framework that the base follows."""
    base = telling.scoring.base
    titles = {layered.id: layered.definition.short_title for layered in base.followed}
    if written in base.frameworks and written not in titles:
        cure = f"Чтобы оценивать по ней, добавьте {written} в frameworks файла region.yml."
        raise UsageError(f"За системой показателей «{written}» база не следит. {cure}")
    return _named(written, titles, f"Системы показателей «{written}» нет.")


def _named(written: str, titles: Mapping[str, str], none: str) -> str:
    if written in titles:
        return written
    by_title = {title.lower(): name for name, title in titles.items()}
    if written.lower() in by_title:
        return by_title[written.lower()]
    near = NearNames(sorted(titles), by_title).nearest(written)
    cure = f" Может быть, {near} ({titles[near]})?" if near else ""
    raise UsageError(f"{none}{cure}{_known(titles)}")


def _known(titles: Mapping[str, str]) -> str:
    if not titles:
        return ""
    names = list(titles)
    more = f" и ещё {len(names) - MOST_NAMED}" if len(names) > MOST_NAMED else ""
    return f"\nЕсть: {', '.join(names[:MOST_NAMED])}{more}."
