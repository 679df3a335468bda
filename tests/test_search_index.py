"""The index of the search as scripts: what it holds, and that an update is what making the whole gives."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping

import pytest

from metodbank.search import updating
from metodbank.search.bits import Reader, ascending, bits_of, code_lengths, codes, text_of
from metodbank.search.columns import column_of
from metodbank.search.concepts import Said
from metodbank.search.encoding import swapped
from metodbank.search.endings import lengthened, shortened
from metodbank.search.index import Documents, Files, Indexed, Made
from metodbank.search.lexicon import entries_of
from metodbank.search.making import made_whole
from metodbank.search.numbers import numbered, room_for
from metodbank.search.phrases import Triples, keys_in
from metodbank.search.piece import Card, Piece, Weight, piece_of
from metodbank.search.postings import lists_in, texts_in
from metodbank.search.tokens import words_of
from metodbank.search.vocabulary import lines_in

TEXT = (
    "урок ученик задача чтение тетрадь полка вопрос ответ минута доска карточка опыт весы вода родитель "
    "ребёнок дети шёл маршрут ИОМ индивидуальный образовательный наставник звонок разговор лист школа"
)
TEXT_WORDS = TEXT.split()
SAID: Said = (("#iom", ("индивидуальный образовательный маршрут", "ИОМ")),)


def piece(title: str, text: str) -> Piece:
    card = Card(f"practices/{title}.html", title, "практика", "", "")
    return piece_of(card, [(Weight.TITLE, words_of(title)), (Weight.TEXT, words_of(text))])


def documents_of(pieces: Mapping[str, Piece]) -> Documents:
    def given(names: Iterable[str]) -> dict[str, Piece]:
        return {name: pieces[name] for name in names}

    return Documents(
        {name: f"{each.card.title} {each.text} {each.weights}" for name, each in pieces.items()}, given
    )


def whole(pieces: Mapping[str, Piece]) -> Made:
    return made_whole(documents_of(pieces), SAID, {}, 1)


def random_pieces(number: int, chance: random.Random) -> dict[str, Piece]:
    return {
        f"practice/p{i}": piece(
            f"{chance.choice(TEXT_WORDS)} {i}", " ".join(chance.choices(TEXT_WORDS, k=12))
        )
        for i in range(number)
    }


def followed(
    made: Made, before: Mapping[str, Piece], after: Mapping[str, Piece], files: Files
) -> tuple[Indexed, Files]:
    """Return the index after a change, brought up to date; fails where the whole was made instead."""
    update = updating.updated(
        documents_of(after),
        SAID,
        made.indexed,
        documents_of(before),
        made.lemmas,
        lambda name: files.get(name, b""),
        1,
    )
    assert update.is_update
    kept = {name: content for name, content in files.items() if name not in update.gone}
    return update.indexed, kept | update.files


@pytest.mark.parametrize("seed", range(6))
def test_update_gives_byte_for_byte_what_the_whole_gives(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (a test repeats the same changes)
    before = random_pieces(60, chance)
    made = whole(before)
    for change in ("changed", "gone", "come"):
        after = dict(before)
        if change == "changed":
            after["practice/p7"] = piece("новое слово: синхрофазотрон 7", "маршрут и ещё стажировка")
        elif change == "gone":
            del after[f"practice/p{chance.randrange(60)}"]
        else:
            after["practice/another"] = piece("ИОМ", "индивидуальный образовательный маршрут учителя")
        if room_for(len(after)) != room_for(len(before)):
            continue
        indexed, files = followed(made, before, after, made.files)
        right = whole(after)
        assert files == right.files
        assert indexed == right.indexed


def test_word_of_one_letter_stays_in_a_file_of_its_own_where_its_letter_has_many_words() -> None:
    many = " ".join(
        f"д{one}{two}ок{last}к" for last in "ио" for one in "аеиоу" for two in "бвгжзклмнпрстфхцчшщ"
    )
    before = random_pieces(60, random.Random(3)) | {"practice/many": piece("много", many)}  # noqa: S311 (as above)
    made = whole(before)
    after = before | {"practice/p7": piece("другое", "д дверь")}
    _, files = followed(made, before, after, made.files)
    assert {line.lemma for line in lines_in(files["v434"])} == {"д"}
    assert files == whole(after).files


def test_update_touches_few_files() -> None:
    chance = random.Random(1)  # noqa: S311 (a test repeats the same changes)
    before = random_pieces(60, chance)
    made = whole(before)
    after = before | {"practice/p7": piece(before["practice/p7"].card.title, "вопрос")}
    update = updating.updated(
        documents_of(after), SAID, made.indexed, documents_of(before), made.lemmas, made.files.__getitem__, 1
    )
    assert update.is_update
    assert 0 < len(update.files) < len(made.files) / 2


def test_whole_is_made_where_a_file_is_lost() -> None:
    before = random_pieces(60, random.Random(2))  # noqa: S311 (a test repeats the same changes)
    made = whole(before)
    after = before | {"practice/p7": piece("другое", "вопрос")}

    def lost(name: str) -> bytes:
        raise updating.Missing(name)

    update = updating.updated(
        documents_of(after), SAID, made.indexed, documents_of(before), made.lemmas, lost, 1
    )
    assert not update.is_update
    assert update.files == whole(after).files


def weights_of(text: str, room: int) -> dict[int, int]:
    """Return the weight of a lemma by number of a document."""
    lists = lists_in(text, room)
    return {number: weight for weight, numbers in enumerate(lists) for number in numbers}


def test_postings_say_where_words_stand() -> None:
    made = whole(
        {"practice/a": piece("Дети у доски", "Ребёнок шёл к доске."), "practice/b": piece("Лист", "доска")}
    )
    numbers = {name: number for name, (number, _) in made.indexed.documents.items()}
    lemmas = {
        word: text
        for name, content in made.files.items()
        if name[0] == "t"
        for word, text in texts_in(content).items()
    }
    room = made.indexed.layout.room
    assert weights_of(lemmas["ребенок"], room) == {numbers["practice/a"]: Weight.TITLE}
    assert weights_of(lemmas["доска"], room) == {
        numbers["practice/a"]: Weight.TITLE,
        numbers["practice/b"]: Weight.TEXT,
    }
    assert weights_of(lemmas["идти"], room) == {numbers["practice/a"]: Weight.TEXT}
    assert "у" not in lemmas


def test_phrases_say_what_follows_what_and_what_comes_then() -> None:
    pieces = {
        "practice/a": piece("Урок чтения", "карточка под столом, учитель у доски"),
        "practice/b": piece("Чтения", "урок учителя; карточка столом"),
    }
    made = whole(pieces)
    numbers = {number: name for name, (number, _) in made.indexed.documents.items()}
    triples = Triples(made.indexed.layout.shards)

    def documents(text: str) -> set[str]:
        """Return the documents with all triples of a text."""
        met = []
        for triple in triples.of(piece("", text)):
            content = made.files.get(f"p{triples.file_of(triple):x}")
            keys = keys_in(content, made.indexed.layout.room) if content else {}
            met.append({numbers[number] for number in keys.get(triples.key_of(triple), ())})
        return set.intersection(*met)

    assert documents("урок чтения") == {"practice/a"}
    assert documents("карточка столом учитель доски") == {"practice/a"}
    assert documents("карточка столом") == {"practice/b"}
    assert documents("чтения урок") == set()


def test_concepts_stand_where_any_way_of_saying_them_does() -> None:
    texts = ["ИОМ учителя", "индивидуальные образовательные маршруты", "маршрут индивидуальный"]
    made = whole({f"practice/p{i}": piece(f"Запись {i}", text) for i, text in enumerate(texts)})
    found: dict[int, int] = {}
    for name, content in made.files.items():
        if name[0] == "t" and "#iom" in texts_in(content):
            found = weights_of(texts_in(content)["#iom"], made.indexed.layout.room)
    numbers = {number: name for name, (number, _) in made.indexed.documents.items()}
    assert {numbers[number] for number in found} == {"practice/p0", "practice/p1"}


def test_vocabulary_has_all_forms_under_their_first_letters() -> None:
    made = whole({"practice/a": piece("Ребёнок идёт", "")})
    forms = {
        line.entry.stem + ending: line.lemma
        for name, content in made.files.items()
        if name[0] == "v"
        for line in lines_in(content)
        for ending in line.entry.endings
    }
    assert forms["детьми"] == forms["ребенку"] == "ребенок"
    assert forms["шел"] == forms["иду"] == forms["идущего"] == "идти"


def test_numbers_of_documents_stand_while_others_come_and_go() -> None:
    names = [f"practice/p{i}" for i in range(900)]
    before, after = numbered(names), numbered([*names, "practice/another"])
    assert len(set(after.values())) == len(after)
    assert list(after.values()) == sorted(after.values())
    moved = [name for name in names if before[name] != after[name]]
    assert len(moved) < 10


@pytest.mark.parametrize(
    "numbers", [(), (0,), (5,), (0, 1, 2, 3), (7, 900, 901, 16_383, 16_390), tuple(range(0, 16_000, 3))]
)
def test_ascending_numbers_survive_their_text(numbers: tuple[int, ...]) -> None:
    text = text_of(ascending(numbers, 16_384))
    assert Reader(bits_of(text)).ascending(16_384) == list(numbers)
    assert text.replace("+", "").replace("/", "").isalnum()


def test_what_is_more_common_takes_fewer_bits() -> None:
    assert code_lengths([8, 4, 2, 1, 1]) == [1, 2, 3, 4, 4]
    assert code_lengths([1, 1, 1, 1]) == [2, 2, 2, 2]
    assert code_lengths([5]) == [0]
    assert codes([1, 2, 3, 4, 4]) == ["0", "10", "110", "1110", "1111"]


def test_column_tells_of_each_document_or_only_of_those_that_differ() -> None:
    of_each = column_of(["a", "b", "a", "c", "b", "a"])
    # A flag 0, then a=0, b=10, c=11: 0 10 0 11 10 0.
    assert of_each == (["a", "b", "c"], "122", text_of("0010011100"))
    kinds, lengths, text = column_of([*["a"] * 500, "b"])
    assert (kinds, lengths) == (["a", "b"], "0")
    assert text == text_of("1" + ascending([500], 501))


def test_swapping_letters_twice_gives_the_word_again() -> None:
    word = "абвгдежзийклмнопрстуфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyz7ә"
    assert swapped(swapped(word)) == word
    assert swapped("стажировка").isascii()


@pytest.mark.parametrize(
    ("endings", "text"),
    [
        (("",), ""),
        (("", "и"), ",и"),
        (("а", "ам", "ами", "ах", "е", "ы"), "а,7,ы"),
        (("ть", "в", "вши", "ла", "ли", "ло", "л", "вшая"), "ть,4,f,вшая"),
    ],
)
def test_endings_that_go_together_are_told_by_a_sign(endings: tuple[str, ...], text: str) -> None:
    ordered = (endings[0], *sorted(endings[1:]))
    assert shortened(ordered) == text.replace("f", "*")
    assert lengthened(shortened(ordered)) == ordered


@pytest.mark.parametrize("word", ["учить", "хороший", "школа", "ребенок", "идти", "pdf", "время", "пять"])
def test_endings_of_real_words_survive(word: str) -> None:
    for entry in entries_of(word):
        assert lengthened(shortened(entry.endings)) == entry.endings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("за\u0301мок", ["замок"]),
        ("учи\u00adтель\u200bская", ["учительская"]),
        ("Ё\u0301лка", ["елка"]),
        ("е\u0308лка и\u0306од", ["елка", "йод"]),
    ],
)
def test_signs_that_are_no_letters_part_no_word(text: str, words: list[str]) -> None:
    assert words_of(text) == words
