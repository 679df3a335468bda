"""Who answers for a measure: somebody (RM7), and never by name (RM6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from metodbank.checks.check import Looking
from metodbank.checks.known_people import VOCABULARY, strangers
from metodbank.checks.measures import is_doubted, measures_of
from metodbank.checks.person_name_forms import (
    full_names,
    is_surname,
    names_with_initials,
    names_with_one_initial,
)
from metodbank.checks.personal_data import masked
from metodbank.models.vocabulary import Vocabulary
from metodbank.patterns import regex
from metodbank.problems import Finding
from metodbank.records import Record
from metodbank.word_forms import is_place

_POST_AND_SURNAME = regex(
    r"(?<![а-яё])(?:методист|специалист|учител|преподавател|педагог|воспитател|наставник|тьютор|психолог|логопед"
    r"|дефектолог|библиотекар|директор|заведующ|заместител|начальник|руководител|председател|секретар|куратор|координатор"
    r"|консультант|инспектор|эксперт|завуч)[а-яё]{0,4}[ \u00a0]{1,2}([А-ЯЁ][а-яё]{2,20})(?![а-яё])",
    re.IGNORECASE,
)

# «Директор Боровой школы»: what looks like a surname belongs to the word after it.
_OF_A_THING = regex(r"[А-ЯЁ][а-яё]{1,20}(?:ой|ою|ого|ому|ым|ом|их|ых|ий|ая|ую) [а-яё]{3}")


def look(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield the roles that hold a person's name, and the measures for which nobody answers."""
    known = looking.base.vocabularies[VOCABULARY]
    for at, measure in measures_of(record):
        for index, role in enumerate(measure.roles):
            name = _name(role, known)
            if name:
                yield Finding("MB707", (*at, "roles", index), masked(name))
        if not (measure.responsible or measure.roles) and not is_doubted(measure, "responsible"):
            yield Finding("MB708", (*at, "id"), measure.id)


def _name(role: str, known: Vocabulary) -> str:
    for person in strangers(chain(full_names(role), names_with_initials(role)), role, known):
        return role[person.start : person.end]
    for person in names_with_one_initial(role):
        return role[person.start : person.end]
    for match in _POST_AND_SURNAME.finditer(role):
        word = match.group(1)
        if _OF_A_THING.match(role, match.start(1)) or not word[0].isupper():
            continue
        if is_surname(word) and not is_place(word):
            return word
    return ""
