"""What a year was promised and what monitoring brought: targets by framework, figures by indicator."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank import addresses
from metodbank.indicators.score import Absence
from metodbank.open_data.score_shapes import ScoreData
from metodbank.pages.context import SiteContext
from metodbank.pages.cycle_views import FigureView, TargetsView
from metodbank.pages.plain_views import DateView, date_view
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.wording import unbroken
from metodbank.russian_words import NO_BREAK, plural

MOST_NAMED = 3
"""So many of those who did not report stand in the table; all of them are named below it."""


def target_views(context: SiteContext, presenter: Presenter, year: int) -> Iterator[TargetsView]:
    """Yield every framework that the base follows with the number of its targets of the year."""
    telling = context.telling
    for layered in telling.followed():
        told = telling.definitions.framework(layered)
        statements = layered.definition.assessed
        found = [each.targets_by_year.get(year) for each in statements]
        number = sum(target is not None and target.is_set for target in found)
        act = presenter.cited(told.act) if told.act and context.base.get("act", told.act) else None
        page = presenter.href(addresses.framework_page(layered.id))
        yield TargetsView(
            LinkView(told.short_title, page),
            act,
            unbroken(told.citation),
            _targets_text(number, len(statements), year),
            bool(number),
        )


def figure_views(context: SiteContext, presenter: Presenter, year: int) -> Iterator[FigureView]:
    """Yield the indicators that monitoring brings and of which the year has a target or a figure."""
    telling = context.telling
    for identifier in telling.scoring.indicators():
        if not _is_observed(context, identifier):
            continue
        score = telling.score(identifier, telling.home, year)
        if score.absence is Absence.NO_DATA and not _is_asked(context, identifier, year):
            continue
        silent = tuple(_silent(context, presenter, identifier, year))
        yield FigureView(
            link=_indicator(context, presenter, identifier),
            value=score.text,
            absence=score.absence_text,
            coverage=score.coverage_text.replace(" из ", f"{NO_BREAK}из{NO_BREAK}"),
            missing=silent,
            named=silent[:MOST_NAMED],
            more=max(0, len(silent) - MOST_NAMED),
            as_of=_as_of(context, score),
            status=score.status_text,
        )


def is_complete(figure: FigureView) -> bool:
    """Return whether there is a value and all told theirs."""
    return bool(figure.value) and not figure.missing


def _targets_text(number: int, statements: int, year: int) -> str:
    if not number:
        return f"целей на {year} год нет"
    of_all = f"{number} из {statements} {plural(statements, 'пункта', 'пунктов', 'пунктов')}"
    return f"цели на {year} год — у {of_all}"


def _is_observed(context: SiteContext, identifier: str) -> bool:
    definition = context.base.indicators[identifier].definition
    parts = (definition.numerator, definition.denominator)
    return any(part is not None and part.observed for part in parts)


def _is_asked(context: SiteContext, identifier: str, year: int) -> bool:
    statements = (each for _, each in context.telling.statements() if each.indicator == identifier)
    targets = (each.targets_by_year.get(year) for each in statements)
    return any(target is not None and target.is_set for target in targets)


def _silent(context: SiteContext, presenter: Presenter, identifier: str, year: int) -> Iterator[LinkView]:
    """Yield the territories that should have reported and did not."""
    telling = context.telling
    if len(telling.places_of(identifier)) > 1:
        for score in telling.inside(identifier, telling.home, year):
            if score.absence is Absence.NO_DATA:
                yield _territory(presenter, score)


def _territory(presenter: Presenter, score: ScoreData) -> LinkView:
    return presenter.link("territory", score.territory)


def _as_of(context: SiteContext, score: ScoreData) -> DateView | None:
    """Return the latest day of the rows that were counted; a row that was not used has no say."""
    counts = (count for count in (score.numerator, score.denominator) if count is not None)
    places = {(ground.file, ground.line) for count in counts for ground in count.counted}
    rows = context.base.observations.get(score.indicator, ())
    days = [row.as_of for row in rows if (row.file, row.row) in places]
    return date_view(max(days)) if days else None


def _indicator(context: SiteContext, presenter: Presenter, identifier: str) -> LinkView:
    title = context.base.indicators[identifier].definition.short_title
    return LinkView(title, presenter.href(addresses.indicator_page(identifier)))
