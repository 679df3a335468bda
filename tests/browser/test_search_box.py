"""The box of the search on every page: keys, suggestions by keyboard and touch, what it says and loads."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import NewContext, slow
from browser.test_accessibility import AXE, DOUBLE_TEXT, SCROLLS, STICKING_OUT, findings
from site_tree import Site

pytestmark = pytest.mark.browser

LIST = "practices/index.html"
RECORD = "practices/tihie-minuty-chteniya.html"
WAYS_OF_THE_THEME = (
    "data-md-component=\"search", "md-search", "search.result", "search/search_index", "lunr", "workers/"
)  # fmt: skip
ACTIVE = "() => document.activeElement.id"
MARKED = "(e) => Array.from(e.querySelectorAll('mark'), (mark) => mark.textContent)"


def opened(site: Site, new_context: NewContext, address: str, **how: Any) -> Page:
    page = new_context(**how).new_page()
    page.goto((site.folder / address).as_uri())
    return page


def shown(page: Page, query: str) -> Locator:
    """Return the suggestions of a query once all results are counted."""
    page.keyboard.type(query)
    options = page.get_by_role("option")
    expect(options.last).to_have_text(re.compile(r"\d$|близко$"))
    return options


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
@pytest.mark.parametrize("address", [LIST, "index.html", *slow(RECORD, "quality.html", "404.html")])
def test_key_leads_to_the_box_from_anywhere(
    site: Site, new_context: NewContext, address: str, key: str
) -> None:
    page = opened(site, new_context, address)
    page.keyboard.press(key)
    own = "mb-q-large" if address in {"index.html", "404.html"} else "mb-q"
    assert page.evaluate(ACTIVE) == own
    expect(page.locator(f"#{own}")).to_have_value("")


def test_key_leads_to_the_own_field_of_the_page_of_the_search(site: Site, new_context: NewContext) -> None:
    page = opened(site, new_context, "search.html")
    expect(page.locator("main input[type=search]")).to_be_visible()
    expect(page.locator("#mb-q")).to_be_hidden()
    page.keyboard.press("/")
    assert page.evaluate(ACTIVE) == page.locator("main input[type=search]").get_attribute("id")


TYPED_IN = """(tag) => {
    const field = document.createElement(tag);
    if (tag === 'div') field.contentEditable = 'true';
    document.querySelector('main').append(field);
    field.focus();
}"""


@pytest.mark.parametrize("tag", ["input", "textarea", "select", "div"])
def test_key_is_left_to_the_field_that_is_typed_in(site: Site, new_context: NewContext, tag: str) -> None:
    page = opened(site, new_context, LIST)
    page.evaluate(TYPED_IN, tag)
    for key in ("/", "Control+k"):
        page.keyboard.press(key)
        assert page.evaluate("() => document.activeElement.tagName") == tag.upper()


@pytest.mark.parametrize("key", ["Control+/", "Alt+/", "Control+Shift+k", "Alt+k", "k"])
def test_other_keys_lead_nowhere(site: Site, new_context: NewContext, key: str) -> None:
    page = opened(site, new_context, LIST)
    page.keyboard.press(key)
    assert page.evaluate(ACTIVE) == ""


def test_slash_is_a_letter_of_a_query(site: Site, new_context: NewContext) -> None:
    page = opened(site, new_context, LIST)
    page.keyboard.press("/")
    page.keyboard.type("2/3")
    expect(page.get_by_role("combobox")).to_have_value("2/3")


@pytest.mark.parametrize("address", ["index.html", RECORD])
def test_keyboard_alone_comes_to_a_record(site: Site, new_context: NewContext, address: str) -> None:
    page = opened(site, new_context, address)
    page.keyboard.press("/")
    options = shown(page, "рисунок задачи")
    box = page.get_by_role("combobox").and_(page.locator(":focus"))
    expect(box).to_have_attribute("aria-expanded", "true")
    assert 2 <= options.count() <= 7
    own = options.filter(has_text="практика")
    assert own.first.evaluate(MARKED) == ["Задача", "рисунка"]
    href = own.first.get_attribute("href") or ""
    for _ in range(options.count()):
        page.keyboard.press("ArrowDown")
        chosen = page.locator("[role=option][aria-selected=true]")
        assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
        if chosen.get_attribute("href") == href:
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/practices/zadacha-v-tri-risunka.html")


def test_arrows_go_round_through_the_field_and_home_and_end_to_the_edges(
    site: Site, new_context: NewContext
) -> None:
    page = opened(site, new_context, LIST)
    page.keyboard.press("Control+k")
    options = shown(page, "чтение")
    last = options.count() - 1
    chosen = page.locator("[role=option][aria-selected=true]")
    box = page.get_by_role("combobox")
    assert box.get_attribute("aria-controls") == page.get_by_role("listbox").get_attribute("id")
    for key, place in [
        ("Home", None), ("ArrowUp", last), ("ArrowDown", None), ("ArrowDown", 0), ("End", last), ("Home", 0),
        ("ArrowUp", None),
    ]:  # fmt: skip
        page.keyboard.press(key)
        if place is None:
            expect(chosen).to_have_count(0)
            assert box.get_attribute("aria-activedescendant") is None
        else:
            expect(chosen).to_have_attribute("id", f"mb-q-list-{place}")
            expect(chosen).to_be_in_viewport(ratio=0.9)


def test_difficulties_stand_first_and_all_results_last(site: Site, new_context: NewContext) -> None:
    page = opened(site, new_context, LIST)
    page.keyboard.press("/")
    options = shown(page, "прочитанное")
    expect(options.first).to_contain_text("затруднение")
    total = re.search(r"\d+$", options.last.inner_text())
    assert total
    options.last.click()
    page.wait_for_url("**/search.html?q=*")
    expect(page.locator("main")).to_contain_text(f"Найдено: {total.group()}")


@pytest.mark.parametrize("query", ["стаж", "класс", "мет", "рисунок задач"])
def test_all_results_have_those_that_are_suggested(site: Site, new_context: NewContext, query: str) -> None:
    page = opened(site, new_context, LIST)
    page.keyboard.press("/")
    options = shown(page, query)
    suggested = [option.get_attribute("href") for option in options.all()[:-1]]
    total = re.search(r"\d+$", options.last.inner_text())
    assert total
    options.last.click()
    page.wait_for_url("**/search.html?q=*")
    expect(page.locator("#search-count")).to_contain_text(f"Найдено: {total.group()}")
    while page.locator("#search-more").is_visible():
        number = page.locator(".mb-result").count()
        page.locator("#search-more").click()
        expect(page.locator(".mb-result").nth(number)).to_be_visible()
    links = page.locator(".mb-result h3 a").all()
    assert suggested
    assert set(suggested) <= {link.get_attribute("href") for link in links}


def test_result_says_by_what_else_it_was_found(site: Site, new_context: NewContext) -> None:
    page = opened(site, new_context, LIST)
    page.keyboard.press("/")
    expect(shown(page, "ИОМ").filter(has_text="найдено по: индивидуальный").first).to_be_visible()


def test_enter_goes_to_all_results_even_before_the_engine_is_there(
    site: Site, new_context: NewContext
) -> None:
    page = new_context().new_page()
    page.route("**/assets/metodbank/search/**", lambda route: route.abort())
    page.goto((site.folder / RECORD).as_uri())
    page.keyboard.press("/")
    page.keyboard.type("тихое чтение")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search\.html\?q=%D1%82%D0%B8%D1%85%D0%BE%D0%B5(\+|%20)%D1%87"))


def test_escape_closes_the_suggestions_and_then_leaves_for_where_the_reader_was(
    site: Site, new_context: NewContext
) -> None:
    page = opened(site, new_context, LIST)
    link = page.locator(".mb-card a").first
    link.focus()
    page.keyboard.press("/")
    shown(page, "чтение")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.get_by_role("combobox")).to_have_value("чтение")
    assert page.evaluate(ACTIVE) == "mb-q"
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_leaving_by_tab_closes_the_suggestions(site: Site, new_context: NewContext) -> None:
    page = opened(site, new_context, LIST)
    page.keyboard.press("/")
    shown(page, "чтение")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Найти")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_touch_on_a_telephone_comes_to_a_record(site: Site, new_context: NewContext) -> None:
    context = new_context(width=360)
    page = context.new_page()
    page.goto((site.folder / RECORD).as_uri())
    box = page.get_by_role("searchbox", name="Поиск по базе")
    assert page.get_by_role("banner").bounding_box()["height"] <= 100  # type: ignore[index]
    box.click()
    option = shown(page, "кухонные весы").filter(has_text="практика").first
    option.click()
    page.wait_for_url("**/practices/fizika-iz-kuhonnogo-yashchika.html")


def test_nothing_of_the_engine_is_asked_for_before_the_box_is_entered(
    site: Site, new_context: NewContext
) -> None:
    page = new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site.folder.as_uri())))
    page.goto((site.folder / RECORD).as_uri())
    page.keyboard.press("Tab")
    assert "/assets/metodbank/search_box.js" in asked
    assert [url for url in asked if "/search/" in url] == []
    page.keyboard.press("/")
    shown(page, "чтение")
    scripts = [url for url in asked if url.startswith("/assets/metodbank/search/")]
    assert len(scripts) == len(set(scripts)) > 7


def test_number_is_told_when_typing_stops(site: Site, new_context: NewContext) -> None:
    page = opened(site, new_context, LIST)
    page.keyboard.press("/")
    options = shown(page, "чтение")
    total = re.search(r"\d+$", options.last.inner_text())
    assert total
    status = page.get_by_role("banner").get_by_role("status")
    expect(status).to_have_text(f"Найдено: {total.group()}. Подсказок: {options.count() - 1}.")


def test_nothing_found_leads_on(site: Site, new_context: NewContext) -> None:
    page = opened(site, new_context, LIST)
    page.keyboard.press("/")
    options = shown(page, "ъъъщщщ")
    expect(options).to_have_text(["Таких слов в базе нет. Показать, что близко"])


@pytest.mark.parametrize(
    ("scheme", "width"), [("dark", 360), ("light", 1280), *slow(("light", 360), ("dark", 1280))]
)
def test_axe_finds_nothing_on_open_suggestions(
    site: Site, new_context: NewContext, axe: str, scheme: str, width: int
) -> None:
    for address in (RECORD, "index.html"):
        page = opened(site, new_context, address, width=width, scheme=scheme)
        page.keyboard.press("/")
        shown(page, "чтение")
        page.keyboard.press("ArrowDown")
        page.evaluate(axe)
        assert findings(address, page.evaluate(AXE)) == []


@pytest.mark.parametrize("address", [RECORD, "index.html"])
def test_doubled_text_on_a_narrow_screen_scrolls_nothing_sideways(
    site: Site, new_context: NewContext, address: str
) -> None:
    page = opened(site, new_context, address, width=320)
    page.evaluate(DOUBLE_TEXT)
    page.keyboard.press("/")
    shown(page, "чтение")
    assert not page.evaluate(SCROLLS)
    assert page.evaluate(STICKING_OUT) == []


def test_without_scripts_the_box_leads_to_the_page_of_the_search(site: Site, new_context: NewContext) -> None:
    page = opened(site, new_context, RECORD, scripts=False, width=360)
    page.get_by_role("searchbox", name="Поиск по базе").fill("чтение")
    page.get_by_role("button", name="Найти").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Поиск")
    expect(page.get_by_role("main").get_by_role("link", name="Практики", exact=True).first).to_be_visible()


def test_nothing_of_the_search_of_the_theme_is_in_the_site(site: Site) -> None:
    pages = [address for address in site.files if address.endswith(".html")]
    assert len(pages) > 200
    for address in pages:
        html = site.files[address].decode()
        assert [word for word in WAYS_OF_THE_THEME if word in html] == [], address
    others = [address for address in site.files if re.search(r"lunr|workers/|search.*\.json$", address)]
    assert others == []
