"""New records in the files of a base: whole or not at all, and never over what stands there."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from metodbank.errors import MetodbankError, UsageError
from metodbank.problems import Finding, Mark
from metodbank.root_folder import MAX_REFERENCE_BYTES, RootFolder
from metodbank.rules import in_words
from metodbank.yaml_source import read_yaml

_EMPTY_FILE = "MB015"
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_file(folder: RootFolder, path: str, text: str, *, limit: int = MAX_REFERENCE_BYTES) -> None:
    """Write a file that is not there yet, of at most `limit` bytes.

    Raises `UsageError` where something stands at the path or its folder is none of the base, `MetodbankError`
    where it cannot be written.
    """
    if len(text.encode()) > limit:
        raise UsageError(f"Запись вышла больше {limit // 1024} КБ, её не прочесть: сократите тексты.")
    _refuse_odd_folder(folder, path)
    target = folder.root / path
    with _written_beside(target, text.encode()) as fresh:
        try:
            os.link(fresh, target)
        except FileExistsError:
            raise UsageError(f"Файл {path} уже есть и остался как был. Возьмите другой --id.") from None
        except OSError:  # a file system without hard links
            if folder.stands(path):
                raise
            fresh.rename(target)


def append_item(folder: RootFolder, path: str, identifier: str, text: str) -> None:
    """Put an item after the others of a reference file, whose bytes stay as they are.

    Raises `UsageError` where the file cannot take it: it is not readable, or not written line by line.
    """
    _refuse_odd_folder(folder, path)
    if not folder.stands(path):
        write_file(folder, path, text)
        return
    before = folder.read(path, MAX_REFERENCE_BYTES)
    if isinstance(before, Finding):
        raise UsageError(_refused(path, in_words(before, file=path, mark=Mark(1, 1), field="").message, text))
    after = before + _addition(before, text)
    if not _adds_only(before, after, identifier):
        raise UsageError(_refused(path, "В конец этого файла запись не дописать.", text))
    if len(after) > MAX_REFERENCE_BYTES:
        raise UsageError(_refused(path, "Файл станет слишком большим.", text))
    target = folder.root / path
    with _written_beside(target, after, mode=target.stat().st_mode) as fresh:
        if folder.read(path, MAX_REFERENCE_BYTES) != before:
            raise MetodbankError(f"Файл {path} только что изменили. Повторите команду.")
        fresh.replace(target)


def _refuse_odd_folder(folder: RootFolder, path: str) -> None:
    """Raise where the folder of the path is a link or no folder: nothing is written outside the root."""
    parent = path.partition("/")[0]
    if folder.stands(parent) and parent not in folder.folders():
        raise UsageError(f"«{parent}» в корне базы — не папка. Уберите это и повторите команду.")


@contextmanager
def _written_beside(target: Path, content: bytes, mode: int | None = None) -> Iterator[Path]:
    """Give a file of the content, and the mode, in the folder of the target, to be put in its place."""
    # The walk over a base passes by names that begin with a dot.
    fresh = target.parent / f".{target.name}.{secrets.token_hex(4)}"
    try:
        target.parent.mkdir(exist_ok=True)
        descriptor = os.open(fresh, _NEW_FILE, 0o666)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            if mode is not None:
                fresh.chmod(mode & 0o777)
            file.flush()
            os.fsync(descriptor)
        yield fresh
    except OSError as error:
        raise MetodbankError(
            f"Файл {target} не записан: {error.strerror or error}. Ничего не изменилось."
        ) from error
    finally:
        with suppress(OSError):
            fresh.unlink()


def _addition(before: bytes, text: str) -> bytes:
    """Return the bytes to put at the end: a new line, an empty one between, the line ends of the file."""
    gap = "" if not before.strip() or before.endswith((b"\n\n", b"\n\r\n")) else "\n"
    gap = gap if before.endswith(b"\n") or not before else "\n" + gap
    added = gap + text
    return (added.replace("\n", "\r\n") if b"\r\n" in before else added).encode()


def _adds_only(before: bytes, after: bytes, identifier: str) -> bool:
    old, new = read_yaml(before), read_yaml(after)
    if old.data is None and any(finding.code != _EMPTY_FILE for finding in old.findings):
        return False
    known = old.data or {}
    return (
        new.data is not None
        and identifier not in known
        and {key: _stripped(new.data.get(key)) for key in known}
        == {k: _stripped(v) for k, v in known.items()}
        and [*new.data] == [*known, identifier]
        and isinstance(new.data[identifier], dict)
    )


def _stripped(value: object) -> object:
    """Return the value without the line ends after its texts: those of the last one may change."""
    if isinstance(value, dict):
        return {key: _stripped(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_stripped(item) for item in value]
    return value.rstrip("\n") if isinstance(value, str) else value


def _refused(path: str, reason: str, text: str) -> str:
    return f"{path}: {reason} Файл остался как был; впишите сами:\n\n{text}"
