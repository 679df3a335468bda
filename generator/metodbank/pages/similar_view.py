"""«Похожие записи»: what is like a record, each with its reason in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from metodbank.knowledge_base import KnowledgeBase
from metodbank.pages.presenting import Presenter
from metodbank.pages.wording import capitalized, inside_a_sentence
from metodbank.reads import Remembered
from metodbank.records import Record
from metodbank.russian_words import NO_BREAK
from metodbank.similar.alike import Shared
from metodbank.similar.finding import Similar, is_compared
from metodbank.similar.sketch import difficulties_of, subjects_of

Given = tuple[int, int, int]
"""How many difficulties and subjects a record has, and the bits of its grades."""


class SimilarView(NamedTuple):
    """A record that is like the one of the page: `kind` is what it is where it is of another register."""

    href: str
    title: str
    kind: str
    why: str


class SimilarViews:
    """Makes the views of what is like the records of one base."""

    def __init__(self, base: KnowledgeBase, similar: Similar) -> None:
        self._similar = similar
        self._kinds = {kind.name: capitalized(kind.words.one) for kind in base.kinds}
        self._why = Remembered(partial(_why, base)).of

    def of(self, record: Record, presenter: Presenter) -> tuple[SimilarView, ...]:
        """Return what is like a record: first those of its own register, the likest in front."""
        return tuple(self._views(record, presenter)) if is_compared(record.row) else ()

    def _views(self, record: Record, presenter: Presenter) -> Iterator[SimilarView]:
        row, own = record.row, record.kind.name
        given = len(difficulties_of(row)), len(subjects_of(row)), row.likeness.grades
        for alike in self._similar.of(own, row.id):
            link = presenter.link(alike.kind, alike.id)
            kind = "" if alike.kind == own else self._kinds[alike.kind]
            why = self._why(given, alike.shared)
            if alike.nouns:
                words = "похожие слова" if len(alike.nouns) > 1 else "общее слово"
                why = f"{why}; {words}: {', '.join(alike.nouns)}"
            yield SimilarView(link.href, link.text, kind, why)


def _why(base: KnowledgeBase, given: Given, shared: Shared) -> str:
    return capitalized("; ".join(_reasons(base, given, shared)))


def _reasons(base: KnowledgeBase, given: Given, shared: Shared) -> Iterator[str]:
    """Yield what both records share, what counts most first."""
    difficulties, subjects, grades = given
    if shared.difficulties:
        names = [f"«{base.word('difficulties', each)}»" for each in shared.difficulties]
        yield _same("то же затруднение", "те же затруднения", names, of=difficulties)
    if shared.subjects:
        names = [inside_a_sentence(base.word("subjects", each)) for each in shared.subjects]
        yield _same("тот же предмет", "те же предметы", names, of=subjects)
    if shared.grades:
        yield _same_grades(shared.grades, grades)
    elif shared.are_grades_near:
        yield "соседние классы"


def _same(one: str, many: str, names: Sequence[str], *, of: int) -> str:
    """Return what is shared; it is named where the record has more of the kind than that."""
    said = one if len(names) == 1 else many
    return said if len(names) == of else f"{said}: {', '.join(names)}"


def _same_grades(shared: int, own: int) -> str:
    first, last = (shared & -shared).bit_length() - 1, shared.bit_length() - 1
    if first == last:
        return f"тот же {first}{NO_BREAK}класс"
    return "те же классы" if shared == own else f"те же классы: {first}–{last}"
