"""Folders that hold something else than a site of ours: never built over."""

from __future__ import annotations

import json
from pathlib import Path

from metodbank.errors import UsageError
from metodbank.pages.machine_files import BUILD_FILE


def refuse_foreign(out: Path, *, without: tuple[str, ...] = ()) -> None:
    """Raise `UsageError` where `out` is no folder or holds something that is no site of ours.

    Names that begin so do not count.
    """
    if out.is_symlink():
        raise UsageError(f"«{out}» — ссылка. Укажите саму папку, на которую она ведёт: --out ПАПКА.")
    if out.exists() and not out.is_dir():
        raise UsageError(f"«{out}» — не папка. Укажите другую: --out ПАПКА.")
    if out.is_dir() and _holds_anything(out, without) and not is_ours(out):
        raise UsageError(
            f"В папке «{out}» лежит что-то другое, не сайт методбанка: сборка заменила бы всё это.\n"
            "Укажите пустую или новую папку: --out ПАПКА."
        )


def _holds_anything(out: Path, without: tuple[str, ...]) -> bool:
    return any(not path.name.startswith(without) for path in out.iterdir())


def is_ours(out: Path) -> bool:
    """Return whether the folder, and no link to one, holds a site that this program built."""
    passport = out / BUILD_FILE
    if out.is_symlink() or passport.is_symlink():
        return False
    try:
        made = json.loads(passport.read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(made, dict) and str(made.get("generator", "")).startswith("metodbank ")
