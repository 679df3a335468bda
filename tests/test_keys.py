"""Keys of content: equal for equal content alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from metodbank.keys import key_of, key_of_files

parts = st.lists(st.text(max_size=5) | st.binary(max_size=5), max_size=4)


def as_bytes(values: list[str | bytes]) -> list[bytes]:
    return [value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value for value in values]


@given(parts, parts)
def test_keys_are_equal_only_for_equal_parts(first: list[str | bytes], second: list[str | bytes]) -> None:
    assert (key_of(*first) == key_of(*second)) == (as_bytes(first) == as_bytes(second))


def test_parts_that_are_cut_otherwise_have_another_key() -> None:
    assert len({key_of("ab"), key_of("a", "b"), key_of("ab", ""), key_of("", "ab"), key_of("b", "a")}) == 5


def test_key_of_files_does_not_hang_on_their_order() -> None:
    files = [("а", b"1"), ("б", b"2")]
    assert key_of_files(files) == key_of_files(files[::-1])
    assert key_of_files(files) != key_of_files([("а", b"2"), ("б", b"1")])
