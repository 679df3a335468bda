"""Records that fill every field of their models, each field with a value found nowhere else in the record.

Values are made from the shapes, so a field that is added to a model stands in the record without a change
here; what a reader must see of each is written beside it: a text, or after `→` where a link leads.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import yaml

import site_bases
from metodbank.models import kinds
from metodbank.models.fields import Group
from metodbank.models.kinds import Kind
from metodbank.models.parts import Contact, Period
from metodbank.models.roadmap import Evidence
from metodbank.models.shape import FieldShape, Holds, shape_of

Way = tuple[str, ...]

VOCABULARIES = site_bases.REPOSITORY / "generator/metodbank/standard/vocabularies"
MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
INN, OGRN = "0012345673", "1200000001233"
# Values that a rule binds, or whose wording is of their own kind.
BOUND: dict[Way, tuple[Any, list[str]]] = {
    ("status",): ("published", ["Слово statuses published"]),
    ("schema_version",): (1, []),
    ("former_ids",): ([], []),
    ("fictional",): (True, ["Вымышленный пример"]),
    ("cascade",): (True, ["Каскадная"]),
    ("measurements", "before"): (31, ["31"]),
    ("measurements", "after"): (58, ["58"]),
    ("internship", "hours"): (12, ["12 часов"]),
    ("expertise", "scores", "points"): (21, ["21"]),
    ("expertise", "scores", "out_of"): (25, ["25"]),
    ("expertise", "total"): (42, ["42"]),
    ("expertise", "maximum"): (50, ["50"]),
    ("active", "from"): ("2010-03-01", ["1 марта 2010 г."]),
    ("active", "to"): ("2030-03-02", ["2 марта 2030 г."]),
    ("moved_to",): (None, []),
    ("ends",): ("2031-03-03", ["3 марта 2031 г."]),
    ("optional",): (True, ["При наличии"]),
    ("linked",): (False, []),
    ("kept_as",): ("practice", ["Практики"]),
    ("measures", "state"): ("in-progress", ["Слово measure-states in-progress"]),
    ("measures", "done_on"): (None, []),
    ("measures", "moved_to"): (None, []),
    ("measures", "term", "kind"): ("span", []),
    ("measures", "term", "by_schedule"): (True, ["по графику"]),
    ("rights", "withdrawn_on"): (None, []),
    ("grades", "from"): (3, ["3–8 классы"]),
    ("grades", "to"): (8, ["3–8 классы"]),
    ("federal_register", "state"): ("excluded", ["Слово fr-states excluded"]),
    ("oktmo",): ("00601000", ["00601000"]),
    ("inn",): (INN, [INN]),
    ("ogrn",): (OGRN, [OGRN]),
    ("legal_entity", "inn"): (INN, [INN]),
    ("legal_entity", "ogrn"): (OGRN, [OGRN]),
}
CLAUSES = [{"act": "prikaz", "section": "п. 1"}]
MINIMAL: dict[str, dict[str, Any]] = {
    "practice": site_bases.PRACTICE,
    "internship": site_bases.INTERNSHIP | {"awarded_on": "2020-02-01"},
    "program": site_bases.PROGRAM,
    "association": site_bases.ASSOCIATION,
    "territory": {"name": "Округ", "kind": "municipal-okrug"},
    "organization": site_bases.ORGANIZATIONS["sluzhba"],
    "act": site_bases.ACT,
    "event": site_bases.REGISTER_RECORD | {"title": "Встреча", "kind": "workshop", "starts": "2026-10-14"},
    "report": site_bases.REGISTER_RECORD
    | {"title": "Справка", "kind": "analytical-note", "period": {"from": "2025-09-01", "to": "2026-05-31"}},
    "roadmap": {
        "title": "Карта",
        "status": "published",
        "organization": "sluzhba",
        "act": "prikaz",
        "period": {"from": "2026-01-01", "to": "2026-12-31"},
        "measures": [
            {
                "id": "m1",
                "title": "Встретиться",
                "term": {"raw": "01.12.2026", "kind": "date", "from": "2026-12-01", "to": "2026-12-01"},
                "responsible": ["sluzhba"],
            }
        ],
    },
    "requirement": {"title": "Реестр", "object": "register", "sources": CLAUSES},
    "direction": {"title": "Направление", "sources": CLAUSES},
    "system-measure": {
        "title": "Создать совет",
        "direction": "napravlenie",
        "level": "regional",
        "sources": CLAUSES,
    },
    "actor": {"title": "Совет", "level": "regional", "sources": CLAUSES},
    "channel": {"title": "Встречи", "sources": CLAUSES},
    "glossary-term": {
        "title": "слово",
        "definitions": [{"act": "prikaz", "section": "п. 1", "text": "Смысл."}],
    },
}
FOLDERS = {kind.name: kind.folder for kind in (*kinds.REGISTERS, *kinds.REFERENCE)}


@dataclass
class FullRecord:
    """A record of a kind, what must be seen of it, and everything else that its base needs."""

    kind: Kind
    id: str
    expected: dict[Way, list[str]] = field(default_factory=dict)
    files: dict[str, Any] = field(default_factory=dict)
    tables: dict[str, dict[str, Any]] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)
    count: int = 0

    @property
    def address(self) -> str:
        """Return the address of its page."""
        return f"{FOLDERS[self.kind.name]}/{self.id}.html"

    def fill(self) -> None:
        """Put the record into the base with every field."""
        self._place(self.kind.name, self.id, self._fields_of(self.kind.model, (), ()))

    def fill_only(self, way: Way) -> None:
        """Put the record into the base with what it must have and one field more."""
        [shape] = [shape for shape in shape_of(self.kind.model) if shape.key == way[0]]
        fields = MINIMAL[self.kind.name] | {shape.key: self._field(shape, way[:1], way)}
        self._place(self.kind.name, self.id, fields)

    def _fields_of(self, model: type[Group], way: Way, only: Way) -> dict[str, Any]:
        # A contact must have a way to reach it, an evidence something to look at, a report both ends of its
        # period; no one field is required.
        must = {Contact: {"phone"}, Evidence: {"url"}, Period: {"from", "to"}}.get(model, set())
        wanted = [
            s
            for s in shape_of(model)
            if not only or s.required or s.key in must or only[: len(way) + 1] == (*way, s.key)
        ]
        return {shape.key: self._field(shape, (*way, shape.key), only) for shape in wanted}

    def _place(self, kind: str, identifier: str, fields: dict[str, Any]) -> None:
        """Put a record into the base; each act has a number of its own."""
        if kind == "act" and fields.get("number") == MINIMAL["act"]["number"]:
            fields = fields | {"number": identifier}
        folder = FOLDERS[kind]
        if folder in site_bases.REGISTERS:
            self.files[f"{folder}/{identifier}.yml"] = fields
        else:
            self.tables.setdefault(f"reference/{folder}.yml", {})[identifier] = fields

    def _field(self, shape: FieldShape, way: Way, only: Way) -> Any:
        if way in BOUND:
            value, self.expected[way] = BOUND[way]
            return value
        expected = self.expected.setdefault(way, [])
        values = [self._value(shape, way, only, expected) for _ in range(2 if shape.many else 1)]
        return values if shape.many else values[0]

    def _value(self, shape: FieldShape, way: Way, only: Way, expected: list[str]) -> Any:
        self.count += 1
        if shape.group is not None:
            return self._fields_of(shape.group, way, only)
        if way == ("measures", "id"):
            return f"m-{self.count}"
        value, seen = self._plain(shape)
        expected.append(seen)
        return value

    def _plain(self, shape: FieldShape) -> tuple[Any, str]:
        number, text = self.count, f"Знак {self.id} {self.count}"
        if shape.holds is Holds.REFERENCE:
            return self._target(shape.refers_to, text)
        if shape.holds is Holds.TERM:
            return self._term(shape.vocabulary)
        if shape.holds is Holds.FILE:
            path = f"files/{self.id}/znak-{number}.txt"
            self.files[path] = text.encode()
            return path.rpartition("/")[2], f"→{path}"
        if shape.holds is Holds.PHONE:
            phone = f"+7 (000) {number:03}-00-00"
            return phone, phone
        if shape.holds is Holds.DATE:
            day = date(2021, 1, 1) + timedelta(days=number)
            return day, f"{day.day} {MONTHS[day.month - 1]} {day.year} г."
        if shape.holds is Holds.YEAR:
            return 1990 + number, str(1990 + number)
        if shape.holds is Holds.NUMBER:
            return self._number(shape)
        assert shape.holds in {Holds.LINE, Holds.TEXT}, f"no value for {shape.holds}"
        if shape.key == "email":
            return f"znak-{number}@example.org", f"znak-{number}@example.org"
        if shape.key.endswith("url") or shape.key == "website":
            return f"https://example.org/{number}/", f"→https://example.org/{number}/"
        return text, text

    def _number(self, shape: FieldShape) -> tuple[int, str]:
        if shape.is_duration:
            # 25–29, 35–39 and 45–49 all end in «минут».
            place = self.used["minutes"] = self.used.get("minutes", -1) + 1
            minutes = 25 + place // 5 * 10 + place % 5
            return minutes, f"{minutes} минут"
        return 600 + self.count, str(600 + self.count)

    def _term(self, vocabulary: str) -> tuple[str, str]:
        terms = list(vocabulary_entries(vocabulary))
        place = self.used[vocabulary] = self.used.get(vocabulary, -1) + 1
        term = terms[place % len(terms)]
        return term, f"Слово {vocabulary} {term}"

    def _target(self, kind: str, title: str) -> tuple[str, str]:
        identifier = f"{self.id}-{self.count}"
        names = {"organization": "short_name", "territory": "name"}
        fields = MINIMAL[kind] | {names.get(kind, "title"): title}
        self._place(kind, identifier, fields)
        return identifier, f"→{FOLDERS[kind]}/{identifier}.html"


def vocabulary_entries(vocabulary: str) -> dict[str, Any]:
    """Return the values of a standard vocabulary, read without the package."""
    entries: dict[str, Any] = yaml.safe_load((VOCABULARIES / f"{vocabulary}.yml").read_text("utf-8"))[
        "entries"
    ]
    return entries


def marked_vocabularies() -> dict[str, Any]:
    """Return overlays that call every value of every vocabulary by a name that is found nowhere else."""
    names = sorted(path.stem for path in VOCABULARIES.glob("*.yml"))
    assert len(names) > 20
    return {
        f"reference/vocabularies/{name}.yml": {
            "entries": {term: {"title": f"Слово {name} {term}"} for term in vocabulary_entries(name)}
        }
        for name in names
    }
