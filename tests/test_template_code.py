"""Templates say and escape what Jinja says and escapes, though they are compiled to other code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from knowledge_bases import write
from metodbank.rendering import Renderer
from metodbank.template_environment import QuickEnvironment

TEMPLATE = """{% macro cell(view, sep="; ") -%}
{% if view.href is defined %}<a href="{{ view.href }}">{{ view.text }}</a>{% else %}{{ view }}{% endif %}
{{ sep }}
{%- endmacro %}
<p title="{{ text }}">{{ text }} {{ whole }} {{ number }} {{ nothing }}</p>
{{ cell(link) }}{{ cell(text, sep="—") }}{% for part in parts %}{{ part | lower }}, {% endfor %}
{{ parts | join("; ") }}{% if link.text is string %}!{% endif %}
{{ link.no | default("—") }}{% if link.no is undefined %}?{% endif %}{{ link.class is defined }}
{{ number is string }}{{ number is number }}{{ link.href | upper | default("") }}{{ nothing is none }}"""


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


PAGES = {
    "frame": "<{% block head %}{{ title }}{% endblock %}|{% block body %}{% endblock %}|{{ self.head() }}>",
    "page": """{% extends "frame" %}{% import "cells" as m %}
{% block body %}{% for part in parts %}{{ m.cell(part) }}{% block each scoped %}[{{ part }}]{% endblock %}
{% endfor %}{{ m.pair(title) }}{{ m.pair(title, b="<b>") }}{{ m.rest(1, 2, x=3) }}
{% call m.around() %}{{ title }}{% endcall %}
{% filter upper %}{{ title }}{% endfilter %}{{ m.cell(m.cell(title)) }}{% endblock %}
{% block head %}{{ super() }}!{% set more = title %}{{ more }}{% endblock %}""",
    "cells": """{% macro cell(view) %}<i>{{ view }}</i>{% endmacro %}
{% macro pair(a, b="—") %}{{ a }}{{ b }}{% endmacro %}
{% macro rest(first) %}{{ first }}{{ varargs | join }}{{ kwargs }}{% endmacro %}
{% macro around() %}({{ caller() }}){% endmacro %}""",
    "including": """{{ title }}{% include "cells" %}{% include "cells" without context %}{% include "plain" %}
{% if parts %}{% from "cells" import cell with context %}{{ cell(title) }}{% endif %}
{% block own %}.{% endblock %}""",
    "plain": "{{ title }} {% for a in parts recursive %}{{ loop.index }}{{ a }}{% endfor %}",
    "choosing": """{% if parts %}{% extends "frame" %}{% endif %}{{ title }}
{% block body %}{{ parts }}{% endblock %}""",
}
ENVIRONMENTS = [
    kind(autoescape=True, undefined=StrictUndefined, loader=DictLoader(PAGES))
    for kind in (QuickEnvironment, Environment)
]


@given(title=texts, parts=st.lists(texts, max_size=2))
@pytest.mark.parametrize("page", ["frame", "page", "including", "plain", "choosing"])
def test_templates_that_use_others_are_those_of_jinja(page: str, title: str, parts: list[str]) -> None:
    quick, jinja = (env.get_template(page).render(title=title, parts=parts) for env in ENVIRONMENTS)
    assert quick == jinja


@pytest.mark.parametrize(
    "text", ["{{ absent }}", "{{ link.absent }}", "{{ link.absent.more }}", "{{ link.text.no }}"]
)
def test_name_that_does_not_exist_is_an_error(tmp_path: Path, text: str) -> None:
    write(tmp_path, "page.html.jinja", text)
    with pytest.raises(UndefinedError):
        Renderer(tmp_path).render("page.html.jinja", link=Link("а", "б"))
