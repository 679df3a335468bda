"""Prose of the base is drawn with its slots, and nothing in it can break the site or run on its pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import site_bases
from metodbank.loading import load
from site_bases import PRACTICE
from site_tree import Page, Site

ABOUT = "content/about/istoriya.md"


def built_with(folder: Path, files: dict[str, Any], *, code: int = 0) -> Site:
    root = site_bases.written(folder / "base", {"practices/polka.yml": PRACTICE} | files)
    assert site_bases.build(root, folder / "site", "--strict") == code
    return Site(folder / "site")


def article(page: Page) -> str:
    return page.root.one("article").text


def test_page_of_the_base_takes_the_place_of_the_one_in_the_package(tmp_path: Path) -> None:
    site = built_with(tmp_path, {"content/about/index.md": "# О нас\n\nСвой текст.\n"})
    page = site.page("about/index.html")
    assert page.h1 == "О нас"
    assert "Свой текст." in article(page)
    assert site.page("for-methodists/index.html").h1


def test_new_page_stands_in_the_menu_with_its_slots_filled_and_its_picture_beside_it(tmp_path: Path) -> None:
    text = (
        '---\ntitle: "История: коротко"\ndescription: Как всё началось.\n---\n\n# История базы\n\n'
        '<div data-slot="counts"></div>\n\n[Полка](../practices/polka.md) ![Вид](vid.png)\n'
    )
    site = built_with(tmp_path, {ABOUT: text, "content/about/vid.png": b"png"})
    page = site.page("about/istoriya.html")
    assert (page.h1, page.title) == ("История базы", "История: коротко · Малая база")
    assert page.meta("description") == ["Как всё началось."]
    assert "1 практика" in article(page)
    assert page.link("Полка") == "../practices/polka.html"
    assert page.root.one("article").one("img").attributes["src"] == "vid.png"
    assert site.files["about/vid.png"] == b"png"
    assert site.page("practices/polka.html").link("История: коротко") == "../about/istoriya.html"
    assert [step.text for step in page.root.one("nav", css="mb-breadcrumbs").all("li")] == [
        "Главная",
        "О системе",
        "История: коротко",
    ]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Просто текст.", "about/istoriya.md"),
        ("---\ntitle: История\n---\nПросто текст.", "История"),
        ("", "about/istoriya.md"),
        ("# Раз\n\n# Два\n", "Раз"),
        ("# Раз\n\n<h1>Два</h1>\n", "Раз"),
        ("---\ntemplate: net-takogo.html\n---\n# Раз\n", "Раз"),
        ("template: 404.html\n\n# Раз\n", "Раз"),
        ("# Раз\n\n<!--slot:prose--> <!--slot:head--> MBSLOTBODY\n", "Раз"),
        ("# {{ 7*7 }} раз\n", "{{ 7*7 }} раз"),
    ],
)
def test_any_text_gives_a_whole_page_with_one_heading(tmp_path: Path, text: str, heading: str) -> None:
    page = built_with(tmp_path, {ABOUT: text}).page("about/istoriya.html")
    assert page.h1 == heading
    assert page.root.one("html").attributes["lang"] == "ru"
    assert "Малая база" in page.root.one("div", css="mb-status").text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("---\ntitle: [\n---\n# Раз\n", "MB008 3"),
        ("# Раз\n\n" + ">" * 2000 + " глубоко", "MB118 1"),
        ("# Раз\n\n" + "[" * 20_000, "MB118 1"),
        ("# Раз\n\n" + "".join("  " * depth + "- а\n" for depth in range(60)), "MB118 1"),
        ("# Раз\n".encode("cp1251"), "MB006 1"),
    ],
)
def test_text_that_no_engine_should_read_is_told_and_loses_only_its_page(
    tmp_path: Path, text: str | bytes, place: str
) -> None:
    root = site_bases.written(tmp_path / "base", {ABOUT: text})
    assert site_bases.build(root, tmp_path / "site") == 0
    assert "about/istoriya.html" not in Site(tmp_path / "site").addresses
    assert [f"{p.code} {p.line}" for p in load(root).book.problems()] == [place]


def test_nothing_in_prose_runs_or_is_loaded_from_elsewhere(tmp_path: Path) -> None:
    text = (
        "# Раз\n\n<script>alert(1)</script><iframe src='https://evil.example'></iframe>\n\n"
        "[щёлкни](javascript:alert(1)){: onclick='alert(1)' style='color:red' }\n\n"
        "![вид](https://evil.example/x.png) <svg onload='alert(1)'></svg>\n"
    )
    site = built_with(tmp_path, {ABOUT: text})
    page, plain = site.page("about/istoriya.html"), site.page("about/accessibility.html")
    assert len(page.root.all("script")) == len(plain.root.all("script"))
    assert "щёлкни" in article(page)
    for word in (b"alert", b"onclick", b"evil.example", b"javascript:", b"color:red", b"<iframe"):
        assert word not in site.files["about/istoriya.html"]


@pytest.mark.parametrize(
    "path",
    [
        "README.md", "about/README.md", "404.md", "not-found.md", "quality.md", "practices/index.md",
        "practices/polka.md", "templates/x.md", "fields/practice.md", "about/a/b.md", "about/страница.md",
    ],
)  # fmt: skip
def test_page_at_an_address_that_it_cannot_have_is_told_and_changes_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    expected = built_with(tmp_path / "without", {})
    site = built_with(tmp_path / "with", {f"content/{path}": "# Чужая\n"}, code=1)
    assert f"content/{path}:1:1: ошибка MB00" in capsys.readouterr().err
    differing = {a for a, content in site.files.items() if content != expected.files.get(a)}
    assert differing == {"quality.html"}
