"""The page of the search: keys alone, the address and «Назад», facets, ways on; as a file and served."""

from __future__ import annotations

import http.server
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import NewContext, slow
from browser.test_accessibility import AXE, DOUBLE_TEXT, SCROLLS, STICKING_OUT, findings
from site_tree import Site

pytestmark = pytest.mark.browser

NOBODY_WROTE = "абракадабрище"
STATES = {
    "empty": "",
    "results": f"?q=стажеровка {NOBODY_WROTE}",
    "chosen": "?q=чтение&register=practice&register=event&subject=literature&sort=date",
    "lifted": "?q=чтение&fr=included&grades=11",
    "nothing": "?q=учитьбзж",
}


class Opened:
    """The page of the search in a browser, and what it complained of and asked for."""

    def __init__(self, page: Page, root: str) -> None:
        self.page = page
        self._root = root
        self.complaints: list[str] = []
        self.requested: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requested.append(request.url))

    def open(self, asked: str = "") -> Page:
        """Open the page with what an address asks for and wait for what it shows."""
        self.page.goto(f"{self._root}/search.html{asked}")
        self.wait()
        return self.page

    def wait(self) -> None:
        """Wait until the page says what it has found."""
        expect(self.status).not_to_be_empty()

    @property
    def field(self) -> Locator:
        return self.page.get_by_label("Что вы ищете")

    @property
    def status(self) -> Locator:
        return self.page.get_by_role("status")

    @property
    def titles(self) -> list[str]:
        return self.page.locator(".mb-result .mb-card__title").all_inner_texts()

    def total(self) -> int:
        """Return the number that the heading says."""
        text = self.page.locator("#search-count").inner_text()
        if text == "Ничего не нашлось":
            return 0
        found = re.fullmatch(r"(?:Найдено:|Всего в базе) (\d+)\s(?:запись|записи|записей)", text)
        assert found, text
        return int(found[1])

    def says(self, number: int) -> None:
        """Wait until the heading says the number."""
        expect(self.page.locator("#search-count")).to_have_text(re.compile(rf"\b{number}\s"))

    def box(self, title: str) -> Locator:
        """Return the checkbox of a value of a facet."""
        return self.page.get_by_role("checkbox", name=re.compile(rf"^{title} [0-9]+$"))

    @property
    def asked(self) -> dict[str, list[str]]:
        """Return what the address asks for."""
        return parse_qs(urlsplit(self.page.url).query)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def search(demonstration: Site, new_context: NewContext) -> Iterator[Opened]:
    """Return the page of the demonstration base, opened as a file; it must not complain."""
    opened = Opened(new_context().new_page(), demonstration.folder.as_uri())
    yield opened
    assert opened.complaints == []
    root = demonstration.folder.as_uri() + "/"
    assert opened.requested
    assert [address for address in opened.requested if not address.startswith(root)] == []


def test_practice_is_found_and_opened_by_keyboard_alone(search: Opened) -> None:
    page = search.open()
    page.keyboard.press("/")
    if not search.field.evaluate("field => field === document.activeElement"):
        search.field.focus()
    page.keyboard.type("задача рисунки")
    expect(page.locator("mark").first).to_have_text("Задача")
    page.keyboard.press("Enter")
    practices = search.box("Практики")
    for _ in range(40):
        page.keyboard.press("Tab")
        if practices.evaluate("box => box === document.activeElement"):
            break
    before = search.total()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Убрать отбор: Что это: Практики")).to_be_visible()
    assert 0 < search.total() < before
    expect(practices).to_be_focused()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.mb-result') !== null"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Задача в три рисунка")


@pytest.mark.parametrize("over_http", [False, True], ids=["file", "http"])
def test_address_tells_the_state_and_back_restores_it(
    demonstration: Site, new_context: NewContext, over_http: bool
) -> None:
    with served(demonstration.folder) as host:
        root = host if over_http else demonstration.folder.as_uri()
        search = Opened(new_context().new_page(), root)
        page = search.open()
        every = search.total()
        search.field.fill("чтение")
        page.keyboard.press("Enter")
        expect(page).to_have_title(re.compile("^чтение · Поиск"))
        expect(page.locator("#search-count")).to_contain_text("Найдено")
        found = search.total()
        assert 1 < found < every
        assert search.asked == {"q": ["чтение"]}
        search.box("Практики").check()
        expect(page.locator("#search-chosen li")).to_have_count(2)
        practices = search.total()
        search.box("События").check()
        expect(page.locator("#search-chosen li")).to_have_count(3)
        page.get_by_label("Порядок").select_option(label="сначала свежие")
        expect(page).to_have_url(re.compile("sort=date"))
        assert search.asked == {"q": ["чтение"], "register": ["practice", "event"], "sort": ["date"]}
        expect(page.locator(".mb-result").first).to_contain_text("запись от")
        both, titles = search.total(), search.titles
        # What was sent opens the same.
        other = Opened(new_context().new_page(), root)
        other.open("?" + urlsplit(page.url).query)
        assert (other.total(), other.titles) == (both, titles)
        assert other.box("События").is_checked()
        page.go_back()
        expect(page.get_by_label("Порядок")).to_have_value("")
        page.go_back()
        search.says(practices)
        assert not search.box("События").is_checked()
        page.go_back()
        search.says(found)
        expect(page.locator("#search-chosen")).to_be_hidden()
        page.go_forward()
        search.says(practices)
        assert search.box("Практики").is_checked()
        requested = [*search.requested, *other.requested]
        assert [address for address in requested if not address.startswith(root)] == []
        assert search.complaints + other.complaints == []


def test_typing_begins_one_step_however_many_letters_it_has(search: Opened) -> None:
    page = search.open("?q=чтение")
    steps = page.evaluate("history.length")
    search.field.fill("")
    search.field.press_sequentially("наставник", delay=60)
    expect(page).to_have_url(
        re.compile("наставник|" + "%D0%BD%D0%B0%D1%81%D1%82%D0%B0%D0%B2%D0%BD%D0%B8%D0%BA")
    )
    assert page.evaluate("history.length") == steps + 1
    page.go_back()
    expect(search.field).to_have_value("чтение")
    assert search.asked == {"q": ["чтение"]}


def test_reader_hears_the_number_once_the_hand_rests(search: Opened) -> None:
    page = search.open()
    heard = page.evaluate_handle("""() => {
        const heard = [];
        const status = document.querySelector('[role=status]');
        new MutationObserver(() => heard.push(status.textContent)).observe(status, { childList: true });
        return heard;
    }""")
    search.field.press_sequentially("чтение", delay=100)
    expect(search.status).to_contain_text("Найдено")
    assert search.status.inner_text() == page.locator("#search-count").inner_text()
    assert heard.evaluate("heard => heard.length") == 1


def test_number_beside_a_value_is_what_choosing_it_leaves(search: Opened) -> None:
    page = search.open("?q=чтение&register=practice&register=event")
    page.evaluate("() => document.querySelectorAll('.mb-filter').forEach(each => { each.open = true })")
    labels = page.locator(".mb-choice:visible")
    told = [re.sub(r"\s+", " ", text).strip() for text in labels.all_inner_texts()]
    seen = 0
    for text in told[::4]:
        title, number = re.fullmatch(r"(.+) (\d+)", text).groups()  # type: ignore[union-attr]
        box = page.get_by_role("checkbox", name=text, exact=True).first
        if box.is_checked():
            continue
        name = box.get_attribute("name")
        box.check()
        chip = page.get_by_role("button", name=re.compile(f"^Убрать отбор: .*: {re.escape(title)}$"))
        expect(chip).to_be_visible()
        if name != "register":
            search.says(int(number))
        chip.click()
        expect(chip).to_have_count(0)
        seen += 1
    assert seen > 4


def test_chips_take_choices_away_and_keep_the_focus(search: Opened) -> None:
    page = search.open("?q=чтение&register=practice&register=event&subject=literature")
    narrow = search.total()
    chips = page.locator("#search-chosen")
    expect(chips.get_by_role("button")).to_have_count(4)
    chips.get_by_role("button", name="Убрать отбор: Предмет: Литература").press("Enter")
    expect(chips.get_by_role("button")).to_have_count(3)
    expect(chips.get_by_role("button", name="Убрать отбор: Что это: События")).to_be_focused()
    assert search.total() > narrow
    chips.get_by_role("button", name="Сбросить всё").press("Enter")
    expect(chips).to_be_hidden()
    expect(page.locator("#search-count")).to_be_focused()
    assert search.asked == {"q": ["чтение"]}


def test_ten_more_come_with_the_focus_and_are_there_again_after_back(search: Opened) -> None:
    page = search.open()
    assert len(search.titles) == 10
    page.locator("#search-more").press("Enter")
    expect(page.locator(".mb-result")).to_have_count(20)
    expect(page.locator(".mb-result").nth(10).get_by_role("link")).to_be_focused()
    expect(search.status).to_have_text(f"Показано 20 из {search.total()}")
    assert len(set(search.titles)) == 20
    twentieth = page.locator(".mb-result").nth(19).get_by_role("link")
    twentieth.click()
    page.go_back()
    expect(page.locator(".mb-result")).to_have_count(20)


def test_long_facets_are_short_until_asked(search: Opened) -> None:
    page = search.open()
    subjects = page.locator(".mb-filter", has_text="Предмет").first
    assert subjects.get_by_role("checkbox").count() == 8
    more = subjects.get_by_role("button")
    assert (more.get_attribute("aria-expanded"), more.inner_text()[:3]) == ("false", "Ещё")
    more.press("Enter")
    assert subjects.get_by_role("checkbox").count() > 8
    assert page.evaluate("document.activeElement.name") == "subject"
    hidden = subjects.get_by_role("checkbox").last
    value = hidden.get_attribute("value")
    hidden.check()
    more.press("Enter")
    expect(page.locator(f"input[name=subject][value={value}]")).to_be_visible()


def test_what_was_relaxed_is_told(search: Opened) -> None:
    page = search.open(f"?q=стажеровка {NOBODY_WROTE}")
    advice = page.locator("#search-advice")
    expect(advice).to_contain_text("Слова «стажеровка» в базе нет. Искали «стажировка».")
    expect(advice).to_contain_text(f"Слова «{NOBODY_WROTE}» в базе нет, искали без него.")
    advice.get_by_role("link", name="«стажировка»").click()
    expect(search.field).to_have_value(f"стажировка {NOBODY_WROTE}")
    search.open("?q=cnf;bhjdrf")
    expect(advice).to_contain_text("Похоже, это набрано в другой раскладке. Искали «стажировка».")
    search.open("?q=«весы кухонные»")
    expect(advice).to_contain_text("Точно так, слово за словом, не написано нигде.")
    assert search.total() > 0


def test_result_says_why_it_was_found(search: Opened) -> None:
    page = search.open("?q=ИОМ&register=act")
    act = page.locator(".mb-result", has=page.locator("a[href$='acts/reglament-iom-2025.html']"))
    expect(act).to_contain_text("найдено по: индивидуальный образовательный маршрут")


@pytest.mark.parametrize(("day", "number"), [("2026-08-31", 0), ("2026-09-01", 1)])
def test_term_is_over_by_the_day_of_the_reader(search: Opened, day: str, number: int) -> None:
    search.page.clock.set_fixed_time(f"{day}T12:00:00")
    page = search.open("?q=робототехника с первого занятия")
    site = page.locator(".mb-result", has=page.get_by_role("link", name="Робототехника с первого занятия"))
    expect(site).to_have_count(1)
    expect(site.get_by_text("срок истёк")).to_have_count(number)


def test_nothing_found_is_no_dead_end(search: Opened) -> None:
    page = search.open("?q=учитьбзж")
    expect(page.locator("#search-count")).to_have_text("Ничего не нашлось")
    page.locator("#search-advice").get_by_role("link", name="учить", exact=True).click()
    expect(search.field).to_have_value("учить")
    search.wait()
    assert search.total() > 0
    search.open(f"?q={NOBODY_WROTE}")
    expect(page.get_by_role("link", name="Дети боятся математики")).to_be_visible()
    search.open("?q=чтение&fr=included&grades=11")
    lifted = page.locator("#search-advice").get_by_role("button", name="Убрать отбор «Класс»")
    number = int(re.search(r"(\d+)\s", lifted.inner_text())[1])  # type: ignore[index]
    lifted.press("Enter")
    search.says(number)
    expect(page.locator("#search-count")).to_be_focused()


@pytest.mark.parametrize(
    "asked",
    [
        "?color=red&q=чтение",
        "?q=чтение&grades=99&subject=<b>&subject=",
        "?q=чтение&sort=price&__proto__=1&constructor=2",
        "?q=чтение&q=математика&grades=",
        "?q=чтение#nowhere",
    ],
)
def test_what_no_facet_has_is_harmless_in_the_address(search: Opened, asked: str) -> None:
    search.open("?q=чтение")
    number, titles = search.total(), search.titles
    search.page.goto("about:blank")
    search.requested.clear()
    search.open(asked)
    assert (search.total(), search.titles) == (number, titles)
    expect(search.page.locator("#search-chosen")).to_be_hidden()


def test_text_of_the_query_stays_text(search: Opened) -> None:
    page = search.open("?q=<img src=x onerror=alert(1)>абвгдежз")
    assert page.locator("main img").count() == 0
    expect(search.field).to_have_value("<img src=x onerror=alert(1)>абвгдежз")


@pytest.mark.parametrize("lost", ["*.js", "[tcf]*.js"], ids=["all", "some"])
def test_data_that_do_not_come_are_told_of_and_asked_for_again(
    demonstration: Site, tmp_path: Path, new_context: NewContext, lost: str
) -> None:
    site = tmp_path / "site"
    shutil.copytree(demonstration.folder, site)
    aside = tmp_path / "aside"
    aside.mkdir()
    files = list((site / "search").glob(lost))
    for file in files:
        file.rename(aside / file.name)
    page = new_context().new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site.as_uri()}/search.html?q=чтение")
    again = page.get_by_role("button", name="Попробовать ещё раз")
    expect(again).to_be_visible()
    expect(page.get_by_role("link", name="Практики").last).to_be_visible()
    for file in files:
        (aside / file.name).rename(file)
    again.press("Enter")
    expect(page.locator(".mb-result").first).to_be_visible()
    expect(again).to_be_hidden()
    expect(page.locator("#search-count")).to_be_focused()
    assert errors == []


def aside(demonstration: Site, tmp_path: Path, *names: str) -> Site:
    """Return a copy of the site in which files by these names are missing."""
    shutil.copytree(demonstration.folder, tmp_path / "site")
    gone = [file for name in names for file in (tmp_path / "site").glob(name)]
    assert gone
    for file in gone:
        file.unlink()
    return Site(tmp_path / "site")


@pytest.mark.parametrize(
    "script", ["find", "page/results", *slow("loading", "query", "page/making", "page/page")]
)
def test_script_that_does_not_come_is_told_of(
    demonstration: Site, tmp_path: Path, new_context: NewContext, script: str
) -> None:
    site = aside(demonstration, tmp_path, f"assets/metodbank/search/{script}.js")
    page = new_context().new_page()
    page.goto(f"{site.folder.as_uri()}/search.html?q=чтение")
    expect(page.get_by_role("alert")).to_contain_text("Поиск не загрузился")
    expect(page.locator("#search-whole")).to_be_hidden()
    expect(page.get_by_role("link", name="Практики").last).to_be_visible()
    expect(page.get_by_role("link", name="Дети боятся математики")).to_be_visible()


@pytest.mark.parametrize("lost", ["t*.js", "v*.js"])
def test_nothing_is_said_of_words_whose_data_did_not_come(
    demonstration: Site, tmp_path: Path, new_context: NewContext, lost: str
) -> None:
    site = aside(demonstration, tmp_path, f"search/{lost}")
    page = new_context().new_page()
    page.goto(f"{site.folder.as_uri()}/search.html?q=чтение прочитанного")
    expect(page.get_by_role("status")).to_have_text(re.compile("^Загрузилось не всё"))
    expect(page.get_by_role("heading", name="Загрузилось не всё")).to_be_visible()
    expect(page.locator("#search-advice")).to_be_hidden()
    expect(page.get_by_role("button", name="Попробовать ещё раз")).to_be_visible()


@pytest.mark.parametrize("query", ['"', "😀", "и в на", *slow("«»", "%25", "^.*$", "не")])
def test_query_without_a_word_is_told_of_and_leads_on(search: Opened, query: str) -> None:
    page = search.open(f"?q={query}")
    heading = page.get_by_role("heading", name="В запросе нет слов, по которым можно искать")
    expect(heading).to_be_visible()
    expect(search.status).to_have_text("В запросе нет слов, по которым можно искать")
    expect(page.get_by_text("Например:")).to_be_visible()
    expect(page.get_by_role("heading", name="Списки целиком")).to_be_visible()
    page.get_by_role("checkbox", name=re.compile("^Практики")).check()
    expect(page.locator("#search-advice")).to_contain_text("В запросе нет слов")


def test_complete_word_is_taken_as_begun_too_and_comes_first(search: Opened) -> None:
    page = search.open("?q=стаж")
    results = page.locator(".mb-result")
    assert "Стажировка" in search.titles
    expect(results.first).to_contain_text("слова стоят в тексте записи")
    expect(results.filter(has=page.get_by_role("link", name="стажировка", exact=True))).to_contain_text(
        "по началу слова: стажировка"
    )
    page.reload()
    search.wait()
    assert "Стажировка" in search.titles


def test_phrase_that_is_not_closed_goes_on_to_the_end(search: Opened) -> None:
    search.open("?q=«кухонные весы»")
    closed = search.total(), search.titles
    search.open("?q=«кухонные весы")
    assert (search.total(), search.titles) == closed


def test_escape_leaves_the_field_as_it_is(search: Opened) -> None:
    page = search.open("?q=чтение")
    found = search.total()
    page.keyboard.press("/")
    expect(search.field).to_be_focused()
    page.keyboard.press("Escape")
    expect(search.field).not_to_be_focused()
    expect(search.field).to_have_value("чтение")
    assert search.total() == found


def test_date_by_which_results_are_sorted_is_shown(search: Opened) -> None:
    page = search.open("?q=чтение&register=practice&sort=date")
    told = page.locator(".mb-result .mb-card__facts").all_inner_texts()
    days = [re.search(r"запись от (\d+)\s(\w+)\s(\d{4})\sг\.", line) for line in told]
    months = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября"]
    months += ["октября", "ноября", "декабря"]
    found = [(int(day[3]), months.index(day[2]), int(day[1])) for day in days if day]
    assert len(found) == len(told) > 2
    assert found == sorted(found, reverse=True)
    search.open("?q=чтение&register=practice")
    expect(page.locator(".mb-result").first).not_to_contain_text("запись от")


def test_titles_of_results_are_headings_under_their_number(search: Opened) -> None:
    page = search.open("?q=чтение")
    headings = page.locator("main :is(h1, h2, h3)").all()
    levels = [each.evaluate("each => each.tagName") for each in headings if each.is_visible()]
    assert levels == ["H1", "H2", *["H3"] * 10]


def test_without_scripts_the_page_leads_to_lists_filters_and_difficulties(
    demonstration: Site, new_context: NewContext
) -> None:
    page = new_context(scripts=False).new_page()
    page.goto((demonstration.folder / "search.html").as_uri())
    expect(page.get_by_label("Что вы ищете")).to_be_hidden()
    expect(page.locator("noscript > .mb-lead")).to_be_visible()
    # Playwright reads no text inside of noscript, so its elements are told by where they lead.
    literature = page.locator("a[href='practices/by-subjects-literature.html']")
    page.locator("noscript details", has=literature).locator("summary").click()
    literature.click()
    expect(page.locator(".mb-chosen")).to_contain_text("Литература")
    page.go_back()
    page.get_by_role("link", name="Дети боятся математики").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Дети боятся математики")


def test_on_a_phone_facets_are_behind_a_button(demonstration: Site, new_context: NewContext) -> None:
    search = Opened(new_context(width=360).new_page(), demonstration.folder.as_uri())
    page = search.open("?q=чтение")
    practices = search.box("Практики")
    expect(practices).to_be_hidden()
    page.get_by_text("Уточнить", exact=True).click()
    practices.check()
    apply = page.get_by_role("button", name=re.compile(r"^Показать [0-9]+\s(запись|записи|записей)$"))
    expect(page.locator("#search-chosen li")).to_have_count(2)
    assert str(search.total()) in apply.inner_text()
    apply.press("Enter")
    expect(practices).to_be_hidden()
    expect(page.locator("#search-count")).to_be_focused()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(practices).to_be_visible()


@pytest.mark.parametrize(
    ("scheme", "width"), [("dark", 360), ("light", 1280), *slow(("light", 360), ("dark", 1280))]
)
def test_axe_finds_nothing_in_any_state(
    demonstration: Site, new_context: NewContext, axe: str, scheme: str, width: int
) -> None:
    search = Opened(new_context(width=width, scheme=scheme).new_page(), demonstration.folder.as_uri())
    found = []
    for name, asked in STATES.items():
        page = search.open(asked)
        page.locator("#search-filters").evaluate("details => details.open = true")
        page.evaluate(axe)
        found += findings(name, page.evaluate(AXE))
    assert found == []


@pytest.mark.parametrize(("width", "doubled"), [(320, True), *slow((320, False), (640, True), (1280, True))])
def test_nothing_scrolls_sideways_in_any_state(
    demonstration: Site, new_context: NewContext, width: int, doubled: bool
) -> None:
    search = Opened(new_context(width=width).new_page(), demonstration.folder.as_uri())
    wide = []
    for name, asked in STATES.items():
        page = search.open(asked)
        page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true })")
        if doubled:
            page.evaluate(DOUBLE_TEXT)
        if page.evaluate(SCROLLS) or page.evaluate(STICKING_OUT):
            wide.append((name, page.evaluate(STICKING_OUT)))
    assert wide == []
