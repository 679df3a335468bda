"""Ids: what a file may be called so that its address is safe everywhere, for good."""

from __future__ import annotations

import re
from collections.abc import Collection

from metodbank.problems import Finding

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?")
_WINDOWS_DEVICE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_TAKEN_BY_OUR_PAGES = frozenset({"404", "not-found", "quality", "search"})
_TAKEN_BY_PAGES = re.compile(r"index|page-[0-9]+|by-.*")
_TAKEN_BY_YEARS = re.compile(r"year-[0-9]{4}|.+-in-[0-9]{4}")
MAX_LENGTH = 80

_LETTERS = dict(
    zip(
        "абвгдезийклмнопрстуфыэ",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "y",
            "e",
        ],
        strict=True,
    )
)
_LETTERS |= {
    "ё": "e",
    "ж": "zh",
    "х": "h",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "sch",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
}


def id_finding(name: str) -> Finding | None:
    """Return what is wrong with a record's id, or None."""
    if len(name) <= MAX_LENGTH and _ID.fullmatch(name):
        if _WINDOWS_DEVICE.fullmatch(name) or _TAKEN_BY_PAGES.fullmatch(name):
            return Finding("MB003", value=name)
        return None
    return Finding("MB002", value=name, suggestion=transliterated(name))


def indicator_id_finding(name: str) -> Finding | None:
    """Return what is wrong with an indicator's id, or None; its pages of other years take names too."""
    if _TAKEN_BY_YEARS.fullmatch(name):
        return Finding("MB003", value=name)
    return id_finding(name)


def prose_finding(path: str, folders: Collection[str]) -> Finding | None:
    """Return why a prose page cannot stand at a path inside `content/`, or None.

    `folders` are those that the pages of records and of our own fill. Pages stand at most one folder deep.
    """
    folder, _, name = path.removesuffix(".md").rpartition("/")
    if folder in folders or (not folder and name in _TAKEN_BY_OUR_PAGES):
        return Finding("MB003", value=path.removesuffix(".md"))
    for part in (folder, name):
        finding = id_finding(part) if part and part != "index" else None
        if finding is not None:
            return finding
    return None


def transliterated(text: str) -> str:
    """Return the text as an id: Latin lower-case letters, digits and hyphens."""
    latin = "".join(_LETTERS.get(letter, letter) for letter in text.lower())
    return re.sub(r"[^a-z0-9]+", "-", latin).strip("-")[:MAX_LENGTH].strip("-")
