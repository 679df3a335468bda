"""Python, its environment, the program itself and the libraries it needs."""

from __future__ import annotations

import os
import sys
import tomllib
from datetime import date, timedelta
from importlib import import_module
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from metodbank import __version__
from metodbank.dates import in_words
from metodbank.doctoring.examination import Ground, Seen, failure, fine, quoted, warning
from metodbank.doctoring.requirements import Requirement, parsed

OLDEST_PYTHON = (3, 11)
END_OF_MATERIAL = date(2027, 5, 5)
_IN_GOOD_TIME = timedelta(days=90)
_MODULES = {"python-docx": "docx", "pyyaml": "yaml", "mkdocs-material": "material"}
"""The modules of libraries that are called otherwise than their packages."""
_ABSENT = "нет"
_FEW = 3


def clone() -> Path | None:
    """Return the clone of the repository that this program runs from, None where it is installed."""
    folder = Path(__file__).resolve().parents[3]
    try:
        project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return folder if project.get("project", {}).get("name") == "metodbank" else None


def python_version(ground: Ground) -> Seen:  # noqa: ARG001 (examinations share one signature)
    """Return whether this Python is new enough."""
    words = f"{sys.version.split()[0]} ({sys.executable})"
    if sys.version_info < OLDEST_PYTHON:
        return failure(f"{words}; нужен 3.11 или новее", "make PYTHON=/путь/к/python3.11 site")
    return fine(words)


def environment(ground: Ground) -> Seen:  # noqa: ARG001 (as every examination)
    """Return whether the libraries stand in an environment of their own."""
    home = clone()
    own = home / ".venv" if home else None
    if own and own.is_dir() and Path(sys.prefix).resolve() != own.resolve():
        inside = own / ("Scripts" if os.name == "nt" else "bin") / "metodbank"
        return warning(f"запущен Python не из {own}, а {sys.executable}", f"{quoted(inside)} doctor")
    if sys.prefix != sys.base_prefix:
        return fine(f"виртуальное, {sys.prefix}")
    return warning(
        "программа стоит в общем Python: другие программы могут сменить её библиотеки",
        "make site" if home else "python3 -m venv .venv && .venv/bin/pip install metodbank",
    )


def program(ground: Ground) -> Seen:  # noqa: ARG001 (as every examination)
    """Return which program this is, and whether its installation is as old as its source."""
    home = clone()
    if home is None:
        return fine(f"metodbank {__version__}")
    words = f"metodbank {__version__} из {home}"
    try:
        installed = {parsed(line) for line in requires("metodbank") or ()}
        is_stale = version("metodbank") != __version__ or installed != set(_required(home))
    except PackageNotFoundError:
        return warning(f"{words}; не установлена в это окружение", mending(None))
    if is_stale:
        return warning(f"{words}; установлена до того, как pyproject.toml изменился", mending(None))
    return fine(words)


def libraries(ground: Ground) -> Seen:  # noqa: ARG001 (as every examination)
    """Return which libraries are absent, too old, too new, or cannot be imported."""
    required = _required(clone())
    wrong = {requirement: words for requirement in required if (words := _wrong(requirement))}
    if not wrong:
        return fine(f"все на месте: {len(required)}")
    absent = [requirement.name for requirement, words in wrong.items() if words == _ABSENT]
    told = [f"нет {', '.join(absent)}"] if absent else []
    told += [f"{requirement.name} {words}" for requirement, words in wrong.items() if words != _ABSENT]
    few = [str(requirement) for requirement in wrong] if len(wrong) <= _FEW else None
    return failure("; ".join(told), mending(few))


def engine(ground: Ground) -> Seen | None:
    """Return what draws the pages, and whether it is still looked after; `libraries` tells of its absence."""
    try:
        words = f"MkDocs {version('mkdocs')}, Material {version('mkdocs-material')}"
    except PackageNotFoundError:
        return None
    upgrade = "git pull && make site" if clone() else f"{_pip()} -U metodbank"
    if ground.as_of > END_OF_MATERIAL:
        return warning(f"{words}; Material больше не поддерживают ({in_words(END_OF_MATERIAL)})", upgrade)
    if ground.as_of > END_OF_MATERIAL - _IN_GOOD_TIME:
        return warning(f"{words}; Material поддерживают только до {in_words(END_OF_MATERIAL)}", upgrade)
    return fine(words)


def mending(packages: list[str] | None) -> str:
    """Return what to type to have the packages, or the program itself, installed as they should be."""
    if clone() is None:
        return f"{_pip()} -U {' '.join(quoted(name) for name in packages or ['metodbank'])}"
    # Without -B, make believes its mark of an installation that was finished once.
    return "make -B site" if os.name != "nt" else f"{_pip()} --require-hashes -r requirements.txt"


def _pip() -> str:
    return f"{quoted(sys.executable)} -m pip install"


def _required(home: Path | None) -> tuple[Requirement, ...]:
    """Return what the program needs: as the clone says today, else as the installed package says."""
    if home is None:
        lines = [line for line in requires("metodbank") or () if "extra ==" not in line]
    else:
        project = tomllib.loads((home / "pyproject.toml").read_text("utf-8"))["project"]
        lines = project["dependencies"]
    return tuple(parsed(line) for line in lines)


def _wrong(requirement: Requirement) -> str:
    """Return what is wrong with the library of the requirement, or an empty string."""
    try:
        found = version(requirement.name)
    except PackageNotFoundError:
        return _ABSENT
    if trouble := requirement.trouble_with(found):
        return f"{found} {trouble}, нужен {requirement.range}"
    module = _MODULES.get(requirement.name, requirement.name.replace("-", "_"))
    try:
        import_module(module)
    except Exception as error:  # made for another machine, installed by half: anything may come of it
        is_absent = isinstance(error, ModuleNotFoundError) and error.name == module
        return _ABSENT if is_absent else f"не загружается ({type(error).__name__}: {error})"
    return ""
