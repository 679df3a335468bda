"""Git and its settings: where the records are kept and from where they come."""

from __future__ import annotations

import os
import shutil
import subprocess

from metodbank.doctoring.examination import Ground, Seen, fine, quoted, unknown, warning
from metodbank.russian_words import counted

_LONGEST_SECONDS = 20
_CONTENT = ("region.yml", "mkdocs.yml", "practices", "internships", "programs", "associations", "events",
            "reports", "roadmaps", "reference", "content", "files")  # fmt: skip


def program(ground: Ground) -> Seen:
    """Return whether git is found."""
    found = shutil.which("git", path=ground.environ.get("PATH"))
    if found is None:
        return warning("не найден: изменения записей не сохраняются в истории", _how_to_install())
    return fine(found)


def repository(ground: Ground) -> Seen | None:
    """Return whether the base is under git, and whether records are changed and not yet committed."""
    if not ground.is_base or shutil.which("git", path=ground.environ.get("PATH")) is None:
        return None
    inside = _git(ground, "rev-parse", "--show-toplevel")
    if inside.returncode != 0:
        if "dubious ownership" in inside.stderr:
            own = f"git config --global --add safe.directory {quoted(ground.root.resolve())}"
            return warning("git не доверяет этой папке: она принадлежит другому пользователю", own)
        return warning("база не в git: прежнего не вернуть и другим не передать", "git init")
    status = _git(ground, "status", "--porcelain", "--", *_CONTENT)
    if status.returncode != 0:
        return unknown(f"git status: {status.stderr.strip()[:200]}", "git status")
    changed = len(status.stdout.splitlines())
    if changed:
        words = counted(changed, "файл базы", "файла базы", "файлов базы")
        return warning(f"изменения ещё не сохранены в git: {words}", "git status")
    return fine("все изменения базы сохранены")


def settings(ground: Ground) -> Seen | None:
    """Return whether git changes the ends of lines and shows Russian names as they are."""
    if not ground.is_base or shutil.which("git", path=ground.environ.get("PATH")) is None:
        return None
    if _setting(ground, "core.autocrlf") == "true":
        words = "core.autocrlf переписывает концы строк: у одной и той же записи будут разные байты"
        return warning(words, "git config core.autocrlf input")
    if _setting(ground, "core.quotepath") != "false" and _has_russian_names(ground):
        return warning(
            "русские имена файлов git показывает кодами (\\320\\277…)", "git config core.quotepath false"
        )
    return fine("подходят")


def _has_russian_names(ground: Ground) -> bool:
    names = _git(ground, "-c", "core.quotepath=false", "ls-files", "--", *_CONTENT)
    return not names.stdout.isascii()


def _setting(ground: Ground, name: str) -> str:
    return _git(ground, "config", "--get", name).stdout.strip().lower()


def _git(ground: Ground, *words: str) -> subprocess.CompletedProcess[str]:
    """Return what git says; it takes no lock, writes no index and runs no hook for it."""
    return subprocess.run(  # noqa: S603 (words of ours)
        ["git", "--no-optional-locks", "-c", "core.fsmonitor=false", *words],  # noqa: S607 (of the user's PATH)
        cwd=ground.root,
        env={**ground.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=_LONGEST_SECONDS,
        check=False,
    )


def _how_to_install() -> str:
    return "winget install Git.Git" if os.name == "nt" else "sudo apt install git"
