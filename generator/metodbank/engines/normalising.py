"""One pass over an engine's output: what the checkers refuse is mended, what is not ours is left out."""

from __future__ import annotations

import re

_NOT_OURS = re.compile(
    r".*\.map|sitemap\.xml(\.gz)?|404\.html|search(\.json|/.*)|assets/javascripts/(lunr/.*|workers/.*)|assets/images/.*"
)

_REGION = '<div class="mb-table" role="group" aria-label="Таблица" tabindex="0">'

_MENDS: tuple[tuple[re.Pattern[str], str], ...] = (
    # `autocomplete` is no attribute of a checkbox, and an empty tabindex is no number.
    (re.compile(r'(<input[^>]*type="checkbox"[^>]*?) autocomplete="off"'), r"\1"),
    (re.compile(r' tabindex=""'), ""),
    # A table of prose scrolls inside a region of its own, which the keyboard must reach.
    (re.compile(r"<table>(.*?)</table>", re.DOTALL), rf'{_REGION}<table class="mb-grid">\1</table></div>'),
    (re.compile(r"//# sourceMappingURL=\S+"), ""),
)


def is_ours_to_ship(path: str) -> bool:
    """Return whether a file of the engine's output belongs to the site."""
    return _NOT_OURS.fullmatch(path) is None


def normalised(html: str) -> str:
    """Return the page as the checkers accept it."""
    for pattern, replacement in _MENDS:
        html = pattern.sub(replacement, html)
    return html
