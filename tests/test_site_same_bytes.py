"""One base and one day: the same bytes from any folder, time zone, locale, hash seed and file order."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

import site_bases
from site_bases import PRACTICE
from site_tree import Site

SURROUNDINGS = {
    "kamchatka": {"TZ": "Asia/Kamchatka", "LC_ALL": "C", "PYTHONHASHSEED": "0"},
    "new-york": {"TZ": "America/New_York", "LC_ALL": "ru_RU.UTF-8", "PYTHONHASHSEED": "1"},
    "anywhere": {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "random", "PYTHONUTF8": "0"},
}


def built_apart(root: Path, out: Path, *options: str, **environment: str) -> Site:
    """Return the site that a process of its own builds, started from another folder."""
    known = {key: value for key, value in os.environ.items() if key not in {"TZ", "SOURCE_DATE_EPOCH"}}
    subprocess.run(
        [sys.executable, "-m", "metodbank", "--root", str(root), "build", "--out", str(out), *options],
        env=known | environment,
        cwd=root.parent,
        check=True,
        capture_output=True,
    )
    return Site(out)


def shuffled_copy(source: Path, target: Path, seed: int) -> Path:
    """Return a copy whose files were made in another order, with other times."""
    files = [path for path in sorted(source.rglob("*")) if path.is_file()]
    assert len(files) > 30
    random.Random(seed).shuffle(files)  # noqa: S311 (an order, not a secret)
    for number, path in enumerate(files):
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
        os.utime(copy, (number, number))
    return target


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_same_base_and_day_give_the_same_bytes_everywhere(
    demonstration: Site, demonstration_base: Path, tmp_path: Path, name: str
) -> None:
    root = shuffled_copy(demonstration_base, tmp_path / name / "копия базы", seed=len(name))
    out = tmp_path / name / "сайт"
    site = built_apart(root, out, "--as-of", site_bases.AS_OF, **SURROUNDINGS[name])
    assert len(site.files) > 200
    assert sorted(site.files) == sorted(demonstration.files)
    differing = [
        address for address, content in site.files.items() if content != demonstration.files[address]
    ]
    assert differing == []


@pytest.mark.parametrize(
    ("zone", "moment", "expected"),
    [
        ("Europe/Moscow", "2026-11-21T15:00+00:00", "21 ноября 2026 г."),
        ("Asia/Kamchatka", "2026-11-21T15:00+00:00", "22 ноября 2026 г."),
        ("Europe/Moscow", "2026-11-21T21:30+00:00", "22 ноября 2026 г."),
    ],
)
def test_day_comes_from_the_environment_in_the_time_zone_of_the_base(
    tmp_path: Path, zone: str, moment: str, expected: str
) -> None:
    epoch = f"{datetime.fromisoformat(moment).timestamp():.0f}"
    root = site_bases.written(tmp_path / "base", {"practices/polka.yml": PRACTICE}, time_zone=zone)
    site = built_apart(root, tmp_path / "site", SOURCE_DATE_EPOCH=epoch, TZ="America/New_York")
    assert expected in site.page("index.html").root.one("div", css="mb-status").text


def test_day_that_is_typed_is_stronger_than_the_environment(tmp_path: Path) -> None:
    root = site_bases.written(tmp_path / "base")
    site = built_apart(root, tmp_path / "site", "--as-of", "2027-03-01", SOURCE_DATE_EPOCH="1795208400")
    assert "1 марта 2027 г." in site.page("index.html").root.one("div", css="mb-status").text


def test_only_the_day_differs_between_two_days(tmp_path: Path) -> None:
    root = site_bases.written(tmp_path / "base", {"practices/polka.yml": PRACTICE})
    one, other = (
        site_bases.built(root, tmp_path / as_of, as_of=as_of).files for as_of in ("2026-03-17", "2026-03-18")
    )
    assert one != other
    for address, content in one.items():
        text = content.replace("17\u00a0марта".encode(), "18\u00a0марта".encode())
        assert text.replace(b"2026-03-17", b"2026-03-18") == other[address], address
