"""Views of models: classes with the models' own field names.

A template names fields as the model does, and a name that does not exist is an error.
"""

from __future__ import annotations

from collections import namedtuple
from functools import cache
from typing import Any

from markupsafe import escape

from metodbank.models.fields import Group
from metodbank.models.shape import shape_of


@cache
def view_class(model: type[Group]) -> type[Any]:
    """Return the class of the views of a model: the model's own field names."""
    return namedtuple(f"{model.__name__}View", [field.name for field in shape_of(model)])


@cache
def titles_view(model: type[Group]) -> Any:
    """Return the Russian titles of a model's fields under their names, escaped once for all pages."""
    return view_class(model)(*(escape(field.title) for field in shape_of(model)))


@cache
def parts_view(model: type[Group]) -> Any:
    """Return the titles inside the groups of a model under the names of the groups, None for other fields."""
    return view_class(model)(
        *(titles_view(field.group) if field.group else None for field in shape_of(model))
    )
