"""Forms read and reports written on disk: a report is there whole or not at all, and never over a form."""

from __future__ import annotations

from pathlib import Path

from metodbank.reporting.opening import MOST_BYTES, Refused


def read_form(path: Path) -> bytes:
    """Return the bytes of a form; raises `Refused` where there is no ordinary file that can be read."""
    if not path.is_file():
        raise Refused(f"Формы «{path}» нет." if not path.exists() else f"«{path}» — не файл.")
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Refused(f"«{path}» не прочитать: {error.strerror}.") from error


def beside(form: Path, day: str) -> Path:
    """Return where a report stands unless told otherwise: beside its form, with the day in its name."""
    return form.with_name(f"{form.stem}-{day}{form.suffix.lower()}")


def check_target(target: Path, *, form: Path | None = None, force: bool = False) -> None:
    """Raise `Refused` where nothing may be written: over the form, over another file without force."""
    if form is not None and target.exists() and target.samefile(form):
        raise Refused("Отчёт нельзя записать на место формы: назовите другой файл в --out.")
    if form is not None and target.suffix.lower() != form.suffix.lower():
        raise Refused(f"Форма — {form.suffix.lower()}, и отчёт будет таким же: «{target.name}» не подходит.")
    if target.is_dir():
        raise Refused(f"«{target}» — папка. Назовите файл.")
    if not target.parent.is_dir():
        raise Refused(f"Папки «{target.parent}» нет.")
    if target.exists() and not force:
        raise Refused(f"«{target}» уже есть. Назовите другой файл в --out или добавьте --force.")


def save(target: Path, content: bytes) -> None:
    """Write a file in one step."""
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(content)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        cure = " Если он открыт в Excel или Word, закройте его." if isinstance(error, PermissionError) else ""
        raise Refused(f"«{target}» не записать: {error.strerror}.{cure}") from error
