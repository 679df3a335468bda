"""The region's own definitions, one file each: its text made into values, each problem in its place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from metodbank.linked_fields import Link
from metodbank.models.fields import Group
from metodbank.models.kinds import Kind
from metodbank.models.vocabulary import Vocabulary
from metodbank.near_names import NearNames
from metodbank.problem_book import ProblemBook
from metodbank.problems import Finding
from metodbank.record_ids import id_finding
from metodbank.root_folder import MAX_REFERENCE_BYTES, RootFolder
from metodbank.vocabularies import term_finding
from metodbank.yaml_source import read_yaml

_NEARLY = 0.8
_MISSING = "MB101"


@dataclass(frozen=True)
class Surroundings:
    """What the names in definitions are looked up in.

    `ids` are those of the records of each kind, set aside ones included; a kind that could not be read is
    not among them, because nobody knows what it holds.
    """

    folder: RootFolder
    book: ProblemBook
    kinds: tuple[Kind, ...]
    vocabularies: Mapping[str, Vocabulary]
    ids: Mapping[str, Collection[str]]

    def unknown(self, links: Iterable[Link]) -> Iterator[Finding]:
        """Yield the names that no vocabulary and no register holds, with the nearest that one does."""
        for link in links:
            of_vocabulary = bool(link.vocabulary)
            finding = term_finding(link, self.vocabularies) if of_vocabulary else self._unknown_record(link)
            if finding is not None:
                yield finding

    def _unknown_record(self, link: Link) -> Finding | None:
        ids = self.ids.get(link.refers_to)
        if ids is None or link.value in ids:
            return None
        words = next(kind.words for kind in self.kinds if kind.name == link.refers_to)
        near = nearest_name(link.value, ids)
        return Finding("MB202", link.at, link.value, details={"kind": words.genitive}, suggestion=near)


def nearest_name(name: str, names: Collection[str]) -> str:
    """Return the name that a misspelt one most likely means, empty where none is near."""
    return NearNames(sorted(names), {}).nearest(name)


def files_of(
    book: ProblemBook, folder: str, finding_of: Callable[[str], Finding | None] = id_finding
) -> Iterator[tuple[str, str]]:
    """Yield the id and the path of each definition in a folder; what cannot be one is noted.

    `finding_of` tells what is wrong with an id.
    """
    for file in book.files_in(folder):
        name = file.removeprefix(f"{folder}/")
        if not name.endswith(".yml"):
            book.note(file, [Finding("MB004", value=name)])
            continue
        identifier = name.removesuffix(".yml")
        finding = finding_of(identifier)
        if finding is None:
            yield identifier, file
        else:
            book.note(file, [finding])


def data_of(around: Surroundings, file: str, model: type[Group]) -> tuple[dict[str, object] | None, bool]:
    """Return the plain values of a file, None where there are none, and whether its text is right."""
    raw = around.folder.read(file, MAX_REFERENCE_BYTES)
    if isinstance(raw, Finding):
        around.book.note(file, [raw])
        return None, False
    parsed = read_yaml(raw)
    failed = around.book.note(file, parsed.findings, model=model)
    return parsed.data, not failed


def or_misspelt(identifier: str, standard: Collection[str], findings: Sequence[Finding]) -> Sequence[Finding]:
    """Return the findings of a new definition: one alone where its name is nearly that of a standard one.

    What lies over the standard says only what differs, so under a wrong name most of it would be missing.
    """
    near = get_close_matches(identifier, sorted(standard), n=1, cutoff=_NEARLY)
    if near and any(finding.code == _MISSING for finding in findings):
        return [Finding("MB954", value=identifier, suggestion=near[0])]
    return findings
