"""Formats of paragraphs and runs: their parts stand in the order that Word insists on (17.3.1, 17.3.2)."""

from __future__ import annotations

from metodbank.reporting.markup import Element, local

_OF_PARAGRAPH = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid"),
    *("spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection"),
    *("textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
_OF_RUN = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline"),
    *("shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w"),
    *("kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign"),
    *("rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange"),
)
_ORDERS = {"pPr": _OF_PARAGRAPH, "rPr": _OF_RUN}


def set_look(look: Element, made: Element) -> None:
    """Put a part of a format in its place, instead of one of the same name."""
    drop_look(look, local(made))
    order = _ORDERS[local(look)]
    after = set(order[order.index(local(made)) + 1 :])
    following = next((each for each in look if local(each) in after), None)
    if following is None:
        look.append(made)
    else:
        following.addprevious(made)


def drop_look(look: Element, *names: str) -> None:
    """Take parts out of a format."""
    for each in list(look):
        if local(each) in names:
            look.remove(each)
