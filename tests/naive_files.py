"""The raw files of a base, read with a safe YAML loader and `csv` alone: nothing here knows the package.

For `naive_indicators`, which computes the indicators a second time. A base is taken to be free of errors:
what an error sets aside is not looked for, but for two rows of monitoring of one day.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml

STANDARD = Path(__file__).parents[1] / "generator" / "metodbank" / "standard"
REGISTERS = {
    "practice": "practices",
    "internship": "internships",
    "program": "programs",
    "association": "associations",
    "event": "events",
    "report": "reports",
    "roadmap": "roadmaps",
}
COLUMNS = {
    "показатель": "indicator",
    "территория": "territory",
    "числитель": "numerator",
    "знаменатель": "denominator",
    "значение": "value",
    "по состоянию на": "as_of",
    "источник": "source",
    "состояние": "state",
    "примечание": "note",
}
SPACES = "\u00a0\u2009\u202f "


@dataclass
class Row:
    """One figure of monitoring."""

    indicator: str
    territory: str
    year: int
    numerator: int | None
    denominator: int | None
    value: Fraction | None
    as_of: date
    preliminary: bool


@dataclass
class Raw:
    """Everything of a base that indicators are made of."""

    region: dict[str, Any]
    territories: dict[str, dict[str, Any]]
    organizations: dict[str, dict[str, Any]]
    registers: dict[str, dict[str, dict[str, Any]]]
    rows: list[Row]
    indicators: dict[str, dict[str, Any]]
    own_indicators: list[str]
    frameworks: dict[str, dict[str, Any]]


def read(root: Path) -> Raw:
    """Return what the files of the base and of the standard hold; registers without what is not published."""
    territories = _mapping(root / "reference/territories.yml")
    own = _folder(root / "reference/indicators")
    return Raw(
        region=_mapping(root / "region.yml"),
        territories=territories,
        organizations=_mapping(root / "reference/organizations.yml"),
        registers={kind: _published(root / folder) for kind, folder in REGISTERS.items()},
        rows=_observations(root, territories),
        indicators=_layered(_standard("indicators"), own),
        own_indicators=sorted(own.keys() - _standard("indicators").keys()),
        frameworks=_layered(_standard("frameworks"), _folder(root / "reference/frameworks")),
    )


def _mapping(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    # The same as yaml.safe_load, in C: a thousand bases are read.
    return dict(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader) or {})


def _folder(folder: Path) -> dict[str, dict[str, Any]]:
    return {path.stem: _mapping(path) for path in sorted(folder.glob("*.yml"))}


@cache
def _standard(folder: str) -> dict[str, dict[str, Any]]:
    return _folder(STANDARD / folder)


def _published(folder: Path) -> dict[str, dict[str, Any]]:
    found = {path.stem: _mapping(path) for path in sorted(folder.rglob("*.yml"))}
    return {name: record for name, record in found.items() if record.get("status") == "published"}


def _layered(
    standard: dict[str, dict[str, Any]], region: dict[str, dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    """Return the standard with the region's files over it, field by field; statements by their ids."""
    result = {name: dict(fields) for name, fields in standard.items()}
    for name, over in region.items():
        under = result.get(name, {})
        merged = {**under, **over}
        if "statements" in under and "statements" in over:
            statements = {row["id"]: dict(row) for row in under["statements"]}
            for row in over["statements"]:
                known = statements.get(row["id"], {})
                years = {each["year"]: each for each in known.get("targets", [])}
                years |= {each["year"]: each for each in row.get("targets", [])}
                targets = [years[year] for year in sorted(years) if not years[year].get("dropped")]
                statements[row["id"]] = {**known, **row, "targets": targets}
            merged["statements"] = list(statements.values())
        result[name] = merged
    for fields in result.values():
        if "statements" in fields:
            fields["statements"] = [row for row in fields["statements"] if not row.get("dropped")]
    return result


def _observations(root: Path, territories: dict[str, dict[str, Any]]) -> list[Row]:
    names = {name: name for name in territories}
    for territory, fields in territories.items():
        for key in ("name", "short_name"):
            if fields.get(key):
                names[fields[key]] = territory
    rows = []
    for path in sorted((root / "monitoring").glob("*.csv")):
        rows += _file_rows(path, names)
    days = Counter((row.indicator, row.territory, row.year, row.as_of) for row in rows)
    return [row for row in rows if days[row.indicator, row.territory, row.year, row.as_of] == 1]


def _file_rows(path: Path, names: dict[str, str]) -> list[Row]:
    year = int(path.stem[:4])
    lines = _text(path.read_bytes()).splitlines(keepends=True)
    if lines[0].lower().startswith("sep="):
        lines = lines[1:]
    delimiter = max(";,\t", key=lines[0].count)
    table = list(csv.reader(io.StringIO("".join(lines), newline=""), delimiter=delimiter))
    header = [_column(cell) for cell in table[0]]
    rows = []
    for cells in table[1:]:
        if not any(cell.strip() for cell in cells):
            continue
        given = {title: cell.strip() for title, cell in zip(header, cells, strict=False)}
        for indicator, figures in _figures(given):
            if not any(figures.values()):
                continue
            rows.append(_row(indicator, year, figures, given, names))
    return rows


def _column(cell: str) -> str:
    name = cell.strip().lower()
    if ":" in name:
        indicator, part = name.split(":")
        return f"{indicator.strip()}:{COLUMNS.get(part.strip(), part.strip())}"
    return COLUMNS.get(name, name)


def _figures(given: dict[str, str]) -> list[tuple[str, dict[str, str]]]:
    """Return the indicators of one row of the table, each with what its three cells hold."""
    parts = ("numerator", "denominator", "value")
    if "indicator" in given:
        return [(given["indicator"], {part: given.get(part, "") for part in parts})]
    indicators = dict.fromkeys(title.split(":")[0] for title in given if ":" in title)
    return [(name, {part: given.get(f"{name}:{part}", "") for part in parts}) for name in indicators]


def _row(
    indicator: str, year: int, figures: dict[str, str], given: dict[str, str], names: dict[str, str]
) -> Row:
    value = _digits(figures["value"]).rstrip("%").replace(",", ".")
    return Row(
        indicator=indicator,
        territory=names[given["territory"]],
        year=year,
        numerator=int(_digits(figures["numerator"])) if figures["numerator"] else None,
        denominator=int(_digits(figures["denominator"])) if figures["denominator"] else None,
        value=Fraction(value) if value else None,
        as_of=_day(given.get("as_of", "")) or date(year, 12, 31),
        preliminary=not given.get("state", "").lower().startswith(("утверждено", "approved")),
    )


def _digits(cell: str) -> str:
    return cell.translate({ord(space): None for space in SPACES})


def _text(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1251")


def _day(text: str) -> date | None:
    dotted = re.fullmatch(r"(\d\d?)\.(\d\d?)\.(\d{4})", text)
    if dotted:
        day, month, year = map(int, dotted.groups())
        return date(year, month, day)
    return date.fromisoformat(text) if text else None


def day(value: Any) -> date | None:
    """Return the day that a field of YAML holds, written with quotation marks or without."""
    return date.fromisoformat(value) if isinstance(value, str) else value
