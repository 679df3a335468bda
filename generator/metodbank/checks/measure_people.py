"""Who answers for a measure: somebody (RM7), and never by name (RM6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from metodbank.checks.check import Looking
from metodbank.checks.known_people import VOCABULARY, strangers
from metodbank.checks.measures import is_doubted, measures_of
from metodbank.checks.person_name_forms import full_names, names_with_initials
from metodbank.checks.personal_data import masked
from metodbank.knowledge_base import Record
from metodbank.models.vocabulary import Vocabulary
from metodbank.problems import Finding

# Elsewhere a word with one letter may be anything; in a list of those who answer it is a person.
_SURNAME_AND_LETTER = re.compile(
    r"(?<![А-Яа-яЁё-])[А-ЯЁ][а-яё]{1,20}"
    r"(?:(?:[оеё]в|[иы]н)(?:а|у|ым|ой|е)?|[сц]к(?:ий|ая|ого|ому|им|ой|ую)|енко|[ую]к)\s{1,2}[А-ЯЁ]\."
)


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
    found = _SURNAME_AND_LETTER.search(role)
    return found.group() if found else ""
