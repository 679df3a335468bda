"""«Сопоставление систем»: all frameworks side by side, a page for each, and one for each indicator in all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from metodbank import addresses
from metodbank.models.indicator import Ambiguity
from metodbank.open_data.definition_shapes import AmbiguityData
from metodbank.open_data.telling import shows_indicators
from metodbank.pages.comparison import asked_for, compared, compared_in_all, summary, unasked
from metodbank.pages.context import SiteContext
from metodbank.pages.framework_heads import framework_view, in_order
from metodbank.pages.framework_statements import statement_groups
from metodbank.pages.page import Page, PagePlan, as_description
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.wording import unbroken

TITLE = "Сопоставление систем"
INTRO = (
    "Все системы показателей, которые знает база: в каком документе и пункте стоит показатель, какими "
    "словами, с какой базой и с какими целями по годам, в чём документы расходятся и чего из этого нет."
)
CONCEPT, CONCEPT_TITLE = "p-174", "Концепция ЕФС (Р-174)"
CHALLENGE = "рассинхронизация отдельных критериев и индикаторов эффективности"
"""What section IV of the Концепция names among the challenges."""


@dataclass(frozen=True, slots=True)
class NotGivenView:
    """Acts whose lists of indicators a framework cites and which were not given."""

    framework: LinkView
    acts: tuple[LinkView, ...]


def framework_pages(context: SiteContext) -> Iterator[PagePlan]:
    """Yield the comparison, its indicators and each framework, where there are indicators to show."""
    if not shows_indicators(context.base):
        return
    index = addresses.list_page(addresses.FRAMEWORKS)
    yield PagePlan(index, partial(_index, context, index))
    for indicator in asked_for(context.base):
        yield PagePlan(addresses.compared_page(indicator), partial(_compared, context, indicator))
    for identifier in context.base.frameworks:
        yield PagePlan(addresses.framework_page(identifier), partial(_page, context, identifier))


def _index(context: SiteContext, address: str) -> Page:
    presenter = context.presenter_at(address)
    frameworks = tuple(framework_view(context, presenter, each) for each in in_order(context.base))
    rows = compared(context, presenter)
    body = context.renderer.render(
        "frameworks.html.jinja",
        title=TITLE,
        intro=INTRO,
        challenge=CHALLENGE,
        concept=_concept(context, presenter),
        frameworks=frameworks,
        not_given=tuple(NotGivenView(each.link, each.not_given) for each in frameworks if each.not_given),
        rows=rows,
        summary=summary(rows),
        unasked=unasked(context, presenter),
    )
    return Page(address, TITLE, as_description(INTRO), context.trail(address, LinkView(TITLE)), body)


def _concept(context: SiteContext, presenter: Presenter) -> LinkView:
    is_known = context.base.get("act", CONCEPT) is not None
    return LinkView(CONCEPT_TITLE, presenter.link("act", CONCEPT).href if is_known else "")


def _compared(context: SiteContext, indicator: str) -> Page:
    address = addresses.compared_page(indicator)
    presenter = context.presenter_at(address)
    view = compared_in_all(context, presenter, indicator)
    index = presenter.href(addresses.list_page(addresses.FRAMEWORKS))
    overview = LinkView("Что где есть: все показатели", f"{index}#overview")
    body = context.renderer.render("compared.html.jinja", view=view, overview=overview)
    title = f"{view.told.short_title} в разных системах"
    trail = context.trail(address, LinkView(TITLE, index), LinkView(view.told.short_title))
    about = f"{view.told.title}. {view.presence} {view.verdict}"
    return Page(address, title, as_description(about), trail, body)


def _unclear(told: Ambiguity) -> AmbiguityData:
    return AmbiguityData(told.id, unbroken(told.question), unbroken(told.reading))


def _page(context: SiteContext, identifier: str) -> Page:
    address = addresses.framework_page(identifier)
    presenter = context.presenter_at(address)
    layered = context.base.frameworks[identifier]
    view = framework_view(context, presenter, layered)
    index = LinkView(TITLE, presenter.href(addresses.list_page(addresses.FRAMEWORKS)))
    body = context.renderer.render(
        "framework.html.jinja",
        view=view,
        index=index,
        territory=presenter.link("territory", context.telling.home),
        groups=statement_groups(context, presenter, layered),
        unclear=tuple(map(_unclear, layered.definition.ambiguities)),
    )
    trail = context.trail(address, index, LinkView(view.told.short_title))
    return Page(address, view.told.short_title, as_description(view.told.title), trail, body)
