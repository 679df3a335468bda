"""Environments of the peers, made once in a cache folder by the pip and npm of this machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


class NotInstalledError(Exception):
    """A peer that this machine cannot get; it is told and left out."""


def python_environment(folder: Path, packages: tuple[str, ...]) -> Path:
    """Return a virtual environment with these packages; raise NotInstalledError."""
    ready = folder / ".ready"
    wanted = "\n".join(packages)
    if not ready.exists() or ready.read_text("utf-8") != wanted:
        _run([sys.executable, "-m", "venv", str(folder)])
        quiet = ("--quiet", "--disable-pip-version-check")
        _run([str(python_of(folder)), "-m", "pip", "install", *quiet, *packages])
        ready.write_text(wanted, "utf-8")
    keep_bytecode(python_of(folder), folder / "lib")
    return folder


def python_of(folder: Path) -> Path:
    """Return the interpreter of an environment."""
    return folder / "bin" / "python"


def keep_bytecode(python: Path, *folders: Path) -> None:
    """Let the bytecode of all modules stand beside them, as after an ordinary installation; what is, stays.

    A module that no Python of today can read is passed over.
    """
    command = [str(python), "-m", "compileall", "-q", *map(str, folders)]
    subprocess.run(command, check=False, capture_output=True)


def node_environment(folder: Path, packages: tuple[str, ...]) -> Path:
    """Return a folder with these npm packages; raise NotInstalledError."""
    ready = folder / ".ready"
    wanted = "\n".join(packages)
    if not ready.exists() or ready.read_text("utf-8") != wanted:
        folder.mkdir(parents=True, exist_ok=True)
        quiet = ("--no-audit", "--no-fund", "--silent")
        _run(["npm", "install", "--prefix", str(folder), *quiet, *packages])
        ready.write_text(wanted, "utf-8")
    return folder


def printed(*command: str | Path) -> str:
    """Return what a short command prints."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise NotInstalledError(f"{command[0]}: not found") from error
    except subprocess.CalledProcessError as error:
        last = (error.stderr or error.stdout).strip().splitlines()[-1:] or ["no message"]
        raise NotInstalledError(f"{command[0]}: {last[0]}") from error
