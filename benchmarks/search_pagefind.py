"""What Pagefind needs for the pages of a site, where its package is installed.

It was not chosen: it finds 28 of 40 forms of words, its files differ from run to run, it cannot be made anew
for one record, counts of facets are wrong where a query has to be several, it does not run from `file://`,
and at 5,000 records it loads more before the first result than the bars allow.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path


def pagefind(folder: Path | None, site: Path) -> str:
    """Return what Pagefind needs for the same pages, or that it is not there."""
    if folder is None or not any(folder.glob("pagefind_bin*")):
        return "\nPagefind: not installed, left out (--pagefind FOLDER)."
    begun = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--force-language", "ru"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        return f"\nPagefind: failed: {done.stderr.strip()[-300:]}"
    seconds = time.perf_counter() - begun
    files = [file for file in (site / "pagefind").rglob("*") if file.is_file()]
    sizes = {file.name: file.stat().st_size for file in files}
    before = {
        "scripts": sizes.get("pagefind.js", 0) + sizes.get("pagefind-worker.js", 0),
        "wasm": sum(size for name, size in sizes.items() if name.startswith("wasm.ru")),
        "meta": sum(size for name, size in sizes.items() if name.endswith(".pf_meta")),
        "filters": sum(size for name, size in sizes.items() if name.endswith(".pf_filter")),
    }
    told = json.dumps({name: round(size / 1000) for name, size in before.items()})
    return f"\nPagefind: {seconds:.1f} s, {len(files)} files, before the first search, KB compressed: {told}"
