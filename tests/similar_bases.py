"""Bases whose records are like each other in known ways, and what pages say of that."""

from __future__ import annotations

from random import Random
from typing import Any

import site_bases
from site_tree import Element, Site

SUBJECTS = ("mathematics", "physics", "literature", "any-subject")
LEVELS = ("primary", "basic", "secondary")
AUDIENCE = ("teacher", "class-teacher", "methodist")
NOUNS = (
    "карточка", "рисунок", "весы", "полка", "закладка", "телефон", "атлас", "кубик", "нитка", "глобус",
    "журнал", "фонарь", "зеркало", "магнит", "лодка", "поезд",
)  # fmt: skip
"""Each is its own dictionary form and that of no other word."""
BASES: dict[str, dict[str, Any]] = {
    "practices": site_bases.PRACTICE,
    "internships": site_bases.INTERNSHIP,
    "programs": site_bases.PROGRAM,
    "associations": site_bases.ASSOCIATION,
}


def practice(title: str, *difficulties: str, **fields: Any) -> dict[str, Any]:
    """Return a practice of such a title for such difficulties."""
    return site_bases.PRACTICE | {"title": title, "difficulties": list(difficulties)} | fields


def told(site: Site, address: str) -> list[tuple[str, str]]:
    """Return what a page offers as similar: title, behind the word of another register, and reason."""
    found = []
    for item in (item for section in _sections(site, address) for item in section.all("li")):
        why = item.one("span", css="mb-similar__why").text
        found.append((item.text.removesuffix(why).strip(), why))
    return found


def offered(site: Site, address: str) -> list[str]:
    """Return the ids of what a page offers, in their order."""
    links = [link.attributes["href"] for section in _sections(site, address) for link in section.all("a")]
    return [href.rpartition("/")[2].removesuffix(".html") for href in links]


def _sections(site: Site, address: str) -> list[Element]:
    root = site.page(address).root
    return [each for each in root.all("section") if each.attributes.get("id") == "similar"]


def random_records(number: int, chance: Random, difficulties: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """Return so many records of four registers by path, with values and words drawn by chance."""
    found: dict[str, dict[str, Any]] = {}
    for place in range(number):
        folder = chance.choice(("practices", "practices", *BASES))
        identifier = f"{folder[:3]}-{chance.randrange(10**6):06}"
        fields = BASES[folder] | {
            "title": " ".join(chance.sample(NOUNS, 3)).capitalize(),
            "summary": " ".join(chance.sample(NOUNS, 4)).capitalize() + ".",
            "status": chance.choice(("published",) * 8 + ("archived", "draft")),
            "difficulties": chance.sample(difficulties, chance.choice((1, 1, 2))),
            "education_levels": chance.sample(LEVELS, chance.choice((1, 2))),
            "audience": chance.sample(AUDIENCE, chance.choice((1, 2))),
            "subjects": chance.sample(SUBJECTS, chance.choice((1, 1, 2))),
            "created": f"2026-{chance.randrange(1, 10):02}-{place % 27 + 1:02}",
        }
        if folder == "practices" and chance.random() < 0.6:
            first = chance.randrange(1, 10)
            fields["grades"] = {"from": first, "to": min(11, first + chance.choice((0, 1, 2)))}
        for name, same in (("topic", "title"), ("annotation", "summary"), ("aim", "summary")):
            if name in fields:
                fields[name] = fields[same]
        found[f"{folder}/{identifier}.yml"] = fields
    return found
