"""The tables of a comparison, in Markdown."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from benchmarks.measuring import MEGABYTE
from benchmarks.pairs import COLD, ONE, SCENARIOS, Contender, Figures


def spread(values: Sequence[float], digits: int = 2) -> str:
    """Return the median and, where there is more than one value, the least and the greatest."""
    middle = f"{statistics.median(values):.{digits}f}"
    return middle if len(values) == 1 else f"{middle} ({min(values):.{digits}f}–{max(values):.{digits}f})"


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    """Return ours to the peer's, pair by pair."""
    return [mine / other for mine, other in zip(ours, theirs, strict=True)]


def markdown(rows: Iterable[Sequence[str]]) -> str:
    """Return a table, its first row being the head."""
    head, *rest = rows
    lines = [head, ["---"] * len(head), *rest]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def comparison(duels: Sequence[tuple[Contender, Contender]]) -> str:
    """Return the tables of times, one a scenario, and the table of sizes; each duel is ours and a peer."""
    parts = [
        f"### Seconds, {scenario}\n\n{markdown(_times(duels, partial(Figures.seconds, scenario=scenario)))}"
        for scenario in SCENARIOS
    ]
    right = f"### Seconds, {ONE}, until its pages are right\n\n{markdown(_times(duels, Figures.until_right))}"
    return "\n".join([*parts, right, f"### Sizes and what is included\n\n{markdown(_sizes(duels))}"])


def _times(
    duels: Sequence[tuple[Contender, Contender]], seconds: Callable[[Figures], list[float]]
) -> Iterator[Sequence[str]]:
    yield ("peer", "pairs", "ours", "peer's", "ours / peer's", "peer's / ours")
    for ours, peer in duels:
        mine, theirs = seconds(ours.figures), seconds(peer.figures)
        yield (
            peer.tool.NAME,
            str(len(theirs)),
            spread(mine),
            spread(theirs),
            spread(ratios(mine, theirs)),
            spread(ratios(theirs, mine), 1),
        )


def _sizes(duels: Sequence[tuple[Contender, Contender]]) -> Iterator[Sequence[str]]:
    yield (
        "tool",
        "processor seconds, cold",
        "peak memory, MB",
        "pages",
        *(f"files (MB) written, {scenario}" for scenario in SCENARIOS),
        "includes",
    )
    contenders = [duels[0][0], *(peer for _, peer in duels)] if duels else []
    for contender in contenders:
        figures = contender.figures
        yield (
            contender.tool.NAME,
            spread([run.cpu for run in figures.runs[COLD]]),
            f"{figures.memory:.0f}",
            str(figures.pages),
            *(_written(figures, scenario) for scenario in SCENARIOS),
            contender.tool.INCLUDES,
        )


def _written(figures: Figures, scenario: str) -> str:
    files, size = figures.written[scenario]
    return f"{files} ({size / MEGABYTE:.1f})"
