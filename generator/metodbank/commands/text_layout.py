"""Russian text in a terminal of a hundred columns: wrapped lines, and tables whose cells wrap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

WIDTH = 100
_GAP = "  "


def wrapped(text: str, indent: int = 0, hanging: int = 0) -> str:
    """Return the text in lines that fit, all but the first `hanging` further in; each ends."""
    begin, then = " " * indent, " " * (indent + hanging)
    lines = wrap(" ".join(text.split(" ")), WIDTH, initial_indent=begin, subsequent_indent=then)
    return "".join(f"{line}\n" for line in lines)


def table(head: Sequence[str], rows: Iterable[Sequence[Sequence[str]]], widths: Sequence[int]) -> str:
    """Return a table: each cell is a list of paragraphs that wrap inside the column."""
    lines = list(_lines([[title] for title in head], widths))
    lines.append(_GAP.join("─" * width for width in widths))
    for row in rows:
        lines += _lines(row, widths)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _lines(cells: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    columns = [
        [line for paragraph in cell for line in wrap(paragraph, width) or [""]]
        for cell, width in zip(cells, widths, strict=True)
    ]
    for parts in zip_longest(*columns, fillvalue=""):
        yield _GAP.join(part.ljust(width) for part, width in zip(parts, widths, strict=True))
