"""One pass over an engine's output: what the checkers refuse is mended, what is not ours is left out."""

from __future__ import annotations

import re

_NOT_OURS = re.compile(
    r".*\.map|sitemap\.xml(\.gz)?|404\.html|search/.*|assets/javascripts/(lunr/.*|workers/.*)|assets/images/.*"
)

_MENDS: tuple[tuple[re.Pattern[str], str], ...] = (
    # `autocomplete` is no attribute of a checkbox, and an empty tabindex is no number.
    (re.compile(r'(<input[^>]*type="checkbox"[^>]*?) autocomplete="off"'), r"\1"),
    (re.compile(r' tabindex=""'), ""),
    # The theme gives the switch of the drawer no name; the keyboard reaches it here, so it needs one.
    (re.compile(r'(<input[^>]*id="__drawer")'), r'\1 aria-label="Меню"'),
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
