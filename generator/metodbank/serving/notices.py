"""What the browser is told of a page: its version, and the notice that stands in it."""

from __future__ import annotations

import json
from typing import Any

from metodbank.keys import key_of
from metodbank.problems import Problem, Severity
from metodbank.russian_words import counted
from metodbank.serving.preview import Preview, State
from metodbank.serving.sources import page_of

_MOST = 10
NOT_REBUILT = "Сайт не пересобран: показан последний удачный"
KEPT = "Эта страница осталась прежней: в её файле ошибка"


def news_of(preview: Preview, state: State, address: str, version: str) -> str:
    """Return the news for the page at an address, as JSON on one line."""
    notice = _notice(preview, state, address)
    if notice is not None:
        notice["key"] = key_of(json.dumps(notice, ensure_ascii=False))[:16]
    return json.dumps({"version": version, "notice": notice}, ensure_ascii=False)


def _notice(preview: Preview, state: State, address: str) -> dict[str, Any] | None:
    if not state.failure:
        return _problems(state, address, preview.site.is_kept(address))
    # While there is no site, the page itself says why.
    return None if preview.site.is_empty else _failure(state)


def _failure(state: State) -> dict[str, Any]:
    return {"title": NOT_REBUILT, "urgent": True, "text": state.failure, "problems": [], "more": ""}


def _problems(state: State, address: str, is_kept: bool) -> dict[str, Any] | None:
    """Return the errors of the whole base and the warnings of the page's own file; None without any."""
    errors = [problem for problem in state.problems if problem.is_error]
    warnings = [problem for problem in state.problems if problem.severity is Severity.WARNING]
    own = [problem for problem in warnings if page_of(problem.file) == address]
    found = sorted(errors + own, key=lambda p: (page_of(p.file) != address, p.file not in state.touched))
    if not found:
        return None
    shown, rest = found[:_MOST], len(found) - _MOST
    return {
        "title": KEPT if is_kept else _title(errors),
        "urgent": bool(errors),
        "text": "",
        "problems": [_view(problem) for problem in shown],
        "more": f"И ещё {counted(rest, 'замечание', 'замечания', 'замечаний')}: metodbank check"
        if rest > 0
        else "",
    }


def _title(errors: list[Problem]) -> str:
    if not errors:
        return "Замечания к этой странице"
    files = len({problem.file for problem in errors})
    words = counted(len(errors), "ошибка", "ошибки", "ошибок")
    return f"{words} в {counted(files, 'файле', 'файлах', 'файлах')}"


def _view(problem: Problem) -> dict[str, str]:
    about = f"{problem.severity.word} {problem.code}" + (f", поле «{problem.field}»" if problem.field else "")
    return {
        "place": problem.place,
        "about": about,
        "message": problem.message,
        "remedy": problem.remedy,
    }
