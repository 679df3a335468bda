"""What a base gives out of its indicators, as `data/indicators.json` and `metodbank indicators` have it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from metodbank.checks.running import checked
from metodbank.indicators.lines import Lines
from metodbank.indicators.scoring import Scoring
from metodbank.loading import load
from metodbank.open_data.documents_told import indicators_file
from metodbank.open_data.telling import Telling
from metodbank.open_data.writing import indicators_json

Fields = dict[str, Any]
Key = tuple[str, str, int]


@dataclass(frozen=True)
class GivenOut:
    """The scores of territories by indicator, territory and year; those of organizations; assessments.

    `errors` are the codes of what is wrong with the base.
    """

    scoring: Scoring
    errors: set[str]
    scores: dict[Key, Fields]
    providers: dict[Key, dict[str, Fields]]
    assessments: list[Fields]

    def is_told(self, key: Key) -> bool:
        """Return whether the value is given out, or that there is none."""
        return key in self.scores and self.scores[key]["absence"] != "hidden"


def given_out(root: Path, as_of: date) -> GivenOut:
    """Return everything that the base at the root gives out on a day, read back from JSON."""
    loaded = load(root)
    assert loaded.knowledge_base is not None, loaded.book.problems()
    base = checked(loaded.knowledge_base, loaded.book, loaded.folder, as_of=as_of)
    scoring = Scoring(base, as_of)
    written = json.loads(indicators_json(indicators_file(Telling(scoring, Lines(loaded.folder)))))
    errors = {problem.code for problem in loaded.book.problems() if problem.is_error}
    found = GivenOut(scoring, errors, {}, {}, written["assessments"])
    for score in written["scores"]:
        key = (score["indicator"], score["territory"], score["year"])
        if score["provider"]:
            found.providers.setdefault(key, {})[score["provider"]] = score
        else:
            assert key not in found.scores, key
            found.scores[key] = score
    return found


def exact(score: Fields) -> Fraction | None:
    """Return the exact value of a score."""
    return Fraction(score["exact"]) if score["exact"] else None


def number(score: Fields, part: str) -> int | None:
    """Return the numerator or denominator of a score."""
    count = score[part]
    return None if count is None else count["value"]


def amounts(score: Fields) -> list[tuple[str, int]]:
    """Return every number of people that stands in the grounds of a score, with its territory."""
    parts = [part for part in (score["numerator"], score["denominator"]) if part]
    grounds = [ground for part in parts for ground in (*part["counted"], *part["left_out"])]
    return [(g["territory"] or score["territory"], g["amount"]) for g in grounds if g["amount"] is not None]
