"""The folder opened as files: nothing fails or leaves the folder; scripts and mouse are optional."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import ConsoleMessage, Request, expect

from browser.conftest import NewContext
from site_tree import Site

pytestmark = pytest.mark.browser

# The switch of colours is a hidden input that its label stands for.
FOCUS = """() => {
    const active = document.activeElement;
    const shown = active.type === 'radio' ? active.nextElementSibling : active;
    const style = getComputedStyle(shown);
    const box = shown.getBoundingClientRect();
    return {
        text: active.textContent.trim(),
        tag: active.tagName,
        outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
        inView: box.width > 0 && box.bottom > 0 && box.right > 0 && box.left < innerWidth,
    };
}"""
AT_HEADING = "() => document.querySelector(location.hash) === document.querySelector('h1')"
BEHIND_HEADING = """() => {
    const place = document.querySelector('h1').compareDocumentPosition(document.activeElement);
    return (place & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)) > 0;
}"""


def test_no_page_complains_or_asks_anything_of_another_host(
    site: Site, addresses: list[str], new_context: NewContext
) -> None:
    page = new_context().new_page()
    complaints: list[str] = []
    requested: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(f"{page.url}: {message.text}")

    def failed(request: Request) -> None:
        # The icon is dropped where the next page is opened before it came.
        if request.failure != "net::ERR_ABORTED":
            complaints.append(f"{page.url}: {request.url}: {request.failure}")

    def asked(request: Request) -> None:
        requested.append(request.url)

    page.on("console", heard)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("requestfailed", failed)
    page.on("request", asked)
    for address in addresses:
        page.goto((site.folder / address).as_uri())
    root = site.folder.as_uri()
    assert len(requested) > 5 * len(addresses)
    assert [url for url in requested if not url.startswith((root, "data:"))] == []
    assert complaints == []


@pytest.mark.parametrize("width", [360, 1280])
def test_without_scripts_a_reader_comes_from_home_to_a_record(
    site: Site, new_context: NewContext, width: int
) -> None:
    page = new_context(width=width, scripts=False).new_page()
    page.goto((site.folder / "index.html").as_uri())
    menu = "Разделы"
    if width == 360:
        menu = "Все разделы"
        page.get_by_role("link", name="Меню").click()
    page.get_by_role("navigation", name=menu, exact=True).get_by_role("link", name="Практики").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Практики")
    page.get_by_role("link", name="Страница 2", exact=True).click()
    expect(page).to_have_url(re.compile(r"/practices/page-2\.html$"))
    card = page.locator(".mb-card a").first
    title = card.inner_text()
    card.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_without_scripts_the_menu_of_a_telephone_opens_and_closes(
    site: Site, new_context: NewContext
) -> None:
    page = new_context(width=360, scripts=False).new_page()
    page.goto((site.folder / "practices/index.html").as_uri())
    everything = page.get_by_role("navigation", name="Все разделы")
    expect(everything.get_by_role("link", name="Качество данных")).not_to_be_in_viewport()
    page.get_by_role("link", name="Меню").click()
    for name in ("Практики", "Затруднения", "Документы", "Качество данных", "Доступность"):
        expect(everything.get_by_role("link", name=name, exact=True)).to_be_visible()
    everything.get_by_role("link", name="Закрыть").click()
    expect(everything.get_by_role("link", name="Качество данных")).not_to_be_in_viewport()


def test_first_step_of_the_keyboard_skips_to_the_content(
    site: Site, addresses: list[str], new_context: NewContext
) -> None:
    page = new_context().new_page()
    for address in addresses:
        page.goto((site.folder / address).as_uri())
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus["text"] == "Перейти к содержанию", address
        assert focus["inView"], address
        assert focus["outlined"], address
        page.keyboard.press("Enter")
        assert page.evaluate(AT_HEADING), address
        page.keyboard.press("Tab")
        assert page.evaluate(BEHIND_HEADING), address


def test_focus_is_seen_at_every_step_of_the_keyboard(site: Site, new_context: NewContext) -> None:
    page = new_context().new_page()
    page.goto((site.folder / "practices/index.html").as_uri())
    steps = []
    for _ in range(60):
        page.keyboard.press("Tab")
        steps.append(page.evaluate(FOCUS))
    assert len({step["text"] for step in steps}) > 30
    unseen = [step for step in steps if step["tag"] != "BODY" and not (step["outlined"] and step["inView"])]
    assert unseen == []
