"""A site that would stand among the files it is made of."""

from __future__ import annotations

from pathlib import Path

from metodbank.errors import UsageError
from metodbank.models.kinds import REGISTERS

_PARTS_OF_A_BASE = frozenset(
    {kind.folder for kind in REGISTERS}
    | {"files", "reference", "content", "roadmaps", "monitoring", "examples", "generator", "tests"}
)


def refuse_inside(root: Path, out: Path) -> None:
    """Raise `UsageError` where the site would stand among the files it is made of."""
    try:
        inner = out.resolve().relative_to(root.resolve())
    except ValueError:
        return
    if not inner.parts or inner.parts[0] in _PARTS_OF_A_BASE or inner.parts[0].startswith("."):
        raise UsageError(
            f"Папка «{out}» — часть самой базы: сайт нельзя строить поверх записей.\n"
            "Укажите другую: --out ПАПКА."
        )
