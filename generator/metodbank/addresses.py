"""Where everything stands on the site. Addresses are flat, relative and permanent."""

from __future__ import annotations

HOME = "index.html"
NOT_FOUND = "404.html"
QUALITY = "quality.html"
SEARCH = "search.html"
SEARCH_DATA = "search/"
FIELDS = "fields"
RULES = "rules"
DIFFICULTIES = "difficulties"
INDICATORS = "indicators"
FRAMEWORKS = "frameworks"
CYCLE = "cycle"
EVIDENCE = "evidence.html"
PASSPORT = "passport.html"
DEFINITIONS = INDICATOR, FRAMEWORK = "indicator", "framework"
INDICATORS_JSON = "data/indicators.json"
INDICATORS_CSV = "data/indicators.csv"
INDICATORS_SCHEMA = "data/indicators.schema.json"
DIFFICULTY_VOCABULARY = "difficulties"


def record_page(folder: str, identifier: str) -> str:
    """Return the address of a record's page."""
    return f"{folder}/{identifier}.html"


def list_page(folder: str, number: int = 1) -> str:
    """Return the address of a page of the list of a kind, counted from 1."""
    return f"{folder}/index.html" if number == 1 else f"{folder}/page-{number}.html"


def facet_page(folder: str, facet: str, value: str, number: int = 1) -> str:
    """Return the address of a page of the list of what has one value of a facet."""
    stem = f"{folder}/by-{facet.replace('_', '-')}-{value.replace('.', '-')}"
    return f"{stem}.html" if number == 1 else f"{stem}-page-{number}.html"


def difficulty_page(identifier: str) -> str:
    """Return the address of the page of a difficulty."""
    return f"{DIFFICULTIES}/{identifier}.html"


def indicator_page(identifier: str) -> str:
    """Return the address of the page of an indicator."""
    return f"{INDICATORS}/{identifier}.html"


def indicator_year_page(identifier: str, year: int) -> str:
    """Return the address of the page of an indicator for a year before the latest."""
    return f"{INDICATORS}/{identifier}-in-{year}.html"


def indicators_year_page(year: int) -> str:
    """Return the address of the list of indicators for a year before the latest."""
    return f"{INDICATORS}/year-{year}.html"


def framework_page(identifier: str) -> str:
    """Return the address of the page of a framework."""
    return f"{FRAMEWORKS}/{identifier}.html"


def cycle_page(year: int) -> str:
    """Return the address of the monitoring cycle of a year."""
    return f"{CYCLE}/{year}.html"


def fields_page(kind: str) -> str:
    """Return the address of the reference of the fields of a kind."""
    return f"{FIELDS}/{kind}.html"


def rule_page(code: str) -> str:
    """Return the address of the page of a rule."""
    return f"{RULES}/{code.lower()}.html"


def measures_page(roadmap: str, facet: str, value: str) -> str:
    """Return the address of the measures of a roadmap that have one value of a facet."""
    return f"roadmaps/by-{facet}-{value.replace('.', '-')}-in-{roadmap.replace('.', '-')}.html"


def terms_page(roadmap: str) -> str:
    """Return the address of the terms of a roadmap along the calendar."""
    return f"roadmaps/by-terms-in-{roadmap.replace('.', '-')}.html"


def compared_page(indicator: str) -> str:
    """Return the address of the page of an indicator in all frameworks."""
    return f"{FRAMEWORKS}/by-indicator-{indicator}.html"


def attached_file(identifier: str, name: str) -> str:
    """Return the address of a file of a record."""
    return f"files/{identifier}/{name}"


def relative(address: str, *, seen_from: str) -> str:
    """Return the address as a link from another page; pages are at most one folder deep."""
    depth = seen_from.count("/")
    if depth == 0:
        return address
    folder, _, name = address.rpartition("/")
    own_folder = seen_from.rpartition("/")[0]
    return name if folder == own_folder else "../" * depth + address
