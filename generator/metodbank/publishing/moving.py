"""A journal carried out: each file is replaced whole, in one step, and no link is followed."""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from metodbank.publishing.journal import Journal
from metodbank.publishing.standing import is_plain_folder

_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4)
_IS_NO_EMPTY_FOLDER = {errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT, errno.ENOTDIR}


def carry_out(journal: Journal, tree: str, out: str) -> None:
    """Move in what is staged in the tree, then delete; raises `OSError` where that fails."""
    ready: set[str] = set()
    for address in journal.moves:
        _make_way(out, address.rpartition("/")[0], ready)
        _move(f"{tree}/{address}", f"{out}/{address}")
    for address in journal.deletions:
        with suppress(FileNotFoundError, NotADirectoryError):
            patiently(_unlink, f"{out}/{address}")
    for folder in journal.folders:
        _remove_if_empty(f"{out}/{folder}")


def resume(journal: Journal, tree: str, out: str) -> None:
    """Carry out what is left of a journal that was begun: what is no longer staged was moved before."""
    left = [address for address in journal.moves if os.path.lexists(f"{tree}/{address}")]
    carry_out(replace(journal, moves=left), tree, out)


def patiently(step: Callable[..., None], *paths: str) -> None:
    """Do a step; on Windows again for a while, until a reader or a scanner lets go of the file."""
    for pause in _PAUSES if os.name == "nt" else ():
        try:
            return step(*paths)
        except PermissionError:
            time.sleep(pause)
    return step(*paths)


def _make_way(out: str, folder: str, ready: set[str]) -> None:
    """Make the folder a plain one: a file or a link in its place goes."""
    if not folder or folder in ready:
        return
    _make_way(out, folder.rpartition("/")[0], ready)
    path = f"{out}/{folder}"
    if not _is_folder(path):
        with suppress(FileNotFoundError):
            patiently(_unlink, path)
        with suppress(FileExistsError):
            os.mkdir(path)
    ready.add(folder)


def _remove_if_empty(folder: str) -> None:
    try:
        os.rmdir(folder)
    except OSError as error:
        if error.errno not in _IS_NO_EMPTY_FOLDER:
            raise


def _move(source: str, target: str) -> None:
    try:
        patiently(os.replace, source, target)
    except OSError:
        if not _is_folder(target):
            raise
        shutil.rmtree(target)
        patiently(os.replace, source, target)


def _is_folder(path: str) -> bool:
    try:
        return is_plain_folder(os.lstat(path))
    except OSError:
        return False


def _unlink(path: str) -> None:
    try:
        os.unlink(path)
    except PermissionError:
        # A link to a folder is removed as a folder on Windows.
        if os.name != "nt" or _is_folder(path):
            raise
        os.rmdir(path)
