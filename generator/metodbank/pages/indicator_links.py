"""Links between the pages of indicators: to a passport of a year, to the list of a year, to the data."""

from __future__ import annotations

from metodbank import addresses
from metodbank.open_data.score_shapes import AssessmentData
from metodbank.open_data.telling import Telling
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.wording import unbroken


def list_address(telling: Telling, year: int) -> str:
    """Return the address of the list of a year: the year shown first has the folder's own."""
    if year == telling.scoring.default_year():
        return addresses.list_page(addresses.INDICATORS)
    return addresses.indicators_year_page(year)


def passport_address(telling: Telling, identifier: str, year: int) -> str:
    """Return the address of the page of an indicator for a year that it has a page of."""
    if year == telling.scoring.default_year():
        return addresses.indicator_page(identifier)
    return addresses.indicator_year_page(identifier, year)


def list_years(telling: Telling) -> tuple[int, ...]:
    """Return the years that have a list, the latest first."""
    years = {*telling.scoring.years(), telling.scoring.default_year()}
    return tuple(year for year in sorted(years, reverse=True) if telling.has_begun(year))


def passport_years(telling: Telling, identifier: str) -> tuple[int, ...]:
    """Return the years that an indicator has a page of, the latest first."""
    return tuple(year for year in reversed(telling.years_of(identifier)) if telling.has_begun(year))


def passport_link(
    telling: Telling, presenter: Presenter, identifier: str, year: int | None = None
) -> LinkView:
    """Return the link to the page of an indicator, to that of the year where it has one; text where none."""
    layered = telling.base.indicators.get(identifier)
    title = unbroken(layered.definition.short_title) if layered else identifier
    if layered is None or identifier not in telling.scoring.explained():
        return LinkView(title)
    has_page = year is not None and year in passport_years(telling, identifier)
    shown = year if has_page and year is not None else telling.scoring.default_year()
    return LinkView(title, presenter.href(passport_address(telling, identifier, shown)))


def year_links(presenter: Presenter, of_years: dict[int, str], here: int) -> tuple[LinkView, ...]:
    """Return the links to the pages of other years by their addresses; the year of the page is only named."""
    return tuple(
        LinkView(str(year), "" if year == here else presenter.href(address))
        for year, address in of_years.items()
    )


def statement_name(telling: Telling, found: AssessmentData) -> str:
    """Return the framework and the number of a statement: «Концепция ЕФС (Р-174), 2.1»."""
    framework = telling.base.frameworks[found.framework].definition
    statement = framework.statement(found.statement)
    number = f", {statement.number}" if statement and statement.number else ""
    return f"{framework.short_title}{number}"


def statement_link(telling: Telling, found: AssessmentData) -> LinkView:
    """Return the link to a statement on the page of its indicator."""
    return LinkView(statement_name(telling, found), f"#{statement_anchor(found.framework, found.statement)}")


def statement_anchor(framework: str, statement: str) -> str:
    """Return the id of a statement on the page of its indicator."""
    return f"s-{framework}-{statement}"


def data_links(presenter: Presenter) -> tuple[LinkView, ...]:
    """Return the links to the files of data."""
    return (
        LinkView("JSON", presenter.href(addresses.INDICATORS_JSON)),
        LinkView("CSV для Excel", presenter.href(addresses.INDICATORS_CSV)),
        LinkView("схема JSON", presenter.href(addresses.INDICATORS_SCHEMA)),
    )
