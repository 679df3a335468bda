"""An Office file as its parts and the relations between them (ECMA-376, part 2), each time the same."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from posixpath import split as split_path
from typing import NamedTuple

from metodbank.reporting.markup import NAMESPACES, BrokenMarkup, Element, element, parsed, root, tag, written
from metodbank.reporting.opening import Refused, broken, opened

_TYPES = "[Content_Types].xml"
_RELATION = NAMESPACES["r"]
_STRICT = "http://purl.oclc.org/ooxml/"
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


class Relation(NamedTuple):
    """What a part refers to: `kind` is the last word of the type (`worksheet`), `target` a part."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of one file; those that were not edited are written back byte for byte."""

    def __init__(self, raw: bytes, name: str) -> None:
        self.name = name
        self._parts = opened(raw, name)
        self._by_small = {part.lower(): part for part in self._parts}
        self._trees: dict[str, Element] = {}
        self._edited: set[str] = set()
        self.main = self._main()

    def xml(self, part: str, *, is_vml: bool = False) -> Element:
        """Return the root of a part to look at; raises `Refused` where there is none."""
        part = self._by_small.get(part.lower(), "")
        if part not in self._trees:
            if part not in self._parts:
                raise broken(self.name, "не хватает частей")
            try:
                self._trees[part] = parsed(self._parts[part], is_vml=is_vml)
            except BrokenMarkup as error:
                raise broken(self.name, part) from error
        return self._trees[part]

    def edit(self, part: str, *, is_vml: bool = False) -> Element:
        """Return the root of a part to change."""
        self._edited.add(self._by_small.get(part.lower(), part))
        return self.xml(part, is_vml=is_vml)

    def has(self, part: str) -> bool:
        """Return whether there is such a part."""
        return part.lower() in self._by_small

    def add(self, part: str, content: Element | bytes, content_type: str) -> None:
        """Add a part that is not there yet."""
        self._parts[part] = content if isinstance(content, bytes) else b""
        self._by_small[part.lower()] = part
        if not isinstance(content, bytes):
            self._trees[part] = content
            self._edited.add(part)
        types = self.edit(_TYPES)
        types.append(element("ct:Override", {"PartName": f"/{part}", "ContentType": content_type}))

    def add_default(self, extension: str, content_type: str) -> None:
        """Say of what type parts with an extension are, where the file does not say it yet."""
        found = (each.get("Extension", "").lower() for each in self.xml(_TYPES).iter(tag("ct:Default")))
        if extension not in found:
            made = element("ct:Default", {"Extension": extension, "ContentType": content_type})
            self.edit(_TYPES).insert(0, made)

    def free(self, pattern: str) -> str:
        """Return the first name of a part that is free; the pattern has `{}` for the number."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    def relations(self, part: str) -> list[Relation]:
        """Return what a part refers to inside the file, in the order of the file."""
        rels = _rels_of(part)
        return [*_relations(self.xml(rels), dirname(part))] if self.has(rels) else []

    def related(self, part: str, kind: str) -> list[str]:
        """Return the parts that a part refers to as this kind and that are there."""
        return [each.target for each in self.relations(part) if each.kind == kind and self.has(each.target)]

    def relate(self, part: str, kind: str, target: str) -> str:
        """Make a part refer to another one; return the id of the relation."""
        rels = _rels_of(part)
        if not self.has(rels):
            self._by_small[rels.lower()] = rels
            self._parts[rels] = b""
            self._trees[rels] = root("rel:Relationships", "")
            self.add_default("rels", _RELS_TYPE)
        tree = self.edit(rels)
        taken = {each.get("Id") for each in tree}
        number = next(n for n in range(1, len(taken) + 2) if f"mb{n}" not in taken)
        made = {"Id": f"mb{number}", "Type": f"{_RELATION}/{kind}", "Target": f"/{target}"}
        tree.append(element("rel:Relationship", made))
        return f"mb{number}"

    def saved(self) -> bytes:
        """Return the file; the same parts give the same bytes on any day."""
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, raw in self._parts.items():
                info = zipfile.ZipInfo(part)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.create_system = 3
                archive.writestr(info, written(self._trees[part]) if part in self._edited else raw)
        return buffer.getvalue()

    def _main(self) -> str:
        types = self.xml(_TYPES)
        if any("macroEnabled" in each.get("ContentType", "") for each in types if isinstance(each.tag, str)):
            raise Refused(f"«{self.name}» — файл с макросами, такие не заполняются. Сохраните форму без них.")
        if self.has("_rels/.rels"):
            for each in self.xml("_rels/.rels").iter(tag("rel:Relationship")):
                if each.get("Type", "").startswith(f"{_STRICT}officeDocument/relationships/officeDocument"):
                    cure = "Сохраните форму как обычную книгу или документ, без слов «строгий Open XML»."
                    raise Refused(f"«{self.name}» сохранён в строгом виде Open XML. {cure}")
        found = self.related("", "officeDocument")
        if not found:
            raise broken(self.name, "не хватает главной части")
        return found[0]


def _rels_of(part: str) -> str:
    folder, name = split_path(part)
    return join(folder, "_rels", f"{name}.rels")


def _relations(rels: Element, folder: str) -> Iterator[Relation]:
    for each in rels.iter(tag("rel:Relationship")):
        target = each.get("Target", "")
        if each.get("TargetMode") != "External" and target:
            path = normpath(target.lstrip("/") if target.startswith("/") else join(folder, target))
            yield Relation(each.get("Id", ""), each.get("Type", "").rpartition("/")[2], path)
