"""Tells how long it takes to assess every statement for every territory and year, in one process.

    python -m benchmarks.scores
    python -m benchmarks.scores --frameworks 20 --territories 100 --years 10 --statements 6 --runs 5

The base is written as real files and read as always: invented (fictional) figures of every indicator that
comes from monitoring, for every territory and year, a few of them of small groups. Only the scoring is timed;
what reading the base took is told beside it. Each run scores anew, with nothing kept from the one before.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from metodbank.definition_standard import standard_indicators
from metodbank.indicators.scoring import Scoring
from metodbank.knowledge_base import KnowledgeBase
from metodbank.loading import load

FIRST_YEAR = 2016
BAR = 2
"""Seconds for 20 frameworks, 100 territories and 10 years."""
_CONTACT = 'contact: {who: отдел, phone: "+7 (000) 000-00-00"}\n'


def main() -> None:
    """Run what the arguments ask for."""
    description = (__doc__ or "").partition("\n")[0]
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scores", description=description)
    parser.add_argument("--frameworks", type=int, default=20)
    parser.add_argument("--territories", type=int, default=100)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--statements", type=int, default=1, help="of each framework")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_base(root, arguments.frameworks, arguments.territories, arguments.years, arguments.statements)
        began = time.perf_counter()
        base = load(root).knowledge_base
        if base is None:
            raise SystemExit("the base could not be read")
        print(f"read in {time.perf_counter() - began:.2f} s")
        timed = [assessed(base, FIRST_YEAR + arguments.years) for _ in range(arguments.runs)]
    seconds = statistics.median(run[0] for run in timed)
    bar = "under" if seconds < BAR else "OVER"
    cpu = statistics.median(run[1] for run in timed)
    print(
        f"{timed[0][2]} assessments: {seconds:.2f} s, {cpu:.2f} s of the processor; {bar} the bar of {BAR} s"
    )


def assessed(base: KnowledgeBase, year: int) -> tuple[float, float, int]:
    """Return the seconds that all assessments took, those of the processor, how many there are."""
    began, began_cpu = time.perf_counter(), time.process_time()
    count = sum(1 for _ in Scoring(base, date(year, 1, 1)).assessments())
    return time.perf_counter() - began, time.process_time() - began_cpu, count


def write_base(root: Path, frameworks: int, territories: int, years: int, statements: int) -> None:
    """Write a base of one region with so many okrugs, less one, and figures for all of them."""
    observed = [name for name, each in standard_indicators().items() if each.is_observed]
    names = ["region", *(f"okrug-{number}" for number in range(1, territories))]
    followed = [f"framework-{number}" for number in range(frameworks)]
    _write(
        root / "region.yml",
        "name: Проба\ndescription: База для замера.\nlevel: regional\nterritory: region\noperator: iro\n"
        f"responsible: отдел\nframeworks: [{', '.join(followed)}]\n{_CONTACT}",
    )
    okrugs = "".join(
        f"{name}:\n  name: Округ {name}\n  kind: municipal-okrug\n  parent: region\n" for name in names[1:]
    )
    _write(root / "reference/territories.yml", f"region:\n  name: Область\n  kind: region\n{okrugs}")
    organization = "iro:\n  name: Институт\n  short_name: Институт\n  kind: iro\n  territory: region\n"
    _write(root / "reference/organizations.yml", organization)
    for place, name in enumerate(followed):
        text = _framework([observed[(place + i) % len(observed)] for i in range(statements)], years)
        _write(root / f"reference/frameworks/{name}.yml", text)
    for number in range(years):
        rows = "".join(_rows(observed, names, number))
        _write(
            root / f"monitoring/{FIRST_YEAR + number}.csv",
            f"indicator;territory;numerator;denominator\n{rows}",
        )


def _framework(indicators: list[str], years: int) -> str:
    targets = ", ".join(
        f"{{year: {FIRST_YEAR + number}, raw: не менее {30 + number}, value: {30 + number}}}"
        for number in range(years)
    )
    rows = "".join(
        f"  - {{id: s{place}, indicator: {name}, name: Пункт, targets: [{targets}]}}\n"
        for place, name in enumerate(indicators)
    )
    head = "title: Система\nshort_title: Система\ncitation: Приказ\nstate: in-force\n"
    return f"{head}statements:\n{rows}"


def _rows(observed: list[str], names: list[str], number: int) -> Iterator[str]:
    for i, indicator in enumerate(observed):
        for t, territory in enumerate(names):
            denominator = 3 if (t + number) % 40 == 7 else 20 + 7 * t + i
            numerator = denominator * (10 + (t * 7 + number) % 60) // 100
            yield f"{indicator};{territory};{numerator};{denominator}\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
