"""What builds do to a site that stands: nothing where nothing changed, and what was spoilt is put right."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

import site_bases
from followed_sites import FollowedSite, followed_site, unlike
from metodbank.commands.store_place import store_path
from metodbank.publishing.publication import publication
from site_bases import PRACTICE
from site_tree import Site

PAGE = "practices/polka.html"
METODBANK = (sys.executable, "-m", "metodbank")
DAY = ("--as-of", site_bases.AS_OF)
SHEET = {"title": "Лист", "file": "list.txt", "description": "Вопросы.", "accessibility": "Простой текст."}
OUR_IMPORTS = """
import sys
from metodbank import cli
code = cli.run(sys.argv[1:])
assert code == 0, code
print(sorted({"jinja2", "mkdocs", "pydantic", "yaml"} & set(sys.modules)))
"""


@pytest.fixture
def followed(tmp_path: Path) -> FollowedSite:
    """Return a small base with its site."""
    files = {
        "practices/polka.yml": PRACTICE | {"attachments": [SHEET]},
        "practices/ugol.yml": PRACTICE | {"title": "Тихий угол"},
        "files/polka/list.txt": "Лист.",
    }
    return followed_site(tmp_path, site_bases.written(tmp_path / "base", files))


def marks(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Return of everything in a folder which file it is and when it was changed and written last."""
    return {
        path.relative_to(folder).as_posix(): (status.st_ino, status.st_mtime_ns, status.st_ctime_ns)
        for path in [folder, *folder.rglob("*")]
        for status in [path.lstat()]
    }


def test_nothing_is_touched_where_nothing_changed(
    followed: FollowedSite, capsys: pytest.CaptureFixture[str]
) -> None:
    before, stored = marks(followed.out), marks(store_path(followed.root).parent)
    capsys.readouterr()
    assert followed.build() == 0
    said = capsys.readouterr()
    assert "ничего не изменилось" in said.out
    assert marks(followed.out) == before
    assert marks(store_path(followed.root).parent) == stored


def test_same_bytes_are_not_written_again_when_the_store_is_gone(followed: FollowedSite) -> None:
    before = marks(followed.out)
    store_path(followed.root).unlink()
    assert followed.build() == 0
    assert followed.files == followed.first
    assert marks(followed.out) == before
    assert store_path(followed.root).is_file()


def test_touched_file_of_the_base_changes_nothing(followed: FollowedSite) -> None:
    before = marks(followed.out)
    for path in followed.root.rglob("*.yml"):
        os.utime(path)
    assert followed.build() == 0
    assert marks(followed.out) == before


def test_answer_that_nothing_changed_needs_no_library(followed: FollowedSite) -> None:
    def imported() -> str:
        words = ("--root", str(followed.root), "build", "--out", str(followed.out), "--as-of", "2026-11-22")
        done = subprocess.run(
            [sys.executable, "-c", OUR_IMPORTS, *words], capture_output=True, text=True, check=True
        )
        return done.stdout.splitlines()[-1]

    assert imported() == "[]"
    site_bases.put(followed.root, "practices/polka.yml", PRACTICE | {"title": "Другая"})
    assert imported() == "['jinja2', 'pydantic', 'yaml']"


def replaced_by_a_link(out: Path) -> None:
    """Put a link in the place of a page."""
    (out / PAGE).unlink()
    (out / PAGE).symlink_to(out / "index.html")


HANDS: dict[str, Callable[[Path], object]] = {
    "a page changed": lambda out: (out / PAGE).write_text("не то", "utf-8"),
    "a page longer": lambda out: (out / PAGE).write_bytes((out / PAGE).read_bytes() + b" "),
    "a page removed": lambda out: (out / PAGE).unlink(),
    "a folder removed": lambda out: shutil.rmtree(out / "practices"),
    "a page added": lambda out: (out / "practices" / "chuzhaya.html").write_text("x", "utf-8"),
    "a folder added": lambda out: site_bases.put(out, "chuzhoe/index.html", "x"),
    "an asset changed": lambda out: (out / "assets/metodbank/base.css").write_text("x", "utf-8"),
    "an attached file changed": lambda out: (out / "files/polka/list.txt").write_text("x", "utf-8"),
    "the passport changed": lambda out: (out / "build.json").write_text('{"generator": "metodbank 0"}'),
    "robots.txt changed": lambda out: (out / "robots.txt").write_text("x", "utf-8"),
    "a link for a page": replaced_by_a_link,
    "everything removed": shutil.rmtree,
}


@pytest.mark.parametrize("hand", HANDS)
def test_what_a_hand_did_to_the_site_is_put_right(followed: FollowedSite, hand: str) -> None:
    HANDS[hand](followed.out)
    assert followed.build() == 0
    assert followed.files == followed.first
    assert not (followed.out / PAGE).is_symlink()


def test_two_folders_with_one_store_are_both_right(followed: FollowedSite, tmp_path: Path) -> None:
    other = tmp_path / "other"
    for title in ("Полка вторая", "Полка третья"):
        site_bases.put(followed.root, "practices/polka.yml", PRACTICE | {"title": title})
        assert site_bases.build(followed.root, other) == 0
        site_bases.put(followed.root, "practices/ugol.yml", PRACTICE | {"title": f"Угол: {title}"})
        assert followed.build() == 0
        assert followed.files == followed.built_from_nothing()[1]
        assert site_bases.build(followed.root, other) == 0
        assert Site(other).files == followed.files


def test_drafts_come_and_go_in_one_folder(followed: FollowedSite) -> None:
    site_bases.put(followed.root, "practices/ugol.yml", PRACTICE | {"title": "Угол", "status": "draft"})
    for options in (("--drafts",), (), ("--drafts",)):
        assert followed.build(*options) == 0
        assert followed.files == followed.built_from_nothing(*options)[1]
        assert ("practices/ugol.html" in followed.files) is bool(options)


def test_store_that_is_spoilt_anywhere_never_makes_a_wrong_page(followed: FollowedSite) -> None:
    chance = Random(4)  # noqa: S311 (a test repeats the same damage)
    store = store_path(followed.root)
    for number in range(6):
        raw = bytearray(store.read_bytes())
        assert len(raw) > 100_000
        for _ in range(chance.choice((1, 20, 400))):
            raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        store.write_bytes(raw[: chance.choice((len(raw), len(raw), chance.randrange(len(raw))))])
        site_bases.put(followed.root, "practices/polka.yml", PRACTICE | {"title": f"Полка {number}"})
        assert followed.build() == 0
        assert unlike(followed.files, followed.built_from_nothing()[1]) == set()


def test_another_program_believes_nothing_that_this_one_kept(followed: FollowedSite, tmp_path: Path) -> None:
    package = tmp_path / "program" / "metodbank"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(site_bases.REPOSITORY / "generator" / "metodbank", package, ignore=ignored)
    template = package / "templates" / "record.html.jinja"
    template.write_text(f"<!-- другая -->{template.read_text('utf-8')}", "utf-8")
    for path, pages in (((package.parent), 1), (None, 0)):
        environment = {**os.environ, **({"PYTHONPATH": str(path)} if path else {})}
        subprocess.run(
            [
                *(sys.executable, "-m", "metodbank", "--root", str(followed.root), "build"),
                *("--out", str(followed.out), "--as-of", site_bases.AS_OF),
            ],
            env=environment,
            check=True,
            capture_output=True,
        )
        assert followed.files[PAGE].decode().count("<!-- другая -->") == pages
    assert followed.files == followed.first


def test_two_builds_of_one_base_at_once_are_both_right(followed: FollowedSite, tmp_path: Path) -> None:
    for round_of_builds in range(2):
        title = f"Полка {round_of_builds}"
        site_bases.put(followed.root, "practices/polka.yml", PRACTICE | {"title": title})
        outs = [followed.out, tmp_path / "second", tmp_path / "third"]
        builds = [
            subprocess.Popen(
                [
                    *(sys.executable, "-m", "metodbank", "--root", str(followed.root), "build"),
                    *("--out", str(out), "--as-of", site_bases.AS_OF),
                ],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            for out in outs
        ]
        assert [build.wait() for build in builds] == [0, 0, 0]
        expected = followed.built_from_nothing()[1]
        assert [unlike(Site(out).files, expected) for out in outs] == [set(), set(), set()]


def test_build_with_nothing_to_do_waits_for_the_one_at_work(followed: FollowedSite) -> None:
    with publication(followed.out) as site:
        for address in site.standing():
            site.keep(address)
        waiting = subprocess.Popen(
            [*METODBANK, "--root", str(followed.root), "build", "--out", str(followed.out), *DAY],
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(3)
    said, _ = waiting.communicate(timeout=60)
    assert (waiting.returncode, "Сайт готов" in said) == (0, True)
    assert not (followed.out.parent / f".{followed.out.name}.lock").exists()
