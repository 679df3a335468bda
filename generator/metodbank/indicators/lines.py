"""In which line of its file a ground stands: sought only for those that are shown with it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from metodbank.indicators.score import Count, Ground
from metodbank.problems import FieldPath
from metodbank.reads import read
from metodbank.root_folder import MAX_REFERENCE_BYTES, RootFolder
from metodbank.yaml_source import Positions, positions_of

REFERENCE = "reference/"

GroundT = TypeVar("GroundT", bound=Ground)


class Lines:
    """Finds lines in the files of a base."""

    def __init__(self, folder: RootFolder) -> None:
        self._folder = folder
        self._positions = lru_cache(maxsize=64)(self._read_positions)
        self._lines: dict[tuple[str, FieldPath], int] = {}

    def placed(self, count: Count | None) -> Count | None:
        """Return the count with the line of every ground that stands in a file."""
        if count is None:
            return None
        counted = tuple(map(self._with_line, count.counted))
        return replace(count, counted=counted, left_out=tuple(map(self._with_line, count.left_out)))

    def _with_line(self, ground: GroundT) -> GroundT:
        if ground.line is not None or not ground.file:
            return ground
        # A row of a table of reference data moves when another one grows.
        is_row = ground.file.startswith(REFERENCE)
        read(f"place/{ground.file}" if is_row else f"data/{ground.record}")
        place = ground.file, ground.at
        if place not in self._lines:
            self._lines[place] = self._positions(ground.file).find(ground.at).line
        return replace(ground, line=self._lines[place])

    def _read_positions(self, file: str) -> Positions:
        raw = self._folder.read(file, MAX_REFERENCE_BYTES)
        return positions_of(raw) if isinstance(raw, bytes) else Positions()
