"""The demonstration base tells one story: glossary, roadmap, school year and cycle of monitoring."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import site_bases
from site_bases import items, records
from site_tree import Site

TODAY = date(2026, 11, 22)
SCHOOL_YEAR = (date(2026, 9, 1), date(2027, 5, 31))
ROADMAP = "priozerye-2025-2027"
CYCLE = (
    ("monitoring-2025-26", "monitoring"),
    ("spravka-2025-26", "analytical-note"),
    ("rekomendatsii-2025-26", "recommendations"),
    ("reshenie-2025-26", "decision"),
    ("mery-2025-26", "decision"),
    ("otsenka-mer-2025-26", "measures-assessment"),
)
OVERDUE = ["2-4"]

Fields = dict[str, Any]


@pytest.fixture(scope="module")
def root() -> Path:
    """Return the demonstration base itself: nothing here changes it."""
    return site_bases.REPOSITORY


def registered(root: Path, register: str) -> dict[str, Fields]:
    return {identifier: fields for identifier, _, fields in records(root, register)}


def measures(root: Path) -> list[Fields]:
    found: list[Fields] = registered(root, "roadmaps")[ROADMAP]["measures"]
    return found


def last_day(measure: Fields) -> date | None:
    term = measure["term"]
    days = [part["to"] for part in term.get("parts", [term]) if "to" in part]
    moved: date | None = measure.get("moved_to")
    return moved or max(days, default=None)


def recommendations(root: Path) -> Iterator[tuple[str, Fields]]:
    for identifier, report in registered(root, "reports").items():
        for recommendation in report.get("recommendations", []):
            yield identifier, recommendation


@pytest.mark.parametrize("register", ["events", "reports", "roadmaps"])
def test_records_are_published_and_marked_as_invented(root: Path, register: str) -> None:
    for identifier, fields in registered(root, register).items():
        assert fields["status"] == "published", identifier
        assert fields["fictional"] is True, identifier


def test_glossary_has_terms_with_their_acts(root: Path) -> None:
    terms, acts = items(root, "glossary"), items(root, "acts")
    assert len(terms) >= 30
    for identifier, term in terms.items():
        assert {definition["act"] for definition in term["definitions"]} <= set(acts), identifier
        assert all(definition["section"] for definition in term["definitions"]), identifier
        assert set(term.get("see_also", [])) <= set(terms) - {identifier}, identifier


def test_terms_that_acts_define_differently_say_how(root: Path) -> None:
    several = {key: term for key, term in items(root, "glossary").items() if len(term["definitions"]) > 1}
    assert len(several) >= 3
    for identifier, term in several.items():
        sources = [definition["act"] for definition in term["definitions"]]
        assert len(set(sources)) == len(sources), identifier
        assert len({definition["text"] for definition in term["definitions"]}) == len(sources), identifier
        assert term["note"], identifier


def test_a_word_means_one_term(root: Path) -> None:
    words = [
        word.casefold()
        for term in items(root, "glossary").values()
        for word in [term["title"], *term.get("abbreviations", []), *term.get("variants", [])]
    ]
    assert [word for word, times in Counter(words).items() if times > 1] == []


def test_roadmap_has_twenty_measures_of_every_sort(root: Path) -> None:
    rows = measures(root)
    assert len(rows) == len({row["id"] for row in rows}) == 20
    assert {row["direction"] for row in rows} == set(items(root, "directions"))
    assert {row["term"]["kind"] for row in rows} == {
        "date", "deadline", "month", "span", "set", "each-year", "relative-year"
    }  # fmt: skip
    assert Counter(row["state"] for row in rows) == {
        "done": 8, "done-late": 1, "in-progress": 4, "planned": 3, "cancelled": 1, "moved": 1, "unknown": 2
    }  # fmt: skip
    assert sum(row["term"]["kind"] == "relative-year" for row in rows) == 1
    assert sum(row["term"].get("by_schedule", False) for row in rows) == 1


def test_measures_stand_under_their_own_direction(root: Path) -> None:
    system_measures = items(root, "system-measures")
    for row in measures(root):
        assert system_measures[row["system_measure"]]["direction"] == row["direction"], row["id"]


def test_measures_prove_what_they_say(root: Path) -> None:
    known = {
        "act": items(root, "acts"), "report": registered(root, "reports"),
        "event": registered(root, "events"), "practice": registered(root, "practices"),
    }  # fmt: skip
    for row in measures(root):
        for evidence in row.get("evidence", []):
            named = {key: evidence[key] for key in known if key in evidence}
            assert named or "url" in evidence, row["id"]
            assert all(value in known[key] for key, value in named.items()), row["id"]
        if row["state"].startswith("done"):
            assert row["evidence"], row["id"]
            assert row["done_on"] <= TODAY, row["id"]
            late = row["done_on"] > (last_day(row) or TODAY)
            assert late == (row["state"] == "done-late"), row["id"]
        if row["state"] in {"cancelled", "moved"}:
            assert row["decision"]["act"] in known["act"], row["id"]
            assert row["decision"]["reason"], row["id"]


def test_only_the_measure_meant_is_overdue(root: Path) -> None:
    open_rows = [row for row in measures(root) if row["state"] in {"planned", "in-progress", "moved"}]
    assert [row["id"] for row in open_rows if (last_day(row) or TODAY) < TODAY] == OVERDUE


def test_twelve_events_lie_in_the_school_year(root: Path) -> None:
    events = registered(root, "events")
    assert len(events) == 12
    assert len({event["kind"] for event in events.values()}) >= 10
    for identifier, event in events.items():
        days: list[date] = [event[key] for key in ("starts", "ends", "moved_to") if key in event]
        assert all(SCHOOL_YEAR[0] <= day <= SCHOOL_YEAR[1] for day in days), identifier
        assert days == sorted(days), identifier
        assert event["plan_act"] == "plan-sobytiy-2026", identifier
        assert "(000)" in event["contact"]["phone"], identifier
    in_order = sorted(events.values(), key=lambda event: event["starts"])
    assert sorted(int(event["plan_item"]) for event in in_order) == list(range(1, 13))
    assert any(event["territory"] == "severny-okrug" for event in in_order)


def test_events_that_are_over_tell_how_they_ended(root: Path) -> None:
    events = registered(root, "events")
    assert Counter(event["state"] for event in events.values()) == {"held": 5, "moved": 1, "planned": 6}
    for identifier, event in events.items():
        last: date = event["ends"] if "ends" in event else event["starts"]
        assert (last < TODAY) == (event["state"] != "planned"), identifier
        assert (event["state"] == "held") == ("participants" in event and "outcomes" in event), identifier
        assert ("moved_to" in event) == (event["state"] == "moved"), identifier


def test_an_event_of_an_association_is_in_its_plan_where_the_day_is(root: Path) -> None:
    shared = {
        "tri-risunka-otkrytyy-urok": "rmo-matematika-zarechny",
        "zanyatie-v-skvorushke": "gruppa-detskih-sadov",
        "obshchaya-laboratornaya": "soobshchestvo-fizikov-severa",
        "dvenadtsat-masterskih": "klub-selskih-uchiteley",
    }
    events, associations = registered(root, "events"), registered(root, "associations")
    for event, association in shared.items():
        assert association in events[event]["associations"]
        days = [meeting["date"] for meeting in associations[association]["plan"]["meetings"]]
        assert events[event]["starts"] in days, event


def test_every_step_of_the_cycle_rests_on_the_former(root: Path) -> None:
    reports = registered(root, "reports")
    assert [(name, reports[name]["kind"]) for name, _ in CYCLE] == list(CYCLE)
    assert "based_on" not in reports[CYCLE[0][0]]
    for (former, _), (name, _) in pairwise(CYCLE):
        assert former in reports[name]["based_on"]
        assert reports[former]["prepared_on"] < reports[name]["prepared_on"] <= TODAY


def test_the_cycle_rests_on_acts_of_its_own(root: Path) -> None:
    acts, reports = items(root, "acts"), registered(root, "reports")
    assert reports["monitoring-2025-26"]["act"] == "prikaz-minobr-467-2025"
    assert reports["reshenie-2025-26"]["act"] == "prikaz-minobr-244-2026"
    assert "prikaz-minobr-467-2025" in acts["prikaz-minobr-244-2026"]["based_on"]


def test_recommendations_name_an_addressee_and_a_day(root: Path) -> None:
    organizations, reports = items(root, "organizations"), registered(root, "reports")
    found = list(recommendations(root))
    assert Counter(identifier for identifier, _ in found) == {"rekomendatsii-2025-26": 7, "mery-2025-26": 6}
    for identifier, recommendation in found:
        assert set(recommendation["addressees"]) <= set(organizations), identifier
        assert recommendation["due"] > reports[identifier]["prepared_on"], recommendation["text"]
        assert recommendation["outcome"], recommendation["text"]
        assert recommendation.get("done_in", identifier) in reports


def test_shares_in_the_table_of_monitoring_are_what_their_numbers_give(root: Path) -> None:
    text = (root / "files/monitoring-2025-26/pokazateli.csv").read_text("utf-8-sig")
    rows = [line.split(";") for line in text.splitlines()[1:26]]
    for indicator in range(0, 25, 5):
        *territories, whole = rows[indicator : indicator + 5]
        for column in (2, 3):
            assert sum(int(row[column]) for row in territories) == int(whole[column]), whole[0]
    for _, _, part, of, share in rows:
        assert f"{100 * int(part) / int(of):.1f}".replace(".", ",") == share
    report = registered(root, "reports")["monitoring-2025-26"]["subject"]
    assert all(f"{part} из {of} ({share} %)" in report for _, _, part, of, share in rows)


def test_requirements_are_answered_or_say_honestly_that_they_are_not(root: Path) -> None:
    found = items(root, "requirements")
    answers = ("kept_as", "acts", "roadmaps", "reports", "events", "url")
    missing = [key for key, item in found.items() if not any(item.get(answer) for answer in answers)]
    assert 15 <= len(found) <= 20
    assert missing == ["katalog-materialov", "uchebno-metodicheskoe-obedinenie", "pasport-sistemy"]
    assert all(found[key]["note"] for key in missing)
    assert [key for key, item in found.items() if item.get("optional")] == [missing[1]]


def test_directions_system_measures_actors_and_channels_hold_together(root: Path) -> None:
    acts = items(root, "acts")
    tables = {name: items(root, name) for name in ("directions", "system-measures", "actors", "channels")}
    assert len(tables["directions"]) == 3
    assert 10 <= len(tables["system-measures"]) <= 12
    for table in tables.values():
        for identifier, item in table.items():
            assert item["sources"], identifier
            assert {source["act"] for source in item["sources"]} <= set(acts), identifier
    used = {row["system_measure"] for row in measures(root)}
    assert set(tables["system-measures"]) - used == set()
    named = {channel for actor in tables["actors"].values() for channel in actor.get("channels", [])}
    assert named == set(tables["channels"])


def normal(text: str) -> str:
    """Return a text as a page gives it: every run of spaces one ordinary space."""
    return " ".join(text.split())


@pytest.mark.parametrize("register", ["events", "reports", "roadmaps"])
def test_every_record_has_its_page(demonstration: Site, root: Path, register: str) -> None:
    listed = set()
    for address in demonstration.addresses:
        if address.startswith((f"{register}/index", f"{register}/page-")):
            listed |= set(demonstration.cards(address))
    for identifier, fields in registered(root, register).items():
        assert demonstration.page(f"{register}/{identifier}.html").h1 == normal(fields["title"])
        assert f"{register}/{identifier}.html" in listed


def test_every_measure_is_on_the_page_of_the_roadmap(demonstration: Site, root: Path) -> None:
    text = demonstration.page(f"roadmaps/{ROADMAP}.html").root.one("main").text
    for row in measures(root):
        for expected in (row["title"], row["term"]["raw"], row["result"]):
            assert normal(expected) in text, row["id"]


def test_every_definition_is_on_the_page_of_its_term(demonstration: Site, root: Path) -> None:
    for identifier, term in items(root, "glossary").items():
        page = demonstration.page(f"glossary/{identifier}.html")
        assert page.h1.casefold() == term["title"].casefold()
        text = page.root.one("main").text
        for definition in term["definitions"]:
            assert normal(definition["text"]) in text, identifier
            assert normal(definition["section"]) in text, identifier


def test_every_recommendation_is_on_the_page_of_its_report(demonstration: Site, root: Path) -> None:
    for identifier, recommendation in recommendations(root):
        text = demonstration.page(f"reports/{identifier}.html").root.one("main").text
        assert normal(recommendation["text"]) in text, identifier
