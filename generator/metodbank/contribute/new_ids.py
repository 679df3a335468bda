"""Ids for records that are yet to be: made from the title, borne by nothing else in the base."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from metodbank.errors import UsageError
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.kinds import Kind
from metodbank.problems import Finding, Mark
from metodbank.record_ids import MAX_LENGTH, id_finding, transliterated
from metodbank.rules import in_words


def holders_of(base: KnowledgeBase) -> dict[str, str]:
    """Return the file that bears each id, former ids and records with errors included."""
    held: dict[str, str] = {}
    for record in base.all():
        for former in getattr(record.data, "former_ids", ()):
            held[former] = record.file
    held |= {identifier: file for (_, identifier), file in base.set_aside.items()}
    return held | {record.id: record.file for record in base.all()}


def refuse_id(identifier: str, held: Mapping[str, str]) -> None:
    """Raise `UsageError` where the id cannot be an address or something bears it."""
    finding = id_finding(identifier)
    if finding is None and identifier in held:
        finding = Finding("MB201", value=identifier, details={"other": held[identifier]})
    if finding is not None:
        problem = in_words(finding, file="", mark=Mark(1, 1), field="")
        # The words of the rule are about a file that stands already.
        free = free_id(identifier if identifier in held else finding.suggestion, held)
        raise UsageError(f"{problem.message}\n    → {f'Свободно: {free}.' if free else problem.remedy}")


def proposed_id(kind: Kind, title: str, held: Mapping[str, str]) -> str:
    """Return a free id made of the title, or of the word for the kind where no title makes one."""
    named = transliterated(title)
    if not named or id_finding(named) is not None:
        named = transliterated(f"{kind.words.one} {title}")
    return free_id(named, held)


def free_id(identifier: str, held: Mapping[str, str]) -> str:
    """Return the id, with a number after it where it is borne already."""
    numbers = (f"-{number}" for number in count(2))
    ending = ""
    while (free := identifier[: MAX_LENGTH - len(ending)].rstrip("-") + ending) in held:
        ending = next(numbers)
    return free
