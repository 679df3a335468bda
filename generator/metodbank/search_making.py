"""The search of a site: pieces of its documents and the index of them, made again only where it changed."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from metodbank.addresses import SEARCH_DATA
from metodbank.keys import key_of
from metodbank.pages.context import SiteContext
from metodbank.publishing.publication import Publication
from metodbank.publishing.stage import Rank
from metodbank.publishing.standing import Stamp
from metodbank.reads import packed, reading
from metodbank.search.facets_shown import facets_shown
from metodbank.search.index import Documents, Indexed, Made
from metodbank.search.lexicon import Lexicon
from metodbank.search.making import made_whole
from metodbank.search.other_pieces import other_pieces
from metodbank.search.piece import Brief, Piece, PiecePlan
from metodbank.search.said import said_in
from metodbank.search.start import common_files
from metodbank.search.updating import Missing, updated
from metodbank.store import Store

PIECES, SEARCH = "pieces", "search"
_EDITED = "tpv"
"""How the names of files begin that are edited where few words change."""


class Known(NamedTuple):
    """A document of the search: the key of its piece, and what has to be known of it at once."""

    key: str
    brief: Brief


def known_of(piece: bytes, brief: Brief) -> Known:
    """Return what is known of a document; its key changes with either."""
    return Known(key_of(piece, repr(brief)), brief)


class MadeOther(NamedTuple):
    """A document that is no record: what its piece was given and read."""

    given: str
    reads: bytes
    known: Known


@dataclass(frozen=True)
class MadeSearch:
    """An index as it was made last.

    `files` are the keys and stamps of its scripts by name, `common` the names of those that tell of all
    documents and `common_reads` what making those read, `lemmas` the key of the lemmas of its words.
    """

    indexed: Indexed | None = None
    files: Mapping[str, tuple[str, Stamp]] = field(default_factory=dict)
    common: frozenset[str] = frozenset()
    common_reads: bytes = b""
    lemmas: str = ""


class SearchMaking:
    """Makes the search of one site.

    `fresh` takes the pieces that were made now; `again` makes that of a record which the store has lost.
    """

    def __init__(
        self,
        context: SiteContext,
        publication: Publication,
        store: Store,
        before: MadeSearch,
        others_before: Mapping[str, MadeOther],
        again: Callable[[str], Piece],
        processes: int,
    ) -> None:
        self._context = context
        self._publication = publication
        self._store = store
        self._before = before
        self._others_before = others_before
        self._standing = publication.standing()
        self.fresh: dict[str, bytes] = {}
        self.others: dict[str, MadeOther] = {}
        self.made = before
        self._again = again
        self._processes = processes
        self._kept: dict[str, bytes] = {}

    def make(
        self,
        records: Mapping[str, Known],
        records_before: Mapping[str, Known],
        meets: Callable[[bytes], bool],
    ) -> None:
        """Bring the index up to date, given what is and was known of records; `meets` tells of changes."""
        for plan in other_pieces(self._context):
            before = self._others_before.get(plan.name)
            stands = before is not None and before.given == plan.given and not meets(before.reads)
            self.others[plan.name] = before if before is not None and stands else self._made_other(plan)
        documents = {**records, **{name: other.known for name, other in self.others.items()}}
        made = self._index({name: each.key for name, each in documents.items()})
        known = {**records_before, **{name: other.known for name, other in self._others_before.items()}}
        is_common_the_same = (
            made.is_update
            and self._are_listed_alike(made, documents, known)
            and not meets(self._before.common_reads)
        )
        self._publish(made, {name: each.brief for name, each in documents.items()}, is_common_the_same)

    @property
    def standing(self) -> dict[str, Stamp]:
        """Return the stamps of the files of the search by address."""
        return {_address(name): stamp for name, (_, stamp) in self.made.files.items()}

    def save(self, needed: set[str], before: set[str]) -> None:
        """Keep what the next build takes; `needed` and `before` are the keys of pieces now and then."""
        self._store.put(PIECES, ((k, raw) for k, raw in self.fresh.items() if k in needed), before - needed)
        keys = {self.made.lemmas, *(key for key, _ in self.made.files.values())}
        gone = {self._before.lemmas, *(key for key, _ in self._before.files.values())} - keys
        self._store.put(SEARCH, self._kept.items(), gone - {""})

    def _are_listed_alike(
        self, made: Made, documents: Mapping[str, Known], before: Mapping[str, Known]
    ) -> bool:
        """Return whether an update leaves all that the common files tell, but for what they read."""
        indexed, files = self._before.indexed, self._before.files
        if indexed is None or made.gone or not made.files.keys() <= files.keys():
            return False
        now, was = made.indexed.documents, indexed.documents
        return (
            made.indexed.sizes == indexed.sizes
            and now.keys() == was.keys()
            and all(
                number == was[name][0] and documents[name].brief == before[name].brief
                for name, (number, key) in now.items()
                if was[name] != (number, key)
            )
        )

    def _publish(self, made: Made, briefs: Mapping[str, Brief], is_common_the_same: bool) -> None:
        """Put the scripts into the site; those that were not made again stay."""
        before = self._before
        kept = {
            name: file
            for name, file in before.files.items()
            if made.is_update and name not in made.gone and name not in made.files
            if is_common_the_same or name not in before.common
        }
        for name in kept:
            self._publication.keep(_address(name))
        files = kept | {name: self._written(name, content) for name, content in made.files.items()}
        if is_common_the_same:
            self.made = replace(before, indexed=made.indexed, files=files)
            return
        with reading() as reads:
            shown = facets_shown(self._context.base)
            common = common_files(made.indexed, files, briefs, shown, Lexicon(made.lemmas))
        files |= {name: self._written(name, content) for name, content in common.items()}
        lemmas = self._keep(pickle.dumps(made.lemmas, protocol=5))
        self.made = MadeSearch(made.indexed, files, frozenset(common), packed(reads), lemmas)

    def _written(self, name: str, content: bytes) -> tuple[str, Stamp]:
        key = self._keep(content) if name[0] in _EDITED else ""
        written = self._publication.write(_address(name), content, Rank.ASSET)
        return key, (written.size, written.mtime_ns)

    def _keep(self, content: bytes) -> str:
        key = key_of(content)
        self._kept[key] = content
        return key

    def _made_other(self, plan: PiecePlan) -> MadeOther:
        with reading() as reads:
            piece, brief = plan.make()
        raw = piece.packed()
        made = known_of(raw, brief)
        self.fresh[made.key] = raw
        return MadeOther(plan.given, packed(reads), made)

    def _index(self, keys: Mapping[str, str]) -> Made:
        documents = Documents(
            keys, lambda names: self._pieces({name: keys[name] for name in names}, self._again)
        )
        said = said_in(self._context.base)
        before = self._before.indexed
        known = self._known_lemmas()
        if before is None or not self._stands():
            return made_whole(documents, said, known, self._processes)
        former_keys = {name: key for name, (_, key) in before.documents.items()}
        former = Documents(
            former_keys, lambda names: self._pieces({name: former_keys[name] for name in names}, _missing)
        )
        return updated(documents, said, before, former, known, self._file_before, self._processes)

    def _pieces(self, keys: Mapping[str, str], again: Callable[[str], Piece]) -> dict[str, Piece]:
        stored = self._store.get_many(PIECES, [key for key in keys.values() if key not in self.fresh])
        found = {}
        for name, key in keys.items():
            raw = self.fresh.get(key) or stored.get(key)
            found[name] = again(name) if raw is None else Piece.unpacked(raw)
        return found

    def _known_lemmas(self) -> dict[str, tuple[str, ...]]:
        raw = self._store.get(SEARCH, self._before.lemmas) if self._before.lemmas else None
        if raw is None:
            return {}
        lemmas: dict[str, tuple[str, ...]] = pickle.loads(raw)  # noqa: S301 (whole by its digest)
        return lemmas

    def _stands(self) -> bool:
        """Return whether every script of the index stands in the site as it was made."""
        standing = self._standing
        return all(standing.get(_address(name)) == stamp for name, (_, stamp) in self._before.files.items())

    def _file_before(self, name: str) -> bytes:
        key, _ = self._before.files.get(name, ("", None))
        content = self._store.get(SEARCH, key) if key else b""
        if content is None:
            raise Missing(name)
        return content


def _missing(name: str) -> Piece:
    raise Missing(name)


def _address(name: str) -> str:
    return f"{SEARCH_DATA}{name}.js"
