"""What is missing of a year and from whom: territories that did not report, with whom to call there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from metodbank.indicators.score import Absence, State
from metodbank.models.indicator import REGION, Indicator
from metodbank.models.parts import Contact
from metodbank.open_data.telling import Telling
from metodbank.pages.context import SiteContext
from metodbank.pages.indicator_links import passport_link
from metodbank.pages.indicator_unknown import UnknownView, unknown_views
from metodbank.pages.plain_views import PhoneView, phone_view
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.wording import unbroken
from metodbank.russian_words import counted

MOST_OPEN = 8
FEWEST_TOLD_TOGETHER = 4


@dataclass(frozen=True, slots=True)
class ServiceView:
    """Whom to call about a territory."""

    who: str
    phone: PhoneView | None
    email: str
    hours: str


@dataclass(frozen=True, slots=True)
class SilentView:
    """A territory and the indicators whose figures it did not report; `all_of` where it reported none."""

    territory: LinkView
    service: ServiceView | None
    indicators: tuple[LinkView, ...]
    all_of: str


@dataclass(frozen=True, slots=True)
class GapsView:
    """All that is missing of a year."""

    silent: tuple[SilentView, ...]
    silent_text: str
    is_folded: bool
    unknown: tuple[UnknownView, ...]
    table: str


def gaps_view(context: SiteContext, presenter: Presenter, year: int) -> GapsView:
    """Return what followed frameworks ask for in a year and nobody has told."""
    asked = tuple(_asked(context.telling, year))
    silent = tuple(_silent(context, presenter, asked, year))
    return GapsView(
        silent=silent,
        is_folded=len(silent) > MOST_OPEN,
        silent_text=_from_whom(context.telling, presenter, silent),
        unknown=tuple(unknown_views(context, presenter, asked, year)),
        table=f"monitoring/{year}.csv",
    )


def _from_whom(telling: Telling, presenter: Presenter, silent: Iterable[SilentView]) -> str:
    """Return from how many territories inside there are no figures; the whole is none of them."""
    home = presenter.link("territory", telling.home)
    number = sum(view.territory != home for view in silent)
    if not number:
        return "по территории базы в целом"
    return f"от {counted(number, 'территории', 'территорий', 'территорий')}"


def _asked(telling: Telling, year: int) -> Iterator[str]:
    """Yield the indicators that a followed framework still asks for in the year, in its order."""
    seen = set()
    for _, statement in telling.statements():
        identifier = statement.indicator
        if identifier in seen or identifier not in telling.base.indicators:
            continue
        seen.add(identifier)
        found = telling.assessments(identifier, telling.home, year)
        if any(each.state is not State.PERIOD_OVER for each in found):
            yield identifier


def _silent(
    context: SiteContext, presenter: Presenter, asked: Iterable[str], year: int
) -> Iterator[SilentView]:
    telling = context.telling
    reported = [each for each in asked if _is_reported(telling.base.indicators[each].definition)]
    missing: dict[str, list[LinkView]] = {}
    for identifier in reported:
        for place in _not_reporting(telling, identifier, telling.home, year):
            missing.setdefault(place, []).append(passport_link(telling, presenter, identifier, year))
    of_all = sum(telling.base.indicators[each].definition.scope != REGION for each in reported)
    for place in (place for place in telling.scoring.territories() if place in missing):
        links = tuple(missing[place])
        is_none_reported = len(links) == of_all >= FEWEST_TOLD_TOGETHER and place != telling.home
        text = f"ни об одном из {counted(of_all, 'показателя', 'показателей', 'показателей')}"
        yield SilentView(
            territory=presenter.link("territory", place),
            service=_service(context, place),
            indicators=() if is_none_reported else links,
            all_of=text if is_none_reported else "",
        )


def _is_reported(definition: Indicator) -> bool:
    return any(part is not None and part.observed for part in (definition.numerator, definition.denominator))


def _not_reporting(telling: Telling, identifier: str, territory: str, year: int) -> Iterator[str]:
    """Yield the territories without figures of their own or of any inside them."""
    definition = telling.base.indicators[identifier].definition
    inside = telling.scoring.breakdown(identifier, territory, year)
    if inside and definition.scope != REGION:
        for score in inside:
            yield from _not_reporting(telling, identifier, score.subject, year)
    elif telling.scoring.score(identifier, territory, year).absence is Absence.NO_DATA:
        yield territory


def _service(context: SiteContext, territory: str) -> ServiceView | None:
    record = context.base.get("territory", territory)
    contact: Contact | None = record.data.contact if record else None
    if contact is None:
        return None
    phone = phone_view(contact.phone) if contact.phone else None
    return ServiceView(contact.who, phone, contact.email or "", unbroken(contact.hours or ""))
