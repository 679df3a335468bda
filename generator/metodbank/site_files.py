"""What stands beside the pages of a site: the theme's files, ours, attached files, files for machines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from metodbank.checks.attachments import is_published_type
from metodbank.engines.drawing import own_assets
from metodbank.engines.drawn import Drawn
from metodbank.inputs import Inputs
from metodbank.keys import key_of
from metodbank.knowledge_base import KnowledgeBase
from metodbank.prose_reading import CONTENT
from metodbank.publishing.publication import Publication
from metodbank.publishing.stage import Rank
from metodbank.publishing.standing import Stamp
from metodbank.root_folder import MAX_ATTACHMENT_BYTES, RootFolder

MadeFiles = dict[str, tuple[str, Stamp]]
"""By address the key of what the file was made of, and its stamp."""


class SiteFiles:
    """Puts files into a site; one whose key and stamp are those of the last time is not even read."""

    def __init__(self, publication: Publication, before: MadeFiles) -> None:
        self._publication = publication
        self._before = before
        self.made: MadeFiles = {}
        self.standing: dict[str, Stamp] = {}

    def theme(self, drawn: Drawn) -> None:
        """Put in the files of the theme and our own."""
        for path, content in (*drawn.assets.items(), *own_assets()):
            self._put(path, key_of(content), partial(_itself, content))

    def attached(self, base: KnowledgeBase, folder: RootFolder, inputs: Inputs, named: Iterator[str]) -> None:
        """Put in the pictures of prose pages and the files that shown records name."""
        pictures = {p: f"{CONTENT}/{p}" for p in base.contents.pictures if is_published_type(p)}
        for address, source in {**{path: path for path in named}, **pictures}.items():
            key = inputs.keys.get(source)
            if key and (source in base.contents.files or address in pictures):
                self._put(address, key, partial(_read, folder, source))

    def for_machines(self, address: str, content: str, rank: Rank = Rank.PAGE) -> None:
        """Put in a file that search engines and programs read."""
        written = self._publication.write(address, content.encode(), rank)
        self.standing[address] = (written.size, written.mtime_ns)

    def _put(self, address: str, key: str, content: Callable[[], bytes | None]) -> None:
        known = self._before.get(address)
        if known is not None and known == (key, self._publication.standing().get(address)):
            self._publication.keep(address)
            self.made[address] = known
            self.standing[address] = known[1]
            return
        raw = content()
        if raw is not None and address not in self._publication:
            written = self._publication.write(address, raw, Rank.ASSET)
            self.standing[address] = (written.size, written.mtime_ns)
            # The file may be another one than when its key was made.
            self.made[address] = (key_of(raw), self.standing[address])


def _read(folder: RootFolder, path: str) -> bytes | None:
    raw = folder.read(path, MAX_ATTACHMENT_BYTES)
    return raw if isinstance(raw, bytes) else None


def _itself(content: bytes) -> bytes:
    return content
