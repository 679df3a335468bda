"""References: to an id that no file bears (G5), to a record that is not shown (G6), in a circle."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from metodbank.checks.check import Looking, Subject
from metodbank.knowledge_base import KnowledgeBase
from metodbank.linked_fields import Link, links_of
from metodbank.problems import Finding

REGION_FILE = "region.yml"


def broken(looking: Looking) -> Iterator[tuple[Subject, Finding]]:
    """Yield the references to ids that no file bears, those of the region included."""
    base = looking.base
    known = {kind.name: set(base.records[kind.name]) for kind in base.kinds}
    for kind, identifier in base.set_aside:
        known[kind].add(identifier)
    subjects: list[tuple[Subject, tuple[Link, ...]]] = [(record, record.links) for record in base.all()]
    subjects += [(unsound, unsound.links) for unsound in base.unsound]
    subjects.append((REGION_FILE, tuple(links_of(base.region))))
    for subject, links in subjects:
        for link in links:
            kind = link.field.refers_to
            if kind and kind not in base.unread and link.value not in known[kind]:
                yield subject, _broken(base, link, known[kind])


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
                title = target.title if target else link.value
                yield record, Finding("MB203", link.at, link.value, details={"title": title})
            elif base.lists(record) and not base.lists(target):
                yield record, Finding("MB220", link.at, link.value, details={"title": target.title})


def circles(looking: Looking) -> Iterator[tuple[Subject, Finding]]:
    """Yield the territories and organizations that belong, over their parents, to themselves."""
    for kind in ("territory", "organization"):
        records = looking.base.records.get(kind, {})
        for record in records.values():
            seen = {record.id}
            parent = record.data.parent
            while parent is not None and parent in records and parent not in seen:
                seen.add(parent)
                parent = records[parent].data.parent
            if parent == record.id:
                yield record, Finding("MB219", ("parent",), record.data.parent)


def _broken(base: KnowledgeBase, link: Link, known: set[str]) -> Finding:
    by_title = {record.title.lower(): i for i, record in base.records[link.field.refers_to].items()}
    near = get_close_matches(link.value.lower(), [*sorted(known), *by_title], n=1)
    suggestion = by_title.get(near[0], near[0]) if near else ""
    words = next(kind.words for kind in base.kinds if kind.name == link.field.refers_to)
    return Finding("MB202", link.at, link.value, details={"kind": words.genitive}, suggestion=suggestion)
