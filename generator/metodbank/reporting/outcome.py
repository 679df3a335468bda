"""What came of filling a form: the file, what was filled with which ground, and what was not and why."""

from __future__ import annotations

from dataclasses import dataclass, field

from metodbank.reporting.answer import Answer
from metodbank.reporting.basis import Basis
from metodbank.reporting.opening import Refused
from metodbank.russian_words import number_text

MOST_ASKED = 20_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One pair of brackets of a form.

    `sheet` is empty in a Word note, `place` is a cell or a paragraph; `lack` is empty where it was filled.
    """

    sheet: str
    place: str
    asked: str
    text: str
    lack: str = ""
    basis: Basis | None = None

    @property
    def where(self) -> str:
        """Return `лист «Форма», C5`."""
        return f"лист «{self.sheet}», {self.place}" if self.sheet else self.place


@dataclass(slots=True)
class Outcome:
    """All brackets of a form in its order."""

    entries: list[Entry] = field(default_factory=list)

    def _add(self, entry: Entry) -> None:
        if len(self.entries) >= MOST_ASKED:
            raise Refused(f"Форма спрашивает больше {number_text(MOST_ASKED)} раз: разделите её.")
        self.entries.append(entry)

    def answered(self, sheet: str, place: str, asked: str, answer: Answer) -> None:
        """Note what was put in."""
        self._add(Entry(sheet, place, asked, answer.text, answer.lack, answer.basis))

    def unclear(self, sheet: str, place: str, asked: str, why: str) -> None:
        """Note what was left as it stands."""
        self._add(Entry(sheet, place, asked, asked, why))

    @property
    def lacking(self) -> list[Entry]:
        """Return what was not filled."""
        return [each for each in self.entries if each.lack]

    @property
    def filled(self) -> list[Entry]:
        """Return what was filled."""
        return [each for each in self.entries if not each.lack]
