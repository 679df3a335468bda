"""What contributors may use in texts: exact HTML, written by hand after CommonMark's specification."""

from __future__ import annotations

import html
import re

import pytest
from pydantic import TypeAdapter, ValidationError

from metodbank.markdown import to_html
from metodbank.models.fields import Text

LINK = '<a href="{}" rel="noopener noreferrer">{}</a>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Раз\nдва", "<p>Раз\nдва</p>"),
        ("Раз  \nдва", "<p>Раз<br>\nдва</p>"),
        ("*а* **б** ~~в~~ `г`", "<p><em>а</em> <strong>б</strong> <del>в</del> <code>г</code></p>"),
        ("~а~", "<p>~а~</p>"),
        ("# Раз", "<h3>Раз</h3>"),
        ("## Раз", "<h4>Раз</h4>"),
        ("### Раз", "<h5>Раз</h5>"),
        ("#### Раз", "<h6>Раз</h6>"),
        ("###### Раз", "<h6>Раз</h6>"),
        ("Раз\n===", "<h3>Раз</h3>"),
        ("- а\n- б", "<ul>\n<li>а</li>\n<li>б</li>\n</ul>"),
        ("3. а\n4. б", '<ol start="3">\n<li>а</li>\n<li>б</li>\n</ol>'),
        ("> а", "<blockquote>\n<p>а</p>\n</blockquote>"),
        ("---", "<hr>"),
        ("[а](https://example.org/)", f"<p>{LINK.format('https://example.org/', 'а')}</p>"),
        ("[а](tel:+70000000000)", f"<p>{LINK.format('tel:+70000000000', 'а')}</p>"),
        ("www.example.org", f"<p>{LINK.format('http://www.example.org', 'www.example.org')}</p>"),
        ("https://example.org.", f"<p>{LINK.format('https://example.org', 'https://example.org')}.</p>"),
        ('<b>а</b> & «б» "в"', '<p>а &amp; «б» "в"</p>'),
    ],
)
def test_commonmark_becomes_plain_html(text: str, html: str) -> None:
    assert to_html(text).strip() == html


def test_table_keeps_its_alignment_as_classes() -> None:
    assert to_html("| а | б | в |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n").replace("\n", "") == (
        '<table><thead><tr><th>а</th><th class="to-center">б</th><th class="to-end">в</th></tr></thead>'
        '<tbody><tr><td>1</td><td class="to-center">2</td><td class="to-end">3</td></tr></tbody></table>'
    )


def test_words_about_markup_stay_words() -> None:
    assert (
        to_html('`<h1>` и `align="right"`').strip()
        == '<p><code>&lt;h1&gt;</code> и <code>align="right"</code></p>'
    )


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "[",
            "![",
            "[a](",
            "*a ",
            "_a ",
            "**a",
            "~~a",
            "`",
            "``` ",
            "<",
            "<a ",
            "&",
            "\\",
            "# a\n",
            "> a\n\n",
        ),
        *(
            "- a\n",
            "1. a\n",
            "|a|\n",
            "a\n---\n",
            "a|b\n-|-\n",
            "http://a.b ",
            "www.",
            "a@b.c ",
            "[a]: b\n",
            "\t",
        ),
        *("*", "_", "***a*** ", "<!--", "<![CDATA[", "<?", "\n", " \n", "a*_", "*a_ ", "[]", "]("),
    ],
)
def test_html_of_the_longest_text_grows_with_it_only(unit: str) -> None:
    short, long = (len(to_html(unit * (length // len(unit)))) for length in (5_000, 20_000))
    assert long <= 5 * max(short, 100)


NESTING = [
    "> ",
    ">",
    "- ",
    "1. ",
    "* - + ",
    "*a ",
    "_*a ",
    "**",
    "[",
    "![",
    "~~a ",
    "*a **b ",
    "`*",
    "> - ",
    ">1) ",
]
LADDERS = [
    "\n".join("  " * step + "- а" for step in range(100)),
    "\n".join(">" * step + " а" for step in range(150)),
]


@pytest.mark.parametrize("text", [*(unit * (20_000 // len(unit)) for unit in NESTING), *LADDERS])
def test_text_that_nests_deeply_is_refused_or_comes_out_shallow(text: str) -> None:
    admitted = admitted_by_the_models(text)
    if admitted is None:
        return
    depth = deepest = 0
    for closing in re.findall(r"<(/?)(?!br|hr)\w", to_html(admitted)):
        depth += -1 if closing else 1
        deepest = max(deepest, depth)
    assert depth == 0
    assert deepest < 250


def admitted_by_the_models(text: str) -> str | None:
    """Return the text as a field of a record keeps it, None where its nesting is refused."""
    try:
        return str(TypeAdapter(Text).validate_python(text))
    except ValidationError as refused:
        if {error["type"] for error in refused.errors()} == {"nesting"}:
            return None
        raise


def test_percent_sign_and_dash_do_not_begin_a_line() -> None:
    shown = html.unescape(to_html("Стало 58 % — вдвое больше."))
    assert shown == "<p>Стало 58\u00a0%\u00a0— вдвое больше.</p>\n"
