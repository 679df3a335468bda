"""What a number of a report rests on, in lines that stand in a note, a list or a table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from metodbank.dates import in_words
from metodbank.open_data.score_shapes import ScoreData
from metodbank.russian_words import counted, number_text

_MOST_FILES, _MOST_LINES = 8, 12
_MOST_SOURCES = 3
COUNTED = "посчитано по записям базы"


@dataclass(frozen=True, slots=True)
class Basis:
    """The ground of one value: everything in it may be told, hidden groups are hidden in it too."""

    indicator: str
    title: str
    territory: str
    place: str
    year: int
    value: str
    formula: str
    moment: str
    coverage: str
    status: str
    source: str
    remark: str
    files: tuple[tuple[str, tuple[int, ...]], ...]
    command: str

    @property
    def key(self) -> tuple[str, str, int]:
        """Return by what the same ground is known again."""
        return self.indicator, self.territory, self.year

    @property
    def subject(self) -> str:
        """Return `Имеют индивидуальный маршрут: Озёрск, 2025 год`."""
        return f"{self.title}: {self.place}, {self.year} год"

    @property
    def files_text(self) -> str:
        """Return the files with their lines, the first of very many."""
        more = len(self.files) - _MOST_FILES
        shown = "; ".join(_file_text(name, lines) for name, lines in self.files[:_MOST_FILES])
        return f"{shown} и ещё {counted(more, 'файл', 'файла', 'файлов')}" if more > 0 else shown

    @property
    def facts(self) -> tuple[str, ...]:
        """Return all but the subject, a sentence each, without what is not known."""
        said = (
            self.formula or self.value,
            f"На {self.moment}",
            self.coverage,
            self.status,
            self.remark,
            f"Источник: {self.source}" if self.source else "",
            f"Файлы: {self.files_text}" if self.files else "",
            f"Проверить: {self.command}",
        )
        return tuple(_large(each) for each in said if each)


def basis_of(score: ScoreData, title: str, as_of: date) -> Basis:
    """Return what a value, or its absence, rests on."""
    counts = [count for count in (score.numerator, score.denominator) if count is not None]
    grounds = [ground for count in counts for ground in count.counted if ground.file]
    files: dict[str, set[int]] = {}
    for ground in grounds:
        files.setdefault(ground.file, set()).update({ground.line} if ground.line else ())
    command = f"metodbank why {score.indicator} {score.territory} {score.year} --as-of {as_of.isoformat()}"
    return Basis(
        indicator=score.indicator,
        title=title,
        territory=score.territory,
        place=score.name,
        year=score.year,
        value=score.text or score.absence_text,
        formula=score.formula,
        moment=in_words(score.moment),
        coverage=score.coverage_text,
        status=score.status_text or (COUNTED if score.text else ""),
        source=source_of(score),
        remark=score.remark,
        files=tuple((name, tuple(sorted(lines))) for name, lines in files.items()),
        command=command,
    )


def source_of(score: ScoreData) -> str:
    """Return whence the numbers are, in the words of those who entered them; empty where nobody said."""
    if score.source:
        return score.source
    grounds = score.numerator.counted if score.numerator else ()
    found = [each for each in dict.fromkeys(ground.source for ground in grounds) if each]
    return "; ".join((*found[:_MOST_SOURCES], *(["и другие"] if len(found) > _MOST_SOURCES else [])))


def _file_text(name: str, lines: tuple[int, ...]) -> str:
    """Return `monitoring/2026.csv: 2, 3, 4`, a single line as `why` tells it."""
    if len(lines) <= 1:
        return "".join((name, *(f":{line}" for line in lines)))
    more = len(lines) - _MOST_LINES
    shown = ", ".join(map(str, lines[:_MOST_LINES]))
    return f"{name}: {shown}" + (f" и ещё {number_text(more)}" if more > 0 else "")


def _large(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
