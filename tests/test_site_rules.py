"""«Правила проверки»: a page for each code, from the file that states the rule."""

from __future__ import annotations

from pathlib import Path

import pytest
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


def test_page_of_a_rule_tells_what_comes_of_it_for_what_it_is_about(demonstration: Site) -> None:
    for code, words in (
        ("mb505", "Запись с ошибкой на сайт не попадёт"),
        ("mb940", "Строка с ошибкой не учитывается"),
        ("mb955", "остаётся стандартное определение"),
        ("mb914", "Система действует и с этой ошибкой"),
        ("mb962", "Такая система не учитывается"),
    ):
        assert words in demonstration.page(f"rules/{code}.html").root.text, code


@pytest.mark.parametrize("has_record", [False, True])
def test_quality_page_calls_rows_of_tables_rows(tmp_path: Path, has_record: bool) -> None:
    files: dict[str, object] = {"practices/polka.yml": site_bases.PRACTICE}
    if has_record:
        files["practices/novaya.yml"] = site_bases.PRACTICE | {"lishnee": 1}
    root = site_bases.written(tmp_path / "base", files)
    site_bases.put(root, "monitoring/2025.csv", "показатель;территория\n")
    assert site_bases.build(root, tmp_path / "site") == 0
    text = Site(tmp_path / "site").page("quality.html").root.text
    assert "Строки мониторинга с ошибками не учтены." in text
    assert ("Записи с ошибками на сайт не попали." in text) is has_record


def test_quality_page_leads_from_a_problem_to_its_rule(tmp_path: Path) -> None:
    late = site_bases.PRACTICE | {"review_by": "2025-01-01"}
    root = site_bases.written(tmp_path / "base", {"practices/polka.yml": late})
    page = site_bases.built(root, tmp_path / "site").page("quality.html")
    assert page.link("MB208") == "rules/mb208.html"
