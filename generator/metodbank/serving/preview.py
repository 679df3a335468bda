"""The preview of a base: builds it, keeps the last good site, and knows what is wrong now."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from metodbank.problems import Problem
from metodbank.serving.site_shown import Changes, SiteShown
from metodbank.unchanged import Built

Build = Callable[[frozenset[str]], Built]
"""Builds the base after files were saved, none where it is not known which; raises where it fails."""
_NOTHING = Changes(frozenset(), frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class State:
    """How things stand after a build: what failed it, or the problems of the base.

    `touched` are the files that were saved since the preview began, relative to the root.
    """

    number: int = 0
    failure: str = ""
    problems: tuple[Problem, ...] = ()
    touched: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What one build came to, and how things stood before it."""

    before: State
    state: State
    changes: Changes
    has_site: bool

    @property
    def is_news(self) -> bool:
        """Return whether anything is other than it was."""
        then, now = self.before, self.state
        is_same = (then.failure, then.problems) == (now.failure, now.problems)
        return not is_same or bool(self.changes.changed or self.changes.gone)

    @property
    def new_problems(self) -> list[Problem]:
        """Return the problems that the build before did not have."""
        known = set(self.before.problems)
        return [problem for problem in self.state.problems if problem not in known]


class Preview:
    """One site that is built again and again.

    `build` fills the folder `built`, what is shown stands in `shown`; `in_words` says of an exception what a
    reader is told.
    """

    def __init__(self, built: Path, shown: Path, build: Build, in_words: Callable[[Exception], str]) -> None:
        self._built = built
        self._build = build
        self._in_words = in_words
        self._news = threading.Condition()
        self.site = SiteShown(shown)
        self.state = State()
        self.is_over = False
        self._is_in_step = False

    def rebuild(self, saved: Iterable[str] = ()) -> Rebuilt:
        """Build after the files were saved, and tell all who wait."""
        before, saved = self.state, frozenset(saved)
        touched = before.touched | saved
        try:
            changes, problems = self._built_and_shown(saved)
            state = State(before.number + 1, "", problems, touched)
        except Exception as error:
            changes = _NOTHING
            state = State(before.number + 1, self._in_words(error), before.problems, touched)
        self._tell(state)
        return Rebuilt(before, state, changes, has_site=not self.site.is_empty)

    def _built_and_shown(self, saved: frozenset[str]) -> tuple[Changes, tuple[Problem, ...]]:
        """Build and take the site over: as a whole, where what was built before was not taken over."""
        was_in_step, self._is_in_step = self._is_in_step, False
        built = self._build(saved)
        problems = tuple(built.problems)
        moved = (*built.written, *built.deleted) if was_in_step else None
        changes = self.site.take_over(self._built, problems, moved)
        self._is_in_step = True
        return changes, problems

    def wait(self, number: int, seconds: float) -> State:
        """Return the state once it is another than the one with the number, or after the seconds."""
        with self._news:
            self._news.wait_for(lambda: self.is_over or self.state.number != number, seconds)
        return self.state

    def end(self) -> None:
        """Send home all who wait."""
        with self._news:
            self.is_over = True
            self._news.notify_all()

    def _tell(self, state: State) -> None:
        with self._news:
            self.state = state
            self._news.notify_all()
