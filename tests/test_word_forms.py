"""Terms are met in whatever form of the word, and abbreviations only as they are written."""

from __future__ import annotations

import pytest

from metodbank.glossary_matching import GlossaryMatcher
from metodbank.record_facts import Said
from metodbank.word_forms import folded, forms_of


def term(title: str, variants: tuple[str, ...] = (), abbreviations: tuple[str, ...] = ()) -> Said:
    return Said(title, variants, abbreviations, linked=True)


MATCHER = GlossaryMatcher(
    {
        "ploshchadka": term("стажировочная площадка"),
        "marshrut": term("индивидуальный образовательный маршрут", abbreviations=("ИОМ",)),
        "obrazovatelnyy-marshrut": term("образовательный маршрут"),
        "nastavnik": term("наставник", variants=("педагог-наставник",)),
        "dpo": term("дополнительное профессиональное образование", abbreviations=("ДПО", "ДО")),
        "rebenok": term("ребёнок"),
    }
)


def met(text: str) -> list[tuple[str, str]]:
    return [(text[found.start : found.end], found.term) for found in MATCHER.occurrences(text)]


@pytest.mark.parametrize(
    ("word", "form"),
    [("стажировка", "стажировок"), ("день", "дней"), ("ребёнок", "дети"), ("идти", "шел"), ("ёлка", "елок")],
)
def test_forms_of_a_word_are_those_of_the_dictionary(word: str, form: str) -> None:
    assert form in forms_of(word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Съездили на стажировочную площадку.", [("стажировочную площадку", "ploshchadka")]),
        ("Пять СТАЖИРОВОЧНЫХ ПЛОЩАДОК", [("СТАЖИРОВОЧНЫХ ПЛОЩАДОК", "ploshchadka")]),
        ("стажировочной\nплощадке", [("стажировочной\nплощадке", "ploshchadka")]),
        ("стажировочной, площадке", []),
        ("детская площадка", []),
        # The longest phrase at a place wins.
        (
            "индивидуального образовательного маршрута",
            [("индивидуального образовательного маршрута", "marshrut")],
        ),
        ("образовательные маршруты", [("образовательные маршруты", "obrazovatelnyy-marshrut")]),
        ("составили ИОМ и ДПО", [("ИОМ", "marshrut"), ("ДПО", "dpo")]),
        ("реализация ИОМов, двум ИОМам", [("ИОМов", "marshrut"), ("ИОМам", "marshrut")]),
        ("иомов, ИОМОВ и ДОм", []),
        # An abbreviation is not a word of the same letters.
        ("от дома до школы", []),
        ("ДО и после", [("ДО", "dpo")]),
        (
            "педагога-наставника и наставником",
            [("педагога-наставника", "nastavnik"), ("наставником", "nastavnik")],
        ),
        ("о детях и ребенке", [("детях", "rebenok"), ("ребенке", "rebenok")]),
        ("", []),
    ],
)
def test_terms_are_found_where_they_stand(text: str, expected: list[tuple[str, str]]) -> None:
    assert met(text) == expected


def test_folding_keeps_the_length_of_any_text() -> None:
    for text in ("Ёж", "İстанбул", "ẞ", "ﬃ", "«Ё»"):
        assert len(folded(text)) == len(text)
