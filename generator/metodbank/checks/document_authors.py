"""Who made a document, as the program that saved it wrote down: office files and PDF.

Nothing here opens an archive or parses XML: the one member that matters is found by its name and unpacked up
to a limit, so no file can take much time or memory.
"""

from __future__ import annotations

import re
import struct
import zlib
from itertools import islice

from metodbank.checks.pdf_content import is_encrypted, parts_of
from metodbank.patterns import regex

MAX_MEMBER_BYTES, MAX_PACKED_BYTES, MAX_COPIES = 128 * 1024, 128 * 1024, 4
_MEMBERS = (b"docProps/core.xml", b"meta.xml")
_HEADER = struct.Struct("<4s5H3I2H")
_STORED, _DEFLATED = 0, 8
_XML_AUTHOR = regex(
    rb"<(?:\w{1,20}:)?(?:creator|lastModifiedBy|initial-creator)(?:\s[^<>]{0,200})?>([^<]{1,500})</"
)
_XMP_AUTHOR = regex(
    rb"<dc:creator>\s{0,80}<rdf:(?:Seq|Bag)>\s{0,80}<rdf:li(?:\s[^<>]{0,100})?>([^<]{1,500})</rdf:li>"
)
_PDF_AUTHOR = regex(rb"/Author\s{0,4}(?:\(((?:[^\\()]|\\.){1,500}?)\)|<([0-9A-Fa-f\s]{2,2000})>)", re.DOTALL)
_PDF_REFERENCE = regex(rb"/Author\s{1,4}(\d{1,8}) (\d{1,5}) R\b")
_ESCAPE = regex(rb"\\([0-7]{1,3}|.)", re.DOTALL)
# Programs put these where no name was given; an organization's name is no personal datum.
_NOBODY = regex(
    r"user|admin|author|unknown|anonym|office|word|excel|powerpoint|python|openpyxl|libre|adobe|canva|google|"
    r"teacher|школ[аы]|кабинет|центр|институт|управлен|отдел|служб|комитет|министерств|департамент|администра|"
    r"гимнази|лицей|детск|колледж|университет|академи|редакци|пользовател|автор|учитель|педагог|методист|"
    r"директор|завуч|специалист|ученик|группа|компьютер|ноутбук|\bpc\b|\bпк\b|м[бка]?оу|м[бк]у|г[ба]п?оу",
    re.IGNORECASE,
)
_LETTERS = regex(r"[^\W\d_]{2}")


def author_in_office_file(raw: bytes) -> bool:
    """Return whether the properties of a document name someone."""
    return any(
        is_someone(found.decode("utf-8", "replace"))
        for name in _MEMBERS
        for xml in _copies(raw, name)
        for found in islice(_XML_AUTHOR.findall(xml), MAX_COPIES)
    )


def author_in_pdf(raw: bytes) -> bool:
    """Return whether the properties of a PDF name someone."""
    if is_encrypted(raw):
        return False
    return any(is_someone(name) for part in parts_of(raw) for name in _pdf_names(part, raw))


def is_someone(name: str) -> bool:
    """Return whether the text may be a person's name: not a program, a role or an organization."""
    from html import unescape  # two milliseconds at every start, and few bases attach documents

    text = unescape(name).strip()
    return bool(_LETTERS.search(text)) and not _NOBODY.search(text)


def _copies(raw: bytes, name: bytes) -> list[bytes]:
    """Return what the archive holds under the name, unpacked up to a limit."""
    found: list[bytes] = []
    at = raw.find(name)
    while at >= 0 and len(found) < MAX_COPIES:
        header = raw[max(0, at - _HEADER.size) : at]
        if len(header) == _HEADER.size and header.startswith(b"PK\x03\x04"):
            _, _, _, method, _, _, _, packed, _, length, extra = _HEADER.unpack(header)
            begin = at + length + extra
            if length == len(name):
                found.append(_unpacked(raw[begin : begin + MAX_PACKED_BYTES], method, packed))
        at = raw.find(name, at + 1)
    return found


def _unpacked(packed: bytes, method: int, size: int) -> bytes:
    if method == _STORED:
        return packed[:size] if size else packed
    if method != _DEFLATED:
        return b""
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, MAX_MEMBER_BYTES)
    except zlib.error:
        return b""


def _pdf_names(part: bytes, raw: bytes) -> list[str]:
    xmp, own, references = (
        list(islice(pattern.finditer(part), MAX_COPIES))
        for pattern in (_XMP_AUTHOR, _PDF_AUTHOR, _PDF_REFERENCE)
    )
    names = [match.group(1).decode("utf-8", "replace") for match in xmp]
    names += [_pdf_text(*match.groups()) for match in own]
    for reference in references:
        pattern = rb"(?<!\d)%b %b obj\s{0,4}\(((?:[^\\()]|\\.){1,500}?)\)" % reference.groups()
        found = re.search(pattern, raw, re.DOTALL)
        names += [_pdf_text(found.group(1), None)] if found else []
    return names


def _pdf_text(literal: bytes | None, digits: bytes | None) -> str:
    if literal is not None:
        content = _ESCAPE.sub(_escaped, literal)
    else:
        even = b"".join((digits or b"").split())
        content = bytes.fromhex(even[: len(even) // 2 * 2].decode("ascii"))
    if content.startswith((b"\xfe\xff", b"\xff\xfe")):
        return content.decode("utf-16", "replace")
    return content.decode("utf-8" if content.startswith(b"\xef\xbb\xbf") else "cp1251", "replace")


def _escaped(match: re.Match[bytes]) -> bytes:
    code = match.group(1)
    return bytes([int(code, 8) & 0xFF]) if code.isdigit() else {b"n": b"\n", b"r": b"\r"}.get(code, code)
