"""A whole tree or nothing: the new site is made beside the old one and takes its place in one step."""

from __future__ import annotations

import ctypes
import json
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from metodbank.errors import BuildFailed, UsageError
from metodbank.models.kinds import REGISTERS
from metodbank.pages.machine_files import BUILD_FILE

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_PARTS_OF_A_BASE = frozenset(
    {kind.folder for kind in REGISTERS}
    | {"files", "reference", "content", "roadmaps", "monitoring", "examples", "generator", "tests"}
)
_LEFTOVER = re.compile(r"(new|old)-([0-9]{1,10})")


class Tree:
    """The new site while it is made; a file whose bytes the old site has keeps its time."""

    def __init__(self, folder: Path, old: Path) -> None:
        self.folder = folder
        self._old = str(old) if old.is_dir() else ""
        self._new = str(folder)
        self._folders = {""}
        self.written: set[str] = set()

    def write(self, address: str, content: bytes) -> None:
        """Put a file at an address."""
        parent = address.rpartition("/")[0]
        if parent not in self._folders:
            Path(self._new, parent).mkdir(parents=True, exist_ok=True)
            self._folders.add(parent)
        path = f"{self._new}/{address}"
        with open(path, "wb", buffering=0) as file:  # noqa: PTH123 (twice as fast on thousands of pages)
            # On a full disk a write takes what fits and says so; only the next one fails.
            left = memoryview(content)
            while left:
                left = left[file.write(left) :]
        self.written.add(address)
        if self._old:
            self._keep_time(address, path, content)

    def _keep_time(self, address: str, path: str, content: bytes) -> None:
        before = f"{self._old}/{address}"
        try:
            status = os.stat(before)  # noqa: PTH116 (called for every page)
            if status.st_size != len(content):
                return
            with open(before, "rb", buffering=0) as file:  # noqa: PTH123 (called for every page)
                same = file.read(len(content) + 1) == content
        except OSError:
            return
        if same:
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def clear_leftovers(out: Path) -> None:
    """Undo what a build that was killed has left beside the site: give the last good one back its name."""
    for path in sorted(out.parent.glob(f".{out.name}.*-*")):
        match = _LEFTOVER.fullmatch(path.name.removeprefix(f".{out.name}."))
        if match is None or _is_running(int(match[2])):
            continue
        if match[1] == "old" and not out.exists():
            path.rename(out)
        else:
            shutil.rmtree(path, ignore_errors=True)


@contextmanager
def new_tree(out: Path) -> Iterator[Tree]:
    """Give a tree to fill; when the block ends well it becomes `out`, otherwise `out` stays as it was.

    Raises `UsageError` where `out` holds something that is no site of ours, `BuildFailed` where it cannot be
    written.
    """
    _refuse_foreign(out)
    fresh = out.parent / f".{out.name}.new-{os.getpid()}"
    try:
        fresh.mkdir(parents=True)
        tree = Tree(fresh, out)
        yield tree
        _swap(fresh, out)
    except OSError as error:
        raise BuildFailed(f"Сайт не записан: {error.strerror or error}. Прежний остался на месте.") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _is_running(process: int) -> bool:
    """Return whether a process of this number may be alive; where that cannot be asked, it may."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def refuse_inside(root: Path, out: Path) -> None:
    """Raise `UsageError` where the site would stand among the files it is made of."""
    try:
        inner = out.resolve().relative_to(root.resolve())
    except ValueError:
        return
    if not inner.parts or inner.parts[0] in _PARTS_OF_A_BASE or inner.parts[0].startswith("."):
        raise UsageError(
            f"Папка «{out}» — часть самой базы: сайт нельзя строить поверх записей.\n"
            "Укажите другую: --out ПАПКА."
        )


def _refuse_foreign(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise UsageError(f"«{out}» — не папка. Укажите другую: --out ПАПКА.")
    if out.is_dir() and any(out.iterdir()) and not _is_ours(out):
        raise UsageError(
            f"В папке «{out}» лежит что-то другое, не сайт методбанка: сборка заменила бы всё это.\n"
            "Укажите пустую или новую папку: --out ПАПКА."
        )


def _is_ours(out: Path) -> bool:
    """Return whether the folder holds a site that this program built."""
    try:
        passport = json.loads((out / BUILD_FILE).read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(passport, dict) and str(passport.get("generator", "")).startswith("metodbank ")


def _swap(fresh: Path, out: Path) -> None:
    if not out.exists():
        fresh.rename(out)
        return
    if _exchanged(fresh, out):
        return
    aside = out.parent / f".{out.name}.old-{os.getpid()}"
    out.rename(aside)
    try:
        fresh.rename(out)
    except OSError:
        aside.rename(out)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step where the system can (renameat2, Linux 3.15 and later)."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    arguments = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return int(rename(*arguments)) == 0
