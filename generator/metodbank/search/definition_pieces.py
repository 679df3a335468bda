"""The pieces of indicators and of systems of indicators: by title, wording, act and its clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from metodbank import addresses
from metodbank.models.framework import Framework
from metodbank.open_data.telling import shows_indicators
from metodbank.pages.context import SiteContext
from metodbank.search.piece import Brief, Card, MadePiece, PiecePlan, Weight, piece_of
from metodbank.search.texts import said_words

_WORTH = 8
_INDICATOR, _FRAMEWORK = "показатель", "система показателей"


def definition_pieces(context: SiteContext) -> Iterator[PiecePlan]:
    """Yield the indicators that have a page, and the systems where there are indicators to show."""
    for identifier in context.telling.scoring.explained():
        yield PiecePlan(f"indicator/{identifier}", "", partial(_indicator, context, identifier))
    if shows_indicators(context.base):
        for identifier in context.base.frameworks:
            yield PiecePlan(f"framework/{identifier}", "", partial(_framework, context, identifier))


def _indicator(context: SiteContext, identifier: str) -> MadePiece:
    definition = context.base.indicators[identifier].definition
    name = definition.short_title or definition.title
    card = Card(addresses.indicator_page(identifier), name, _INDICATOR, "", definition.title)
    parts = (definition.numerator, definition.denominator)
    wordings = [wording.text for wording in definition.wordings]
    for framework in context.base.followed:
        told = framework.definition.statements
        wordings += [statement.name for statement in told if statement.indicator == identifier]
    fields = [
        (Weight.TITLE, [_INDICATOR, name]),
        (Weight.TOPIC, [definition.title, *wordings]),
        (Weight.TEXT, [part.title for part in parts if part]),
    ]
    names = (definition.short_title, definition.title)
    return piece_of(card, _words(fields), names), _brief("indicator")


def _framework(context: SiteContext, identifier: str) -> MadePiece:
    definition: Framework = context.base.frameworks[identifier].definition
    card = Card(
        addresses.framework_page(identifier), definition.short_title, _FRAMEWORK, definition.citation,
        definition.title,
    )  # fmt: skip
    fields = [
        (Weight.TITLE, [_FRAMEWORK, definition.short_title]),
        (Weight.TOPIC, [definition.title, definition.citation]),
        (Weight.TEXT, [statement.name for statement in definition.statements]),
    ]
    return piece_of(card, _words(fields), (definition.short_title, definition.title)), _brief("framework")


def _words(fields: Iterable[tuple[Weight, Iterable[str]]]) -> list[tuple[Weight, list[str]]]:
    return [(weight, [*said_words(text)]) for weight, texts in fields for text in texts]


def _brief(register: str) -> Brief:
    return Brief({"register": (register,)}, _WORTH, 0)
