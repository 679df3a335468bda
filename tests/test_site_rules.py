"""«Правила проверки»: a page for each code, from the file that states the rule."""

from __future__ import annotations

from pathlib import Path

import yaml

import site_bases
from knowledge_bases import REPOSITORY
from site_tree import Site

RULES = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))
    for path in sorted((REPOSITORY / "generator/metodbank/standard/rules").glob("MB*.yml"))
}


def test_every_code_has_a_page_with_its_reason_and_examples(demonstration: Site) -> None:
    assert len(RULES) > 130
    for code, rule in RULES.items():
        page = demonstration.page(f"rules/{code.lower()}.html")
        assert page.h1 == " ".join(rule["title"].split())
        text = page.root.text
        assert code in text
        assert " ".join(rule["reason"].split()) in text
        assert "{" not in page.root.one("section", css="mb-remedy").text
        for example in ("bad", "good"):
            if rule.get(example):
                assert " ".join(rule[example].split()) in text


def test_list_of_rules_leads_to_each(demonstration: Site) -> None:
    page = demonstration.page("rules/index.html")
    targets = [page.target(a.attributes["href"])[0] for li in page.root.all("li") for a in li.all("a")]
    assert {t for t in targets if t.startswith("rules/mb")} == {
        f"rules/{code.lower()}.html" for code in RULES
    }


def test_quality_page_leads_from_a_problem_to_its_rule(tmp_path: Path) -> None:
    late = site_bases.PRACTICE | {"review_by": "2025-01-01"}
    root = site_bases.written(tmp_path / "base", {"practices/polka.yml": late})
    page = site_bases.built(root, tmp_path / "site").page("quality.html")
    assert page.link("MB208") == "rules/mb208.html"
