"""The twin for peers that take Markdown pages and nothing else: records, lists and terms as Markdown files.

The cards and filters of a list are HTML blocks, which is in the peers' favour: Python-Markdown passes them.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import jinja2

from benchmarks import twin
from benchmarks.workload import practices

SITE = Path(__file__).parent / "markdown_site"
_TITLES = twin.titles()
_TEMPLATES = jinja2.Environment(  # noqa: S701 (Markdown around words of our own making)
    loader=jinja2.FileSystemLoader(SITE), undefined=jinja2.StrictUndefined
)


@dataclass(frozen=True)
class Listed:
    """What lists know of a record."""

    id: str
    title: str
    summary: str
    audience: str
    lesson_minutes: int
    preparation_minutes: int
    memberships: dict[str, list[str]]


def write_records(number: int, folder: Path) -> None:
    """Write the configuration and the pages of so many records into a new folder."""
    pages = folder / "docs" / "practices"
    pages.mkdir(parents=True)
    shutil.copy(SITE / "mkdocs.yml", folder)
    for practice in practices(number):
        page = _drawn(
            "record.md.jinja",
            practice=practice,
            front_matter=twin.front_matter(practice),
            audience=twin.audience(practice),
            body=twin.body(practice),
        )
        (pages / f"{practice.id}.md").write_text(page, "utf-8")


def listed(number: int) -> list[Listed]:
    """Return what lists know of so many records."""
    return [
        Listed(
            practice.id,
            practice.title,
            practice.summary,
            twin.audience(practice),
            practice.lesson_minutes,
            practice.preparation_minutes,
            twin.memberships(practice),
        )
        for practice in practices(number)
    ]


def list_pages(records: Iterable[Listed]) -> Iterator[tuple[str, str]]:
    """Yield address without ending and Markdown of the home page, of every list and of every term."""
    cards: list[str] = []
    groups: dict[str, dict[str, list[str]]] = {
        name: defaultdict(list) for name in (*twin.FACETS, *twin.terms())
    }
    for record in sorted(records, key=lambda one: one.title):
        card = _drawn("card.html.jinja", record=record)
        cards.append(card)
        for name, values in record.memberships.items():
            for value in values:
                groups[name][value].append(card)
    filters = _drawn("filters.html.jinja", facets=twin.FACETS, groups=groups)
    yield "index", _list("Нагрузочная база", [], filters)
    yield from _paged("practices/index", "Практики", cards, filters)
    for facet in twin.FACETS:
        for value, some in groups[facet].items():
            yield from _paged(f"practices/{facet}-{value}", _TITLES[value], some, filters)
    for kind, terms in twin.terms().items():
        places = [
            _drawn("place.html.jinja", url=f"{kind}/{id_}", title=title, place=place)
            for id_, (title, place) in terms.items()
        ]
        yield from _paged(f"{kind}/index", _TITLES[kind], places, "")
        for id_, (title, _) in terms.items():
            yield f"{kind}/{id_}", _term(kind, id_, title, groups[kind][id_])


def _paged(at: str, title: str, cards: Sequence[str], filters: str) -> Iterator[tuple[str, str]]:
    pages = [cards[start : start + twin.PAGE_SIZE] for start in range(0, max(1, len(cards)), twin.PAGE_SIZE)]
    further = f"{at.removesuffix('index')}page" if at.endswith("/index") else f"{at}-page"
    urls = [at, *(f"{further}-{number}" for number in range(2, len(pages) + 1))]
    for place, (url, some) in enumerate(zip(urls, pages, strict=True)):
        near = {0, max(place - 1, 0), min(place + 1, len(urls) - 1), len(urls) - 1} - {place}
        yield url, _list(title, some, filters, [(urls[one], one + 1) for one in sorted(near)])


def _term(kind: str, id_: str, title: str, cards: Sequence[str]) -> str:
    """Return the page of a term: the first cards and a link to the list of all, where it has one."""
    facet = twin.WHOLE_LISTS.get(kind)
    if facet is None or len(cards) <= twin.PAGE_SIZE:
        return _list(title, cards, "")
    return _list(title, cards[: twin.PAGE_SIZE], "", more=f"practices/{facet}-{id_}")


def _list(
    title: str, cards: Sequence[str], filters: str, steps: Sequence[tuple[str, int]] = (), more: str = ""
) -> str:
    return _drawn("list.md.jinja", title=title, cards=cards, filters=filters, steps=steps, more=more)


def _drawn(template: str, **words: object) -> str:
    return _TEMPLATES.get_template(template).render(titles=_TITLES, **words)
