"""Names of people (P4), and what a diagnosis found in one of them (P7): told without repeating them.

To publish a name takes a consent of its own (152-ФЗ, статья 10.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from metodbank.checks.check import Looking
from metodbank.checks.known_people import VOCABULARY, strangers
from metodbank.checks.person_name_forms import (
    PersonName,
    full_names,
    given_names,
    may_hold_full_name,
    may_hold_initials,
    names_with_initials,
    names_with_one_initial,
)
from metodbank.checks.personal_data import masked
from metodbank.checks.sentences import around
from metodbank.checks.texts import Texts
from metodbank.patterns import regex
from metodbank.problems import FieldPath, Finding

MAY_NAME = frozenset({"textbooks", "address"})
"""Fields in which a name is that of a book or of a street."""
NAMED_AFTER_PEOPLE = {"organization": ("name", "short_name"), "act": ("title",), "territory": ("name",)}
"""Names of things that may hold the name of a person."""

_DIAGNOSIS = regex(
    r"диагности|дефицит|\bИОМ\b|индивидуальн\w{1,4} (?:образовательн\w{1,4} )?маршрут|тестировани|затруднени"
    r"|уров(?:ень|ня) (?:владения|сформированности|компет)",
    re.IGNORECASE,
)
_RESULT = regex(
    r"выявлен|выявил|показал|набрал|получил|результат|имеет|имеются|испытыва|не справил|балл|процент|\d ?%"
    r"|составлен|разработан|назначен|низк|ниже|средн|высок|дефицит[аыов]{0,2}:",
    re.IGNORECASE,
)
_AUTHORSHIP = regex(
    r"методик|опросник|\bтест[аеуы]?\b|шкал|автор|провел|провёл|представил|рассказал|подготовил|разработала?\b"
    r"|составила?\b|выступил|поделил|вед[её]т|вела\b|ведущ",
    re.IGNORECASE,
)


def look(texts: Texts, looking: Looking) -> Iterator[Finding]:
    """Yield the first name of each kind in each text that may hold none."""
    with_capitals, with_initials = may_hold_full_name(texts.whole), may_hold_initials(texts.whole)
    if not with_capitals and not with_initials:
        return
    known = looking.base.vocabularies[VOCABULARY]
    for at, text in texts.russian:
        if _may_name(texts, at):
            continue
        full = list(strangers(full_names(text), text, known)) if with_capitals else []
        short = list(strangers(names_with_initials(text), text, known)) if with_initials else []
        brief: list[PersonName] = []
        if with_capitals and _DIAGNOSIS.search(text):
            brief = list(strangers(chain(names_with_one_initial(text), given_names(text)), text, known))
        yield from _findings(at, text, full, short, brief)


def _findings(
    at: FieldPath, text: str, full: list[PersonName], short: list[PersonName], brief: list[PersonName]
) -> Iterator[Finding]:
    """Yield the findings; a brief name is one only beside a diagnosis, elsewhere it may be anything."""
    diagnosed = next((name for name in (*full, *short, *brief) if _is_diagnosed(name, text)), None)
    if diagnosed is not None:
        yield Finding("MB310", at, _hidden(diagnosed, text))
        return
    for code, names in (("MB308", full), ("MB309", short)):
        if names:
            yield Finding(code, at, _hidden(names[0], text))


def _may_name(texts: Texts, at: FieldPath) -> bool:
    if not MAY_NAME.isdisjoint(at) or (at[0] == "sources" and at[-1] == "title"):
        return True
    if texts.record.kind.name == "roadmap" and "roles" in at:  # MB707 tells it more strictly
        return True
    return at[0] in NAMED_AFTER_PEOPLE.get(texts.record.kind.name, ())


def _is_diagnosed(name: PersonName, text: str) -> bool:
    """Return whether the sentence of the name tells what was found in that person."""
    before, after = around(text, name.start, name.end)
    sentence = f"{before}◦{after}"
    if not _DIAGNOSIS.search(sentence) or _AUTHORSHIP.search(sentence):
        return False
    is_told_of = before.lower().endswith(("у ", "для ")) or after.lstrip().startswith((":", "—", "|"))
    return is_told_of or _RESULT.search(sentence) is not None


def _hidden(name: PersonName, text: str) -> str:
    return masked(" ".join(text[name.start : name.end].split()))
