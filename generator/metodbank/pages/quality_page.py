"""«Качество данных»: what was set aside and what is to be mended, record by record, for its owner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from metodbank import addresses
from metodbank.indicator_definitions import FRAMEWORKS, INDICATORS
from metodbank.observation_columns import MONITORING
from metodbank.pages.context import SiteContext
from metodbank.pages.page import Page, as_description
from metodbank.pages.presenting import LinkView
from metodbank.problems import Problem
from metodbank.region_reading import REGION_FILE
from metodbank.rules import rule_of
from metodbank.russian_words import counted

TITLE = "Качество данных"
INTRO = (
    "Что нашла проверка при последней сборке: по файлам, для тех, кто их ведёт. "
    "Как исправить каждое замечание, говорит команда metodbank check."
)

_DEFINITIONS = (f"{INDICATORS}/", f"{FRAMEWORKS}/")


@dataclass(frozen=True, slots=True)
class ProblemView:
    """One problem without the words of the record: a public page quotes nothing that was kept off it."""

    severity: str
    code: str
    href: str
    line: int
    field: str
    title: str


@dataclass(frozen=True, slots=True)
class FileProblems:
    """The problems of one file."""

    file: str
    is_set_aside: bool
    problems: tuple[ProblemView, ...]


def quality_page(context: SiteContext) -> Page:
    """Return the page of all problems by file, set-aside files first."""
    files = [
        FileProblems(file, any(p.is_error for p in problems), tuple(map(_view, problems)))
        for file, found in groupby(context.problems, key=lambda problem: problem.file)
        if (problems := tuple(found))
    ]
    files.sort(key=lambda view: (not view.is_set_aside, view.file))
    address = addresses.QUALITY
    body = context.renderer.render(
        "quality.html.jinja",
        title=TITLE,
        intro=INTRO,
        aside=_aside([view.file for view in files if view.is_set_aside]),
        files=files,
    )
    return Page(address, TITLE, as_description(INTRO), context.trail(address, LinkView(TITLE)), body)


def _aside(files: Sequence[str]) -> str:
    """Return how many files have errors and what comes of it: rows of tables are no records."""
    if not files:
        return ""
    told = f"С ошибками: {counted(len(files), 'файл', 'файла', 'файлов')}."
    tables = sum(file.startswith(f"{MONITORING}/") for file in files)
    others = sum(file == REGION_FILE or file.startswith(_DEFINITIONS) for file in files)
    if tables + others < len(files):
        told += " Записи с ошибками на сайт не попали."
    return told + (" Строки мониторинга с ошибками не учтены." if tables else "")


def _view(problem: Problem) -> ProblemView:
    known_field = problem.field if problem.field != problem.value else ""
    title = rule_of(problem.code).title
    return ProblemView(
        problem.severity.word,
        problem.code,
        addresses.rule_page(problem.code),
        problem.line,
        known_field,
        title,
    )
