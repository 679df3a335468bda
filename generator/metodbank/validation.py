"""Plain values → a model, or findings: pydantic's errors translated by their type, never by their text."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

from pydantic import Field, ValidationError, create_model
from pydantic_core import ErrorDetails

from metodbank.models.fields import Group
from metodbank.models.shape import field_at, fields_by_key
from metodbank.problems import FieldPath, Finding

GroupT = TypeVar("GroupT", bound=Group)

CODES: Mapping[str, str] = {
    "missing": "MB101",
    "extra_forbidden": "MB102",
    "string_type": "MB103",
    "int_type": "MB104",
    "int_parsing": "MB104",
    "int_from_float": "MB104",
    "bool_type": "MB105",
    "bool_parsing": "MB105",
    "list_type": "MB106",
    "tuple_type": "MB106",
    "model_type": "MB107",
    "model_attributes_type": "MB107",
    "dict_type": "MB107",
    "string_too_short": "MB108",
    "string_too_long": "MB109",
    "too_long": "MB109",
    "too_short": "MB110",
    "greater_than": "MB111",
    "greater_than_equal": "MB111",
    "less_than": "MB111",
    "less_than_equal": "MB111",
    "string_pattern_mismatch": "MB112",
    "date_text": "MB113",
    "url": "MB114",
    "email": "MB115",
    "phone": "MB116",
    "many_lines": "MB117",
    "nesting": "MB118",
    "file_name": "MB119",
    "float_type": "MB120",
    "float_parsing": "MB120",
    "enum": "MB121",
    "time_zone": "MB122",
    "contact_way": "MB124",
    "evidence": "MB126",
    "one_test": "MB951",
    "one_source": "MB952",
    "target": "MB953",
}
OTHER = "MB199"


def validated(
    model: type[GroupT], data: Mapping[str, object], *, prefix: FieldPath = ()
) -> tuple[GroupT | None, list[Finding]]:
    """Return the model made of the data, or every reason why it cannot be made."""
    try:
        return model.model_validate(data), []
    except ValidationError as failure:
        said = without_empty(model, data)
        if said != data:
            return validated(model, said, prefix=prefix)
        errors = [error for error in failure.errors(include_url=False) if not _follows_from_items(error)]
        return None, [_finding(model, error, prefix) for error in errors]


def salvaged(model: type[GroupT], data: Mapping[str, object]) -> GroupT:
    """Return what is right in data that makes no whole model, so that rules can look at the rest of it.

    Fields that must be there and are not, or are wrong, are None. A rule of the model over several fields
    (an error that stands at none of them) leaves nothing that could be looked at.
    """
    free = partial(model)
    said = without_empty(model, data)
    while True:
        try:
            made: GroupT = free.model_validate(said)
        except ValidationError as failure:
            wrong = {error["loc"][0] for error in failure.errors(include_url=False) if error["loc"]}
            kept = {key: value for key, value in said.items() if key not in wrong}
            if len(kept) == len(said):
                empty: GroupT = free.model_construct()
                return empty
            said = kept
        else:
            return made


@cache
def partial(model: type[GroupT]) -> type[GroupT]:
    """Return the model with every field left free to be absent."""
    optional: dict[str, Any] = {
        name: (info.rebuild_annotation() | None, Field(None, alias=info.alias, title=info.title))
        for name, info in model.model_fields.items()
        if info.is_required()
    }
    return create_model(model.__name__, __base__=model, **optional)


def without_empty(model: type[Group], data: Mapping[str, object]) -> dict[str, object]:
    """Return the data without the known fields after whose names nothing stands: `summary:` is no summary.

    An unknown field stays whatever its value: it is a typing error, or what a comma cut off.
    """
    fields = fields_by_key(model)
    said = {}
    for key, value in data.items():
        field = fields.get(key)
        if field is not None and value is None:
            continue
        said[key] = _without_empty_inside(field.group, value) if field and field.group else value
    return said


def _without_empty_inside(group: type[Group], value: object) -> object:
    if isinstance(value, dict):
        return without_empty(group, value)
    if isinstance(value, list):
        return [_without_empty_inside(group, item) for item in value]
    return value


def _follows_from_items(error: ErrorDetails) -> bool:
    """Return whether a list is called too short only because its items were refused one by one."""
    value = error["input"]
    return error["type"] == "too_short" and isinstance(value, list) and len(value) > 0


def _finding(model: type[Group], error: ErrorDetails, prefix: FieldPath) -> Finding:
    code = CODES.get(error["type"], OTHER)
    if code == "MB110" and isinstance(error["input"], str):
        code = "MB108"
    at: FieldPath = tuple(step for step in error["loc"] if step != "[key]")
    suggestion = ""
    value = "" if code == "MB101" else written(error["input"])
    if code == "MB102":
        value = str(at[-1])
        suggestion = _nearest_key(model, at)
        if error["input"] is None and not suggestion:
            code = "MB123"
    elif code == "MB113":
        suggestion = str(error.get("ctx", {}).get("suggestion", ""))
    details = _details(model, at, code, error.get("ctx", {}))
    return Finding(
        code,
        at=(*prefix, *at),
        value=value,
        details=details,
        suggestion=suggestion,
        on_key=code in {"MB102", "MB123"},
    )


def written(value: Any) -> str:
    """Return a value as its writer would know it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "список"
    if isinstance(value, dict):
        return "группа полей"
    return str(value)


def _nearest_key(model: type[Group], at: FieldPath) -> str:
    holder = field_at(model, at[:-1]) if len(at) > 1 else None
    group = model if len(at) == 1 else holder.group if holder else None
    keys = list(fields_by_key(group)) if group else []
    return next(iter(get_close_matches(str(at[-1]), keys, n=1)), "")


def _inner_keys(model: type[Group], at: FieldPath) -> str:
    field = field_at(model, at)
    return ", ".join(fields_by_key(field.group)) if field and field.group else ""


def _details(model: type[Group], at: FieldPath, code: str, context: Mapping[str, Any]) -> dict[str, str]:
    if code in {"MB101", "MB107"}:
        return {"key": str(at[-1]), "keys": _inner_keys(model, at)}
    if code == "MB109":
        return {"limit": str(context.get("max_length", ""))}
    if code == "MB111":
        words = {"gt": "больше", "ge": "не меньше", "lt": "меньше", "le": "не больше"}
        limits = ", ".join(f"{word} {context[key]:g}" for key, word in words.items() if key in context)
        return {"limits": limits}
    if code == "MB121":
        return {"allowed": str(context.get("expected", "")).replace(" or ", ", ").replace("'", "")}
    return {}
