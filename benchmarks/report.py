"""Writes one report of all that is measured: each part is a command, which stands above its tables.

    python -m benchmarks.report --to otchet.md --folder /dev/shm --quick

Cold builds in pairs with Hugo at 5,000 and 20,000 records; the slow peers, one pair each, at 5,000 (`--quick`
leaves them out); our builds over a former one and `serve` at both sizes; the cost by records up to 100,000.
A part that fails is told and the next one is run; then the exit code is 1. The file is written as parts end.
"""

from __future__ import annotations

import argparse
import os
import platform
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.measuring import kind_of_disk, surroundings
from benchmarks.peers.__main__ import default_cache

SLOW_PEERS = "mkdocs-search,mkdocs,eleventy,zensical"


def main() -> None:
    """Run what the arguments ask for."""
    arguments = _arguments()
    text, has_failed = _head(arguments), False
    for part in PARTS:
        for command in PARTS[part](arguments) if part in arguments.parts else ():
            code, section = _run(command)
            has_failed = has_failed or code != 0
            text += section
            arguments.to.write_text(text, "utf-8")
    sys.exit(int(has_failed))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.report", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--to", type=Path, required=True, help="the file of the report")
    parser.add_argument("--parts", type=_parts, default=",".join(PARTS), help="which (all: %(default)s)")
    parser.add_argument("--quick", action="store_true", help="without the slow peers")
    parser.add_argument("--sizes", type=_numbers, default="5000,20000", help="records (%(default)s)")
    parser.add_argument("--scale", type=_numbers, default="1000,5000,20000,100000", help="(%(default)s)")
    parser.add_argument("--pairs", type=int, default=3, help="how many pairs with Hugo")
    parser.add_argument("--edits", type=int, default=9, help="of each kind")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()), help="where to work")
    parser.add_argument("--scale-folder", type=Path, help="where to work for the cost by records")
    parser.add_argument("--cache", type=Path, default=default_cache(), help="where the peers stay")
    arguments = parser.parse_args()
    if arguments.quick:
        arguments.parts.discard("peers")
    return arguments


def _numbers(text: str) -> list[int]:
    return [int(one) for one in text.split(",")]


def _parts(text: str) -> set[str]:
    found = set(text.split(","))
    if not found <= set(PARTS):
        raise argparse.ArgumentTypeError(f"no such part: {', '.join(sorted(found - set(PARTS)))}")
    return found


def _where(arguments: argparse.Namespace) -> list[str]:
    return ["--folder", str(arguments.folder)]


def _hugo(arguments: argparse.Namespace) -> Iterator[list[str]]:
    options = ["--peers", "hugo", "--pairs", str(arguments.pairs), "--cache", str(arguments.cache)]
    for size in arguments.sizes:
        yield ["benchmarks.peers", str(size), *options, *_where(arguments)]


def _slow_peers(arguments: argparse.Namespace) -> Iterator[list[str]]:
    options = ["--peers", SLOW_PEERS, "--once", "--cache", str(arguments.cache)]
    yield ["benchmarks.peers", str(arguments.sizes[0]), *options, *_where(arguments)]


def _again(arguments: argparse.Namespace) -> Iterator[list[str]]:
    for size in arguments.sizes:
        yield ["benchmarks.again", str(size), "--edits", str(arguments.edits), *_where(arguments)]


def _serve(arguments: argparse.Namespace) -> Iterator[list[str]]:
    for size in arguments.sizes:
        yield ["benchmarks.serve_loop", str(size), "--edits", str(arguments.edits), *_where(arguments)]


def _scaling(arguments: argparse.Namespace) -> Iterator[list[str]]:
    folder = arguments.scale_folder or arguments.folder
    yield ["benchmarks.scaling", *map(str, arguments.scale), "--folder", str(folder)]


PARTS: dict[str, Callable[[argparse.Namespace], Iterator[list[str]]]] = {
    "hugo": _hugo,
    "again": _again,
    "serve": _serve,
    "scaling": _scaling,
    "peers": _slow_peers,
}
"""The commands of each part, without the interpreter before them."""


def _head(arguments: argparse.Namespace) -> str:
    return (
        "# Measurements\n\n"
        f"{time.strftime('%Y-%m-%d %H:%M')}, {os.cpu_count()} cores, {kind_of_disk(arguments.folder)}, "
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}. Whole commands, from "
        "outside; Python's bytecode is made before the first run, as an ordinary installation does.\n\n"
    )


def _run(command: Sequence[str]) -> tuple[int, str]:
    """Run a command and return its exit code and section; what it tells on the way goes to the terminal."""
    line = shlex.join(["python", "-m", *command])
    print(f"\n{line}", file=sys.stderr, flush=True)
    begun = time.perf_counter()
    result = subprocess.run(
        [sys.executable, "-m", *command],
        stdout=subprocess.PIPE,
        text=True,
        env=surroundings({}),
        check=False,
    )
    ended = "" if result.returncode == 0 else f"\nIt failed with the exit code {result.returncode}.\n"
    minutes = (time.perf_counter() - begun) / 60
    return result.returncode, f"```sh\n{line}\n```\n\n{result.stdout}{ended}\nIt took {minutes:.1f} min.\n\n"


if __name__ == "__main__":
    main()
