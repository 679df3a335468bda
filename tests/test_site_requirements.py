"""«Что требует документ»: a requirement is answered by what the base has for it, and by nothing else."""

from __future__ import annotations

from typing import Any

import pytest

import site_bases
from site_tree import Site

CLAUSES = [
    {"act": "prikaz", "section": "п. 3"},
    {"act": "prikaz", "section": "п. 4"},
]
REQUIREMENTS: dict[str, dict[str, Any]] = {
    "bank": {"title": "банк практик", "object": "register", "kept_as": "practice", "sources": CLAUSES},
    "reestr": {"title": "реестр площадок", "object": "register", "kept_as": "internship", "sources": CLAUSES},
    # Any act of the base does not make this one exist.
    "reglament": {"title": "регламент", "object": "system-document", "kept_as": "act", "sources": CLAUSES},
    "polozhenie": {"title": "положение", "object": "system-document", "acts": ["prikaz"], "sources": CLAUSES},
    # Of terms any will do, so the kind itself is the answer.
    "slovar": {"title": "словарь", "object": "site-section", "kept_as": "glossary-term", "sources": CLAUSES},
    "forum": {"title": "форум", "object": "event", "events": ["forum"], "sources": CLAUSES},
    "chernovik": {"title": "план", "object": "plan", "reports": ["chernovik"], "sources": CLAUSES},
    "sovet": {"title": "совет", "object": "body", "optional": True, "sources": CLAUSES[:1]},
    "vne": {"title": "портал", "object": "other", "url": "https://example.org/", "sources": CLAUSES[:1]},
}
ANSWERS = {
    "банк практик": "✓ Есть Практики: 1 практика",
    "реестр площадок": "– В базе пока нет",
    "регламент": "– В базе пока нет",
    "положение": "✓ Есть Приказ от 10.01.2020 № 1",
    "словарь": "✓ Есть Глоссарий: 1 термин",
    "форум": "○ Намечено Форум",
    "план": "– В базе пока нет",
    "совет": "○ Не обязательно: в документе «при наличии»",
    "портал": "✓ Есть Ведётся вне базы",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("requirements")
    term = {"title": "слово", "definitions": [CLAUSES[0] | {"text": "Смысл."}]}
    event = site_bases.REGISTER_RECORD | {"title": "Форум", "kind": "forum", "starts": "2027-03-01"}
    period = {"from": "2025-09-01", "to": "2026-05-31"}
    report = site_bases.REGISTER_RECORD | {"title": "Тайный план", "kind": "passport", "period": period}
    files = {
        "reference/requirements.yml": REQUIREMENTS,
        "reference/glossary.yml": {"slovo": term},
        "events/forum.yml": event,
        "reports/chernovik.yml": report | {"status": "draft"},
        "practices/polka.yml": site_bases.PRACTICE,
    }
    return site_bases.built(site_bases.written(folder / "base", files), folder / "site")


def test_table_has_each_requirement_with_its_clauses_and_answer(site: Site) -> None:
    page = site.page("requirements/index.html")
    rows = [row for row in page.root.all("tr") if row.all("td")]
    assert {row.one("th").text: row.all("td")[2].text for row in rows} == ANSWERS
    assert rows[0].all("td")[1].text == "Приказ от 10.01.2020 № 1, п. 3; п. 4"
    assert page.root.one("p", css="mb-count").text == "9 требований, из них есть в базе: 4"


@pytest.mark.parametrize("identifier", REQUIREMENTS)
def test_page_of_a_requirement_says_the_same(site: Site, identifier: str) -> None:
    title = str(REQUIREMENTS[identifier]["title"])
    page = site.page(f"requirements/{identifier}.html")
    [answer] = [e for e in page.root.all("section") if e.attributes.get("id") == "answer"]
    assert answer.text == f"Что есть в базе {ANSWERS[title]}"
