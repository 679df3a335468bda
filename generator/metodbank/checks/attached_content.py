"""What attached files hold inside: a scan without text (G17), a picture's place (P8), an author (P9)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from metodbank.checks.attachments import attached_files, attached_path, extension_of
from metodbank.checks.check import Looking
from metodbank.checks.document_authors import author_in_office_file, author_in_pdf
from metodbank.checks.pdf_content import has_pictures_only
from metodbank.checks.picture_places import has_coordinates
from metodbank.problems import Finding
from metodbank.records import Record

_ASKED: dict[str, tuple[tuple[str, Callable[[bytes], bool]], ...]] = {
    "pdf": (("MB228", has_pictures_only), ("MB313", author_in_pdf)),
    "jpg": (("MB312", has_coordinates),),
    "jpeg": (("MB312", has_coordinates),),
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods", "odp"), (("MB313", author_in_office_file),)),
}
"""What is asked of the bytes of each type of file."""


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield what the files of the record hold and should not; each file is read once."""
    for at, name in attached_files(record):
        asked = _ASKED.get(extension_of(name))
        path = attached_path(record, name)
        raw = looking.attached(path) if asked and path in looking.base.files else None
        if asked and raw:
            for code, holds in asked:
                if holds(raw):
                    yield Finding(code, at, name)
