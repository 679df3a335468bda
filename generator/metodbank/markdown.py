"""CommonMark of contributors → HTML that is safe in a page.

cmark leaves raw HTML out; nh3 then keeps only what is listed here. Length and nesting are bounded when the
record is read (`models.fields`), because sanitising grows faster than deep nesting does.
"""

from __future__ import annotations

import re

import cmarkgfm
import nh3
from cmarkgfm.cmark import Options
from markupsafe import Markup

_EXTENSIONS = ["table", "strikethrough", "autolink"]
_OPTIONS = Options.CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
_EXTENDED = (
    "|", "~", "@", "://", "www.", "-:", "\n:", "\n :", "\n  :", "\n   :", "\n\t:", "\r", "\x0b", "\x0c",
)  # fmt: skip
"""Without any of these a text holds no table, no struck-out words, no bare address, and is parsed quickly."""
_PLAIN = re.compile(r"(?:[А-Яа-яЁё«][А-Яа-яЁё0-9«»—–,.;:!?()%№\u00a0 -]*+\n{0,2})++")
"""Lines and paragraphs of Russian words: no character means anything to CommonMark where it stands."""
_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_TAGS = {
    "p", "br", "em", "strong", "del", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "a",
    "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_HARMLESS = re.compile(
    r"(?:[^<>&\x00-\x08\x0b-\x1f\x7f-\x9f]++|</?(?:p|em|strong|ul|ol|li|blockquote|h[3-6])>)*+"
)
"""HTML that cleaning would give back as it is: bare tags and text, which is what most texts are."""
_CLASSES = {"th": {"to-center", "to-end"}, "td": {"to-center", "to-end"}}
_HEADING = re.compile(r"<(/?)h([1-6])>")
_ALIGN = {"left": "", "center": ' class="to-center"', "right": ' class="to-end"'}
_ALIGNED = re.compile(r'<(t[hd]) align="(left|center|right)">')


def _allowed(tag: str, attribute: str, value: str) -> str | None:
    if attribute in {"title", "lang"}:  # nh3 lets these two through unasked
        return None
    if tag == "a" and attribute == "href" and not value.lower().startswith(_SCHEMES):
        return None
    return value


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags={"script", "style"},
    attributes={"a": {"href"}, "ol": {"start"}},
    attribute_filter=_allowed,
    allowed_classes=_CLASSES,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener noreferrer",
)


_PROSE_TAGS = _TAGS | {
    "h1", "h2", "div", "span", "section", "img", "figure", "figcaption", "details", "summary",
    "dl", "dt", "dd", "abbr", "sup", "sub", "caption", "kbd",
}  # fmt: skip


def _allowed_in_prose(tag: str, attribute: str, value: str) -> str | None:
    has_scheme = re.match(r"\s*[\w.+-]+\s*:|\s*[\\/]{2}", value) is not None
    if tag == "img" and attribute == "src" and has_scheme:
        return None
    is_link = tag == "a" and attribute == "href"
    if is_link and has_scheme and not value.lower().startswith(_SCHEMES):
        return None
    return value


_PROSE_CLEANER = nh3.Cleaner(
    tags=_PROSE_TAGS,
    clean_content_tags={"script", "style"},
    attributes={
        "*": {"class"},
        **{f"h{level}": {"id"} for level in range(1, 7)},
        "a": {"href", "title"},
        "ol": {"start"},
        "img": {"src", "alt", "width", "height"},
        "abbr": {"title"},
        "div": {"data-slot"},
        "span": {"data-slot"},
        "th": {"scope"},
    },
    attribute_filter=_allowed_in_prose,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


def cleaned_prose(html: str) -> str:
    """Return what an engine made of a prose page, without anything that runs or loads from elsewhere.

    Prose comes from contributors too; its raw HTML is wanted for slots and layout only.
    """
    return _PROSE_CLEANER.clean(html)


def to_html(text: str) -> Markup:
    """Return the text as HTML whose headings stand below the page's own first two levels.

    A percent sign and a dash do not begin a line: the space before them does not break.
    """
    text = text.replace(" %", "\u00a0%").replace(" — ", "\u00a0— ")
    if _PLAIN.fullmatch(text) and " \n" not in text and text[-1] != " ":
        paragraphs = text.rstrip("\n").replace("\n\n", "</p>\n<p>").replace("\u00a0", "&nbsp;")
        return Markup(f"<p>{paragraphs}</p>\n")  # noqa: S704 (words, as `_PLAIN` knows)
    if any(map(text.__contains__, _EXTENDED)):
        html: str = cmarkgfm.markdown_to_html_with_extensions(text, options=_OPTIONS, extensions=_EXTENSIONS)
    else:
        html = cmarkgfm.markdown_to_html(text, options=_OPTIONS)
    if "<h" in html:
        html = _HEADING.sub(lambda match: f"<{match[1]}h{min(int(match[2]) + 2, 6)}>", html)
    if " align=" in html:
        html = _ALIGNED.sub(lambda match: f"<{match[1]}{_ALIGN[match[2]]}>", html)
    if _HARMLESS.fullmatch(html):
        return Markup(html.replace("\u00a0", "&nbsp;"))  # noqa: S704 (nothing but the tags that stand there)
    return Markup(_CLEANER.clean(html))  # noqa: S704 (sanitised in this very expression)
