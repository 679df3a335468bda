"""W3C's checker reports no error on any page."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import EXAMPLES
from site_tree import Site

pytestmark = pytest.mark.java


def test_checker_reports_no_error_on_any_page(site: Site, checker: list[str], tmp_path: Path) -> None:
    assert len(site.addresses) > 200
    assert errors_on(site, checker, tmp_path) == set()


@pytest.mark.parametrize("name", EXAMPLES)
def test_checker_reports_no_error_on_any_page_of_an_example(
    example: Callable[[str], Site], checker: list[str], tmp_path: Path, name: str
) -> None:
    assert errors_on(example(name), checker, tmp_path) == set()


def errors_on(site: Site, checker: list[str], tmp_path: Path) -> set[str]:
    """Return what the checker says of the pages of a site, and make sure that it looked."""
    wrong = tmp_path / "wrong.html"
    wrong.write_text(
        "<!doctype html><html lang=ru><title>Проба</title><p><div tabindex=''></div></p>", "utf-8"
    )
    options = (
        "--errors-only",
        "--format",
        "json",
        "--skip-non-html",
        "--stdout",
        str(wrong),
        str(site.folder),
    )
    result = subprocess.run([*checker, *options], check=False, capture_output=True, text=True)
    messages = json.loads(result.stdout)["messages"]
    # The page that is wrong on purpose shows that the checker looked.
    assert [message for message in messages if message["url"] == wrong.as_uri().replace("///", "/", 1)]
    return {
        f"{message['url'].removeprefix(site.folder.as_uri())}: {message['message']}"
        for message in messages
        if not message["url"].endswith("/wrong.html")
    }
