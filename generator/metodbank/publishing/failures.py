"""What kept the site from being written, in words for whoever typed the command."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from metodbank.errors import BuildFailed

_NO_RIGHT = "нет права записывать в эту папку"
_REASONS = {
    errno.ENOSPC: "на диске кончилось место",
    getattr(errno, "EDQUOT", errno.ENOSPC): "кончилось место, отведённое вам на диске",
    errno.EFBIG: "файл больше, чем здесь разрешено",
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: "диск только для чтения",
    errno.ENAMETOOLONG: "слишком длинное имя файла",
    errno.EXDEV: "папка сайта подключена с другого диска; укажите папку внутри неё (--out ПАПКА)",
}


def not_written(error: OSError) -> BuildFailed:
    """Return the failure of a build that changed nothing in the published folder."""
    return BuildFailed(f"Сайт не записан: {_reason(error)}. Прежний остался на месте.")


def half_moved(error: OSError) -> BuildFailed:
    """Return the failure of a build whose pages stand in part; its journal stays."""
    return BuildFailed(
        f"Новый сайт встал на место не весь: {_reason(error)}.\n"
        "Каждая страница цела; следующая сборка сначала закончит начатое."
    )


@contextmanager
def told_as(failure: Callable[[OSError], BuildFailed]) -> Iterator[None]:
    """Turn a failure of the system into ours."""
    try:
        yield
    except OSError as error:
        raise failure(error) from error


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
