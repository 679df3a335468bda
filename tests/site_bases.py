"""Knowledge bases for the tests of the site: the demonstration one copied, and small ones written."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from metodbank import cli
from metodbank.models import kinds
from site_tree import Site

REPOSITORY = Path(__file__).parents[1]
REGISTERS = tuple(kind.folder for kind in kinds.REGISTERS)
REFERENCE = tuple(kind.folder for kind in kinds.REFERENCE)
PARTS = ("region.yml", "mkdocs.yml", *REGISTERS, "files", "monitoring", "reference", "content")
AS_OF = "2026-11-22"

REGION: dict[str, Any] = {
    "name": "Малая база",
    "description": "База для проверок.",
    "level": "regional",
    "territory": "kray",
    "operator": "sluzhba",
    "responsible": "методический отдел",
    "contact": {"who": "методический отдел", "phone": "+7 (000) 000-00-00"},
}
TERRITORIES: dict[str, Any] = {"kray": {"name": "Малый край", "kind": "region"}}
ORGANIZATIONS: dict[str, Any] = {
    "sluzhba": {
        "name": "Методическая служба края",
        "short_name": "Служба",
        "kind": "iro",
        "territory": "kray",
    }
}
REGISTER_RECORD: dict[str, Any] = {
    "status": "published",
    "organization": "sluzhba",
    "contact": {"who": "методист", "phone": "+7 (000) 000-00-01"},
}
PRACTICE: dict[str, Any] = REGISTER_RECORD | {
    "title": "Тихая полка",
    "difficulties": ["reading-comprehension"],
    "education_levels": ["basic"],
    "audience": ["teacher"],
    "steps": "Поставьте полку.",
    "results": "Замеров не было.",
}
INTERNSHIP: dict[str, Any] = REGISTER_RECORD | {
    "title": "Площадка",
    "kind": "mentoring",
    "topic": "Чтение",
    "act": "prikaz",
    "awarded_on": "2026-02-01",
}
PROGRAM: dict[str, Any] = REGISTER_RECORD | {
    "title": "Курс",
    "kind": "pk",
    "hours": 36,
    "study_form": "part-time",
    "annotation": "Разбираем уроки.",
    "audience": ["teacher"],
    "difficulties": ["reading-comprehension"],
    "federal_register": {"state": "unknown"},
}
ASSOCIATION: dict[str, Any] = REGISTER_RECORD | {
    "title": "Клуб",
    "kind": "club",
    "aim": "Обсуждаем уроки.",
    "plan": {"year": "2026/27"},
}
ACT: dict[str, Any] = {
    "kind": "order",
    "number": "1",
    "date": "2020-01-10",
    "issuer": "Служба",
    "title": "О площадках",
    "state": "in-force",
}


def copied(folder: Path, *, names: tuple[str, ...] = PARTS) -> Path:
    """Return the folder after the demonstration base was copied into it, without anything that was made."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        elif source.exists():
            shutil.copy2(source, folder / name)
    return folder


def example(name: str, folder: Path) -> Path:
    """Copy a base of `examples/` into a folder of its own."""
    shutil.copytree(REPOSITORY / "examples" / name, folder, ignore=shutil.ignore_patterns("site"))
    return folder


def written(folder: Path, files: dict[str, Any] | None = None, **region: Any) -> Path:
    """Return the folder after a small base was written into it; `files` are laid over by path."""
    base = {
        "region.yml": REGION | region,
        "reference/territories.yml": TERRITORIES,
        "reference/organizations.yml": ORGANIZATIONS,
        "reference/acts.yml": {"prikaz": ACT},
    }
    for path, content in (base | (files or {})).items():
        put(folder, path, content)
    return folder


class _WithoutAliases(yaml.SafeDumper):
    """Writes a value that stands twice in full each time: records hold no aliases."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 (the signature of PyYAML)
        return True


def put(folder: Path, path: str, content: Any) -> None:
    """Write a file of a base: text and bytes as they are, everything else as YAML."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        target.write_bytes(content)
        return
    if not isinstance(content, str):
        content = yaml.dump(content, Dumper=_WithoutAliases, allow_unicode=True, sort_keys=False)
    target.write_text(content, "utf-8")


def build(root: Path, out: Path, *options: str, as_of: str = AS_OF) -> int:
    """Return the exit code of `metodbank build`."""
    return cli.run(["--root", str(root), "build", "--out", str(out), "--as-of", as_of, *options])


def built(root: Path, out: Path, *options: str, as_of: str = AS_OF) -> Site:
    """Return the site of a base that builds without an error."""
    assert build(root, out, "--strict", *options, as_of=as_of) == 0
    return Site(out)


def records(root: Path, register: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the id, the path and the fields of every record of a register, read without the package."""
    paths = sorted((root / register).rglob("*.yml"))
    assert paths, register
    for path in paths:
        yield path.stem, path.relative_to(root).as_posix(), yaml.safe_load(path.read_text("utf-8"))


def items(root: Path, table: str) -> dict[str, dict[str, Any]]:
    """Return the items of a table of reference data, read without the package."""
    found: dict[str, dict[str, Any]] = yaml.safe_load((root / f"reference/{table}.yml").read_text("utf-8"))
    assert found, table
    return found


def is_public(fields: dict[str, Any]) -> bool:
    """Return whether a record has a page."""
    return fields.get("status", "review") in {"published", "archived"}


def is_listed(fields: dict[str, Any]) -> bool:
    """Return whether a record stands in lists."""
    return str(fields.get("status")) == "published"
