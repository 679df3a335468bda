"""In which order the files of a site move in, and what is deleted after them.

A reader who comes in the middle finds each page whole, old or new, and every link that he meets leads
somewhere: what pages are made with comes first, then pages nobody leads to yet, then pages that are
replaced, then lists; the passport ends the writing, and what no page leads to any more is deleted last.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from metodbank.publishing.journal import Journal
from metodbank.publishing.stage import Rank
from metodbank.publishing.standing import Standing


def planned(out: str, standing: Standing, moves: Mapping[str, Rank], kept: set[str]) -> Journal:
    """Return the journal that turns what stands into the site: what is moved in and what is kept."""

    def order(address: str) -> tuple[bool, bool, bool, Rank, str]:
        rank = moves[address]
        return rank is Rank.LAST, rank is not Rank.ASSET, address in standing.files, rank, address

    parents = _parents(moves.keys() | kept)
    gone = [
        address
        for address in (*standing.files, *standing.others)
        if address not in moves and address not in kept and address not in parents
    ]
    return Journal(
        folder=os.lstat(out).st_ino,
        moves=sorted(moves, key=order),
        deletions=sorted(_without_namesakes(out, gone, moves.keys() | kept)),
        folders=[folder for folder in reversed(standing.folders) if folder not in parents],
    )


def _parents(addresses: set[str]) -> set[str]:
    found = {address.rpartition("/")[0] for address in addresses}
    for folder in list(found):
        parts = folder.split("/")
        found.update("/".join(parts[:length]) for length in range(1, len(parts)))
    return found - {""}


def _without_namesakes(out: str, gone: list[str], belonging: set[str]) -> list[str]:
    """Leave out names that differ only in the case of letters from one that stays and mean the same file.

    So it is on most disks of macOS and Windows, where deleting the old spelling would delete the new file.
    """
    if not gone:
        return gone
    spelling = {address.casefold(): address for address in belonging}
    return [
        address
        for address in gone
        if (other := spelling.get(address.casefold())) is None or not _are_one(out, address, other)
    ]


def _are_one(out: str, one: str, other: str) -> bool:
    try:
        return os.path.samestat(os.lstat(f"{out}/{one}"), os.lstat(f"{out}/{other}"))
    except OSError:
        return False
