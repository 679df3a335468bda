"""The wheel, installed alone into an empty environment, builds a base that lies elsewhere."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import site_bases
from site_bases import REPOSITORY
from site_tree import Site

PACKAGE = REPOSITORY / "generator/metodbank"

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    result = subprocess.run(
        [str(part) for part in command], cwd=cwd, check=False, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", folder, REPOSITORY, cwd=folder)
    [wheel] = folder.glob("*.whl")
    return wheel


def test_wheel_holds_every_file_of_the_package_and_no_other(wheel: Path) -> None:
    files = {
        f"metodbank/{path.relative_to(PACKAGE).as_posix()}"
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name.split("/")[1] for name in files} >= {"templates", "assets", "standard", "theme"}
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == files


def test_wheel_alone_builds_a_base_that_lies_elsewhere(
    wheel: Path, tmp_path: Path, demonstration: Site, demonstration_base: Path
) -> None:
    run(sys.executable, "-m", "venv", tmp_path / "venv", cwd=tmp_path)
    python = tmp_path / "venv/bin/python"
    run(python, "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    where = run(python, "-c", "import metodbank; print(metodbank.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(tmp_path / "venv")

    out = tmp_path / "site"
    options = ("--out", out, "--strict", "--as-of", site_bases.AS_OF)
    run(tmp_path / "venv/bin/metodbank", "--root", demonstration_base, "build", *options, cwd=tmp_path)
    assert Site(out).addresses == demonstration.addresses
    assert Site(out).page("index.html").h1 == demonstration.page("index.html").h1
