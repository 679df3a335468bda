"""Makes a base of N practices of 2–4 KB, the same bytes for the same N.

python -m benchmarks.workload 5000 /tmp/base
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.words import AUDIENCE, DIFFICULTIES, LEVELS, SENTENCES, SUBJECTS, TITLES

TERRITORIES = 40
SCHOOLS = 400

REGION = """name: Нагрузочная база
description: Записи для измерения скорости, созданные программой.
level: regional
territory: oblast
nature: demonstration
operator: shkola-0
responsible: отдел измерений
contact: {who: отдел измерений, phone: "+7 (000) 000-00-00"}
"""


@dataclass(frozen=True)
class Step:
    """A step of a practice: its number from 1, minutes and text."""

    number: int
    text: str

    @property
    def minutes(self) -> int:
        """Return the minutes it takes."""
        return 5 * self.number


@dataclass(frozen=True)
class Practice:
    """What both the YAML record and its Markdown twin are written from."""

    index: int
    title: str
    summary: str
    school: int
    difficulties: list[str]
    level: str
    audience: list[str]
    subject: str
    updated: str
    lesson_minutes: int
    preparation_minutes: int
    problem: str
    steps: list[Step]
    results: str
    before: int
    after: int
    people: int
    conditions: str
    risks: str

    @property
    def id(self) -> str:
        """Return the name of its file and page."""
        return practice_id(self.index)

    @property
    def organization(self) -> str:
        """Return the id of its school."""
        return f"shkola-{self.school}"

    @property
    def territory(self) -> str:
        """Return the id of its school's territory."""
        return f"okrug-{self.school % TERRITORIES}"


def practice_id(index: int) -> str:
    """Return the id of a practice by its number from 0."""
    return f"praktika-{index:06}"


def practices(number: int) -> Iterator[Practice]:
    """Yield so many practices, the same ones for the same number."""
    chance = random.Random(number)  # noqa: S311 (a workload, not a secret)
    for index in range(number):
        yield _practice(chance, index)


def _practice(chance: random.Random, index: int) -> Practice:
    # The order of the draws makes the bytes of a base: keep it, or figures of different days do not compare.
    return Practice(
        index=index,
        steps=[Step(step + 1, _paragraph(chance, 3)) for step in range(chance.randint(2, 3))],
        difficulties=chance.sample(list(DIFFICULTIES), 2),
        title=f"{chance.choice(TITLES)}: случай {index}",
        summary=chance.choice(SENTENCES),
        school=chance.randrange(SCHOOLS),
        level=chance.choice(list(LEVELS)),
        audience=chance.sample(list(AUDIENCE), 2),
        subject=chance.choice(list(SUBJECTS)),
        updated=f"2026-{chance.randint(1, 9):02}-{chance.randint(1, 28):02}",
        lesson_minutes=chance.choice((10, 20, 40)),
        preparation_minutes=chance.choice((15, 30, 60)),
        problem=_paragraph(chance, 3),
        results=_paragraph(chance, 2),
        before=chance.randint(20, 50),
        after=chance.randint(50, 90),
        people=chance.randint(10, 120),
        conditions=_paragraph(chance, 2),
        risks=_paragraph(chance, 2),
    )


def _paragraph(chance: random.Random, sentences: int) -> str:
    return " ".join(chance.sample(SENTENCES, sentences))


def make_base(number: int, folder: Path) -> None:
    """Write a base of so many practices into an empty folder."""
    (folder / "reference").mkdir(parents=True)
    (folder / "practices").mkdir()
    (folder / "region.yml").write_text(REGION, "utf-8")
    (folder / "reference" / "territories.yml").write_text(_territories(), "utf-8")
    (folder / "reference" / "organizations.yml").write_text(_organizations(), "utf-8")
    for practice in practices(number):
        (folder / "practices" / f"{practice.id}.yml").write_text(_yaml(practice), "utf-8")


def _territories() -> str:
    lines = ["oblast: {name: Нагрузочная область, kind: region}"]
    lines += [
        f"okrug-{i}: {{name: Округ № {i}, kind: municipal-okrug, parent: oblast}}" for i in range(TERRITORIES)
    ]
    return "\n".join(lines) + "\n"


def _organizations() -> str:
    return "".join(
        f"shkola-{i}: {{name: Средняя школа № {i}, short_name: Школа № {i}, kind: school, "
        f"territory: okrug-{i % TERRITORIES}}}\n"
        for i in range(SCHOOLS)
    )


def _yaml(practice: Practice) -> str:
    steps = "".join(
        f"  - title: Шаг {step.number}\n    minutes: {step.minutes}\n    text: |\n      {step.text}\n"
        for step in practice.steps
    )
    return (
        f'title: "{practice.title}"\n'
        "status: published\nfictional: true\nlevel: municipal\n"
        f'summary: "{practice.summary}"\n'
        f"organization: {practice.organization}\n"
        'contact: {who: методический кабинет, phone: "+7 (000) 000-00-00"}\n'
        f"difficulties: [{', '.join(practice.difficulties)}]\n"
        f"education_levels: [{practice.level}]\n"
        f"audience: [{', '.join(practice.audience)}]\n"
        f"subjects: [{practice.subject}]\n"
        f"updated: {practice.updated}\n"
        f"lesson_minutes: {practice.lesson_minutes}\npreparation_minutes: {practice.preparation_minutes}\n"
        f"problem: |\n  {practice.problem}\n"
        f"steps:\n{steps}"
        f"results: |\n  {practice.results}\n"
        "measurements:\n"
        f"  - {{what: Верные ответы, unit: percent, before: {practice.before}, "
        f"after: {practice.after}, n: {practice.people}, period: 2025/26 учебный год}}\n"
        f"conditions: |\n  {practice.conditions}\n"
        f"risks: |\n  {practice.risks}\n"
    )


if __name__ == "__main__":
    make_base(int(sys.argv[1]), Path(sys.argv[2]))
