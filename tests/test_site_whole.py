"""The published folder is always whole: builds killed, interrupted, many at once, on a full disk."""

from __future__ import annotations

import posixpath
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest

import site_bases
from publishing_trees import beside, files_in
from site_bases import AS_OF, ORGANIZATIONS, PRACTICE

SCHOOL = ORGANIZATIONS["sluzhba"] | {"name": "Новая школа края", "short_name": "Школа", "kind": "school"}
LINK = re.compile(rb'(?:href|src)="([^"#]+)')
POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")


@dataclass(frozen=True)
class Versions:
    """Two versions of one base, the site of each, and the folder where they are published in turn."""

    roots: tuple[Path, Path]
    sites: tuple[dict[str, bytes], dict[str, bytes]]
    out: Path

    def start(self, version: int) -> subprocess.Popen[str]:
        """Return a build that has just begun."""
        root = str(self.roots[version])
        return subprocess.Popen(
            [sys.executable, "-m", "metodbank", "--root", root, "build", "--out", self.out, "--as-of", AS_OF],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def build(self, version: int) -> None:
        """Build to the end, and see that the site is the one of a first build."""
        with self.start(version) as process:
            assert process.wait() == 0, process.stderr and process.stderr.read()
        assert files_in(self.out) == self.sites[version]
        assert beside(self.out) == ["site"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    """Return two versions that have been built once, so that their frames are drawn."""
    folder = tmp_path_factory.mktemp("versions")
    many = {f"practices/polka-{number}.yml": PRACTICE | {"title": f"Полка {number}"} for number in range(20)}
    old = site_bases.written(folder / "old", many | {"practices/staraya.yml": PRACTICE})
    new = site_bases.written(
        folder / "new",
        many
        | {
            "reference/organizations.yml": ORGANIZATIONS | {"shkola": SCHOOL},
            "practices/novaya.yml": PRACTICE | {"title": "Новая полка", "organization": "shkola"},
            "practices/novaya-2.yml": PRACTICE | {"title": "Другая полка", "organization": "shkola"},
        },
        name="Новая база",
    )
    sites = tuple(
        site_bases.built(root, folder / f"{name}-site").files for name, root in (("old", old), ("new", new))
    )
    assert sum(sites[0].get(address) != content for address, content in sites[1].items()) > 60
    return Versions((old, new), (sites[0], sites[1]), folder)


@pytest.fixture
def versions(made: Versions, tmp_path: Path) -> Versions:
    """Return the two versions, the first of them published."""
    shutil.copytree(made.roots[0].parent / "old-site", tmp_path / "out" / "site")
    return Versions(made.roots, made.sites, tmp_path / "out" / "site")


def at_a_random_moment(_: Path, chance: random.Random, __: Callable[[], bool]) -> None:
    time.sleep(chance.uniform(0, 1.5))


def when_pages_are_made(out: Path, chance: random.Random, is_over: Callable[[], bool]) -> None:
    wait_for(lambda: is_over() or any(out.parent.glob(".site.new-*")))
    time.sleep(chance.uniform(0, 0.2))


def when_pages_are_moved(out: Path, chance: random.Random, is_over: Callable[[], bool]) -> None:
    wait_for(lambda: is_over() or any(out.parent.glob(".site.new-*/journal")))
    time.sleep(chance.uniform(0, 0.01))


MOMENTS = (at_a_random_moment, when_pages_are_made, when_pages_are_moved)


def wait_for(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.0005)


def kill(versions: Versions, version: int, number: int, chance: random.Random) -> None:
    with versions.start(version) as process:
        MOMENTS[number % len(MOMENTS)](versions.out, chance, lambda: process.poll() is not None)
        process.kill()


def assert_whole(out: Path, sites: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    """Each file is of one version, and whoever comes by a page that stood or stays gets everywhere."""
    files = files_in(out)
    for address, content in files.items():
        assert content in [site[address] for site in sites if address in site], address
    seen: set[str] = set()
    to_see = [address for address in files if all(address in site for site in sites)]
    assert len(to_see) > 60
    while to_see:
        address = to_see.pop()
        if address not in seen:
            seen.add(address)
            assert address in files
            to_see.extend(led_to(address, files[address]) if address.endswith(".html") else ())


def led_to(address: str, page: bytes) -> list[str]:
    """Return the addresses on the site that a page leads to."""
    parts = [urlsplit(unescape(href.decode())) for href in LINK.findall(page)]
    here = PurePosixPath(address).parent
    return [
        posixpath.normpath(here / unquote(part.path))
        for part in parts
        if part.path and not part.scheme and not part.netloc
    ]


def kill_again_and_again(versions: Versions, kills: int, build_after: int) -> None:
    chance = random.Random(kills)  # noqa: S311 (the moments are no secret)
    version = 1
    for number in range(kills):
        kill(versions, version, number, chance)
        assert_whole(versions.out, versions.sites)
        if (number + 1) % build_after == 0:
            version = chance.choice((0, 1))
            versions.build(version)
        version = 1 - version


@POSIX_ONLY
def test_site_is_whole_after_each_kill_and_after_the_next_build(versions: Versions) -> None:
    kill_again_and_again(versions, kills=12, build_after=3)


@POSIX_ONLY
@pytest.mark.slow
def test_site_is_whole_after_each_of_a_hundred_kills(versions: Versions) -> None:
    kill_again_and_again(versions, kills=100, build_after=1)


@POSIX_ONLY
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_build_that_is_asked_to_stop_leaves_the_site_and_nothing_else(
    versions: Versions, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    # Without its store a build takes its time.
    slow = shutil.copytree(versions.roots[1], tmp_path / "slow")
    with replace(versions, roots=(slow, slow)).start(1) as process:
        wait_for((versions.out.parent / ".site.lock").exists)
        time.sleep(0.1)
        process.send_signal(number)
        assert process.wait() == code
    assert files_in(versions.out) == versions.sites[0]
    assert beside(versions.out) == ["site"]


def test_what_a_killed_build_left_is_cleared_before_anything_can_fail(
    versions: Versions, tmp_path: Path
) -> None:
    site_bases.put(versions.out.parent / ".site.new-0123456789ab", "tree/index.html", "half")
    site_bases.put(versions.out.parent, ".site.lock", "")
    root = site_bases.written(tmp_path / "broken")
    site_bases.put(root, "mkdocs.yml", "theme: [")
    assert site_bases.build(root, versions.out) == 1
    assert files_in(versions.out) == versions.sites[0]
    assert beside(versions.out) == ["site"]


@pytest.mark.parametrize("builds", [2, 8])
def test_builds_at_once_all_end_well_and_come_to_one_site(versions: Versions, builds: int) -> None:
    shutil.rmtree(versions.out)
    processes = [versions.start(1) for _ in range(builds)]
    for process in processes:
        with process:
            assert process.wait() == 0, process.stderr and process.stderr.read()
    assert files_in(versions.out) == versions.sites[1]
    assert beside(versions.out) == ["site"]


def test_two_versions_at_once_leave_one_of_them_whole(versions: Versions) -> None:
    with versions.start(0) as one, versions.start(1) as other:
        assert [one.wait(), other.wait()] == [0, 0]
    assert files_in(versions.out) in versions.sites
    assert beside(versions.out) == ["site"]


SMALL_DISK = """
set -eu
mount -t tmpfs -o size=16m tmpfs "$1"
cp -r "$2" "$1/site"
dd if=/dev/zero of="$1/ballast" bs=1k 2>/dev/null || true
for free in 0 4 40 400; do
    truncate -s "-${free}K" "$1/ballast"
    code=0
    "$3" -m metodbank --root "$4" build --as-of "$5" --out "$1/site" 2>>"$6/messages" || code=$?
    echo "$free $code" >>"$6/codes"
    ls -A "$1" | tr '\\n' ' ' >>"$6/names"
    cp -r "$1/site" "$6/after-$free"
done
rm "$1/ballast"
"$3" -m metodbank --root "$4" build --as-of "$5" --out "$1/site" 2>/dev/null
cp -r "$1/site" "$6/last"
"""


def namespace() -> list[str]:
    """Return the beginning of a command with a disk of its own, or skip where none can be had."""
    start = ["unshare", "--user", "--map-root-user", "--mount"]
    may = shutil.which("unshare") and subprocess.run(
        [*start, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False
    )
    if not may or may.returncode:
        pytest.skip("a small disk needs Linux with user namespaces (unshare --user --mount)")
    return start


def test_full_small_disk_leaves_the_site_and_room_again_makes_the_new_one(
    versions: Versions, tmp_path: Path
) -> None:
    disk, told = tmp_path / "disk", tmp_path / "told"
    disk.mkdir()
    told.mkdir()
    start = namespace()
    values = (disk, versions.out, sys.executable, versions.roots[1], AS_OF, told)
    result = subprocess.run(
        [*start, "sh", "-c", SMALL_DISK, "sh", *values], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert (told / "codes").read_text().split("\n")[:-1] == ["0 1", "4 1", "40 1", "400 1"]
    assert (told / "names").read_text().split() == ["ballast", "site"] * 4
    for free in (0, 4, 40, 400):
        assert files_in(told / f"after-{free}") == versions.sites[0]
    assert (told / "messages").read_text("utf-8").count("Сайт не записан: на диске кончилось место.") == 4
    assert files_in(told / "last") == versions.sites[1]


MOUNTED = """
set -eu
mount -t tmpfs tmpfs "$1"
for root in "$3" "$4"; do
    mkdir -p "$1/.disk.new-0123456789ab/tree"
    "$2" -m metodbank --root "$root" build --as-of "$5" --out "$1" >/dev/null
    cp -r "$1" "$6/$(basename "$root")"
done
"""


def test_folder_that_is_mounted_is_filled_from_inside(versions: Versions, tmp_path: Path) -> None:
    disk, told = tmp_path / "disk", tmp_path / "told"
    disk.mkdir()
    told.mkdir()
    values = (disk, sys.executable, *versions.roots, AS_OF, told)
    result = subprocess.run(
        [*namespace(), "sh", "-c", MOUNTED, "sh", *values], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert (files_in(told / "old"), files_in(told / "new")) == versions.sites
    assert not list(told.glob("*/.*"))
    assert beside(disk) == ["disk", "out", "told"]
