"""The documents as bytes: JSON, its schema, and a table for spreadsheets."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import TypeAdapter

from metodbank.open_data.documents import IndicatorsFile, WhyFile

TITLE = "Показатели базы"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def indicators_json(told: IndicatorsFile) -> bytes:
    """Return `data/indicators.json`."""
    return TypeAdapter(IndicatorsFile).dump_json(told, indent=1) + b"\n"


def why_json(told: WhyFile) -> bytes:
    """Return what explains one value."""
    return TypeAdapter(WhyFile).dump_json(told, indent=2) + b"\n"


def indicators_schema() -> bytes:
    """Return the JSON Schema of `data/indicators.json`, made of the classes that it is written from."""
    schema = TypeAdapter(IndicatorsFile).json_schema(mode="serialization")
    # Docstrings are for those who read the code; readers of data have the descriptions of the fields.
    for part in (schema, *schema.get("$defs", {}).values()):
        part.pop("description", None)
    whole = {"$schema": DIALECT, **schema, "title": TITLE}
    return (json.dumps(_closed(whole), ensure_ascii=False, indent=1) + "\n").encode()


def _closed(part: Any) -> Any:
    """Return the schema with no other fields than those of the classes, and without made-up titles."""
    if isinstance(part, list):
        return [_closed(each) for each in part]
    if not isinstance(part, dict):
        return part
    closed = {key: _closed(value) for key, value in part.items()}
    if "properties" in closed:
        closed["properties"] = {
            name: {key: value for key, value in field.items() if key != "title"}
            for name, field in closed["properties"].items()
        }
        closed["additionalProperties"] = False
    return closed


def table(rows: Iterable[Iterable[str]]) -> bytes:
    """Return rows of cells as CSV that Excel opens as it is: UTF-8 with its mark, parted by `;`."""
    return ("\ufeff" + "".join(f"{line}\r\n" for line in _lines(rows))).encode()


def _lines(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    for row in rows:
        yield ";".join(map(_cell, row))


def _cell(text: str) -> str:
    """Return a cell; what a spreadsheet would take for a formula is told from it by an apostrophe."""
    if text[:1] in {"=", "+", "-", "@", "\t"}:
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in '";\r\n') else text
