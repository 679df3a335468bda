"""The XML of Office files: its only reader and writer. Entities are neither followed nor allowed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeAlias

from lxml import etree

Element: TypeAlias = Any
"""An element of lxml, which has no types of its own."""

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "o": "urn:schemas-microsoft-com:office:office",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "x": "urn:schemas-microsoft-com:office:excel",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class BrokenMarkup(Exception):
    """The bytes are no XML that an Office file may hold."""


def parsed(raw: bytes, *, is_vml: bool = False) -> Element:
    """Return the root; drawings of notes (VML), which old programs wrote carelessly, are mended."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=is_vml)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenMarkup from error
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise BrokenMarkup
    return root


def written(root: Element) -> bytes:
    """Return the whole document as Office programs write it."""
    raw: bytes = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    return raw


def tag(short: str) -> str:
    """Return `{namespace}name` of `w:p`; a name without a prefix stays."""
    prefix, colon, name = short.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{name}" if colon else short


def local(element: Element) -> str:
    """Return the name of an element without its namespace, empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def element(
    name: str, attributes: Mapping[str, str | int] | None = None, *children: Element, text: str = ""
) -> Element:
    """Return a new element; names are short (`w:p`), the text loses what XML cannot hold."""
    prefix = name.partition(":")[0]
    made = etree.Element(tag(name), nsmap={prefix: NAMESPACES[prefix]})
    for key, value in (attributes or {}).items():
        made.set(tag(key), fit(str(value)))
    for child in children:
        made.append(child)
    if text:
        made.text = fit(text)
    return made


def words(name: str, text: str) -> Element:
    """Return a new element that holds text, every space of it kept."""
    made = element(name)
    set_text(made, text)
    return made


def root(name: str, prefixes: str, attributes: Mapping[str, str | int] | None = None) -> Element:
    """Return the root of a new part, its own namespace without a prefix, those of the prefixes declared."""
    own = name.partition(":")[0]
    declared = {None if each == own else each: NAMESPACES[each] for each in (own, *prefixes.split())}
    made = etree.Element(tag(name), nsmap=declared)
    for key, value in (attributes or {}).items():
        made.set(tag(key), str(value))
    return made


def set_text(where: Element, text: str) -> None:
    """Give an element its text, every space of it kept."""
    where.text = fit(text)
    where.set(tag("xml:space"), "preserve")


def fit(text: str) -> str:
    """Return the text without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def number_of(text: str | None, otherwise: int) -> int:
    """Return the whole number that an attribute holds, from 0 on."""
    is_number = text is not None and text.isascii() and text.isdecimal() and len(text) < 10
    return int(text) if text is not None and is_number else otherwise
