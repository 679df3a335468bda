"""The terms of a roadmap: a time line for each direction, and the same as a list in order of term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from metodbank import addresses
from metodbank.charts import Span, TimelineChart, timeline
from metodbank.models.parts import Period
from metodbank.models.roadmap import Measure
from metodbank.pages.context import SiteContext
from metodbank.pages.measure_groups import by_direction
from metodbank.pages.measure_views import StateView, anchor_of, state_of
from metodbank.pages.plain_views import DateView, date_view
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.wording import unbroken
from metodbank.records import Record
from metodbank.roadmap_states import due_on
from metodbank.russian_words import NO_BREAK

MOST_YEARS = 10
"""A time line that is longer has a typing error at its end, and nothing could be read on it."""


LONGEST = 72
"""Signs of a title beside its bar: about three lines; the row that it leads to has all of it."""


@dataclass(frozen=True, slots=True)
class TermRow:
    """A row of a roadmap by its term: `term` is in the document's own words, `is_day` where it is one day."""

    link: LinkView
    due: DateView | None
    is_day: bool
    term: str
    state: StateView


@dataclass(frozen=True, slots=True)
class TermsView:
    """All terms, which lead to their rows; `undated` are the rows whose year the document does not tell."""

    charts: tuple[TimelineChart, ...]
    dated: tuple[TermRow, ...]
    undated: tuple[TermRow, ...]


def terms_view(context: SiteContext, record: Record, presenter: Presenter) -> TermsView:
    """Return the time lines of a roadmap and its rows in order of term."""
    measures: Sequence[Measure] = record.data.measures
    as_of = context.as_of
    page = presenter.href(addresses.record_page(record.kind.folder, record.id))
    rows = [_row(context, measure, page) for measure in sorted(measures, key=lambda m: _order(m, as_of))]
    spans = {measure.id: tuple(_spans(context, measure, page)) for measure in measures}
    days = [day for found in spans.values() for span in found for day in (span.start, span.end)]
    charts = []
    if days:
        first, last = _year_bounds(record.data.period, days)
        for direction, group in by_direction(measures).items():
            title = presenter.link("direction", direction).text if direction else "Сроки мероприятий"
            found = tuple(span for measure in group for span in spans[measure.id] if span.end <= last)
            if found:
                said = _description(as_of)
                charts.append(timeline(title, said, found, first, last, as_of, is_broad_only=True))
    return TermsView(
        charts=tuple(charts),
        dated=tuple(row for row in rows if row.due),
        undated=tuple(row for row in rows if not row.due),
    )


def _row(context: SiteContext, measure: Measure, page: str) -> TermRow:
    due = due_on(measure, context.as_of)
    return TermRow(
        link=LinkView(measure.title, f"{page}#{anchor_of(measure)}"),
        due=date_view(due) if due else None,
        is_day=any(part.start == part.end == due for part in measure.term.periods),
        term=unbroken(measure.term.raw),
        state=state_of(context, measure),
    )


def _spans(context: SiteContext, measure: Measure, page: str) -> Iterator[Span]:
    """Yield the spans of a term that have an end; those after the first stand under it without a label."""
    state = state_of(context, measure)
    title = f"{measure.number} {measure.title}" if measure.number else measure.title
    label, href = shorten(title, LONGEST, placeholder="…"), f"{page}#{anchor_of(measure)}"
    said = f"{state.sign} {state.text}, "
    for start, end, words in _periods(measure, context.as_of):
        yield Span(label, start, end, state.id, said + words, href)
        label, href, said = "", "", ""


def _periods(measure: Measure, as_of: date) -> Iterator[tuple[date, date, str]]:
    """Yield first day, last day and words of each part of a term; a deadline is the day itself."""
    for period in measure.term.periods:
        if period.end:
            start = period.start or period.end
            words = f"до{NO_BREAK}{_day(period.end)}" if period.start is None else _day(period.end)
            if start != period.end:
                words = f"{_day(start)}–{words}"
            yield start, period.end, words
    moved = measure.moved_to
    if moved is not None and due_on(measure, as_of) == moved:
        yield moved, moved, f"перенесено на {_day(moved)}"


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _year_bounds(period: Period, days: Sequence[date]) -> tuple[date, date]:
    """Return the first day of the first year and the last day of the last one."""
    years = [day.year for day in (*days, period.start, period.end) if day]
    first = min(years)
    return date(first, 1, 1), date(min(max(years), first + MOST_YEARS), 12, 31)


def _description(as_of: date) -> str:
    return f"Сроки мероприятий полосами по времени, с состоянием каждого на {date_view(as_of).text}"


def _order(measure: Measure, as_of: date) -> tuple[date, str]:
    return due_on(measure, as_of) or date.max, measure.id
