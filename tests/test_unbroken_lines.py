"""Lines do not break inside a date, a number with its unit, «№ 214» or «10:00–13:00»."""

from __future__ import annotations

import re

import pytest

from metodbank.pages.wording import unbroken
from site_tree import Site

# What the program makes and takes from the standard: no text of an author stands on these pages.
FOLDERS = ("frameworks/", "cycle/", "indicators/", "passport.html", "evidence.html")
APART = re.compile(r"[0-9]{4} гг?\.|№ |[0-9] %|[0-9] чел\.|\bп\. [0-9]")
TIMES = re.compile(r"[0-9]{1,2}:[0-9]{2}[-–][0-9]{1,2}:[0-9]{2}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Приказ от 17 февраля 2025 г. № 39, п. 3", "Приказ от 17~февраля 2025~г. №~39, п.~3"),
        ("не менее 30 % и 5 чел.", "не менее 30~% и 5~чел."),
        ("за 2023 год, в 2024 и 2025 гг.", "за 2023~год, в 2024 и 2025~гг."),
        ("вторник, 10:00–13:00", "вторник, 10:00|–|13:00"),
        ("г. Озёрск, дом 5, кв. 6", "г.~Озёрск, дом 5, кв. 6"),
        ("раздел 5. Анна", "раздел 5. Анна"),
        ("2 г сахара, 5 чашек", "2 г сахара, 5 чашек"),
    ],
)
def test_what_belongs_together_stays_together(text: str, expected: str) -> None:
    assert unbroken(text).replace("\u00a0", "~").replace("\u2060", "|") == expected


def body_of(site: Site, address: str) -> str:
    """Return the text of the body of a page, no-break spaces as they are."""
    body = site.files[address].decode().partition("<body")[2]
    return " ".join(re.split(r"<[^>]*>", body))


def test_no_page_of_numbers_breaks_a_date_or_a_number(demonstration: Site) -> None:
    pages = [page for page in demonstration.pages() if page.address.startswith(FOLDERS)]
    assert len(pages) > 60
    found = {page.address: APART.findall(body_of(demonstration, page.address)) for page in pages}
    assert {address: apart for address, apart in found.items() if apart} == {}


def test_hours_of_whom_to_call_stay_together(demonstration: Site) -> None:
    seen = 0
    for page in demonstration.pages():
        for fact in page.root.all("dl", css="mb-facts"):
            seen += "\u2060–\u2060" in fact.text
            assert TIMES.search(fact.text) is None, page.address
    assert seen > 20
