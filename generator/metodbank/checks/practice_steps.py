"""What a practice gives to take away (PR10) and whether its steps are steps (PR12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodbank.checks.check import Looking
from metodbank.models.practice import Practice
from metodbank.models.record import ARCHIVED
from metodbank.patterns import regex
from metodbank.problems import FieldPath, Finding
from metodbank.records import Record

LONG_STEP = 700
"""More than a telephone shows at once."""
FEWEST_LIST_LINES = 2

_PAPER = r"(?:листы?|листа|листов|бланк|карточ|памятк|шаблон|таблиц|образ[ец]ц|анкет|чек-лист|список|план)\w*"
_INSIDE = r"(?:в|из|во|к)\s+(?:приложени[ияею]|вложени[ияею]|прикрепл[её]нном\s+файле|файл[еа])\b"
_PROMISE = regex(
    rf"\b{_PAPER}[^.!?\n]{{0,40}}\b{_INSIDE}"
    rf"|\b{_INSIDE}[^.!?\n]{{0,40}}\b{_PAPER}"
    rf"|\bраспечата(?:йте|ть)\s+(?:\S+\s+){{0,2}}{_PAPER}"
    rf"|\bскача(?:йте|ть)\s+(?:\S+\s+){{0,2}}{_PAPER}"
    rf"|\b(?:прилага(?:ем|ю|ется|ются)|приложен[аоы]?|прикрепл[её]н[аоы]?)\s+(?:\S+\s+)?{_PAPER}"
    rf"|\b{_PAPER}\s+(?:\S+\s+)?(?:прилага(?:ется|ются)|приложен[аоы]?|прикрепл[её]н[аоы]?)\b",
    re.IGNORECASE,
)
_TELLING = ("прил", "влож", "прикрепл", "файл", "распечата", "скача")
"""Each promise holds one of these, in small or capital letters; looking for them is many times faster."""
_LINK = regex(r"https?://")
_LIST_LINE = regex(r"^\s*(?:[-*+]|\d+[.)])\s|^\s*\|", re.MULTILINE)


def look(record: Record, looking: Looking) -> Iterator[Finding]:  # noqa: ARG001 (the signature of every check)
    """Yield a promised paper that is not there, and a practice told in one long step."""
    data = record.data
    if not isinstance(data, Practice) or data.status == ARCHIVED:
        return
    if not data.attachments and data.url is None:
        yield from _promised(data)
    steps = data.steps or ()
    if len(steps) == 1 and is_long(steps[0].text):
        yield Finding("MB612", ("steps",))


def is_long(text: str) -> bool:
    """Return whether a text is long and is not divided into a list or a table either."""
    return len(text) > LONG_STEP and len(_LIST_LINE.findall(text)) < FEWEST_LIST_LINES


def promise_in(text: str) -> str:
    """Return the words that promise a paper to take, or an empty string."""
    found = _PROMISE.search(text) if any(map(text.lower().__contains__, _TELLING)) else None
    return found.group() if found else ""


def _promised(data: Practice) -> Iterator[Finding]:
    """Yield the first promise, unless a text says where to find the paper."""
    texts = tuple(_texts(data))
    low = "\n".join([text for _, text in texts]).lower()
    if not any(map(low.__contains__, _TELLING)):
        return
    promised = next(((at, found) for at, text in texts if (found := promise_in(text))), None)
    if promised is not None and not any(_LINK.search(text) for _, text in texts):
        yield Finding("MB611", *promised)


def _texts(data: Practice) -> Iterator[tuple[FieldPath, str]]:
    if data.summary:
        yield ("summary",), data.summary
    for index, step in enumerate(data.steps or ()):
        yield ("steps", index), step.text
    if data.conditions:
        yield ("conditions",), data.conditions
