"""References: to an id that no file bears (G5), to a record that is not shown (G6)."""

from __future__ import annotations

from collections.abc import Iterator

from metodbank.checks.check import Looking, Placed
from metodbank.checks.nearest_names import nearest
from metodbank.knowledge_base import KnowledgeBase
from metodbank.linked_fields import Link, links_of
from metodbank.problems import Finding
from metodbank.records import Record
from metodbank.region_reading import REGION_FILE


def broken(record: Record, looking: Looking) -> Iterator[Finding]:
    """Yield the references of a record to ids that no file bears."""
    return _broken(looking.base, record.links)


def broken_elsewhere(looking: Looking) -> Iterator[Placed]:
    """Yield the same of the region and of what no record could be made of."""
    base = looking.base
    for unsound in base.unsound:
        yield from ((unsound, finding) for finding in _broken(base, unsound.links))
    yield from ((REGION_FILE, finding) for finding in _broken(base, tuple(links_of(base.region))))


def not_shown(looking: Looking) -> Iterator[Placed]:
    """Yield the references of shown records to records that have no page, or an archived one."""
    base = looking.base
    for (kind, identifier), mentions in base.links_to.items():
        target = base.get(kind, identifier)
        # One problem already names the file that could not be read at all.
        if (target is None and kind in base.unread) or (target is not None and base.lists(target)):
            continue
        title = base.name_of(kind, identifier)
        for record, link in mentions:
            if target is None or not base.shows(target):
                if base.shows(record):
                    yield record, Finding("MB203", link.at, link.value, details={"title": title})
            elif base.lists(record):
                yield record, Finding("MB220", link.at, link.value, details={"title": title})


def _broken(base: KnowledgeBase, links: tuple[Link, ...]) -> Iterator[Finding]:
    for link in links:
        kind = link.refers_to
        if not kind or base.get(kind, link.value) is not None:
            continue
        if (kind, link.value) not in base.set_aside and kind not in base.unread:
            words = next(found.words for found in base.kinds if found.name == kind)
            yield Finding(
                "MB202",
                link.at,
                link.value,
                details={"kind": words.genitive},
                suggestion=nearest(base, kind, link.value),
            )
