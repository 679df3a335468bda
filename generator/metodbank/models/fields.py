"""Field types that all models share; each carries what everything derived from a field needs to know.

A type here is an `Annotated` one: its marks (`RefersTo`, `FromVocabulary`, `Markdown`, `Unit`) are read by
`shape`, its validators by pydantic. Errors of our own have stable types, which `loading` puts into words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from importlib import import_module
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints
from pydantic_core import PydanticCustomError

from metodbank.dates import parse_iso, suggest_iso

ID_PATTERN = r"^[a-z0-9](?:[a-z0-9.-]{0,78}[a-z0-9])?$"


class Group(BaseModel):
    """Fields that belong together: a record, or a part of one."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how to make the group again from its values: six times as fast as pydantic's own way."""
        model, names = _written(type(self))
        return _restored, (model, *map(self.__dict__.__getitem__, names))

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=False, defer_build=True, hide_input_in_errors=True
    )


@cache
def _written(model: type[Group]) -> tuple[str, tuple[str, ...]]:
    """Return how a model is named where its groups are written down, and the names of its fields."""
    return f"{model.__module__}:{model.__name__}", tuple(model.model_fields)


@cache
def _found(name: str) -> tuple[type[Group], tuple[str, ...], set[str]]:
    """Return the model of that name and the names of its fields; pickle would seek it for every record.

    The set is that of every group of the model: groups are frozen, and whoever copies one copies its set.
    """
    module, _, model = name.partition(":")
    found: type[Group] = getattr(import_module(module), model)
    return found, tuple(found.model_fields), set(found.model_fields)


def _restored(model: str, *values: object) -> Group:
    """Return the group that held the values; they were validated when it was made first."""
    found, names, all_of_them = _found(model)
    group = found.__new__(found)
    put = object.__setattr__
    put(group, "__dict__", dict(zip(names, values, strict=True)))
    put(group, "__pydantic_fields_set__", all_of_them)
    put(group, "__pydantic_extra__", None)
    put(group, "__pydantic_private__", None)
    return group


@dataclass(frozen=True, slots=True)
class RefersTo:
    """The field holds the id of a record of this kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class Briefly:
    """The act that the field names is cited by kind, date and number, without its title."""


@dataclass(frozen=True, slots=True)
class FromVocabulary:
    """The field holds the id of a value of this vocabulary."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class Markdown:
    """The field is CommonMark text with tables."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The field is plain text of some sentences: terms of the glossary are linked in it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of a number in its three Russian forms: 1 час, 2 часа, 5 часов."""

    one: str
    few: str
    many: str


@dataclass(frozen=True, slots=True)
class Duration:
    """The number is minutes, shown as hours and minutes."""


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """The number names a year: it is not grouped and takes no unit."""


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """The field is a telephone number."""


@dataclass(frozen=True, slots=True)
class FileName:
    """The field names a file in `files/<id>/`."""


def _number_as_text(value: Any) -> Any:
    """Accept `number: 214` where a text is meant: a whole number loses nothing by it."""
    return str(value) if type(value) is int else value


def _one_line(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError("many_lines", "must be one line")
    return text


# Deep nesting makes sanitising grow faster than the text; no writer needs more than this.
_DEEP_QUOTE = re.compile(r"(?:>[ \t]*){7}")
_DEEP_LIST = re.compile(r"[ \t]{24,}(?:[-*+]|\d+[.)])[ \t]|[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+){7}")

_MAX_DELIMITERS = 120


def nests_too_deeply(text: str, *, delimiters: int) -> bool:
    """Return whether the text holds quotes or lists nested past use, or a paragraph with more delimiters."""
    marks = [mark for mark in "*_~[" if mark in text]
    if marks and sum(map(text.count, marks)) > delimiters:
        for paragraph in re.split(r"\n[ \t]*\n", text):
            if len(re.findall(r"[*_~]+|\[", paragraph)) > delimiters:
                return True
    if ">" in text and _DEEP_QUOTE.search(text):
        return True
    return any(map(_DEEP_LIST.match, text.split("\n") if "\n" in text else (text,)))


def _bounded_nesting(text: str) -> str:
    if nests_too_deeply(text, delimiters=_MAX_DELIMITERS):
        raise PydanticCustomError("nesting", "nested too deeply")
    return text


def _date(value: Any) -> Any:
    if isinstance(value, date):
        return value
    day = parse_iso(value) if isinstance(value, str) else None
    if day is None:
        raise PydanticCustomError("date_text", "not a date", {"suggestion": suggest_iso(str(value)[:40])})
    return day


def _exact(value: Any) -> Any:
    """Return the number as it was written: 29.96 and «29,96» are 2996/100, never a float near it."""
    if isinstance(value, Fraction):
        return value
    text = str(value).strip().replace(",", ".")
    if isinstance(value, bool) or not re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", text):
        raise PydanticCustomError("float_type", "not a number")
    return Fraction(text)


def _url(text: str) -> str:
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        host = None
        parts = None
    if (
        parts is None
        or parts.scheme not in {"http", "https"}
        or not host
        or re.search(r"[\s\"<>\\^`{|}]", text)
    ):
        raise PydanticCustomError("url", "not a web address")
    return text


def _email(text: str) -> str:
    if not re.fullmatch(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+", text):
        raise PydanticCustomError("email", "not a mail address")
    return text


def _phone(text: str) -> str:
    if not re.fullmatch(r"\+?[\d() -]{5,24}(?:, ?доб\. ?\d{1,6})?", text) or sum(map(str.isdigit, text)) < 5:
        raise PydanticCustomError("phone", "not a phone number")
    return text


def _file_name(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9._-]{0,99}", text) or ".." in text or text.endswith("."):
        raise PydanticCustomError("file_name", "not a plain file name")
    return text


# A BeforeValidator stands after the constraints: ahead of them it would turn them into length checks that
# run before the text is stripped.
Line = Annotated[
    str,
    StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=300),
    BeforeValidator(_number_as_text),
    AfterValidator(_one_line),
]
Text = Annotated[
    str,
    Markdown(),
    StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=20_000),
    BeforeValidator(_number_as_text),
    AfterValidator(_bounded_nesting),
]
Summary = Annotated[
    str,
    Prose(),
    StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=500),
    BeforeValidator(_number_as_text),
]
Chosen = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=200)]
"""An id that a vocabulary or a register holds; it is looked up, so that a near one can be named."""
Identifier = Annotated[str, StringConstraints(strict=True, pattern=ID_PATTERN)]
Date = Annotated[date, BeforeValidator(_date)]
Url = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, max_length=1000), AfterValidator(_url)
]
Email = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, max_length=200), AfterValidator(_email)
]
Phone = Annotated[
    str,
    PhoneNumber(),
    StringConstraints(strict=True, strip_whitespace=True, max_length=60),
    BeforeValidator(_number_as_text),
    AfterValidator(_phone),
]
AttachedFile = Annotated[str, FileName(), StringConstraints(strict=True), AfterValidator(_file_name)]
Whole = Annotated[int, Strict(), Field(ge=0, le=10_000_000)]
Number = Annotated[float, Strict(), Field(ge=-1e9, le=1e9, allow_inf_nan=False)]
Exact = Annotated[Fraction, BeforeValidator(_exact)]
"""A number that comparisons hang on: a fraction, never a float."""
Flag = Annotated[bool, Strict()]
Minutes = Annotated[int, Strict(), Field(ge=1, le=100_000), Duration()]
Hours = Annotated[int, Strict(), Unit("час", "часа", "часов")]
Year = Annotated[int, Strict(), Field(ge=1990, le=2100), CalendarYear()]

OrganizationId = Annotated[Chosen, RefersTo("organization")]
TerritoryId = Annotated[Chosen, RefersTo("territory")]
ActId = Annotated[Chosen, RefersTo("act")]
CitedActId = Annotated[ActId, Briefly()]
PracticeId = Annotated[Chosen, RefersTo("practice")]
InternshipId = Annotated[Chosen, RefersTo("internship")]
ProgramId = Annotated[Chosen, RefersTo("program")]
AssociationId = Annotated[Chosen, RefersTo("association")]
EventId = Annotated[Chosen, RefersTo("event")]
ReportId = Annotated[Chosen, RefersTo("report")]
RoadmapId = Annotated[Chosen, RefersTo("roadmap")]
ActorId = Annotated[Chosen, RefersTo("actor")]
ChannelId = Annotated[Chosen, RefersTo("channel")]
DirectionId = Annotated[Chosen, RefersTo("direction")]
SystemMeasureId = Annotated[Chosen, RefersTo("system-measure")]
GlossaryTermId = Annotated[Chosen, RefersTo("glossary-term")]
