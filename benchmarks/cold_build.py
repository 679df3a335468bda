"""Times a cold build of N generated records step by step, each run in a process of its own.

    python -m benchmarks.cold_build 5000 --runs 3 --folder /dev/shm

Prints the median of each step in seconds and in milliseconds a record, and the peak memory of the process.
Start-up (interpreter and imports) is told apart; everything else counts: reading, checking, drawing the
frames with the engine, pages, writing.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import ours
from benchmarks.measuring import surroundings
from benchmarks.workload import make_base

STEPS = {
    "Чтение записей": "reading",
    "Проверка": "checking",
    "Оформление": "drawing frames",
    "Страницы": "pages",
}


def main() -> None:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("records", type=int)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--one", type=Path, nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(_measured(*arguments.one)))
        return
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        base = Path(name) / "base"
        make_base(arguments.records, base)
        ours.install(base)
        runs = [_in_own_process(arguments.records, base, number) for number in range(arguments.runs)]
    _print_table(runs, arguments.records)


def _in_own_process(records: int, base: Path, number: int) -> dict[str, float]:
    """Return the seconds of each step of one run.

    Each run writes into a folder of its own: ext4 passes over the inodes of files that were deleted moments
    ago one by one, so that clearing a site before a run would make every new file ten times dearer.
    """
    ours.forget(base)
    out = base.parent / f"site-{number}"
    command = [sys.executable, "-m", "benchmarks.cold_build", str(records), "--one", str(base), str(out)]
    begun = time.perf_counter()
    environment = surroundings(ours.environment(base))
    result = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    whole = time.perf_counter() - begun
    steps: dict[str, float] = json.loads(result.stdout)
    memory = steps.pop("memory")
    return {"start-up": whole - sum(steps.values()), **steps, "whole": whole, "memory": memory}


def _measured(base: Path, out: Path) -> dict[str, float]:
    from metodbank.build import build
    from metodbank.commands.building import collected_at_the_end
    from metodbank.dates import today

    marks: list[tuple[str, float]] = []

    def mark(step: str) -> None:
        marks.append((STEPS[step], time.perf_counter()))

    with collected_at_the_end():
        build(base, out, as_of=today, drafts=False, progress=mark)
    ends = [moment for _, moment in marks[1:]] + [time.perf_counter()]
    steps = {step: end - begun for (step, begun), end in zip(marks, ends, strict=True)}
    return {**steps, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def _print_table(runs: list[dict[str, float]], records: int) -> None:
    print(f"{records} records, {len(runs)} cold runs, medians\n")
    print(f"{'step':16}{'s':>8}{'ms a record':>14}")
    medians = {step: statistics.median(run[step] for run in runs) for step in runs[0]}
    memory = medians.pop("memory")
    for step, seconds in medians.items():
        print(f"{step:16}{seconds:8.2f}{seconds / records * 1000:14.3f}")
    beyond = medians["whole"] - medians["start-up"]
    print(f"{'beyond start-up':16}{beyond:8.2f}{beyond / records * 1000:14.3f}")
    print(f"\npeak memory {memory:.0f} MB")


if __name__ == "__main__":
    main()
