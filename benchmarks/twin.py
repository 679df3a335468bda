"""The Markdown twin of the workload: the same records and the same text, as peers read them."""

from __future__ import annotations

from pathlib import Path

from benchmarks.words import AUDIENCE, DIFFICULTIES, LEVELS, SUBJECTS
from benchmarks.workload import SCHOOLS, TERRITORIES, Practice, practices

CONTACT = "методический кабинет, +7 (000) 000-00-00"
PAGE_SIZE = 24

FACETS = {
    "by-difficulties": ("Затруднение", DIFFICULTIES),
    "by-subjects": ("Предметы", SUBJECTS),
    "by-education-levels": ("Уровень образования", LEVELS),
    "by-territory": ("Территория", {f"okrug-{i}": f"Округ № {i}" for i in range(TERRITORIES)}),
}
WHOLE_LISTS = {"difficulties": "by-difficulties", "territories": "by-territory"}
"""Kinds of terms whose pages show the first records only and lead to the list of the others."""
SCHOOL_NAMES = {f"shkola-{i}": f"Школа № {i}" for i in range(SCHOOLS)}


def memberships(practice: Practice) -> dict[str, list[str]]:
    """Return the ids under which a record is listed, by facet and by kind of term."""
    return {
        "by-difficulties": practice.difficulties,
        "by-subjects": [practice.subject],
        "by-education-levels": [practice.level],
        "by-territory": [practice.territory],
        "difficulties": practice.difficulties,
        "organizations": [practice.organization],
        "territories": [practice.territory],
    }


def front_matter(practice: Practice) -> str:
    """Return the short fields as YAML between the dashes."""
    lists = "".join(f"{name}: [{', '.join(ids)}]\n" for name, ids in memberships(practice).items())
    return (
        "---\n"
        f'title: "{practice.title}"\n'
        f'description: "{practice.summary}"\n'
        f"{lists}"
        f'audience: "{audience(practice)}"\n'
        f"updated: {practice.updated}\n"
        f"lesson_minutes: {practice.lesson_minutes}\npreparation_minutes: {practice.preparation_minutes}\n"
        "---\n"
    )


def audience(practice: Practice) -> str:
    """Return in words whom a record is for."""
    return ", ".join(AUDIENCE[one] for one in practice.audience)


def body(practice: Practice) -> str:
    """Return the long texts as Markdown sections."""
    steps = "".join(
        f"### Шаг {step.number}, {step.minutes} минут\n\n{step.text}\n\n" for step in practice.steps
    )
    return (
        f"## Зачем это нужно\n\n{practice.problem}\n\n"
        f"## Что сделать\n\n{steps}"
        f"## Что изменилось\n\n{practice.results}\n\n"
        "| Что измеряли | Было | Стало | Единица | Сколько человек | Когда | Откуда число |\n"
        "|---|---|---|---|---|---|---|\n"
        f"| Верные ответы | {practice.before} | {practice.after} | Проценты | {practice.people} "
        "| 2025/26 учебный год | не указан |\n\n"
        f"## Когда это работает\n\n{practice.conditions}\n\n"
        f"## Что может помешать\n\n{practice.risks}\n\n"
        f"## Кому позвонить\n\n{CONTACT}\n"
    )


def write_records(number: int, folder: Path) -> None:
    """Write so many records with their short fields in front, one file each."""
    folder.mkdir(parents=True)
    for practice in practices(number):
        text = f"{front_matter(practice)}\n{body(practice)}"
        (folder / f"{practice.id}.md").write_text(text, "utf-8")


def terms() -> dict[str, dict[str, tuple[str, str]]]:
    """Return what has a page with all its records: title and place of each, by kind and id."""
    territories = FACETS["by-territory"][1]
    return {
        "organizations": {id_: (title, _territory(id_)) for id_, title in SCHOOL_NAMES.items()},
        "territories": {id_: (title, "Нагрузочная область") for id_, title in territories.items()},
        "difficulties": {id_: (title, "") for id_, title in DIFFICULTIES.items()},
    }


def _territory(school: str) -> str:
    return f"Округ № {int(school.removeprefix('shkola-')) % TERRITORIES}"


def titles() -> dict[str, str]:
    """Return the title of every id that pages name."""
    found = {"organizations": "Организации", "territories": "Территории", "difficulties": "Затруднения"}
    for _, values in FACETS.values():
        found |= values
    return found | SCHOOL_NAMES
