"""The rule of similar records written a second time: every pair is compared, sets of words as they stand.

The words of the records must be their own dictionary forms. The numbers are those of CONTRIBUTING.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

Fields = dict[str, Any]
Name = tuple[str, str]
"""Folder and id."""


def similar_to(records: dict[str, Fields], path: str) -> list[str]:
    """Return the ids of what the page of a record offers, the likest of its own register first."""
    one = _named(records, path)
    found = []
    for other in (_named(records, each) for each in records if each != path):
        points = _points(one, other) if other[1]["status"] == "published" else 0
        if points:
            day = int(str(other[1]["created"]).replace("-", ""))
            found.append((-points, -day, _singular(other[0]), other[0]))
    found.sort()
    own = [name for *_, name in found if name[0] == one[0][0]][:4]
    best: dict[str, Name] = {}
    for *_, name in found:
        if name[0] != one[0][0]:
            best.setdefault(name[0], name)
    return [identifier for _, identifier in [*own, *best.values()][:6]]


def _named(records: dict[str, Fields], path: str) -> tuple[Name, Fields]:
    folder, _, file = path.partition("/")
    return (folder, Path(file).stem), records[path]


def _singular(name: Name) -> str:
    return f"{name[0].removesuffix('s')}/{name[1]}"


def _points(one: tuple[Name, Fields], other: tuple[Name, Fields]) -> int:
    a, b = one[1], other[1]
    shared = set(a["difficulties"]) & set(b["difficulties"])
    subjects = [set(each["subjects"]) - {"any-subject"} for each in (a, b)]
    levels = set(a["education_levels"]) & set(b["education_levels"])
    audience = set(a["audience"]) & set(b["audience"])
    same_kind = one[0][0] == other[0][0]
    if not same_kind and (not levels or not audience or (all(subjects) and not subjects[0] & subjects[1])):
        return 0
    weight, length = _weight(a, b)
    if not shared and not (same_kind and subjects[0] & subjects[1] and weight >= 3):
        return 0
    points = 0
    if shared:
        points += 40 + 12 * min(2, len(shared) - 1)
        points += 6 if a["difficulties"][0] == b["difficulties"][0] else 0
    points += 12 if subjects[0] & subjects[1] else 0
    points += 3 if audience else 0
    points += min(8, 80 * weight // length) if weight else 0
    if a.get("grades") and b.get("grades"):
        apart = _apart(a["grades"], b["grades"])
        return points + (8 if apart <= 0 else 4 if apart == 1 else 0)
    return points + (4 if levels else 0)


def _weight(a: Fields, b: Fields) -> tuple[int, int]:
    """Return what the common words weigh, and how many words both have."""
    titles = [_words(each["title"]) for each in (a, b)]
    words = [title | _words(each["summary"]) for title, each in zip(titles, (a, b), strict=True)]
    return len(words[0] & words[1]) + len(titles[0] & titles[1]), len(words[0]) + len(words[1])


def _words(text: str) -> set[str]:
    return set(re.findall("[а-я]+", text.lower()))


def _apart(a: dict[str, int], b: dict[str, int]) -> int:
    return max(a["from"], b["from"]) - min(a["to"], b["to"])
