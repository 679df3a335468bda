"""What readers call a record: its title, the short name of reference data, the citation of an act."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from metodbank.dates import in_words
from metodbank.models.act import Act
from metodbank.models.vocabulary import Vocabulary


def title_of(data: Any, vocabularies: Mapping[str, Vocabulary]) -> str:
    """Return the title of a record, the short name of reference data, the full citation of an act."""
    if isinstance(data, Act):
        return citation(data, vocabularies)
    fields = vars(data)
    title: str = fields.get("short_name") or fields.get("name") or data.title
    return title


def brief_citation(act: Act, vocabularies: Mapping[str, Vocabulary]) -> str:
    """Return `Приказ от 20.08.2025 № 214`; the whole citation of an act that has no number."""
    if act.number is None:
        return citation(act, vocabularies)
    term = vocabularies["act-kinds"].entries.get(act.kind)
    day = f" от {act.date:%d.%m.%Y}" if act.date else ""
    return f"{term.title if term else act.kind}{day} №\u00a0{act.number}"


def citation(act: Act, vocabularies: Mapping[str, Vocabulary]) -> str:
    """Return `Приказ от 20 августа 2025 г. № 214 «О площадках»`, with only what is known of the act."""
    term = vocabularies["act-kinds"].entries.get(act.kind)
    words = [term.title if term else act.kind]
    if act.date:
        words.append(f"от {in_words(act.date)}")
    if act.number:
        words.append(f"№\u00a0{act.number}")
    if act.title:
        words.append(f"«{act.title}»".replace("»»", "»").replace("««", "«"))
    return " ".join(words)
