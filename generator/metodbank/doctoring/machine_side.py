"""The terminal, the disk and the folders of this machine."""

from __future__ import annotations

import codecs
import os
import shutil
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from metodbank.doctoring.examination import REGION_FILE, Ground, Seen, failure, fine, quoted, warning
from metodbank.publishing.workplace import Workplace
from metodbank.russian_words import number_text

SAMPLE = "«Ёлка» — 5 № ✓"
_MEGABYTE = 1024 * 1024
_LITTLE, _TOO_LITTLE = 300 * _MEGABYTE, 20 * _MEGABYTE
_FEW = 3


def terminal(ground: Ground) -> Seen:
    """Return whether the terminal shows every letter, and names of files are UTF-8."""
    remedy = "chcp 65001 && set PYTHONUTF8=1" if os.name == "nt" else "export LANG=C.UTF-8 PYTHONUTF8=1"
    if _codec(sys.getfilesystemencoding()) != "utf-8":
        return warning(f"имена файлов в кодировке {sys.getfilesystemencoding()}, а не UTF-8", remedy)
    if _codec(ground.encoding) == "utf-8":
        return fine("UTF-8")
    try:
        SAMPLE.encode(ground.encoding)
    except (LookupError, UnicodeEncodeError):
        words = f"кодировка {ground.encoding or 'неизвестна'}: вместо некоторых букв и знаков будет «?»"
        return warning(words, remedy)
    return fine(ground.encoding)


def space(ground: Ground) -> Seen:
    """Return how much of the disk is free where the site is built and where the engine works."""
    temporary = temporary_folder(ground)
    if temporary is None:
        return failure("нет папки для временных файлов, в которую можно писать", _set_temporary())
    free = {folder: shutil.disk_usage(folder).free for folder in {standing(ground.out), temporary}}
    least = min(free, key=lambda folder: free[folder])
    words = f"свободно {number_text(free[least] // _MEGABYTE)} МБ в {least}"
    remedy = f"df -h {quoted(least)}" if os.name != "nt" else "cleanmgr"
    if free[least] < _TOO_LITTLE:
        return failure(f"{words}: сайт не поместится", remedy)
    return warning(f"{words}: мало", remedy) if free[least] < _LITTLE else fine(words)


def permissions(ground: Ground) -> Seen | None:
    """Return whether the base can be read, the site and the store written."""
    if not ground.root.is_dir():
        return None
    if not os.access(ground.root, os.R_OK | os.X_OK):
        return failure(f"папку {ground.root} нельзя читать", f"ls -ld {quoted(ground.root)}")
    # A site is made beside its folder and then moved in.
    for place in (standing(ground.out), standing(Workplace.of(ground.out).folder)):
        if not _is_writable(place):
            words = f"в {place} нельзя писать: сайт туда не построить"
            return failure(words, ground.command("build --out ПАПКА"))
    if ground.store is not None and not _is_writable(place := standing(ground.store.parent)):
        words = f"в {place} нельзя писать: каждая сборка будет полной, то есть медленной"
        return warning(words, _set_cache())
    return fine("базу можно читать, сайт и склад сборки — писать")


def names(ground: Ground) -> Seen | None:
    """Return whether the file system keeps the names of files as they are written."""
    if not ground.root.is_dir():
        return None
    troubles = []
    if (ground.root / REGION_FILE.upper()).exists() and (ground.root / REGION_FILE).exists():
        troubles.append("не различает большие и малые буквы (ТЕКСТ.md и текст.md — один файл)")
    taken_apart = [name for name in _names(ground.root) if unicodedata.normalize("NFC", name) != name]
    if taken_apart:
        shown = ", ".join(taken_apart[:_FEW])
        words = f"буквы й и ё в именах записаны двумя знаками: {shown}"
        return warning(words, "git config core.precomposeunicode true")
    if troubles:
        return fine(f"{'; '.join(troubles)}: не давайте файлам имён, которые отличаются только этим")
    return fine("имена хранятся как написаны")


def links(ground: Ground) -> Seen | None:
    """Return whether symbolic links stand in the base: the program does not follow them."""
    if not ground.is_base:
        return None
    found = [path.name for path in sorted(ground.root.iterdir()) if path.is_symlink()]
    if found:
        shown = ", ".join(found[:_FEW])
        return warning(f"ссылки вместо файлов: {shown}; программа по ним не ходит", f"ls -l {shown}")
    return fine("нет")


def standing(path: Path) -> Path:
    """Return the path, or the nearest folder above it that exists."""
    whole = path.absolute()
    return next(place for place in (whole, *whole.parents) if os.path.lexists(place))


def temporary_folder(ground: Ground) -> Path | None:
    """Return where temporary files go; the library's own way to know it writes one."""
    said = [ground.environ.get(name) for name in ("TMPDIR", "TEMP", "TMP")]
    for place in (*said, "/tmp", "/var/tmp", "/usr/tmp"):  # noqa: S108 (looked at, not written)
        if place and _is_writable(Path(place)):
            return Path(place)
    return None


def _is_writable(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


def _names(root: Path) -> Iterator[str]:
    """Yield the names of what stands in the root and in its folders."""
    for path in sorted(root.iterdir()):
        yield path.name
        if path.is_dir() and not path.is_symlink() and not path.name.startswith("."):
            yield from sorted(inner.name for inner in path.iterdir())


def _codec(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _set_temporary() -> str:
    return "set TEMP=C:\\Temp" if os.name == "nt" else "export TMPDIR=$HOME/tmp && mkdir -p $TMPDIR"


def _set_cache() -> str:
    return "set METODBANK_CACHE=ПАПКА" if os.name == "nt" else "export METODBANK_CACHE=ПАПКА"
