"""What people call a kind of record → the kind: its name, its folder, its Russian words."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from metodbank.errors import UsageError
from metodbank.models.kinds import Kind


def kind_called(word: str, kinds: Sequence[Kind]) -> Kind:
    """Return the kind; raises `UsageError` with the nearest names where none or several are called so."""
    called: dict[str, list[Kind]] = {}
    for kind in kinds:
        for name in {_folded(name) for name in names_of(kind)}:
            called.setdefault(name, []).append(kind)
    found = called.get(_folded(word), [])
    if len(found) == 1:
        return found[0]
    near = found or [kind for name in get_close_matches(_folded(word), called, n=1) for kind in called[name]]
    if near:
        names = " или ".join(f"{kind.name} ({kind.words.one})" for kind in near)
        raise UsageError(f"Вида «{word}» нет. Может быть, {names}?")
    raise UsageError(f"Вида «{word}» нет. Есть:\n{kinds_listed(kinds)}")


def names_of(kind: Kind) -> tuple[str, ...]:
    """Return what the kind may be called."""
    words = kind.words
    return kind.name, kind.folder, kind.title, words.one, words.few, words.many, words.genitive


def kinds_listed(kinds: Sequence[Kind]) -> str:
    """Return the kinds, a line each: the name for the command and the Russian word."""
    return "\n".join(f"  {kind.name:<16}{kind.words.one}" for kind in kinds)


def _folded(word: str) -> str:
    return " ".join(word.lower().replace("ё", "е").split())
