"""The preview in a browser: the page in view reloads by itself, and what is wrong stands in it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

import site_bases
from browser.conftest import NewContext
from browser.test_accessibility import AXE, SCROLLS, STICKING_OUT, findings
from knowledge_bases import change, write
from previews import Served, serving

pytestmark = pytest.mark.browser

RECORD = "practices/primer.yml"
LONG = "\n\n".join(f"Шаг {number}. Прочитать текст и задать один вопрос." for number in range(60))
TITLE = "Вопросы к тексту"
NEWS = "/_metodbank/news"


@pytest.fixture
def served(root: Path, tmp_path: Path) -> Iterator[Served]:
    """Return a preview of the smallest base, with a record that is longer than a screen."""
    lines = "steps: |\n" + "".join(f"  {line}\n" for line in LONG.splitlines())
    change(root, RECORD, "steps: Прочитать текст и задать один вопрос.\n", lines)
    with serving(root, "--port", "0", temporary=tmp_path / "temporary") as served:
        yield served


def opened(served: Served, page: Page, path: str = "practices/primer.html") -> Page:
    """Open a page of the preview and mark it, so that a reload is seen."""
    page.set_default_timeout(30_000)
    page.goto(served.url + path)
    page.evaluate("() => { window.isMarked = true }")
    return page


def is_marked(page: Page) -> bool:
    return bool(page.evaluate("() => window.isMarked === true"))


def png(width: int) -> bytes:
    """Return a grey picture of one line."""
    parts = {
        b"IHDR": struct.pack(">IIBBBBB", width, 1, 8, 0, 0, 0, 0),
        b"IDAT": zlib.compress(bytes(width + 1)),
        b"IEND": b"",
    }
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts.items()
    )


def notice(page: Page) -> Locator:
    return page.locator(".mb-preview")


def test_page_in_view_reloads_with_its_place_kept_and_others_stay(
    root: Path, served: Served, new_context: NewContext
) -> None:
    page = opened(served, new_context().new_page())
    other = opened(served, new_context().new_page(), "rules/index.html")
    page.evaluate("() => scrollTo(0, 900)")
    change(root, RECORD, TITLE, "Вопросы к рассказу")
    expect(page.get_by_role("heading", level=1)).to_have_text("Вопросы к рассказу", timeout=30_000)
    page.wait_for_function("() => scrollY > 600")
    assert not is_marked(page)
    assert is_marked(other)


def test_page_reloads_when_its_picture_is_another(
    root: Path, served: Served, new_context: NewContext
) -> None:
    write(root, "content/about/novosti.md", "# Новости\n\n![Двор](dvor.png)\n")
    write(root, "content/about/dvor.png", png(20))
    served.until(lambda: served.ask("/about/novosti.html").status == 200)
    page = opened(served, new_context().new_page(), "about/novosti.html")
    write(root, "content/about/dvor.png", png(40))
    page.wait_for_function("() => document.querySelector('img[alt=\"Двор\"]')?.naturalWidth === 40")
    page.wait_for_function("() => window.isMarked !== true")


def test_broken_record_is_told_on_its_last_good_page_until_it_is_mended(
    root: Path, served: Served, new_context: NewContext
) -> None:
    page = opened(served, new_context().new_page())
    change(root, RECORD, "organization: shkola", "organization: shkolla")
    told = page.get_by_role("alert", name="Эта страница осталась прежней: в её файле ошибка")
    expect(told).to_be_visible(timeout=30_000)
    line = (root / RECORD).read_text("utf-8").splitlines().index("organization: shkolla") + 1
    expect(told.locator("code")).to_have_text(f"{RECORD}:{line}:15")
    expect(told).to_contain_text("Нет организации с идентификатором «shkolla».")
    expect(told).to_contain_text("→ Вероятно, имелось в виду «shkola»")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    change(root, RECORD, "organization: shkolla", "organization: shkola")
    expect(told).to_have_count(0, timeout=30_000)
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


def test_closed_notice_stays_closed_until_it_says_something_else(
    root: Path, served: Served, new_context: NewContext
) -> None:
    page = opened(served, new_context().new_page())
    change(root, RECORD, "organization: shkola", "organization: shkolla")
    page.get_by_role("button", name="Закрыть").focus()
    page.keyboard.press("Enter")
    expect(notice(page)).to_have_count(0)
    with page.expect_response(lambda response: "/_metodbank/news" in response.url):
        page.reload()
    page.wait_for_function("() => document.readyState === 'complete'")
    expect(notice(page)).to_have_count(0)
    change(root, RECORD, "organization: shkolla", "organization: shkolllla")
    expect(notice(page)).to_contain_text("«shkolllla»", timeout=30_000)


def test_text_of_a_record_is_never_markup_in_the_notice(
    root: Path, served: Served, new_context: NewContext
) -> None:
    page = opened(served, new_context().new_page())
    change(root, RECORD, "organization: shkola", 'organization: "<img src=x onerror=alert(1)>"')
    expect(notice(page)).to_contain_text("<img src=x onerror=alert(1)>", timeout=30_000)
    expect(notice(page).locator("img")).to_have_count(0)


def test_page_of_trouble_recovers_by_itself(root: Path, tmp_path: Path, new_context: NewContext) -> None:
    region = (root / "region.yml").read_text("utf-8")
    write(root, "region.yml", "name: [")
    with serving(root, "--port", "0", temporary=tmp_path / "temporary") as served:
        page = new_context(width=360).new_page()
        page.set_default_timeout(30_000)
        page.goto(served.url)
        expect(page.get_by_role("heading", level=1)).to_have_text("Сайт пока не построен")
        write(root, "region.yml", "name: {")
        expect(page.locator("pre")).to_contain_text("region.yml:1:", timeout=30_000)
        expect(notice(page)).to_have_count(0)
        write(root, "region.yml", region)
        expect(page.get_by_role("heading", level=1)).not_to_have_text("Сайт пока не построен", timeout=30_000)


def test_page_waits_for_a_server_that_was_stopped(
    root: Path, tmp_path: Path, served: Served, new_context: NewContext
) -> None:
    page = opened(served, new_context().new_page())
    served.stop()
    change(root, RECORD, TITLE, "Вопросы к рассказу")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert is_marked(page)
    with serving(root, "--port", str(served.port), temporary=tmp_path / "again"):
        expect(page.get_by_role("heading", level=1)).to_have_text("Вопросы к рассказу", timeout=30_000)


def test_pages_out_of_view_ask_for_no_news(served: Served, new_context: NewContext) -> None:
    context = new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url) if NEWS in request.url else None)
    for _ in range(8):  # a browser opens six connections to a host; a page in view holds one of them
        page = context.new_page()
        page.add_init_script("Object.defineProperty(document, 'visibilityState', {get: () => 'hidden'})")
        opened(served, page)
    assert asked == []
    with context.expect_event("request", lambda request: NEWS in request.url):
        opened(served, context.new_page())
    assert len(asked) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_notice_is_reachable_on_any_screen(
    root: Path, served: Served, new_context: NewContext, axe: str, scheme: str, width: int
) -> None:
    for number in range(12):
        broken = (root / RECORD).read_text("utf-8").replace("organization: shkola", "organization: net-takoy")
        write(root, f"practices/slozhnoe-imya-zapisi-{number}.yml", broken)
    page = opened(served, new_context(width=width, scheme=scheme).new_page())
    expect(notice(page)).to_contain_text("И ещё 2\u00a0замечания", timeout=30_000)
    page.evaluate(axe)
    assert findings("notice", page.evaluate(AXE)) == []
    assert not page.evaluate(SCROLLS)
    assert page.evaluate(STICKING_OUT) == []
    box = notice(page).bounding_box()
    assert box is not None
    assert 0 < box["height"] <= 0.45 * 800 + 1
    assert box["y"] + box["height"] == pytest.approx(800, abs=1)
    page.evaluate("() => scrollTo(0, document.documentElement.scrollHeight)")
    footer = page.locator("footer").bounding_box()
    box = notice(page).bounding_box()
    assert footer is not None
    assert box is not None
    assert footer["y"] + footer["height"] <= box["y"] + 1


def test_pages_of_the_demonstration_complain_of_nothing(tmp_path: Path, new_context: NewContext) -> None:
    root = site_bases.copied(tmp_path / "demonstration")
    page = new_context().new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    with serving(root, "--port", "0", temporary=tmp_path / "temporary") as served:
        for path in ("", "practices/", "practices/index.html", "quality.html", "for-methodists/publish.html"):
            with page.expect_request(lambda request: NEWS in request.url):
                page.goto(served.url + path)
        assert len([url for url in asked if NEWS in url]) == 5
        assert [url for url in asked if not url.startswith((served.url, "data:"))] == []
        page.goto("about:blank")
    assert complaints == []
