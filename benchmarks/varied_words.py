"""Gives the records of the workload words as varied as those of real records.

The workload itself is made of fourteen sentences: its words stand in most records, which no search meets in
life. Here each sentence is drawn anew from all words of the bases in this repository, as often as they stand
there, the same bytes for the same number.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

from benchmarks.words import SENTENCES

_WORD = re.compile(r"[а-яё]{2,}")
_FOLDERS = (
    "practices",
    "internships",
    "programs",
    "associations",
    "events",
    "reports",
    "examples",
    "content",
)
_REPOSITORY = Path(__file__).parent.parent
_SENTENCE = re.compile("|".join(map(re.escape, SENTENCES)))


def vary(base: Path) -> None:
    """Write other words into the sentences of all practices of a base."""
    words = _words()
    for file in sorted((base / "practices").glob("*.yml")):
        chance = random.Random(file.name)  # noqa: S311 (a workload, not a secret)
        text = _SENTENCE.sub(
            lambda match: _sentence(match.group(), words, chance),  # noqa: B023 (called at once)
            file.read_text("utf-8"),
        )
        file.write_text(text, "utf-8")


def _sentence(before: str, words: list[str], chance: random.Random) -> str:
    drawn = chance.choices(words, k=len(before.split()))
    return " ".join(drawn).capitalize() + "."


def _words() -> list[str]:
    files = [
        file for folder in _FOLDERS for file in sorted((_REPOSITORY / folder).rglob("*")) if file.is_file()
    ]
    texts = [file.read_text("utf-8") for file in files if file.suffix in {".yml", ".md"}]
    return [word for text in texts for word in _WORD.findall(text.lower())]
