"""Where keys and values stand: counted by hand in small texts."""

from __future__ import annotations

from metodbank.problems import Mark
from metodbank.yaml_source import positions_of

TEXT = """\
a: 1
b:
  - да: x
    c:  'y'
  - {d: [1,  2]}
"""


def test_place_of_every_value_is_exact() -> None:
    assert positions_of(TEXT.encode()).values == {
        (): Mark(1, 1),
        ("a",): Mark(1, 4),
        ("b",): Mark(3, 3),
        ("b", 0): Mark(3, 5),
        ("b", 0, "да"): Mark(3, 9),
        ("b", 0, "c"): Mark(4, 9),
        ("b", 1): Mark(5, 5),
        ("b", 1, "d"): Mark(5, 9),
        ("b", 1, "d", 0): Mark(5, 10),
        ("b", 1, "d", 1): Mark(5, 14),
    }


def test_place_of_every_key_is_exact() -> None:
    assert positions_of(TEXT.encode()).keys == {
        ("a",): Mark(1, 1),
        ("b",): Mark(2, 1),
        ("b", 0, "да"): Mark(3, 5),
        ("b", 0, "c"): Mark(4, 5),
        ("b", 1, "d"): Mark(5, 6),
    }


def test_path_that_the_file_does_not_hold_is_placed_at_its_nearest_part() -> None:
    positions = positions_of(TEXT.encode())
    assert positions.find(("b", 1, "d", 1)) == Mark(5, 14)
    assert positions.find(("b", 0, "c"), on_key=True) == Mark(4, 5)
    assert positions.find(("b", 0, "нет", 7)) == Mark(3, 5)
    assert positions.find(("нет",)) == Mark(1, 1)


def test_text_that_cannot_be_parsed_has_the_places_up_to_there() -> None:
    positions = positions_of(b"a: 1\nb: 2\nc: [\n")
    assert positions.values[("b",)] == Mark(2, 4)
    assert positions_of(b"\xff").values == {}
