"""Which pages of the site a file of the base is the source of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from metodbank.base_files import FILES
from metodbank.prose_reading import CONTENT

_LIST_PAGE = re.compile(r"index|page-\d+|by-.+")
_TABLES = "reference/"


def page_of(file: str) -> str | None:
    """Return the address of the one page that is made of a file; None for a table, which makes many."""
    folder, stem = _folder_and_stem(file)
    return f"{folder}/{stem}.html".lstrip("/") if stem else None


def explained_by(files: Iterable[str]) -> Callable[[str], bool]:
    """Return the function that tells whether what stood at an address was made of one of the files."""
    made = {_folder_and_stem(file) for file in files}
    records = {stem for _, stem in made}

    def is_explained(address: str) -> bool:
        folder, _, name = address.rpartition("/")
        if folder.startswith(FILES + "/"):
            return folder.removeprefix(FILES + "/") in records
        stem = name.removesuffix(".html")
        return stem != name and (
            (folder, stem) in made or ((folder, "") in made and not _LIST_PAGE.fullmatch(stem))
        )

    return is_explained


def _folder_and_stem(file: str) -> tuple[str, str]:
    """Return the folder of the pages that are made of a file, and the name of the page, empty for a table."""
    folder, _, name = file.rpartition("/")
    stem = name.rpartition(".")[0]
    if file.startswith(_TABLES):
        return stem, ""
    if file.startswith(CONTENT + "/"):
        return folder.removeprefix(CONTENT).lstrip("/"), stem
    return folder.partition("/")[0], stem
