"""Sites for the tests of publishing: trees of files as dictionaries, published through the one door."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from metodbank.publishing.publication import publication
from metodbank.publishing.stage import Rank

PASSPORT = "build.json"
Tree = Mapping[str, bytes]
Stamps = dict[str, tuple[int, int]]


def with_passport(files: Tree, number: int = 1) -> dict[str, bytes]:
    """Return the tree with what makes it a site of ours."""
    return {**files, PASSPORT: b'{"generator": "metodbank 0.%d"}' % number}


def publish(out: Path, tree: Tree) -> None:
    """Publish a tree as a site."""
    with publication(out) as site:
        for address, content in tree.items():
            site.write(address, content, rank_of(address))


def rank_of(address: str) -> Rank:
    """Return the rank that a build would give."""
    if address.endswith(".json"):
        return Rank.LAST
    if address.endswith("index.html"):
        return Rank.LIST
    return Rank.PAGE if address.endswith(".html") else Rank.ASSET


def files_in(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every ordinary file by address."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


def names_in(folder: Path) -> set[str]:
    """Return the address of everything that stands in a folder: files, links and folders."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def names_of(tree: Tree) -> set[str]:
    """Return what must stand where a tree is published: its files and the folders above them."""
    parents = {parent.as_posix() for address in tree for parent in Path(address).parents}
    return set(tree) | parents - {"."}


def stamps_in(folder: Path) -> Stamps:
    """Return the number and the time of every file: a file written again has others."""
    return {
        address: (status.st_ino, status.st_mtime_ns)
        for address in files_in(folder)
        for status in [os.lstat(folder / address)]
    }


def beside(out: Path) -> list[str]:
    """Return the names beside the published folder, its own too."""
    return sorted(path.name for path in out.parent.iterdir())
