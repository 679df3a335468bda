"""What the terminal is told of a rebuilt preview."""

from __future__ import annotations

from collections.abc import Collection

from metodbank.commands.outcome import as_text, summary
from metodbank.russian_words import counted, number_text
from metodbank.serving.preview import Rebuilt


def came_of(rebuilt: Rebuilt, saved: Collection[str]) -> str:
    """Return what failed the build, or the new errors and the new warnings of the files that were saved.

    With the first build nothing was saved, and warnings are for `metodbank check`; later, an empty batch
    says that it is not known what was.
    """
    if rebuilt.state.failure:
        return rebuilt.state.failure + "\n"
    has_warnings = not _is_first(rebuilt)
    return as_text(
        [
            problem
            for problem in rebuilt.new_problems
            if problem.is_error or (has_warnings and (not saved or problem.file in saved))
        ]
    )


def in_short(rebuilt: Rebuilt, seconds: float) -> str:
    """Return in one line how long the build took, what it changed, how many problems there are."""
    if rebuilt.state.failure:
        return "сайт не построен, показан прежний." if rebuilt.has_site else "сайт пока не построен."
    pages = counted(rebuilt.changes.pages, "страница", "страницы", "страниц")
    came = pages if _is_first(rebuilt) else f"изменилось: {pages}"
    took = number_text(round(seconds, 2))
    return f"построено за {took} с, {came}. {summary(list(rebuilt.state.problems))}"


def _is_first(rebuilt: Rebuilt) -> bool:
    return rebuilt.before.number == 0
