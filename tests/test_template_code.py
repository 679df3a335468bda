"""Templates say and escape what Jinja says and escapes, though they are compiled to other code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from knowledge_bases import write
from metodbank.rendering import Renderer
from metodbank.template_code import QuickEnvironment

TEMPLATE = """{% macro cell(view, sep="; ") -%}
{% if view.href is defined %}<a href="{{ view.href }}">{{ view.text }}</a>{% else %}{{ view }}{% endif %}
{{ sep }}
{%- endmacro %}
<p title="{{ text }}">{{ text }} {{ whole }} {{ number }} {{ nothing }}</p>
{{ cell(link) }}{{ cell(text, sep="—") }}{% for part in parts %}{{ part | lower }}, {% endfor %}
{{ parts | join("; ") }}{% if link.text is string %}!{% endif %}"""


@dataclass
class Link:
    """A text that leads somewhere."""

    text: str
    href: str


texts = st.text(st.sampled_from("аБ<>&'\"{}% \u00a0"), max_size=12)


@given(text=texts, whole=texts, parts=st.lists(texts, max_size=3), number=st.integers() | st.floats())
def test_page_is_that_of_jinja(text: str, whole: str, parts: list[str], number: float) -> None:
    views = {
        "text": text,
        "whole": Markup(whole),  # noqa: S704 (the point of the test)
        "number": number,
        "nothing": None,
        "link": Link(text, whole),
        "parts": tuple(parts),
    }
    settings: dict[str, Any] = {"autoescape": True, "undefined": StrictUndefined}
    quick = QuickEnvironment(**settings).from_string(TEMPLATE).render(views)
    assert quick == Environment(**settings).from_string(TEMPLATE).render(views)  # noqa: S701 (it is on)


@pytest.mark.parametrize(
    "text", ["{{ absent }}", "{{ link.absent }}", "{{ link.absent.more }}", "{{ link.text.no }}"]
)
def test_name_that_does_not_exist_is_an_error(tmp_path: Path, text: str) -> None:
    write(tmp_path, "page.html.jinja", text)
    with pytest.raises(UndefinedError):
        Renderer(tmp_path).render("page.html.jinja", link=Link("а", "б"))
