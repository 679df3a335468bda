"""«Правила проверки»: a page for every code, made from the one file that states the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from metodbank import addresses
from metodbank.pages.context import SiteContext
from metodbank.pages.page import Page, PagePlan, as_description
from metodbank.pages.presenting import LinkView
from metodbank.problems import Severity
from metodbank.rules import Rule, all_rules, rule_codes, rule_of

TITLE = "Правила проверки"
INTRO = (
    "Что проверяет команда metodbank check, почему это важно и как исправить. "
    "Код замечания печатается рядом с местом в файле."
)
_NAMED_PLACE = re.compile(r"\{[a-z_]+\}")
GROUPS = {
    "0": "Чтение файлов",
    "1": "Поля",
    "2": "Общие правила",
    "3": "Персональные данные",
    "4": "Справочники, документы и глоссарий",
    "5": "Курсы",
    "6": "Практики",
    "7": "Дорожные карты",
    "8": "Площадки, объединения, отчёты, события",
    "9": "Показатели и мониторинг",
}
"""What the first digit of a code means."""

_OF_DEFINITIONS = {
    Severity.ERROR: "Файл с ошибкой не учитывается: остаётся стандартное определение, если оно есть.",
    Severity.WARNING: "Определение действует, но его стоит поправить.",
    Severity.INFO: "Это не недостаток, а сведение для того, кто ведёт показатели.",
}
CONSEQUENCES = {
    "": {
        Severity.ERROR: "Запись с ошибкой на сайт не попадёт, остальные будут построены.",
        Severity.WARNING: "Запись попадёт на сайт, но её стоит поправить.",
        Severity.INFO: "Это не недостаток, а сведение для владельца записи.",
    },
    "observation": {
        Severity.ERROR: "Строка с ошибкой не учитывается, остальные считаются; с ошибкой в заголовке не "
        "учитывается вся таблица.",
        Severity.WARNING: "Строка учитывается, но её стоит проверить.",
        Severity.INFO: "Это не недостаток, а сведение для того, кто ведёт таблицу.",
    },
    "indicator": _OF_DEFINITIONS,
    "framework": _OF_DEFINITIONS,
    "hint": {
        Severity.ERROR: "Правило с ошибкой не учитывается: остаётся стандартное, если оно есть.",
        Severity.WARNING: "Правило действует, но его стоит поправить.",
        Severity.INFO: "Это не недостаток, а сведение для того, кто ведёт подсказки.",
    },
}
"""What comes of a problem, by whose fields the rule is about and how grave it is."""


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule in the list."""

    code: str
    severity: str
    link: LinkView


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules under one heading."""

    title: str
    rules: tuple[RuleView, ...]


def rule_pages(context: SiteContext) -> Iterator[PagePlan]:
    """Yield the list of rules and the page of each."""
    index = addresses.list_page(addresses.RULES)
    yield PagePlan(index, partial(_index, context, index))
    for code in rule_codes():
        yield PagePlan(addresses.rule_page(code), partial(_page, context, code))


def _index(context: SiteContext, index: str) -> Page:
    groups: dict[str, list[RuleView]] = {}
    for rule in all_rules().values():
        view = RuleView(rule.code, rule.severity.word, rule_link(context, rule.code, index))
        groups.setdefault(GROUPS[rule.code[2]], []).append(view)
    body = context.renderer.render(
        "rules.html.jinja",
        title=TITLE,
        intro=INTRO,
        groups=[RuleGroup(title, tuple(rules)) for title, rules in groups.items()],
    )
    return Page(index, TITLE, as_description(INTRO), context.trail(index, LinkView(TITLE)), body)


def rule_link(context: SiteContext, code: str, seen_from: str) -> LinkView:
    """Return the link to the page of a rule."""
    return LinkView(rule_of(code).title, context.presenter_at(seen_from).href(addresses.rule_page(code)))


def _page(context: SiteContext, code: str) -> Page:
    rule = rule_of(code)
    address = addresses.rule_page(rule.code)
    title = f"{rule.code}: {rule.title}"
    body = context.renderer.render(
        "rule.html.jinja",
        rule=rule,
        severity=rule.severity.word,
        consequence=_consequence(rule),
        remedy=_NAMED_PLACE.sub("…", rule.remedy),
    )
    index = LinkView(TITLE, context.presenter_at(address).href(addresses.list_page(addresses.RULES)))
    return Page(
        address, title, as_description(rule.reason), context.trail(address, index, LinkView(rule.code)), body
    )


def _consequence(rule: Rule) -> str:
    """Return what comes of a problem: what the rule says itself, else what holds for all of its sort."""
    of_kind = CONSEQUENCES.get(rule.kind, CONSEQUENCES[""])
    return rule.consequence or of_kind[rule.severity]
