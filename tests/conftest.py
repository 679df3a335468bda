"""What tests share: a fresh smallest base for each, and one site of the demonstration base for all."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import site_bases
from knowledge_bases import write_base
from site_tree import Site

# Where tests run in the background, a shell has them ignore Ctrl+C, and whatever they start would too.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def store_of_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the stores of all bases, those of subprocesses too, out of the user's own cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("METODBANK_CACHE", str(tmp_path_factory.mktemp("store")))
        yield


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the folder of a fresh smallest base."""
    return write_base(tmp_path / "base")


@pytest.fixture(scope="session")
def demonstration_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the demonstration base; a test that changes files makes a copy of its own."""
    return site_bases.copied(tmp_path_factory.mktemp("demonstration") / "base")


@pytest.fixture(scope="session")
def demonstration(demonstration_base: Path) -> Site:
    """Return the site of the demonstration base, built once for each worker."""
    return site_bases.built(demonstration_base, demonstration_base.parent / "site")


EXAMPLES = tuple(
    sorted(path.name for path in (site_bases.REPOSITORY / "examples").iterdir() if path.is_dir())
)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Site]:
    """Return the function that builds the site of an example once for each worker."""
    sites: dict[str, Site] = {}

    def site_of(name: str) -> Site:
        if name not in sites:
            folder = tmp_path_factory.mktemp(name)
            root = site_bases.example(name, folder / "base")
            sites[name] = site_bases.built(root, folder / "site")
        return sites[name]

    return site_of
