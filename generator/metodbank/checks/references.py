"""References: to an id that no file bears (G5), to a record that is not shown (G6)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from metodbank.checks.check import Looking, Subject
from metodbank.knowledge_base import KnowledgeBase
from metodbank.linked_fields import Link, links_of
from metodbank.loading import REGION_FILE
from metodbank.problems import Finding

NEAR = 0.75
"""What is less alike is another id, not a slip of the hand."""
MOST_SUGGESTIONS = 30
"""Each suggestion is sought among all names: many broken references must not take minutes."""


def broken(looking: Looking) -> Iterator[tuple[Subject, Finding]]:
    """Yield the references to ids that no file bears, those of the region included."""
    base = looking.base
    known = {kind.name: set(base.records[kind.name]) for kind in base.kinds}
    for kind, identifier in base.set_aside:
        known[kind].add(identifier)
    subjects: list[tuple[Subject, tuple[Link, ...]]] = [(record, record.links) for record in base.all()]
    subjects += [(unsound, unsound.links) for unsound in base.unsound]
    subjects.append((REGION_FILE, tuple(links_of(base.region))))
    names: dict[str, _Names] = {}
    for subject, links in subjects:
        for link in links:
            kind = link.field.refers_to
            if kind and kind not in base.unread and link.value not in known[kind]:
                if kind not in names:
                    names[kind] = _Names(base, kind, known[kind])
                yield subject, _broken(base, link, names[kind])


def not_shown(looking: Looking) -> Iterator[tuple[Subject, Finding]]:
    """Yield the references of shown records to records that have no page, or an archived one."""
    base = looking.base
    for record in base.all():
        if not base.shows(record):
            continue
        for link in record.links:
            if not link.field.refers_to:
                continue
            target = base.get(link.field.refers_to, link.value)
            if target is None or not base.shows(target):
                # One problem already names the file that could not be read at all.
                if link.field.refers_to not in base.unread:
                    title = base.name_of(link.field.refers_to, link.value)
                    yield record, Finding("MB203", link.at, link.value, details={"title": title})
            elif base.lists(record) and not base.lists(target):
                yield record, Finding("MB220", link.at, link.value, details={"title": target.title})


class _Names:
    """What the records of a kind are called, to name the nearest to a misspelt id.

    Only the first few ids are looked for, because each search goes over all the names.
    """

    def __init__(self, base: KnowledgeBase, kind: str, known: set[str]) -> None:
        self._by_title = {record.title.lower(): i for i, record in base.records[kind].items()}
        self._names = [*sorted(known), *self._by_title]
        self._found: dict[str, str] = {}

    def nearest(self, identifier: str) -> str:
        if identifier not in self._found and len(self._found) < MOST_SUGGESTIONS:
            near = next(iter(get_close_matches(identifier.lower(), self._names, n=1, cutoff=NEAR)), "")
            self._found[identifier] = self._by_title.get(near, near)
        return self._found.get(identifier, "")


def _broken(base: KnowledgeBase, link: Link, names: _Names) -> Finding:
    words = next(kind.words for kind in base.kinds if kind.name == link.field.refers_to)
    return Finding(
        "MB202",
        link.at,
        link.value,
        details={"kind": words.genitive},
        suggestion=names.nearest(link.value),
    )
