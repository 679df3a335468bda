"""«Качество данных»: what was set aside and what is to be mended, record by record, for its owner."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from metodbank import addresses
from metodbank.pages.context import SiteContext
from metodbank.pages.page import Page, as_description
from metodbank.pages.presenting import LinkView
from metodbank.problems import Problem
from metodbank.rules import rule_of
from metodbank.russian_words import counted

TITLE = "Качество данных"
INTRO = (
    "Что нашла проверка при последней сборке: по файлам, для тех, кто их ведёт. "
    "Как исправить каждое замечание, говорит команда metodbank check."
)


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
    aside = sum(view.is_set_aside for view in files)
    address = addresses.QUALITY
    body = context.renderer.render(
        "quality.html.jinja",
        title=TITLE,
        intro=INTRO,
        aside=f"С ошибками: {counted(aside, 'файл', 'файла', 'файлов')}. Записи с ошибками на сайт не попали."
        if aside
        else "",
        files=files,
    )
    return Page(address, TITLE, as_description(INTRO), context.trail(address, LinkView(TITLE)), body)


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
