"""Whatever an author writes into a record stays text on every page that shows it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

import site_bases
from site_bases import ORGANIZATIONS, PRACTICE
from site_tree import Element, Site

LINES = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "MBSLOTBODY MBSLOTTITLE <!--slot:head--> <!--slot:breadcrumbs-->",
    '<div data-slot="counts"></div>',
    "</title></head><body onload=alert(1)>",
]
TEXTS = [
    "[щёлкни](javascript:alert(1)) [ещё](data:text/html;base64,PHNjcmlwdD4=) <javascript:alert(1)>",
    "![вид](https://evil.example/track.png) ![вид](javascript:alert(1))",
    '<iframe src="https://evil.example"></iframe><svg onload=alert(1)><style>*{display:none}</style>',
    "[снимок](java\nscript:alert(1)) [снимок](&#106;avascript:alert(1)) [путь](../../region.yml)",
    '<form action="https://evil.example"><input name=x></form><base href="https://evil.example/">',
    '<a href="#" style="position:fixed" class="mb-header" id="content">сверху</a>',
]
HANDLER = re.compile(r"on[a-z]+")
FORBIDDEN = {"iframe", "object", "embed", "base", "style", "applet", "frame", "math", "img"}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("hostile")
    files = {}
    for number, (line, text) in enumerate(zip(LINES, TEXTS, strict=True)):
        step = {"title": line, "text": text}
        files[f"practices/zlo-{number}.yml"] = PRACTICE | {
            "title": f"{line} {number}",
            "summary": f"{line} {text}",
            "problem": text,
            "steps": [step],
            "results": text,
            "needs": [line],
            "contact": {"who": line, "phone": "+7 (000) 000-00-00"},
            "measurements": [{"what": line, "unit": "percent", "source": line}],
        }
    shop = ORGANIZATIONS["sluzhba"] | {"short_name": LINES[0], "name": LINES[1], "address": LINES[5]}
    files["reference/organizations.yml"] = ORGANIZATIONS | {"lavka": shop}
    return site_bases.built(site_bases.written(folder / "base", files), folder / "site")


def _is_of_search(script: Element) -> bool:
    return script.attributes.get("src", "").startswith("assets/metodbank/search/") and not script.text


def test_every_hostile_record_is_published_as_the_text_it_is(hostile: Site) -> None:
    for number, line in enumerate(LINES):
        page = hostile.page(f"practices/zlo-{number}.html")
        assert page.h1 == f"{line} {number}"
        assert page.title == f"{line} {number} · Малая база"
        assert line in page.root.one("div", css="mb-record").text
    assert hostile.page("organizations/lavka.html").h1 == LINES[0]


def test_hostile_records_add_no_script_handler_or_foreign_element(hostile: Site) -> None:
    theme = [script.text for script in hostile.page("fields/practice.html").root.all("script")]
    assert theme
    for page in hostile.pages():
        scripts = [script.text for script in page.root.all("script") if not _is_of_search(script)]
        assert len(scripts) == len(theme), page.address
        assert [script for script in scripts if "alert" in script] == [], page.address
        for element in page.root.walk():
            assert element.tag not in FORBIDDEN, f"{page.address}: <{element.tag}>"
            assert [name for name in element.attributes if HANDLER.fullmatch(name)] == [], page.address
            assert "style" not in element.attributes, page.address


def test_hostile_links_lead_nowhere_dangerous(hostile: Site) -> None:
    seen = 0
    for page in hostile.pages():
        for element in page.root.walk():
            for name in ("href", "src", "action", "formaction"):
                href = element.attributes.get(name, "")
                seen += bool(href)
                assert urlsplit(href.strip().replace("\n", "")).scheme in {"", "https", "tel", "mailto"}, href
                assert "evil.example" not in href, f"{page.address}: {href}"
    assert seen > 1000


def test_record_cannot_take_the_place_of_a_part_of_the_page(hostile: Site) -> None:
    for page in hostile.pages():
        headings = [e for e in page.root.walk() if e.attributes.get("id") == "content"]
        assert [e.tag for e in headings if page.address.startswith("practices/")] in ([], ["h1"])
        assert len(page.root.all("header", css="mb-header")) == 1
        assert len(page.root.all("nav", css="mb-breadcrumbs")) <= 1


def test_link_of_a_record_does_not_lead_to_a_place_that_the_site_has_not(hostile: Site) -> None:
    seen = 0
    for page in hostile.pages():
        for link in page.root.all("a"):
            href = link.attributes.get("href", "")
            if href and not urlsplit(href).scheme:
                seen += 1
                assert page.target(href)[0] in hostile.files, f"{page.address}: {href}"
    assert seen > 1000
