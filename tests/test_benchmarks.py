"""The benchmarks measure what they say: the same records for all, right pages, all processes."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from benchmarks import ours
from benchmarks.frame import Frame, frame_of
from benchmarks.measuring import (
    MEGABYTE,
    FailedRunError,
    Run,
    Written,
    measured,
    snapshot,
    tree_memory,
    written,
)
from benchmarks.page_watching import Watched
from benchmarks.pairs import COLD, NOTHING, ONE, Contender, Figures, run_pairs
from benchmarks.peers import eleventy, hugo, mkdocs, mkdocs_search, zensical
from benchmarks.peers.environments import NotInstalledError
from benchmarks.peers.tool import Tool
from benchmarks.scaling import Size, report
from benchmarks.table import comparison
from benchmarks.workload import make_base

RECORDS = 3
PEERS: tuple[Tool, ...] = (hugo, eleventy, mkdocs, mkdocs_search, zensical)
FRAME_PAGE = """<head><meta name="description" content="old"><title>old</title></head>
<article class="md-content__inner md-typeset">
old
</article>
"""


@pytest.fixture
def frame(tmp_path: Path) -> Frame:
    assets = tmp_path / "assets"
    assets.mkdir()
    (assets / "style.css").write_text("p {}", "utf-8")
    return Frame(FRAME_PAGE, assets)


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.NAME)
def test_a_peer_gets_every_word_of_every_record(tmp_path: Path, frame: Frame, peer: Tool) -> None:
    base, twin = tmp_path / "base", tmp_path / "twin"
    make_base(RECORDS, base)
    peer.make(RECORDS, twin, frame)
    records = sorted((base / "practices").iterdir())
    assert len(records) == RECORDS
    for record in records:
        fields = yaml.safe_load(record.read_text("utf-8"))
        page = peer.source_of(twin, record.stem).read_text("utf-8")
        texts = [
            fields[name].strip() for name in ("title", "summary", "problem", "results", "conditions", "risks")
        ]
        texts += [step["text"].strip() for step in fields["steps"]]
        assert [text for text in texts if text not in page] == []
        front = yaml.safe_load(page.split("---\n")[1])
        assert front["difficulties"] == fields["difficulties"]
        assert front["organizations"] == [fields["organization"]]


def test_the_same_number_makes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        make_base(RECORDS, tmp_path / name)
    record = "practices/praktika-000002.yml"
    text = (tmp_path / "one" / record).read_text("utf-8")
    assert text == (tmp_path / "two" / record).read_text("utf-8")
    assert text.startswith('title: "Тихий старт урока: случай 2"\nstatus: published\n')
    assert "before: 45, after: 54, n: 62, period: 2025/26 учебный год}" in text


def test_a_ready_list_has_the_records_of_its_value(tmp_path: Path, frame: Frame) -> None:
    zensical.make(30, tmp_path / "twin", frame)
    docs = tmp_path / "twin" / "docs"
    records = [
        yaml.safe_load(page.read_text("utf-8").split("---\n")[1]) for page in docs.glob("*/praktika-*.md")
    ]
    assert len(records) == 30
    wanted = sum(record["by-education-levels"] == ["basic"] for record in records)
    page = (docs / "practices" / "by-education-levels-basic.md").read_text("utf-8")
    assert 0 < page.count("mb-card__title") == wanted
    first, second = (docs / "practices" / name for name in ("index.md", "page-2.md"))
    assert [page.read_text("utf-8").count("mb-card__title") for page in (first, second)] == [24, 6]


def test_pages_of_terms_show_as_many_records_as_ours(tmp_path: Path, frame: Frame) -> None:
    base, site, twin = tmp_path / "base", tmp_path / "site", tmp_path / "twin"
    make_base(150, base)
    Contender(ours, ours.install(tmp_path), base, limit=60).cold(site)
    zensical.make(150, twin, frame)
    whole_list = ["../practices/by-difficulties-motivation.html"]
    for name, cards, link in (("difficulties/motivation", 24, whole_list), ("territories/okrug-3", 4, [])):
        for page in (twin / "docs" / f"{name}.md", site / f"{name}.html"):
            text = page.read_text("utf-8")
            assert text.count("mb-card__title") == cards
            assert re.findall(r'href="([^"]*)"[^>]*>Показать все', text) == link


def test_a_page_of_ours_is_a_frame(tmp_path: Path) -> None:
    base, site = tmp_path / "base", tmp_path / "site"
    make_base(1, base)
    Contender(ours, ours.install(tmp_path), base, limit=60).cold(site)
    page = frame_of(site, "praktika-000000").filled(title="{T}", description="{D}", body="{B}")
    assert "<title>{T}</title>" in page
    assert '<meta name="description" content="{D}">' in page
    assert '<article class="md-content__inner md-typeset">\n{B}\n</article>' in page
    assert "случай 0" not in page


def test_a_page_without_an_article_is_no_frame(tmp_path: Path) -> None:
    page = Frame(FRAME_PAGE.replace("article", "section"), tmp_path)
    with pytest.raises(ValueError, match="one article"):
        page.filled(title="", description="", body="")


def test_only_what_was_made_or_changed_counts_as_written(tmp_path: Path) -> None:
    for name in ("same", "changed", "removed"):
        (tmp_path / name).write_text("12345", "utf-8")
    before = snapshot(tmp_path)
    (tmp_path / "changed").write_text("123", "utf-8")
    (tmp_path / "removed").unlink()
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "file").write_text("1234567", "utf-8")
    assert written(before, snapshot(tmp_path)) == Written(files=2, bytes=10)


def test_memory_counts_the_processes_that_a_command_starts() -> None:
    child = "held = b'x' * 80_000_000; print(flush=True); input()"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", parent], stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert 80 < tree_memory(process.pid) / MEGABYTE < 160
        process.communicate("\n")
    assert process.returncode == 0


def test_memory_of_a_run_is_the_greatest_sampled(tmp_path: Path) -> None:
    code = "import time; held = b'x' * 40_000_000; time.sleep(1); del held; time.sleep(1)"
    run = measured([sys.executable, "-c", code], tmp_path, {}, limit=60, sampled=True)
    assert run.memory is not None
    assert run.largest is not None
    assert run.memory > 40
    assert 40 < run.largest < 80


def test_pages_are_right_before_a_slow_command_ends(tmp_path: Path) -> None:
    one, other = tmp_path / "one.html", tmp_path / "other.html"
    one.write_text("old", "utf-8")
    code = f"""
import time
open({str(one)!r}, "w").write("the new text")
time.sleep(0.3)
open({str(other)!r}, "w").write("the new text, too")
time.sleep(1)
"""
    watched = Watched((one, other), "new text")
    run = measured([sys.executable, "-c", code], tmp_path, {}, limit=60, watched=watched)
    assert run.right is not None
    assert 0.3 < run.right < run.seconds - 0.5
    assert watched.wrong() == []


def test_pages_that_stay_wrong_have_no_moment(tmp_path: Path) -> None:
    watched = Watched((tmp_path / "absent.html",), "new text")
    run = measured([sys.executable, "-c", ""], tmp_path, {}, limit=60, watched=watched)
    assert run.right is None
    assert watched.wrong() == [tmp_path / "absent.html"]


def test_python_keeps_its_bytecode_in_a_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    (tmp_path / "imported.py").touch()
    measured([sys.executable, "-c", "import imported"], tmp_path, {}, limit=60)
    assert len(list(tmp_path.glob("__pycache__/imported.*.pyc"))) == 1


@pytest.mark.parametrize(("code", "limit", "told"), [("exit('bad')", 60, "bad"), ("input()", 0.2, "longer")])
def test_a_run_that_fails_or_hangs_is_no_figure(tmp_path: Path, code: str, limit: float, told: str) -> None:
    reading_nothing = f"import time\ndef input(): time.sleep(60)\n{code}"
    with pytest.raises(FailedRunError, match=told):
        measured([sys.executable, "-c", reading_nothing], tmp_path, {}, limit)


def test_a_peer_that_this_machine_cannot_get_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotInstalledError, match="npm: not found"):
        eleventy.install(tmp_path / "cache")
    assert not (tmp_path / "cache" / "eleventy" / ".ready").exists()


class Copier:
    """A peer that is a shell script: a page of a record is its source."""

    NAME = "Copier"
    SLOW = False
    SUMMARIES = 1
    INCLUDES = "nothing"

    def __init__(self, again: str) -> None:
        self._again = again

    def install(self, cache: Path) -> Path:
        return cache

    def version(self, program: Path) -> str:
        return program.name

    def make(self, number: int, folder: Path, frame: Frame | None) -> None:
        assert frame is None
        make_base(number, folder)

    def environment(self, source: Path) -> dict[str, str]:
        return {"SOURCE": str(source / "practices")}

    def command(self, program: Path, source: Path, out: Path) -> list[str]:
        assert program != source
        return ["sh", "-c", 'cp -r "$SOURCE" "$0"', str(out)]

    def again(self, program: Path, source: Path, out: Path, changed: Path | None) -> list[str]:
        assert program != source
        return ["sh", "-c", self._again, str(out), str(changed or "")]

    def forget(self, source: Path) -> None:
        assert source.is_dir()

    def source_of(self, source: Path, record: str) -> Path:
        return source / "practices" / f"{record}.yml"

    def pages_of(self, out: Path, record: str, school: str) -> list[Path]:
        assert school.startswith("shkola-")
        return [out / f"{record}.yml"]


@pytest.fixture
def contender(tmp_path: Path) -> Callable[[str, str], Contender]:
    def made(name: str, again: str) -> Contender:
        copier = Copier(again)
        copier.make(RECORDS, tmp_path / name, None)
        return Contender(copier, tmp_path, tmp_path / name, limit=60)

    return made


COPIES_WHAT_CHANGED = '[ -z "$1" ] || cp "$1" "$0"'


def test_every_scenario_of_every_pair_is_measured(contender: Callable[[str, str], Contender]) -> None:
    one, other = contender("one", COPIES_WHAT_CHANGED), contender("other", COPIES_WHAT_CHANGED)
    run_pairs(one, other, RECORDS, 2, lambda _: None)
    for figures in (one.figures, other.figures):
        assert {scenario: len(runs) for scenario, runs in figures.runs.items()} == {
            COLD: 2,
            NOTHING: 2,
            ONE: 2,
        }
        assert [figures.written[scenario].files for scenario in (COLD, NOTHING, ONE)] == [RECORDS, 0, 1]


def test_a_page_with_the_former_text_is_no_figure(contender: Callable[[str, str], Contender]) -> None:
    with pytest.raises(FailedRunError, match=r"praktika-000000\.yml"):
        run_pairs(
            contender("one", COPIES_WHAT_CHANGED), contender("other", "true"), RECORDS, 1, lambda _: None
        )


def test_ratios_are_of_pairs_and_not_of_medians(tmp_path: Path) -> None:
    scenarios = (COLD, NOTHING, ONE)
    sizes = dict.fromkeys(scenarios, Written(3, 1_500_000))
    runs: dict[Tool, list[Run]] = {
        ours: [Run(1, 1, right=0.5), Run(2, 3, right=1), Run(9, 9, right=1)],
        hugo: [Run(2, 4, right=1), Run(8, 4, right=2), Run(10, 4)],
    }
    mine, theirs = (
        Contender(tool, tmp_path, tmp_path, 60, Figures(dict.fromkeys(scenarios, some), sizes, 7, 65.4))
        for tool, some in runs.items()
    )
    text = comparison([(mine, theirs)])
    times = "2.00 (1.00–9.00) | 8.00 (2.00–10.00) | 0.50 (0.25–0.90) | 2.0 (1.1–4.0)"
    assert text.count(f"| Hugo | 3 | {times} |\n") == 3
    right = "1.00 (0.50–1.00) | 2.00 (1.00–10.00) | 0.50 (0.10–0.50) | 2.0 (2.0–10.0)"
    assert text.count(f"| Hugo | 3 | {right} |\n") == 1
    assert "| metodbank | 3.00 (1.00–9.00) | 65 | 7 | 3 (1.5) | 3 (1.5) | 3 (1.5) | all checks" in text


def test_a_cost_that_grows_in_step_has_its_slope() -> None:
    text = report(
        [
            Size(1000, [Run(2.0, 1.5, 20.0, 15.0)], 10, 1_000_000),
            Size(3000, [Run(4.0, 5.5, 30.0, 25.0)], 20, 2_000_000),
        ]
    )
    assert "| 1000 | 1 | 2.00 | 2.000 | 1.50 | 1.500 | 20 | 15 | 20.0 | 10 | 1 |" in text
    assert "Whole command: 1.000 ms a record and 1.00 s at the start, power 0.63." in text
    assert ": 2.000 ms a record and -0.50 s at the start, power 1.18.\n" in text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("cold_build", "2", "--runs", "1"), "peak memory"),
        (("scaling", "2"), "peak memory"),
        (("again", "2", "--edits", "2"), "| 2 | 2 | "),
        (("serve_loop", "2", "--edits", "2"), "| 2 | 2 | "),
    ],
)
def test_our_own_benchmarks_run(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    name, *rest = arguments
    result = _run("-m", f"benchmarks.{name}", *rest, "--folder", str(tmp_path))
    assert result.returncode == 0, result.stderr
    assert told in result.stdout


def test_a_size_without_room_is_refused_before_any_work(tmp_path: Path) -> None:
    result = _run("-m", "benchmarks.scaling", "1000000000", "--folder", str(tmp_path))
    assert result.returncode == 2
    assert "name another folder: --folder" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_part_of_the_report_that_fails_does_not_end_it(tmp_path: Path) -> None:
    to, no_folder = tmp_path / "report.md", str(tmp_path / "absent")
    small = ("--sizes", "2", "--edits", "1", "--scale", "2", "--folder", str(tmp_path))
    parts = ("--parts", "scaling,again", "--scale-folder", no_folder)
    result = _run("-m", "benchmarks.report", "--to", str(to), *small, *parts)
    assert result.returncode == 1
    text = to.read_text("utf-8")
    told = re.findall(r"^python -m benchmarks\.(\w+ \d+)", text, re.MULTILINE)
    assert told == ["again 2", "scaling 2"]
    assert "| 2 | 1 | " in text
    assert text.count("It failed with the exit code 1.") == 1


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
