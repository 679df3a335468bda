"""The standard vocabularies and the texts of the package: whole, used, and in the words of readers."""

from __future__ import annotations

import re

import pytest

from knowledge_bases import REPOSITORY
from metodbank.models.fields import Group
from metodbank.models.framework import Framework
from metodbank.models.indicator import Indicator
from metodbank.models.kinds import REFERENCE, REGISTERS
from metodbank.models.region import Region
from metodbank.models.shape import shape_of, walk
from metodbank.models.vocabulary import TermOverride, Vocabulary
from metodbank.vocabularies import KINDS, kinds_as_vocabulary, standard_vocabularies

PACKAGE = REPOSITORY / "generator" / "metodbank"
VOCABULARIES = standard_vocabularies()
TERMS = [
    (name, key, term) for name, vocabulary in VOCABULARIES.items() for key, term in vocabulary.entries.items()
]
MODELS: list[type[Group]] = [
    *(kind.model for kind in (*REGISTERS, *REFERENCE)),
    *(Region, Vocabulary, TermOverride, Indicator, Framework),
]
DIFFICULTIES = VOCABULARIES["difficulties"].entries


def test_every_vocabulary_that_a_field_names_is_there_and_no_other() -> None:
    named = {field.vocabulary for model in MODELS for _, field in walk(model)} - {""}
    assert len(named) > 25
    # Checks and the search read these: no field is filled from them, but a region adds to them as to others.
    # The kinds of records are no file: they are the table of kinds itself.
    assert named | {"public-figures", "abbreviations", "search-synonyms"} == set(VOCABULARIES) | {KINDS}


def test_every_vocabulary_has_values_that_differ_in_title() -> None:
    assert len(TERMS) > 200
    for name, vocabulary in VOCABULARIES.items():
        titles = [term.title.lower() for term in vocabulary.entries.values()]
        assert titles, name
        assert len(set(titles)) == len(titles), name
        assert vocabulary.help, name


def test_default_of_a_field_stands_in_its_vocabulary() -> None:
    defaults = [
        (model.model_fields[field.name].default, field.vocabulary)
        for model in MODELS
        for field in shape_of(model)
        if field.vocabulary and isinstance(model.model_fields[field.name].default, str)
    ]
    assert len(defaults) >= 5
    for default, vocabulary in defaults:
        assert default in VOCABULARIES[vocabulary].entries


def test_some_forty_difficulties_are_mapped_to_types_and_themes() -> None:
    assert 35 <= len(DIFFICULTIES) <= 60
    for key, term in DIFFICULTIES.items():
        assert term.types, key
        assert set(term.types) <= set(VOCABULARIES["difficulty-types"].entries), key
        assert set(term.themes) <= set(VOCABULARIES["themes"].entries), key


def test_every_type_of_difficulty_is_met() -> None:
    met = {kind for term in DIFFICULTIES.values() for kind in term.types}
    assert met == set(VOCABULARIES["difficulty-types"].entries)
    assert len(met) == 5


def test_only_difficulties_carry_types_and_themes() -> None:
    others = [
        (name, key) for name, key, term in TERMS if name != "difficulties" and (term.types or term.themes)
    ]
    assert others == []


@pytest.mark.parametrize("name", sorted(VOCABULARIES))
def test_words_of_a_vocabulary_are_those_of_a_heading(name: str) -> None:
    vocabulary = VOCABULARIES[name]
    for key, term in vocabulary.entries.items():
        assert re.fullmatch(r"[a-z0-9]+(?:[.-][a-z0-9]+)*", key)
        assert not term.title.endswith("."), term.title
        assert '"' not in term.title, term.title
        assert term.description is None or term.description.endswith((".", "?", "»")), term.description


def test_ids_of_values_stay_apart_in_addresses() -> None:
    for name, vocabulary in VOCABULARIES.items():
        parts = [key.replace(".", "-") for key in vocabulary.entries]
        assert len(set(parts)) == len(parts), name


def test_bare_two_letter_abbreviation_is_never_printed() -> None:
    files = [
        path
        for folder in ("standard", "templates", "theme", "models", "pages", "checks", "commands")
        for path in sorted((PACKAGE / folder).rglob("*"))
        if path.suffix in {".yml", ".md", ".jinja", ".html", ".py"}
    ]
    assert len(files) > 150
    bare = [path.name for path in files if re.search(r"\bМО\b", path.read_text("utf-8"))]
    assert bare == []


def test_examples_of_fields_are_values_of_their_vocabularies() -> None:
    vocabularies = standard_vocabularies() | {KINDS: kinds_as_vocabulary(REGISTERS + REFERENCE)}
    seen = 0
    for kind in REGISTERS + REFERENCE:
        for path, field in walk(kind.model):
            if field.vocabulary and field.example is not None:
                values = field.example if isinstance(field.example, list) else [field.example]
                seen += len(values)
                assert set(values) <= set(vocabularies[field.vocabulary].entries), path
    assert seen > 10
