"""How alike two records are."""

from __future__ import annotations

from metodbank.similar.sketch import Sketch
from metodbank.similar.weights import (
    ALIKE,
    ANOTHER,
    AUDIENCE,
    DIFFICULTY,
    GRADES,
    LEVEL,
    MAIN,
    MOST_OTHERS,
    NEAR_GRADES,
    SUBJECT,
    TELLING,
    WORDS,
)


def likeness(one: Sketch, other: Sketch) -> int:
    """Return how alike two records are in points (`weights`), 0 where one is not offered with the other.

    Records that name each other are told of elsewhere on their pages.
    """
    if other.name in one.links or one.name in other.links:
        return 0
    if one.kind != other.kind and not _are_for_the_same(one, other):
        return 0
    subject = one.subjects & other.subjects
    words = (one.words & other.words).bit_count()
    if words:
        words += (one.title & other.title).bit_count()
    points = _of_difficulties(one, other)
    if not points and not (subject and words >= TELLING and one.kind == other.kind):
        return 0
    if subject:
        points += SUBJECT
    if words:
        points += min(WORDS, 2 * ALIKE * WORDS * words // (one.length + other.length))
    return points + _of_people(one, other)


def _of_difficulties(one: Sketch, other: Sketch) -> int:
    shared = one.difficulties & other.difficulties
    if not shared:
        return 0
    points = DIFFICULTY + MAIN if one.main == other.main else DIFFICULTY
    if shared & (shared - 1):
        points += ANOTHER * min(MOST_OTHERS, shared.bit_count() - 1)
    return points


def _of_people(one: Sketch, other: Sketch) -> int:
    points = AUDIENCE if one.audience & other.audience else 0
    if one.grades and other.grades:
        if one.grades & other.grades:
            points += GRADES
        elif one.near_grades & other.grades:
            points += NEAR_GRADES
    elif one.levels & other.levels:
        points += LEVEL
    return points


def _are_for_the_same(one: Sketch, other: Sketch) -> bool:
    """Return whether a reader of one can use the other too; where nothing is said, it is for everybody.

    A practice is carried over to another subject or level; a course or an association there is of no use.
    """
    return (
        bool(one.subjects & other.subjects or not one.subjects or not other.subjects)
        and bool(one.levels & other.levels or not one.levels or not other.levels)
        and bool(one.audience & other.audience or not one.audience or not other.audience)
    )
