"""What `metodbank new` says when it is done: what to fill, what to type."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from metodbank.checks.placeholders import PLACEHOLDER
from metodbank.contribute.scaffold import Entry
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.kinds import Kind


def next_steps(
    kind: Kind, file: Path, root: Path, left: list[tuple[str, Entry]], base: KnowledgeBase
) -> Iterator[str]:
    """Yield the steps after the scaffold was written, in the order in which they are taken."""
    yield f"Дальше:\n  Откройте {file}."
    marked = [path for path, entry in left if entry.is_marked]
    if marked:
        yield f"  Впишите своё там, где стоит {PLACEHOLDER}: {', '.join(marked)}."
    silent = [path for path, entry in left if not entry.is_marked]
    if silent:
        yield f"  Замените то, что поставлено для образца: {', '.join(silent)}."
    lacking = {entry.field.refers_to for _, entry in left if entry.field.refers_to}
    for name in sorted(name for name in lacking if not base.records[name]):
        yield f"  В базе ещё нет того, на что запись ссылается: metodbank new {name}."
    ours = "metodbank" if root == Path() else f"metodbank --root {root}"
    yield f"  Проверьте: {ours} check"
    yield f"  Посмотрите, как выйдет: {ours} serve{' --drafts' if kind.is_register else ''}"
    if kind.is_register:
        yield "  На сайт запись попадёт, когда методист поставит status: published."
    elif left:
        yield "  Справочник виден на сайте сразу: заполните это до того, как публиковать."
