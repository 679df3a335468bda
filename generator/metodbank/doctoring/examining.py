"""The table of examinations, and their run: none can stop another."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from metodbank.doctoring import (
    base_side,
    contributor_side,
    git_side,
    machine_side,
    python_side,
    site_side,
)
from metodbank.doctoring.examination import Examination, Ground, Seen, State, unknown

Look = Callable[[Ground], Seen | None]

EXAMINATIONS: tuple[tuple[str, str, str, Look], ...] = (
    ("Программа", "python", "Python", python_side.python_version),
    ("Программа", "environment", "Окружение", python_side.environment),
    ("Программа", "program", "Версия", python_side.program),
    ("Программа", "libraries", "Библиотеки", python_side.libraries),
    ("Программа", "engine", "Оформление", python_side.engine),
    ("Компьютер", "terminal", "Кодировка", machine_side.terminal),
    ("Компьютер", "space", "Место на диске", machine_side.space),
    ("Компьютер", "permissions", "Права", machine_side.permissions),
    ("Компьютер", "names", "Имена файлов", machine_side.names),
    ("Git", "git", "Программа", git_side.program),
    ("Git", "changes", "Изменения", git_side.repository),
    ("Git", "git-settings", "Настройки", git_side.settings),
    ("База", "root", "Корень", base_side.root),
    ("База", "links", "Ссылки в корне", machine_side.links),
    ("База", "records", "Записи", base_side.records),
    ("Сайт", "site", "Построенный сайт", site_side.site),
    ("Сайт", "leftovers", "Незаконченные сборки", site_side.leftovers),
    ("Сайт", "store", "Склад сборки", site_side.store),
    ("Для тех, кто меняет программу", "tools", "Проверки в браузере", contributor_side.tools),
)
"""Group, id, title and the function; one that returns None has nothing to look at here."""


def examinations(ground: Ground) -> Iterator[Examination]:
    """Yield every examination with what it saw, in the order of the table."""
    for group, identifier, title, look in EXAMINATIONS:
        try:
            seen = look(ground)
        except ModuleNotFoundError as error:
            seen = unknown(f"не узнать без библиотеки {error.name}", python_side.mending(None))
        except Exception as error:  # half the machine may be missing, and the rest is still worth telling
            seen = unknown(f"не проверить: {type(error).__name__}: {error}")
        if seen is not None:
            yield Examination(identifier, group, title, seen)


def is_hindered(found: list[Examination]) -> bool:
    """Return whether anything found makes a check or a build impossible."""
    return any(examination.seen.state is State.FAIL for examination in found)
