"""Measures our build over a former one: nothing changed, and one record changed.

    python -m benchmarks.again 5000 --edits 9 --folder /dev/shm

Each edit rewrites the summary of another record after a run with nothing changed. Two moments are taken from
the command's start: when the pages of the record and of its school stood right in the folder, as seen from
outside every two milliseconds, and when the command ended. The first build is not counted.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from benchmarks import ours
from benchmarks.measuring import Run, kind_of_disk
from benchmarks.pairs import Contender, Edit
from benchmarks.table import markdown, spread
from benchmarks.workload import make_base, practices


def main() -> None:
    """Run what the arguments ask for."""
    description = (__doc__ or "").partition("\n")[0]
    parser = argparse.ArgumentParser(prog="python -m benchmarks.again", description=description)
    parser.add_argument("records", type=int)
    parser.add_argument("--edits", type=int, default=9)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--limit", type=float, default=3600, help="seconds that one run may take")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        base, out = Path(name) / "base", Path(name) / "site"
        make_base(arguments.records, base)
        contender = Contender(ours, ours.install(base), base, arguments.limit)
        contender.cold(out)
        nothing, one = [], []
        for turn, practice in enumerate(islice(practices(arguments.records), arguments.edits)):
            nothing.append(contender.warm(out))
            one.append(contender.changed(out, Edit(practice, turn)))
    print(f"## Again, {kind_of_disk(arguments.folder)}\n\n{report(arguments.records, nothing, one)}")


def report(records: int, nothing: Sequence[Run], one: Sequence[Run]) -> str:
    """Return the table: medians (least–greatest) of seconds from the command's start."""
    return markdown(
        [
            (
                "records",
                "runs of each",
                "nothing changed, s",
                "one record changed: pages right, s",
                "one record changed: command ended, s",
                "processor s",
            ),
            (
                str(records),
                str(len(one)),
                spread([run.seconds for run in nothing]),
                spread([run.right or run.seconds for run in one]),
                spread([run.seconds for run in one]),
                spread([run.cpu for run in one]),
            ),
        ]
    )


if __name__ == "__main__":
    main()
