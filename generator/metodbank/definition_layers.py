"""A definition of the standard with what a region says laid over it, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from metodbank.models.fields import Group

DefinitionT_co = TypeVar("DefinitionT_co", bound=Group, covariant=True)
GroupT = TypeVar("GroupT", bound=Group)


@dataclass(frozen=True, slots=True)
class Layered(Generic[DefinitionT_co]):
    """One definition as it stands in a base.

    `file` is the region's own file, empty where the standard stands as it is. `changed` names the fields
    in which the region differs from the standard, those of a statement by its id
    (`statements.p3-3-2.targets`, `statements.novyy` where the region added it).
    """

    id: str
    definition: DefinitionT_co
    file: str = ""
    changed: tuple[str, ...] = ()
    is_own: bool = False

    @property
    def is_changed(self) -> bool:
        """Return whether the region changed anything of the standard."""
        return bool(self.changed)


def laid_over(standard: GroupT, said: Group) -> tuple[GroupT, tuple[str, ...]]:
    """Return the standard with the fields that were said, and the names of those that differ from it.

    `said` is of a model that leaves every field free to be absent; None says nothing.
    """
    names = [name for name in type(standard).model_fields if name in said.model_fields_set]
    told = {name: value for name in names if (value := getattr(said, name)) is not None}
    changed = tuple(name for name, value in told.items() if value != getattr(standard, name))
    return standard.model_copy(update=told), changed
