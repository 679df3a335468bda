"""«Карта доказательств»: for each position the best links by the stated rules, with whole addresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

import site_bases
from knowledge_bases import FILES, add, change, write, write_base
from metodbank.definition_standard import standard_indicators
from metodbank.management_cycle import evidence_map
from metodbank.models import kinds
from metodbank.models.evidence import EvidenceMap, Proof
from metodbank.models.shape import shape_of
from metodbank.pages.evidence_found import Found, chosen
from metodbank.vocabularies import standard_vocabularies
from scored_bases import write_scored_base
from site_tree import Element, Page, Site

POSITIONS = [position for group in evidence_map().groups for position in group.positions]
NO_SITE = "Адрес сайта не указан"


def position(page: Page, name: str) -> Element:
    [found] = [each for each in page.root.all("section") if each.attributes.get("id") == name]
    return found


def best(page: Page, name: str) -> list[str]:
    """Return the addresses of the links that stand first."""
    lists = position(page, name).all("ol", css="mb-proofs")
    return [each.text for each in lists[0].all("code")] if lists else []


def others(page: Page, name: str) -> list[str]:
    return [each.text for each in position(page, name).one("details").all("code")]


def test_demonstration_proves_each_position(demonstration: Site) -> None:
    page = demonstration.page("evidence.html")
    assert f"Есть чем подтвердить {len(POSITIONS)} из {len(POSITIONS)} позиций." in page.root.text
    assert all(0 < len(best(page, each.id)) <= 5 for each in POSITIONS)
    assert best(page, "analysis") == ["reports/spravka-2025-26.html"]
    # Newest first, and then the roadmap, by turns of the rules; the base's own territory before the okrug.
    assert best(page, "decisions") == [
        "reports/mery-2025-26.html",
        "roadmaps/priozerye-2025-2027.html",
        "reports/reshenie-2025-26.html",
        "roadmaps/borovoy-nastavniki-2025-2027.html",
    ]
    assert best(page, "monitoring") == [
        "reports/diagnostika-osen-2026.html",
        "cycle/2026.html#collection",
        "reports/monitoring-2025-26.html",
        "cycle/2025.html#collection",
        "cycle/2024.html#collection",
    ]
    assert others(page, "monitoring") == ["cycle/2023.html#collection"]


def test_link_has_its_title_day_and_act_and_leads_where_it_says(demonstration: Site) -> None:
    page = demonstration.page("evidence.html")
    for item in page.root.all("li", css="mb-proof"):
        link, address = item.all("a")[0], item.one("code").text
        assert link.attributes["href"] == address
        assert address.partition("#")[0] in demonstration.addresses
        assert link.text
    decision = position(page, "decisions").text
    assert "Управленческое решение, 6 июля 2026 г. · Приказ от 06.07.2026 № 244" in decision
    assert NO_SITE in page.root.text


def test_no_page_stands_twice_in_a_position(demonstration: Site) -> None:
    page = demonstration.page("evidence.html")
    for each in POSITIONS:
        addresses = [code.text for code in position(page, each.id).all("code")]
        assert len(addresses) == len(set(addresses)), each.id


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a small base that has indicators to show."""
    return write_scored_base(tmp_path / "base")


def evidence(root: Path) -> Page:
    return site_bases.built(root, root.parent / "site").page("evidence.html")


def put_reports(root: Path, *rows: tuple[str, str, str]) -> None:
    """Write справки: name, day and what else is said of each."""
    for name, day, more in rows:
        text = FILES["reports/otchet.yml"].replace("Справка о чтении", f"Справка {name}")
        write(root, f"reports/{name}.yml", f"{text}prepared_on: {day}\n{more}")


def test_own_territory_goes_first_then_the_newest_five_and_more_on_demand(small: Path) -> None:
    (small / "reports/otchet.yml").unlink()
    put_reports(
        small,
        ("a", "2026-01-10", ""),
        ("b", "2026-03-10", ""),
        ("c", "2026-02-10", ""),
        ("d", "2026-11-10", "territory: okrug\n"),
        ("e", "2026-09-10", "territory: okrug\n"),
        ("f", "2026-08-10", "territory: okrug\n"),
    )
    page = evidence(small)
    assert best(page, "analysis") == [f"reports/{name}.html" for name in "bcade"]
    assert others(page, "analysis") == ["reports/f.html"]
    assert position(page, "analysis").one("summary").text == "Ещё 1 ссылка: Анализ"


def test_what_is_not_published_or_is_still_to_come_proves_nothing(small: Path) -> None:
    (small / "reports/otchet.yml").unlink()
    put_reports(small, ("a", "2026-01-10", ""), ("b", "2026-12-10", ""))
    path = small / "reports/a.yml"
    for status in ("draft", "review", "archived"):
        path.write_text(path.read_text("utf-8").replace("status: published", f"status: {status}"), "utf-8")
        page = evidence(small)
        assert best(page, "analysis") == []
        assert "Подтвердить нечем: в базе этого нет." in position(page, "analysis").text
        assert "metodbank new report --set kind=analytical-note" in position(page, "analysis").text
        path.write_text(path.read_text("utf-8").replace(f"status: {status}", "status: published"), "utf-8")
    assert best(evidence(small), "analysis") == ["reports/a.html"]


def test_event_counts_when_it_was_held(small: Path) -> None:
    add(small, "events/vstrecha.yml", "themes: [mentoring]\n")
    path = small / "events/vstrecha.yml"
    path.write_text(path.read_text("utf-8").replace("2026-12-09", "2026-10-09"), "utf-8")
    assert best(evidence(small), "young-teachers") == []
    add(small, "events/vstrecha.yml", "state: held\n")
    assert best(evidence(small), "young-teachers") == ["events/vstrecha.html"]


def test_site_or_course_whose_term_is_over_proves_nothing(small: Path) -> None:
    change(small, "internships/ploshchadka.yml", "kind: mentoring", "kind: internship")
    add(small, "internships/ploshchadka.yml", "valid_until: 2026-11-22\n")
    add(small, "programs/kurs.yml", "themes: [mentoring]\nactive: {to: 2026-11-22}\n")
    page = evidence(small)  # as of 22 November 2026: the last day counts
    assert best(page, "internships") == ["internships/ploshchadka.html"]
    assert best(page, "young-teachers") == ["programs/kurs.html"]
    change(small, "internships/ploshchadka.yml", "2026-11-22", "2026-11-21")
    change(small, "programs/kurs.yml", "to: 2026-11-22", "to: 2026-11-21")
    page = evidence(small)
    assert best(page, "internships") == best(page, "young-teachers") == []


def test_course_that_the_federal_register_no_longer_holds_says_so(small: Path) -> None:
    add(small, "programs/kurs.yml", "themes: [mentoring]\n")
    included = "state: included\n  number: '123456'\n  valid_until: 2026-11-22"
    change(small, "programs/kurs.yml", "state: unknown", included)
    words = "срок размещения в Федеральном реестре вышел"
    assert words not in evidence(small).root.text
    change(small, "programs/kurs.yml", "2026-11-22", "2026-11-21")
    assert f"Курс; {words}" in position(evidence(small), "young-teachers").text


def test_expired_site_of_the_demonstration_is_not_told_to_be_working(demonstration: Site) -> None:
    # valid_until of «Робототехника с первого занятия» is 31 August 2026.
    found = position(demonstration.page("evidence.html"), "internships")
    assert "ploshchadka-chtenie" in found.text
    assert "ploshchadka-robototehnika" not in found.text


def test_act_that_is_no_longer_in_force_proves_nothing(small: Path) -> None:
    add(small, "region.yml", "basis_act: prikaz\n")
    assert best(evidence(small), "goals")[0] == "acts/prikaz.html"
    path = small / "reference/acts.yml"
    path.write_text(path.read_text("utf-8").replace("state: in-force", "state: repealed"), "utf-8")
    assert "acts/prikaz.html" not in best(evidence(small), "goals")


def test_addresses_are_whole_where_the_site_has_one(small: Path) -> None:
    add(small, "region.yml", "site_url: https://metodbank.example.org/baza\n")
    page = evidence(small)
    assert best(page, "associations") == ["https://metodbank.example.org/baza/associations/obedinenie.html"]
    assert NO_SITE not in page.root.text
    assert position(page, "associations").one("a").attributes["href"] == "associations/obedinenie.html"


def test_base_without_indicators_has_no_map(tmp_path: Path) -> None:
    site = site_bases.built(write_base(tmp_path / "base"), tmp_path / "site")
    assert "evidence.html" not in site.addresses


def test_rules_take_turns_and_a_page_stands_once() -> None:
    def some(*names: str) -> list[Found]:
        return [Found(name, name, "") for name in names]

    found = chosen([some("a1", "a2", "a3"), some("b1", "a2"), [], some("c1")])
    assert [each.address for each in found] == ["a1", "b1", "c1", "a2", "a3"]


def test_rules_name_fields_and_values_that_there_are() -> None:
    models = {kind.name: kind.model for kind in (*kinds.REGISTERS, *kinds.REFERENCE)}
    vocabularies = standard_vocabularies()
    for proof in (proof for each in POSITIONS for proof in each.proofs):
        assert set(proof.indicators) <= set(standard_indicators())
        assert set(proof.objects) <= set(vocabularies["requirement-objects"].entries)
        if proof.kind is None:
            continue
        shapes = {field.name: field for field in shape_of(models[proof.kind])}
        for name, values in proof.values.items():
            assert set(values) <= set(vocabularies[shapes[name].vocabulary].entries), (proof.kind, name)


def test_rule_with_no_source_or_two_is_refused() -> None:
    with pytest.raises(ValidationError):
        Proof.model_validate({"why": "ничего"})
    with pytest.raises(ValidationError):
        Proof.model_validate({"why": "два", "kind": "report", "objects": ["plan"]})
    with pytest.raises(ValidationError):
        Proof.model_validate({"why": "чужое условие", "objects": ["plan"], "themes": ["mentoring"]})
    twice = {"id": "x", "title": "X", "asked": "X?", "cure": "X.", "proofs": [{"why": "x", "kind": "report"}]}
    group = {"id": "g", "title": "G", "source": "S", "positions": [twice, twice]}
    with pytest.raises(ValidationError):
        EvidenceMap.model_validate({"links": 5, "groups": [group]})
