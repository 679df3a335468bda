"""Exit codes, the summary that ends a command, and the report of a bug of ours."""

from __future__ import annotations

import platform
from collections import Counter
from pathlib import Path

from metodbank import __version__
from metodbank.problems import Problem, Severity
from metodbank.russian_words import counted

DONE, PROBLEMS, WRONG_USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130


def summary(problems: list[Problem]) -> str:
    """Return how many problems there are, by severity."""
    counts = Counter(problem.severity for problem in problems)
    parts = [
        counted(counts[Severity.ERROR], "ошибка", "ошибки", "ошибок"),
        counted(counts[Severity.WARNING], "предупреждение", "предупреждения", "предупреждений"),
        counted(counts[Severity.INFO], "сведение", "сведения", "сведений"),
    ]
    return "Замечаний нет." if not problems else ", ".join(parts) + "."


def as_text(problems: list[Problem]) -> str:
    """Return the problems for a terminal: place, severity and code, what is wrong, what to write."""
    return "".join(
        f"{problem.place}: {problem.severity.word} {problem.code}"
        f"{f', поле «{problem.field}»' if problem.field else ''}\n"
        f"    {problem.message}\n    → {problem.remedy}\n"
        for problem in problems
    )


def report_bug(error: BaseException) -> str:
    """Write a report that can be sent to us; return what to tell the user."""
    # A report is rare: what writes it is not loaded at every start.
    import tempfile
    import traceback

    text = "".join(traceback.format_exception(error))
    head = f"metodbank {__version__}, Python {platform.python_version()}, {platform.system()}\n\n"
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="metodbank-report-", suffix=".txt", delete=False
    ) as file:
        file.write(head + text)
    return (
        f"Это ошибка программы, а не ваших записей: {type(error).__name__}.\n"
        f"Отчёт записан в {Path(file.name)}: пришлите его разработчикам."
    )
