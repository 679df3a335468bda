"""The page of our theme as a frame for peers: the same head, header, navigation and footer."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple

_ARTICLE = re.compile(r'(<article class="md-content__inner md-typeset">\n).*?(</article>)', re.DOTALL)
_TITLE = re.compile(r"<title>[^<]*</title>")
_DESCRIPTION = re.compile(r'(<meta name="description" content=")[^"]*')


class Frame(NamedTuple):
    """A page with a place for title, description and body, and the folder of the theme's assets."""

    page: str
    assets: Path

    def filled(self, *, title: str, description: str, body: str) -> str:
        """Return the page with a peer's own template words in its places."""
        page, bodies = _ARTICLE.subn(lambda found: found[1] + body + "\n" + found[2], self.page)
        page, titles = _TITLE.subn(lambda _: f"<title>{title}</title>", page)
        page, descriptions = _DESCRIPTION.subn(lambda found: found[1] + description, page)
        if (bodies, titles, descriptions) != (1, 1, 1):
            raise ValueError("the page of the theme has no longer one article, title and description")
        return page

    def copy_assets(self, folder: Path) -> None:
        """Copy the theme's assets into a peer's folder of static files."""
        shutil.copytree(self.assets, folder / "assets")


def frame_of(site: Path, record: str) -> Frame:
    """Return the frame of a site of ours, cut from the page of one record."""
    return Frame((site / "practices" / f"{record}.html").read_text("utf-8"), site / "assets")
