"""Plain values → YAML that our own reader reads back as the same values, and as simply written as can be."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from metodbank.yaml_source import read_yaml

_LONGEST_FLOW = 90


def as_field(key: str, value: object) -> list[str]:
    """Return the lines of a field: a text of several lines as a block, several short values in brackets."""
    if isinstance(value, list):
        return _as_list(key, value)
    if isinstance(value, str) and "\n" in value:
        block = [f"{key}: |", *(f"  {line}" if line else "" for line in value.split("\n"))]
        if _reads_as("\n".join([*block, ""]), {key: value + "\n"}):
            return block
    return [f"{key}: {_scalar(value)}"]


def _as_list(key: str, values: Iterable[object]) -> list[str]:
    written = [_scalar(value) for value in values]
    flow = f"{key}: [{', '.join(written)}]"
    if len(flow) <= _LONGEST_FLOW and _reads_as(flow, {key: list(values)}):
        return [flow]
    return [f"{key}:", *(f"  - {value}" for value in written)]


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    quoted = "'" + value.replace("'", "''") + "'"
    for written in (value, f'"{value}"', quoted):
        if _reads_as(f"k: {written}", {"k": value}):
            return written
    return json.dumps(value, ensure_ascii=False)


def _reads_as(text: str, data: Mapping[str, object]) -> bool:
    parsed = read_yaml(text.encode("utf-8", "backslashreplace"))
    return parsed.data == data and not parsed.findings
