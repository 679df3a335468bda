"""Texts that need no cleaning come out as cleaning would leave them."""

from __future__ import annotations

import cmarkgfm
import nh3
from cmarkgfm.cmark import Options
from hypothesis import event, given
from hypothesis import strategies as st

from metodbank.markdown import to_html

PIECES = (
    "слово ", "**", "*", "_", "\n", "\n\n",
    "- ", "1. ", "> ", "### ", "`", "    ", "a — b", "5 %", "\\", "<b>",
    "&", "<", "\u00a0", "***\n", "[x](https://a.ru)", "![a](b)", "~~", "www.a.ru", "|a|b|\n|-|-|\n",
    "\r", "\x0b", "a@b.ru", ":-", "-:", " ", ":", "mailto:", "xmpp:", ": ",
)  # fmt: skip

WORDS = (
    "Слово", "ёж ", "«", "»", " — ", "—", " %", "5", ". ", ", ", "; ", ":", "! ", "(", ")", "№\u00a0",
    "- ", " ", "\n", "\n\n", "\nСлово ",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=25) | st.lists(st.sampled_from(WORDS), max_size=12)


@given(texts.map("".join))
def test_text_is_as_cleaned_html_of_all_extensions(text: str) -> None:
    written = text.replace(" %", "\u00a0%").replace(" — ", "\u00a0— ")
    html = cmarkgfm.markdown_to_html_with_extensions(
        written,
        options=Options.CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE,
        extensions=["table", "strikethrough", "autolink"],
    )
    event("has a table or a heading" if "<t" in html or "<h" in html else "plain")
    if "<t" in html or "<h" in html:
        return  # what is done to these beside cleaning is looked at elsewhere
    tags = {"p", "br", "em", "strong", "del", "ul", "ol", "li", "blockquote", "code", "pre", "a"}
    cleaner = nh3.Cleaner(
        tags=tags,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener noreferrer",
        attribute_filter=lambda tag, name, value: (
            value
            if name != "href" or value.startswith(("http", ":-", "-:", " ", ":", "mailto:", "tel:"))
            else None
        ),
    )
    assert str(to_html(text)) == cleaner.clean(html)
