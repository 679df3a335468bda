"""What a user said in words (`contact.phone=…`) → the plain values that a file would hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from metodbank.errors import UsageError
from metodbank.models.fields import Group
from metodbank.models.shape import FieldShape, Holds, fields_by_key
from metodbank.rules import shortened
from metodbank.yaml_source import read_yaml

_NUMBER = re.compile(r"-?[0-9]{1,15}(?:[.,][0-9]{1,15})?")
_NO_LETTER = re.compile("[\ud800-\udfff]")
_FLAGS = {"true": True, "да": True, "false": False, "нет": False}


def given_fields(model: type[Group], said: Iterable[tuple[str, str]]) -> dict[str, object]:
    """Return the values by field; raises `UsageError` where a path leads to no field.

    A field of several takes several values from one text, by commas where they are ids, or from several
    texts; `measures.1.title` is that of the second group.
    """
    given: dict[str, object] = {}
    for path, text in said:
        _put(given, model, path.strip().split("."), text, path)
    return given


def clean(text: str) -> str:
    """Return a text as our reader would read it: composed letters, plain line ends.

    Bytes that are no letters become a sign that no record may hold.
    """
    lines = _NO_LETTER.sub("\ufffe", text).replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", lines)


def value_of(field: FieldShape, text: str) -> object:
    """Return one value of a field as its writer meant it; what is none of its sort stays a text."""
    text = clean(text)
    word = text.strip()
    if field.holds is Holds.FLAG:
        return _FLAGS.get(word.lower(), word)
    if field.holds in {Holds.NUMBER, Holds.YEAR} and _NUMBER.fullmatch(word):
        return float(word.replace(",", ".")) if {".", ","} & set(word) else int(word)
    return text if field.holds is Holds.TEXT else word


def _put(given: dict[str, Any], model: type[Group], steps: list[str], text: str, path: str) -> None:
    field = _field(model, steps[0], path)
    if len(steps) == 1:
        if field.many and field.group is None:
            given[field.key] = [*given.get(field.key, []), *_several(field, text)]
        else:
            given[field.key] = value_of(field, text)
        return
    if field.group is None:
        raise UsageError(f"--set {path}: у поля «{field.title}» ({field.key}) нет полей внутри.")
    if not field.many:
        inner = given.setdefault(field.key, {})
        rest = steps[1:]
    else:
        inner, rest = _item(given.setdefault(field.key, []), steps[1:], path)
    if not isinstance(inner, dict) or not rest:
        raise UsageError(f"--set {path}: полю «{field.title}» ({field.key}) уже дано другое значение.")
    _put(inner, field.group, rest, text, path)


def _field(model: type[Group], key: str, path: str) -> FieldShape:
    fields = fields_by_key(model)
    if key in fields:
        return fields[key]
    near = get_close_matches(key, fields, n=1)
    hint = f"Может быть, {near[0]}?" if near else f"Есть: {', '.join(fields)}."
    raise UsageError(f"--set {shortened(path)}: поля «{shortened(key)}» нет. {hint}")


def _item(items: Any, steps: list[str], path: str) -> tuple[Any, list[str]]:
    if not isinstance(items, list):
        return items, steps
    number = int(steps[0]) if re.fullmatch("[0-9]{1,4}", steps[0]) else None
    place = number or 0
    if place > len(items):
        raise UsageError(f"--set {path}: сначала заполните номер {len(items)}; считают с нуля.")
    if place == len(items):
        items.append({})
    return items[place], steps if number is None else steps[1:]


def _several(field: FieldShape, text: str) -> list[object]:
    if text.strip().startswith("["):
        parsed = read_yaml(b"v: " + clean(text).encode("utf-8", "replace"))
        listed = (parsed.data or {}).get("v")
        if isinstance(listed, list) and not parsed.findings:
            return listed
    parts = text.split(",") if field.holds in {Holds.TERM, Holds.REFERENCE} else [text]
    return [value_of(field, part) for part in parts if part.strip()]
