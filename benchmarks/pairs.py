"""Runs ours and a peer in turn: cold, with nothing changed, with one record changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from benchmarks.measuring import FailedRunError, Run, Written, kind_of_disk, measured, snapshot, written
from benchmarks.page_watching import Watched
from benchmarks.peers.tool import Tool
from benchmarks.workload import Practice, practices

COLD, NOTHING, ONE = "cold", "nothing changed", "one record changed"
SCENARIOS = (COLD, NOTHING, ONE)


@dataclass
class Figures:
    """What the runs of one tool cost, by scenario; memory in megabytes, of a cold run."""

    runs: dict[str, list[Run]] = field(default_factory=lambda: {scenario: [] for scenario in SCENARIOS})
    written: dict[str, Written] = field(default_factory=dict)
    pages: int = 0
    memory: float = 0

    def seconds(self, scenario: str) -> list[float]:
        """Return the seconds of each run from the command's start to its end."""
        return [run.seconds for run in self.runs[scenario]]

    def until_right(self) -> list[float]:
        """Return the seconds of each run from the command's start to right pages after an edit."""
        return [run.right or run.seconds for run in self.runs[ONE]]


@dataclass(frozen=True)
class Edit:
    """A new summary of a record, another one at every turn."""

    practice: Practice
    turn: int

    @property
    def text(self) -> str:
        """Return the new summary."""
        return f"Краткое описание переписано в {self.turn + 1}-й раз."

    def made(self, tool: Tool, source: Path) -> Path:
        """Write the new summary into the tool's source of the record; return its file."""
        path = tool.source_of(source, self.practice.id)
        old = path.read_text("utf-8")
        path.write_text(old.replace(self.practice.summary, self.text, tool.SUMMARIES), "utf-8")
        return path

    def watched(self, tool: Tool, out: Path) -> Watched:
        """Return what must be seen in a tool's site."""
        return Watched(tuple(tool.pages_of(out, self.practice.id, self.practice.organization)), self.text)


@dataclass(frozen=True)
class Contender:
    """A tool that is installed and has its records."""

    tool: Tool
    program: Path
    source: Path
    limit: float
    figures: Figures = field(default_factory=Figures)

    def cold(self, out: Path, *, sampled: bool = False) -> Run:
        """Return the cost of a build with nothing kept, into a folder that is not there yet."""
        self.tool.forget(self.source)
        return self._run(self.tool.command(self.program, self.source, out), sampled=sampled)

    def warm(self, out: Path) -> Run:
        """Return the cost of a build over a former one with nothing changed."""
        return self._run(self.tool.again(self.program, self.source, out, None))

    def changed(self, out: Path, edit: Edit) -> Run:
        """Return the cost of a build after an edit; raise FailedRunError for wrong pages."""
        path = edit.made(self.tool, self.source)
        watched = edit.watched(self.tool, out)
        run = self._run(self.tool.again(self.program, self.source, out, path), watched=watched)
        for page in watched.wrong():
            raise FailedRunError(f"{self.tool.NAME}: the new text is not in {page.relative_to(out)}")
        return run

    def _run(self, command: list[str], *, sampled: bool = False, watched: Watched | None = None) -> Run:
        environment = self.tool.environment(self.source)
        try:
            return measured(command, self.source, environment, self.limit, sampled=sampled, watched=watched)
        except FailedRunError as error:
            raise FailedRunError(f"{self.tool.NAME}: {error}") from error


def run_pairs(ours: Contender, peer: Contender, number: int, pairs: int, tell: Callable[[str], None]) -> None:
    """Run so many pairs, then a cold build of each for its memory; the figures stay with the contenders.

    A slow peer is watched while its time is taken: a fiftieth of a core is dear only to short runs.
    """
    both = (ours, peer)
    for turn, practice in enumerate(islice(practices(number), pairs)):
        outs = [contender.source.parent / f"site-{turn}-of-{contender.source.name}" for contender in both]
        for scenario in SCENARIOS:
            for contender, out in zip(both, outs, strict=True):
                seconds = _scenario(contender, out, scenario, Edit(practice, turn))
                tell(f"{contender.tool.NAME}, {scenario}: {seconds:.2f} s")
        for out in outs:
            _clear(out)
    for contender in both:
        if contender.tool.SLOW:
            continue
        out = contender.source.parent / f"site-of-{contender.source.name}"
        contender.figures.memory = contender.cold(out, sampled=True).memory or 0
        _clear(out)


def _scenario(contender: Contender, out: Path, scenario: str, edit: Edit) -> float:
    before = snapshot(out)
    figures = contender.figures
    if scenario == COLD:
        run = contender.cold(out, sampled=contender.tool.SLOW)
        figures.memory = run.memory or 0
    elif scenario == NOTHING:
        run = contender.warm(out)
    else:
        run = contender.changed(out, edit)
    after = snapshot(out)
    figures.runs[scenario].append(run)
    figures.written[scenario] = written(before, after)
    figures.pages = sum(path.endswith(".html") for path in after)
    return run.seconds


def _clear(out: Path) -> None:
    """Remove a site where that costs the runs to come nothing: see cold_build on ext4."""
    if kind_of_disk(out) == "tmpfs":
        shutil.rmtree(out)
