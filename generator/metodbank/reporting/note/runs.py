"""The runs of a paragraph as one text: brackets may be split over several of them."""

from __future__ import annotations

from copy import deepcopy

from metodbank.reporting.markup import Element, element, local, tag, words
from metodbank.reporting.note.looks import set_look

_LETTERS = {"tab": "\t", "noBreakHyphen": "-", "softHyphen": "\u00ad", "br": "\n", "cr": "\n"}
_OBJECT = "\ufffc"


class Line:
    """One paragraph, its runs parted so that each holds one thing."""

    def __init__(self, paragraph: Element) -> None:
        self.paragraph = paragraph

    @property
    def text(self) -> str:
        """Return the text as it is read."""
        return "".join(map(_text, self._runs()))

    def part(self) -> None:
        """Give each piece of a run a run of its own, in the same look."""
        for run in self._runs():
            pieces = [child for child in run if local(child) not in {"", "rPr"}]
            for piece in reversed(pieces[1:]):
                run.addnext(_like(run, piece))

    def take(self, start: int, end: int) -> Element:
        """Return the run that alone holds the text from one character to another; parts runs for it."""
        place, taken = 0, []
        for run in self._runs():
            text = _text(run)
            first, last = max(start - place, 0), min(end - place, len(text))
            place += len(text)
            if first >= last:
                continue
            if first:
                run.addprevious(_like(run, words("w:t", text[:first])))
            if last < len(text):
                run.addnext(_like(run, words("w:t", text[last:])))
            _fill(run, text[first:last])
            taken.append(run)
        for run in taken[1:]:
            run.getparent().remove(run)
        return taken[0]

    def _runs(self) -> list[Element]:
        return [run for run in self.paragraph.iter(tag("w:r")) if _is_of(run, self.paragraph)]


def put(run: Element, text: str) -> None:
    """Give a run other words in its look."""
    _fill(run, text)


def mark(run: Element) -> None:
    """Mark a run yellow."""
    set_look(_look(run), element("w:highlight", {"w:val": "yellow"}))


def add_reference(run: Element, number: int, anchor: str) -> None:
    """Put a small raised number after a run, which leads to a bookmark."""
    raised = _like(run, words("w:t", str(number)))
    set_look(_look(raised), element("w:vertAlign", {"w:val": "superscript"}))
    is_inside_link = any(local(each) in {"hyperlink", "fldSimple"} for each in run.iterancestors())
    run.addnext(raised if is_inside_link else element("w:hyperlink", {"w:anchor": anchor}, raised))


def _is_of(run: Element, paragraph: Element) -> bool:
    for each in run.iterancestors():
        if each is paragraph:
            return True
        if local(each) in {"p", "del", "moveFrom"}:
            return False
    return False


def _text(run: Element) -> str:
    return "".join(_letters(child) for child in run)


def _letters(child: Element) -> str:
    name = local(child)
    if name == "t":
        return child.text or ""
    return "" if name in {"", "rPr"} else _LETTERS.get(name, _OBJECT)


def _like(run: Element, child: Element) -> Element:
    look = run.find(tag("w:rPr"))
    return element("w:r", {}, *([] if look is None else [deepcopy(look)]), child)


def _fill(run: Element, text: str) -> None:
    for child in list(run):
        if local(child) != "rPr":
            run.remove(child)
    run.append(words("w:t", text))


def _look(run: Element) -> Element:
    look = run.find(tag("w:rPr"))
    if look is None:
        look = element("w:rPr")
        run.insert(0, look)
    return look
