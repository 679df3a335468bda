"""Small files of the types that records attach, made byte by byte, and the lines that attach them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

from knowledge_bases import add, write

HEAD = b"%PDF-1.7\n"
PAGE = b"1 0 obj <</Type/Page/Resources<</XObject<</I 2 0 R>>>>>> endobj\n"
PICTURE = b"2 0 obj <</Type/XObject/Subtype/Image/Width 9/Height 9>> stream\n\x00\xff\nendstream endobj\n"
FONT = b"3 0 obj <</Type/Font/Subtype/TrueType/BaseFont/PTSans>> endobj\n"
SCAN = HEAD + PAGE + PICTURE


def attach(root: Path, name: str, content: bytes, more: str = "") -> None:
    """Put a file beside the practice and name it there."""
    write(root, f"files/primer/{name}", content)
    words = "title: Лист, description: Таблица., accessibility: Текст."
    add(root, "practices/primer.yml", f"attachments:\n  - {{file: {name}, {words}{more}}}\n")


def packed(objects: bytes) -> bytes:
    """Return a stream of packed objects, as new PDF have them."""
    body = zlib.compress(objects)
    head = b"9 0 obj <</Filter/FlateDecode/First 5/Length %d/N 1/Type/ObjStm>>stream\n" % len(body)
    return head + body + b"\nendstream endobj\n"


def office(members: dict[str, str | bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive with the members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, compression)
    return buffer.getvalue()


def word(creator: str, last: str = "") -> bytes:
    """Return what of a DOCX tells who made it."""
    core = (
        '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d">'
        f"<dc:title>Лист</dc:title><dc:creator>{creator}</dc:creator>"
        f"<cp:lastModifiedBy>{last}</cp:lastModifiedBy></cp:coreProperties>"
    )
    return office({"[Content_Types].xml": "<Types/>", "word/document.xml": "<x/>", "docProps/core.xml": core})


def jpeg(*tags: int, order: str = "<", value: bytes = b"\x37\x00\x00\x00\x01\x00\x00\x00" * 3) -> bytes:
    """Return a JPEG whose EXIF has a directory of places with these tags."""
    place = 8 + 2 + 12 + 4
    after = place + 2 + 12 * len(tags) + 4
    directory = struct.pack(f"{order}H", len(tags)) + b"".join(
        struct.pack(f"{order}HHII", tag, 5, 3, after) for tag in tags
    )
    tiff = (
        (b"II" if order == "<" else b"MM")
        + struct.pack(f"{order}HI", 42, 8)
        + struct.pack(f"{order}HHHIII", 1, 0x8825, 4, 1, place, 0)
        + directory
        + bytes(4)
        + value
    )
    segment = b"Exif\x00\x00" + tiff
    jfif = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\x00" + bytes(9)
    exif = b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment
    return b"\xff\xd8" + jfif + exif + b"\xff\xda\x00\x02\xff\xd9"
