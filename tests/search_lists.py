"""The lists by which the search is judged, and a base whose records hold their words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import site_bases

LISTS = Path(__file__).parent / "search"
ONE_EACH = ("typos", "layouts", "said_otherwise", "written_otherwise", "one_root")
"""The lists that have one text for each query."""


def pairs(name: str) -> list[tuple[str, str]]:
    """Return what stands before and behind the colon in each line of a list."""
    lines = (LISTS / f"{name}.txt").read_text("utf-8").splitlines()
    told = [line.partition(": ") for line in lines if line and not line.startswith("#")]
    return [(before, behind) for before, _, behind in told]


def queries_with_words() -> dict[str, list[tuple[str, str]]]:
    """Return by list each query with the words of the record that it has to find."""
    forms = [(query, word) for word, queries in pairs("forms") for query in queries.split(", ")]
    return {name: pairs(name) for name in ONE_EACH} | {"forms": forms}


def base_of_words(root: Path) -> dict[str, str]:
    """Write a base with one record for each text of the lists; return its address by the text."""
    site_bases.copied(root)
    for folder in site_bases.REGISTERS:
        for file in (root / folder).rglob("*.yml"):
            file.unlink()
    return with_words(root, "iro-priozerye")


def with_words(root: Path, organization: str) -> dict[str, str]:
    """Add a record of an organization for each text of the lists; return its address by the text."""
    texts = dict.fromkeys(text for queries in queries_with_words().values() for _, text in queries)
    found = {}
    for number, text in enumerate(texts):
        record: dict[str, Any] = site_bases.PRACTICE | {
            "organization": organization,
            "title": f"Запись {number}",
            "steps": f"Здесь стоит: {text}.",
        }
        site_bases.put(root, f"practices/zapis-{number}.yml", record)
        found[text] = f"practices/zapis-{number}.html"
    return found
