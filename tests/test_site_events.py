"""A list of events begins with the nearest; what became of each is said on its card and page."""

from __future__ import annotations

from typing import Any

import pytest

import site_bases
from site_tree import Site


def event(title: str, starts: str, **fields: Any) -> dict[str, Any]:
    return site_bases.REGISTER_RECORD | {"title": title, "kind": "workshop", "starts": starts} | fields


EVENTS = {
    "vesna": event("Весна", "2027-03-01"),
    "segodnya": event("Сегодня", "2026-11-22"),
    "proshlo": event("Прошло", "2026-10-01", state="held"),
    "davno": event("Давно", "2026-09-01", state="held"),
    "perenesli": event("Перенесли", "2026-10-10", state="moved", moved_to="2026-12-05"),
    "otmenili": event("Отменили", "2026-12-20", state="cancelled"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("events")
    files = {f"events/{name}.yml": fields for name, fields in EVENTS.items()}
    return site_bases.built(site_bases.written(folder / "base", files), folder / "site", as_of="2026-11-22")


def test_nearest_events_stand_first_then_the_latest_that_are_over(site: Site) -> None:
    assert [a.partition("/")[2].removesuffix(".html") for a in site.cards("events/index.html")] == [
        "segodnya",
        "perenesli",
        "otmenili",
        "vesna",
        "proshlo",
        "davno",
    ]


def test_card_says_what_became_of_the_event(site: Site) -> None:
    cards = site.page("events/index.html").root.all("li", css="mb-card")
    said = {card.all("a")[0].text: [e.text for e in card.all("span", css="mb-badge")] for card in cards}
    assert said == {
        "Сегодня": [],
        "Перенесли": ["перенесено на 5 декабря 2026 г."],
        "Отменили": ["отменено"],
        "Весна": [],
        "Прошло": ["прошло"],
        "Давно": ["прошло"],
    }


def test_page_says_it_first(site: Site) -> None:
    [moved] = [e.text for e in site.page("events/perenesli.html").root.all("p", css="mb-notice--late")]
    assert moved == "Событие перенесено на 5 декабря 2026 г."
    [cancelled] = [e.text for e in site.page("events/otmenili.html").root.all("p", css="mb-notice--late")]
    assert cancelled == "Событие отменено"
