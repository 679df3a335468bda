"""Tells how the cost of our cold build grows with the records.

    python -m benchmarks.scaling 1000 5000 20000 100000 --folder /dev/shm

Each size has cold builds of its own, timed as whole commands. The slope of the least-squares fit of seconds
to records is what one more record costs; the power is the slope of the same fit of logarithms: 1 is a cost
that grows in step. Memory, sampled in the timed run: the greatest sum of PSS of all processes, and the
greatest resident size that one process has had. A size for which the folder has no room is refused.
"""

from __future__ import annotations

import argparse
import math
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import ours
from benchmarks.measuring import MEGABYTE, Run, kind_of_disk, measured, snapshot
from benchmarks.table import markdown, spread
from benchmarks.workload import make_base

ROOM_OF_A_RECORD = 100_000
"""Bytes: its source, its share of the pages and lists, and of the store, with as much again to spare."""


class Size(NamedTuple):
    """The runs of one size, and the files and bytes of its site."""

    records: int
    runs: list[Run]
    files: int
    bytes: int

    @property
    def seconds(self) -> float:
        """Return the median of whole runs."""
        return statistics.median(run.seconds for run in self.runs)

    @property
    def cpu(self) -> float:
        """Return the median of processor seconds."""
        return statistics.median(run.cpu for run in self.runs)


def main() -> None:
    """Run what the arguments ask for."""
    description = (__doc__ or "").partition("\n")[0]
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scaling", description=description)
    parser.add_argument("records", type=int, nargs="+")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--limit", type=float, default=3600, help="seconds that one run may take")
    parser.add_argument("--to", type=Path, help="a file for the table besides the screen")
    arguments = parser.parse_args()
    free, wanted = shutil.disk_usage(arguments.folder).free, max(arguments.records) * ROOM_OF_A_RECORD
    if free < wanted:
        told = f"{free / MEGABYTE:.0f} MB are free in {arguments.folder}, {wanted / MEGABYTE:.0f} are wanted"
        parser.error(f"{told}; name another folder: --folder")
    sizes = [_size(number, arguments) for number in arguments.records]
    text = f"## Cost by records, {kind_of_disk(arguments.folder)}, cold\n\n{report(sizes)}"
    print(text)
    if arguments.to:
        arguments.to.write_text(text, "utf-8")


def _size(number: int, arguments: argparse.Namespace) -> Size:
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        base, program = Path(name) / "base", ours.install(Path(name))
        make_base(number, base)
        runs = []
        for turn in range(arguments.runs):
            out = Path(name) / f"site-{turn}"
            ours.forget(base)
            command = ours.command(program, base, out)
            runs.append(measured(command, base, ours.environment(base), arguments.limit, sampled=True))
            print(f"{number} records: {runs[-1].seconds:.2f} s", file=sys.stderr, flush=True)
            found = snapshot(out)
            if kind_of_disk(out) == "tmpfs":
                shutil.rmtree(out)
        return Size(number, runs, len(found), sum(size for _, _, size in found.values()))


def report(sizes: Sequence[Size]) -> str:
    """Return the table and, for two sizes or more, the fit below it."""
    table = markdown(_rows(sizes))
    if len({size.records for size in sizes}) < 2:
        return table
    whole = _fit([(size.records, size.seconds) for size in sizes])
    cpu = _fit([(size.records, size.cpu) for size in sizes])
    return f"{table}\nWhole command: {whole}. Processor seconds, which a busy machine spoils less: {cpu}.\n"


def _fit(points: Sequence[tuple[int, float]]) -> str:
    slope, start = statistics.linear_regression(*zip(*points, strict=True))
    logarithms = [(math.log(records), math.log(seconds)) for records, seconds in points]
    power, _ = statistics.linear_regression(*zip(*logarithms, strict=True))
    return f"{slope * 1000:.3f} ms a record and {start:.2f} s at the start, power {power:.2f}"


def _rows(sizes: Sequence[Size]) -> Iterator[Sequence[str]]:
    yield (
        "records",
        "runs",
        "s",
        "ms a record",
        "processor s",
        "processor ms a record",
        "peak memory, MB",
        "one process, MB",
        "kB a record",
        "files",
        "MB",
    )
    for size in sizes:
        memory = max(run.memory or 0 for run in size.runs)
        yield (
            str(size.records),
            str(len(size.runs)),
            spread([run.seconds for run in size.runs]),
            f"{size.seconds / size.records * 1000:.3f}",
            f"{size.cpu:.2f}",
            f"{size.cpu / size.records * 1000:.3f}",
            f"{memory:.0f}",
            f"{max(run.largest or 0 for run in size.runs):.0f}",
            f"{memory / size.records * 1000:.1f}",
            str(size.files),
            f"{size.bytes / MEGABYTE:.0f}",
        )


if __name__ == "__main__":
    main()
