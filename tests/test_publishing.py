"""A published folder becomes exactly the new site, and what stands in it right is not touched."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metodbank.errors import BuildFailed
from metodbank.publishing.publication import Publication, publication
from metodbank.publishing.stage import Rank, Stage
from publishing_trees import (
    PASSPORT,
    beside,
    files_in,
    names_in,
    names_of,
    publish,
    stamps_in,
    with_passport,
)

PARTS = st.sampled_from(["a", "b", "c.html", "Ж", "index.html"])
ADDRESSES = st.lists(PARTS, min_size=1, max_size=3).map("/".join)
CONTENTS = st.sampled_from([b"", b"one", b"two", b"three"])


def without_clashes(files: dict[str, bytes]) -> dict[str, bytes]:
    """Leave out files that would be folders of others."""
    return {
        address: content
        for address, content in files.items()
        if not any(other.startswith(f"{address}/") for other in files)
    }


TREES = st.dictionaries(ADDRESSES, CONTENTS, max_size=12).map(without_clashes)
STRAY = st.dictionaries(ADDRESSES, st.sampled_from(["link", "broken", "folder", "to a folder"]), max_size=4)


def put_stray(out: Path, outside: Path, strays: dict[str, str]) -> None:
    """Put links and folders into a published folder, wherever nothing stands in the way."""
    for address, kind in strays.items():
        path = out / address
        if os.path.lexists(path) or not path.parent.is_dir() or path.parent.is_symlink():
            continue
        if kind == "folder":
            path.mkdir()
        else:
            path.symlink_to({"link": outside / "kept", "broken": Path("nowhere")}.get(kind, outside))


@given(old=TREES, new=TREES, strays=STRAY)
@settings(deadline=None)
def test_folder_becomes_the_new_tree_and_equal_files_stay_untouched(
    old: dict[str, bytes], new: dict[str, bytes], strays: dict[str, str]
) -> None:
    before, after = with_passport(old, 1), with_passport(new, 2)
    with TemporaryDirectory() as folder:
        out, outside = Path(folder) / "site", Path(folder) / "outside"
        outside.mkdir()
        (outside / "kept").write_bytes(b"not ours")
        publish(out, before)
        put_stray(out, outside, strays)
        stamps = stamps_in(out)
        publish(out, after)
        assert files_in(out) == after
        assert names_in(out) == names_of(after)
        stayed = {address for address in before if before[address] == after.get(address)}
        assert {address: stamps_in(out)[address] for address in stayed} == {
            address: stamps[address] for address in stayed
        }
        assert files_in(outside) == {"kept": b"not ours"}
        assert beside(out) == ["outside", "site"]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a published folder with two pages."""
    publish(tmp_path / "site", with_passport({"practices/a.html": b"a", "practices/b.html": b"b"}))
    return tmp_path / "site"


def test_what_is_kept_stays_and_the_rest_is_deleted(out: Path) -> None:
    stamps = stamps_in(out)
    with publication(out) as site:
        assert set(site.standing()) == {"practices/a.html", "practices/b.html", PASSPORT}
        site.keep("practices/a.html")
        site.keep(PASSPORT)
        assert "practices/a.html" in site
        assert "practices/b.html" not in site
    assert stamps_in(out) == {address: stamps[address] for address in ("practices/a.html", PASSPORT)}


@pytest.mark.skipif(sys.platform != "linux", reason="needs names that differ in the case of letters")
def test_other_spelling_of_a_file_that_stays_is_not_deleted(out: Path) -> None:
    # Two names of one file: what a disk shows to whom case says nothing.
    os.link(out / "practices/a.html", out / "practices/A.html")
    (out / "practices/B.html").write_bytes(b"a file of its own")
    with publication(out) as site:
        for address in ("practices/a.html", "practices/b.html", PASSPORT):
            site.keep(address)
    assert names_in(out) == {"practices", PASSPORT, *(f"practices/{name}.html" for name in "aAb")}


def test_what_does_not_stand_cannot_be_kept(out: Path) -> None:
    before = files_in(out)
    with pytest.raises(ValueError, match="nothing stands"), publication(out) as site:
        site.keep("practices/net.html")
    assert files_in(out) == before


@pytest.mark.parametrize("address", ["../a.html", "practices/../../a.html", "/tmp/a.html", "a//b.html"])  # noqa: S108 (nothing is written there)
def test_address_outside_the_site_is_refused(out: Path, address: str) -> None:
    before = files_in(out)
    with pytest.raises(ValueError, match="outside the site"), publication(out) as site:
        site.write(address, b"x")
    assert files_in(out) == before
    assert beside(out) == ["site"]


def test_size_and_time_that_are_told_are_those_of_the_published_file(out: Path) -> None:
    with publication(out) as site:
        told = [
            site.write("practices/a.html", b"a, new"),
            site.write("practices/b.html", b"b"),
            site.write(PASSPORT, with_passport({})[PASSPORT], Rank.LAST),
        ]
    assert [written.changed for written in told] == [True, False, False]
    with publication(out) as site:
        stamps = dict(site.standing())
        for address in stamps:
            site.keep(address)
    assert stamps == {written.address: (written.size, written.mtime_ns) for written in told}


def test_last_content_of_an_address_counts(out: Path) -> None:
    with publication(out) as site:
        site.keep(PASSPORT)
        site.write("practices/a.html", b"something else")
        site.write("practices/a.html", b"a")
        site.write("practices/b.html", b"first")
        site.write("practices/b.html", b"second")
    assert files_in(out) == with_passport({"practices/a.html": b"a", "practices/b.html": b"second"})


def test_stage_of_another_process_gives_what_is_taken_here(out: Path) -> None:
    with publication(out) as site:
        elsewhere: Stage = pickle.loads(pickle.dumps(site.stage))  # noqa: S301 (made a moment ago)
        written = [
            elsewhere.write(PASSPORT, with_passport({})[PASSPORT], Rank.LAST),
            elsewhere.write("practices/c.html", b"c"),
            elsewhere.write("practices/lost.html", b"never taken"),
        ]
        for one in pickle.loads(pickle.dumps(written[:2])):  # noqa: S301 (made a moment ago)
            site.take(one)
    assert files_in(out) == with_passport({"practices/c.html": b"c"})


def leave_with_an_error(site: Publication) -> None:
    site.write("practices/a.html", b"half of a new site")
    raise KeyboardInterrupt


def exit_as_when_asked_to_stop(site: Publication) -> None:
    site.write("practices/a.html", b"half of a new site")
    sys.exit(143)


@pytest.mark.parametrize("leave", [leave_with_an_error, exit_as_when_asked_to_stop])
def test_block_that_does_not_end_well_changes_nothing(
    out: Path, leave: Callable[[Publication], None]
) -> None:
    stamps = stamps_in(out)
    with pytest.raises((KeyboardInterrupt, SystemExit)), publication(out) as site:
        leave(site)
    assert stamps_in(out) == stamps
    assert beside(out) == ["site"]


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_files_and_folders_have_ordinary_permissions(tmp_path: Path, mask: int) -> None:
    old = os.umask(mask)
    try:
        publish(tmp_path / "site", with_passport({"practices/a.html": b"a"}))
        publish(tmp_path / "site", with_passport({"practices/a.html": b"new", "programs/b.html": b"b"}))
    finally:
        os.umask(old)
    out = tmp_path / "site"
    for path in (out, out / "practices", out / "programs"):
        assert path.stat().st_mode & 0o777 == 0o777 & ~mask
    for path in (out / PASSPORT, out / "practices/a.html", out / "programs/b.html"):
        assert path.stat().st_mode & 0o777 == 0o666 & ~mask


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_empty_folder_that_is_taken_keeps_its_permissions(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir(mode=0o750)
    publish(tmp_path / "site", with_passport({"a.html": b"a"}))
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o750


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_folder_that_may_not_be_written_is_told(out: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("for root no folder is closed")
    before = files_in(out)
    out.parent.chmod(0o555)
    try:
        with pytest.raises(BuildFailed, match="нет права записывать"):
            publish(out, with_passport({"a.html": b"a"}))
    finally:
        out.parent.chmod(0o755)
    assert files_in(out) == before
    assert beside(out) == ["site"]
