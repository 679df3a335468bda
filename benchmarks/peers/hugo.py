"""Hugo from its package on the index: our theme's page as its layout, its taxonomies for lists and terms."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks import twin
from benchmarks.frame import Frame
from benchmarks.peers.environments import printed, python_environment

NAME = "Hugo"
PACKAGES = ("hugo",)
SLOW = False
SUMMARIES = 1
INCLUDES = "lists, filters, pages of terms, our theme's page; no checks, no search; the whole again"
_SITE = Path(__file__).parent / "hugo_site"


def install(cache: Path) -> Path:
    """Return the program itself: the script around it would add the start of an interpreter to every run."""
    environment = python_environment(cache / "hugo", PACKAGES)
    return next(environment.glob("lib*/**/hugo/binaries/hugo*"))


def version(program: Path) -> str:
    """Return the version."""
    return printed(program, "version").split()[1].partition("-")[0]


def make(number: int, folder: Path, frame: Frame) -> None:
    """Write the twin of so many records as a site of its own."""
    shutil.copytree(_SITE, folder)
    page = frame.filled(
        title="{{ .Title }} · {{ site.Title }}",
        description="{{ .Description }}",
        body='{{ block "main" . }}{{ end }}',
    )
    (folder / "layouts" / "baseof.html").write_text(page, "utf-8")
    frame.copy_assets(folder / "static")
    twin.write_records(number, folder / "content" / "practices")
    _write_terms(folder / "content")
    _write_data(folder)


def _write_terms(content: Path) -> None:
    for kind, values in twin.terms().items():
        for id_, (title, place) in values.items():
            _write_front_matter(content / kind / id_, f'title: "{title}"\nplace: "{place}"')
    for name in twin.FACETS:  # lists by value are wanted, a list of values is not
        _write_front_matter(content / name, "build: {render: never}")


def _write_front_matter(folder: Path, text: str) -> None:
    folder.mkdir(parents=True)
    (folder / "_index.md").write_text(f"---\n{text}\n---\n", "utf-8")


def _write_data(folder: Path) -> None:
    data = folder / "data"
    data.mkdir()
    facets = {name: title for name, (title, _) in twin.FACETS.items()}
    for name, words in (("titles", twin.titles()), ("facets", facets), ("whole_lists", twin.WHOLE_LISTS)):
        text = "".join(f'{id_}: "{word}"\n' for id_, word in words.items())
        (data / f"{name}.yaml").write_text(text, "utf-8")


def command(program: Path, source: Path, out: Path) -> list[str]:
    """Return the command of a build into a folder."""
    cache = source.parent / "hugo-cache"
    return [
        str(program),
        "--source",
        str(source),
        "--destination",
        str(out),
        "--cacheDir",
        str(cache),
        "--quiet",
    ]


def again(program: Path, source: Path, out: Path, changed: Path | None) -> list[str]:  # noqa: ARG001 (as every tool)
    """Return the command of a build over a former one: Hugo makes the whole again."""
    return command(program, source, out)


def environment(source: Path) -> dict[str, str]:  # noqa: ARG001 (as every tool)
    """Return the variables of a run: none."""
    return {}


def forget(source: Path) -> None:
    """Remove all that is kept between runs."""
    for folder in (source / "resources", source.parent / "hugo-cache"):
        shutil.rmtree(folder, ignore_errors=True)
    (source / ".hugo_build.lock").unlink(missing_ok=True)


def source_of(source: Path, record: str) -> Path:
    """Return the file of a record."""
    return source / "content" / "practices" / f"{record}.md"


def pages_of(out: Path, record: str, school: str) -> list[Path]:
    """Return the pages that must show the summary of a record."""
    return [out / "practices" / f"{record}.html", out / "organizations" / f"{school}.html"]
