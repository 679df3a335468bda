"""Ids of charts: made of their content, so they are the same in every build and each its own in a page."""

from __future__ import annotations

from metodbank.keys import key_of


def chart_id(name: str, *content: str) -> str:
    """Return the id that the ids inside the chart begin with."""
    return f"c-{key_of(name, *content)[:10]}"
