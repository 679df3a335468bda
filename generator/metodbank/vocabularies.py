"""Vocabularies: the standard ones of the package with the region's files laid over them by id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache

from metodbank.linked_fields import Link, links_of
from metodbank.models.fields import ID_PATTERN
from metodbank.models.kinds import Kind
from metodbank.models.shape import fields_by_key
from metodbank.models.vocabulary import Term, TermOverride, Vocabulary, VocabularyOverlay
from metodbank.problem_book import ProblemBook
from metodbank.problems import Finding
from metodbank.record_ids import id_finding
from metodbank.root_folder import MAX_REFERENCE_BYTES, RootFolder
from metodbank.rules import STANDARD
from metodbank.validation import validated
from metodbank.yaml_source import read_yaml

OVERLAYS = "reference/vocabularies"
KINDS = "kinds"
FEW = 12
"""So many values can be named in one sentence."""


@lru_cache(maxsize=1)
def standard_vocabularies() -> dict[str, Vocabulary]:
    """Return the vocabularies of the package by id."""
    found = {}
    for path in sorted((STANDARD / "vocabularies").glob("*.yml")):
        parsed = read_yaml(path.read_bytes())
        if parsed.data is None or parsed.findings:
            raise ValueError(f"{path.name}: {parsed.findings}")
        found[path.stem] = Vocabulary.model_validate(parsed.data)
    return found


def kinds_as_vocabulary(kinds: tuple[Kind, ...]) -> Vocabulary:
    """Return the parts of the base as a vocabulary, so that a record can name one."""
    entries = {kind.name: Term(title=kind.title) for kind in kinds}
    return Vocabulary(title="Разделы базы", closed=True, entries=entries)


def load_vocabularies(folder: RootFolder, book: ProblemBook) -> dict[str, Vocabulary]:
    """Return the standard vocabularies as the region's `reference/vocabularies/` changes them.

    A value that is wrong is left as the standard has it; the others of its file stand.
    """
    vocabularies = dict(standard_vocabularies())
    changes: list[tuple[str, str, str, TermOverride]] = []
    for entry in book.files_in(OVERLAYS):
        name = entry.removeprefix(OVERLAYS + "/").removesuffix(".yml")
        if name not in vocabularies or not entry.endswith(".yml"):
            suggestion = next(iter(get_close_matches(name, list(vocabularies), n=1)), "")
            book.note(entry, [Finding("MB213", value=name, suggestion=suggestion)])
            continue
        overlay = _Overlay(folder, book, entry)
        vocabularies[name] = overlay.laid_over(vocabularies[name])
        changes.extend((name, entry, identifier, change) for identifier, change in overlay.taken.items())
    for name, file, identifier, change in changes:
        if book.note(file, _unknown_values(change, identifier, vocabularies), model=TermOverride, within=2):
            standard = standard_vocabularies()[name].entries.get(identifier)
            changed = vocabularies[name]
            entries = {key: term for key, term in changed.entries.items() if key != identifier}
            if standard is not None:
                entries[identifier] = standard
            lost = (*changed.set_aside, identifier)
            vocabularies[name] = changed.model_copy(update={"entries": entries, "set_aside": lost})
    return vocabularies


def term_finding(link: Link, vocabularies: Mapping[str, Vocabulary]) -> Finding | None:
    """Return the finding for a value that its vocabulary does not hold, with the nearest one that it does."""
    vocabulary = vocabularies[link.vocabulary]
    if vocabulary.may_hold(link.value):
        return None
    by_title = {term.title.lower(): identifier for identifier, term in vocabulary.entries.items()}
    near = get_close_matches(link.value.lower(), [*vocabulary.entries, *by_title], n=1)
    suggestion = by_title.get(near[0], near[0]) if near else ""
    details = {"vocabulary": vocabulary.title, "values": _choice(vocabulary)}
    return Finding("MB204", link.at, link.value, details=details, suggestion=suggestion)


def _choice(vocabulary: Vocabulary) -> str:
    """Return what to choose: the values themselves where they are few."""
    shown = {key: term.title for key, term in vocabulary.entries.items() if not term.hidden}
    if not 0 < len(shown) <= FEW:
        return "значение из этого словаря"
    return "одно из значений: " + ", ".join(f"{key} ({title})" for key, title in shown.items())


def _unknown_values(
    change: TermOverride, identifier: str, vocabularies: Mapping[str, Vocabulary]
) -> list[Finding]:
    links = links_of(change, ("entries", identifier))
    return [finding for link in links if (finding := term_finding(link, vocabularies))]


class _Overlay:
    """One file of the region: its head and the changes that are right in themselves."""

    def __init__(self, folder: RootFolder, book: ProblemBook, file: str) -> None:
        self._book = book
        self._file = file
        self.taken: dict[str, TermOverride] = {}
        self._head: VocabularyOverlay | None = None
        self._entries: Mapping[str, object] = {}
        self._lost: set[str] = set()
        self._is_unreadable = True
        raw = folder.read(file, MAX_REFERENCE_BYTES)
        if isinstance(raw, Finding):
            book.note(file, [raw])
            return
        parsed = read_yaml(raw)
        wrong = [finding.at for finding in parsed.findings if book.note(file, [finding])]
        if parsed.data is None:
            return
        self._is_unreadable = False
        entries = parsed.data.pop("entries", None) or {}
        self._head, findings = validated(VocabularyOverlay, parsed.data)
        if not isinstance(entries, dict):
            details = {"key": "entries", "keys": "идентификаторы значений"}
            findings.append(Finding("MB107", ("entries",), str(entries), details=details))
        else:
            self._lost = {str(at[1]) for at in wrong if len(at) > 1}
            self._entries = {key: said for key, said in entries.items() if key not in self._lost}
        book.note(file, findings, model=VocabularyOverlay)

    def laid_over(self, standard: Vocabulary) -> Vocabulary:
        entries = dict(standard.entries)
        for identifier, said in self._entries.items():
            change = self._change(identifier, said)
            if change is None:
                continue
            known = entries.get(identifier)
            if known is None and (standard.closed or change.title is None):
                finding = Finding("MB212", ("entries", identifier), identifier, on_key=True)
                self._book.note(self._file, [finding])
                continue
            entries[identifier] = _changed(known, change)
            self.taken[identifier] = change
        head = {key: value for key, value in self._head or () if value is not None}
        lost = (self._lost | set(self._entries)) - set(self.taken)
        return standard.model_copy(
            update={
                **head,
                "entries": entries,
                "is_unreadable": self._is_unreadable,
                "set_aside": tuple(sorted(lost)),
            }
        )

    def _change(self, identifier: str, said: object) -> TermOverride | None:
        within = ("entries", identifier)
        if not re.fullmatch(ID_PATTERN, identifier):
            self._book.note(self._file, [Finding("MB112", within, identifier, on_key=True)])
            return None
        reserved = id_finding(identifier.replace(".", "-"))
        if reserved is not None:
            self._book.note(self._file, [Finding(reserved.code, within, identifier, on_key=True)])
            return None
        if not isinstance(said, dict):
            value = "" if said is None else str(said)
            details = {"key": identifier, "keys": ", ".join(fields_by_key(TermOverride))}
            self._book.note(self._file, [Finding("MB107", within, value, details=details, on_key=True)])
            return None
        change, findings = validated(TermOverride, said, prefix=within)
        self._book.note(self._file, findings, model=TermOverride, within=2)
        return change


def _changed(known: Term | None, change: TermOverride) -> Term:
    said = {name: value for name, value in change if value is not None}
    return known.model_copy(update=said) if known else Term.model_validate(said)
