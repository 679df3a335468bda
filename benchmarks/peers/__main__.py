"""Compares our build with the peers', pair by pair, and writes tables of ratios.

    python -m benchmarks.peers 5000 --pairs 3 --folder /dev/shm

The peers come from the package indexes into environments of their own in the cache folder, once. Each pair is
ours, then the peer: a cold build (all caches removed, a new output folder), a build with nothing changed, a
build with the summary of one record changed, whose pages are looked at from outside: the seconds until they
are right are told beside those until the command ended. A slow peer has one pair. Python keeps its bytecode.
Memory is the greatest sum of PSS of all processes of a cold build, one more than was timed where it is quick.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from benchmarks import ours
from benchmarks.frame import Frame, frame_of
from benchmarks.measuring import FailedRunError, kind_of_disk
from benchmarks.pairs import Contender, run_pairs
from benchmarks.peers import eleventy, hugo, mkdocs, mkdocs_search, zensical
from benchmarks.peers.environments import NotInstalledError
from benchmarks.peers.tool import Tool
from benchmarks.table import comparison
from benchmarks.workload import make_base, practice_id

PEERS: dict[str, Tool] = {
    "hugo": hugo,
    "eleventy": eleventy,
    "zensical": zensical,
    "mkdocs": mkdocs,
    "mkdocs-search": mkdocs_search,
}
OURS: Tool = ours


def main() -> None:
    """Run what the arguments ask for."""
    arguments = _arguments()
    duels, left_out, loads = [], [], [os.getloadavg()[0]]
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        frame = _frame(Path(name))
        for peer in arguments.peers.split(","):
            try:
                duels.append(_duel(arguments, Path(name) / peer, frame, PEERS[peer]))
            except (NotInstalledError, FailedRunError) as error:
                left_out.append(f"\n{PEERS[peer].NAME} is left out: {error}\n")
                _tell(left_out[-1])
            loads.append(os.getloadavg()[0])
    text = "".join((_head(arguments, loads, duels), comparison(duels), *left_out))
    print(text)
    if arguments.to:
        arguments.to.write_text(text, "utf-8")


def default_cache() -> Path:
    """Return the folder where the peers stay unless another one is named."""
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "metodbank-benchmarks"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("records", type=int, help="how many, from 1,000 to 100,000")
    parser.add_argument("--peers", default=",".join(PEERS), help="which, by commas (all: %(default)s)")
    parser.add_argument("--pairs", type=int, default=3, help="how many, but one for a slow peer")
    parser.add_argument("--once", action="store_true", help="one pair for each")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()), help="where to work")
    parser.add_argument(
        "--cache", type=Path, default=default_cache(), help="where the peers stay (%(default)s)"
    )
    parser.add_argument("--limit", type=float, default=3600, help="seconds that one run may take")
    parser.add_argument("--to", type=Path, help="a file for the tables besides the screen")
    arguments = parser.parse_args()
    unknown = set(arguments.peers.split(",")) - set(PEERS)
    if unknown:
        parser.error(f"no such peer: {', '.join(sorted(unknown))}")
    return arguments


def _frame(folder: Path) -> Frame:
    base, site = folder / "one", folder / "one-site"
    make_base(1, base)
    Contender(OURS, OURS.install(base), base, limit=600).cold(site)
    return frame_of(site, practice_id(0))


def _duel(
    arguments: argparse.Namespace, folder: Path, frame: Frame, peer: Tool
) -> tuple[Contender, Contender]:
    contenders = []
    for tool, source in ((OURS, folder / "base"), (peer, folder / "twin")):
        _tell(f"{tool.NAME}: installing, writing {arguments.records} records")
        program = tool.install(arguments.cache)
        folder.mkdir(exist_ok=True)
        tool.make(arguments.records, source, frame)
        contenders.append(Contender(tool, program, source, arguments.limit))
    pairs = 1 if peer.SLOW or arguments.once else arguments.pairs
    run_pairs(contenders[0], contenders[1], arguments.records, pairs, _tell)
    return contenders[0], contenders[1]


def _head(arguments: argparse.Namespace, loads: list[float], duels: list[tuple[Contender, Contender]]) -> str:
    contenders = [*(ours for ours, _ in duels[:1]), *(peer for _, peer in duels)]
    load = "–".join(f"{one:.1f}" for one in loads)
    versions = ", ".join(f"{one.tool.NAME} {one.tool.version(one.program)}" for one in contenders)
    machine = f"{os.cpu_count()} cores, {kind_of_disk(arguments.folder)}, load {load}"
    return (
        f"## {arguments.records} records, {machine}\n\n"
        f"{versions}. Medians (least–greatest) of whole commands, run in turn: ours, peer, ours, peer. "
        "Cold: all caches removed, a new output folder. Python keeps its bytecode, ours and the peers'. "
        "Pages are right when those of the record and of its school have the new text, seen from outside. "
        "Memory: the greatest sum of PSS of all processes of a cold build (a slow peer's is the timed one). "
        "MB are millions of bytes.\n\n"
    )


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
