"""Attached files stand where the record says (G17), are of a type that is published, and each is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from metodbank.checks.check import Looking, Placed
from metodbank.models.fields import Group
from metodbank.models.shape import Holds, walk
from metodbank.problems import FieldPath, Finding
from metodbank.records import Record

PUBLISHED_TYPES = (
    "pdf", "docx", "odt", "rtf", "txt", "xlsx", "ods", "csv", "pptx", "odp",
    "png", "jpg", "jpeg", "webp", "mp3", "ogg", "mp4", "webm", "zip", "epub",
)  # fmt: skip
UNNAMED = ("MB216",)
PICTURE_TYPES = ("png", "jpg", "jpeg", "webp")


def extension_of(name: str) -> str:
    """Return what stands after the last dot of a file's name, in small letters."""
    return name.rpartition(".")[2].lower()


def is_published_type(name: str) -> bool:
    """Return whether a file of this name may stand on the site: nothing that a browser would run."""
    return extension_of(name) in PUBLISHED_TYPES


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield the named files that are absent or of a type that is not published."""
    for at, name in attached_files(record):
        path = attached_path(record, name)
        if not is_published_type(name):
            yield Finding("MB218", at, name, details={"allowed": ", ".join(PUBLISHED_TYPES)})
        elif path not in looking.base.files:
            yield Finding("MB210", at, name, details={"path": path})


def named(record: Record, looking: Looking) -> tuple[str, ...] | None:  # noqa: ARG001 (as every rule gathers)
    """Return the paths of the files that the record names."""
    return tuple(attached_path(record, name) for _, name in attached_files(record)) or None


def unnamed(found: Sequence[tuple[Record, tuple[str, ...]]], looking: Looking) -> Iterator[Placed]:
    """Yield the files that no record names."""
    named_ones = {path for _, paths in found for path in paths}
    owners = {identifier for _, identifier in looking.base.set_aside}
    for file in looking.base.files:
        if file not in named_ones and file.split("/")[1] not in owners:
            yield file, Finding("MB216", value=file)


def attached_files(record: Record) -> list[tuple[FieldPath, str]]:
    """Return the place and name of each file that the record names; four rules ask, and most name none."""
    data = record.data
    values = vars(data)
    paths = [path for path in _file_paths(record.model) if values[path[0]]]
    return [found for path in paths for found in _values(data, path, ())]


def attached_path(record: Record, name: str) -> str:
    """Return where a file of the record stands, as `KnowledgeBase.files` names it."""
    return f"files/{record.id}/{name}"


@cache
def _file_paths(model: type[Group]) -> tuple[tuple[str, ...], ...]:
    return tuple(path for path, field in walk(model) if field.holds is Holds.FILE)


def _values(data: object, path: tuple[str, ...], at: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if data is None:
        return
    if isinstance(data, tuple):
        for index, item in enumerate(data):
            yield from _values(item, path, (*at, index))
    elif not path:
        yield at, str(data)
    else:
        yield from _values(getattr(data, path[0]), path[1:], (*at, path[0]))
