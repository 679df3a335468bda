"""Questions in a terminal: a line that can be corrected, a text of several lines, a choice from a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from types import ModuleType
from typing import NamedTuple

import click

try:
    import readline as _readline
except ImportError:  # Windows: the console edits lines by itself
    readline: ModuleType | None = None
else:
    readline = _readline

_FEW = 12
_ALL = "?"


class Choice(NamedTuple):
    """One thing to choose: its id, what readers call it, and other words by which it is found."""

    id: str
    title: str
    also: str = ""


def say(*lines: str) -> None:
    """Print lines beside the questions."""
    for line in lines:
        click.echo(line, err=True)


def ask_line(text: str = "") -> str:
    """Return what was typed on one line; `text` stands there to be corrected. Ctrl-D ends all questions."""
    while True:
        try:
            with _offered(text):
                return input("> ").strip()
        except EOFError:
            raise click.Abort from None
        except UnicodeDecodeError:
            say("Эти буквы не прочесть: терминал передал их в другой кодировке.")


def ask_text() -> str:
    """Return what was typed on several lines, up to an empty one."""
    lines: list[str] = []
    while line := ask_line():
        lines.append(line)
    return "\n".join(lines)


def ask_until_right(check: Callable[[str], list[str]], text: str = "") -> str:
    """Return an answer that the check has nothing against; a wrong one is told and given back to correct."""
    while True:
        text = ask_line(text)
        wrong = check(text) if text else []
        if not wrong:
            return text
        say(*wrong)


def ask_choice(choices: Sequence[Choice], *, many: bool) -> list[str]:
    """Return the ids of what was chosen by number, id or a part of the title; nothing for an empty answer."""
    shown = _show(choices) if len(choices) <= _FEW else []
    if not shown:
        say(f"  Наберите часть названия. Всего их {len(choices)}, показать все: {_ALL}")
    text = ""
    while text := ask_line(text):
        if text == _ALL:
            shown, text = _show(choices), ""
            continue
        parts = [part.strip() for part in (text.split(",") if many else [text]) if part.strip()]
        found = {part: _matching(part, choices, shown) for part in parts}
        unclear = next((part for part in parts if len(found[part]) != 1), "")
        if not unclear:
            say("  = " + "; ".join(found[part][0].title for part in parts))
            return list(dict.fromkeys(found[part][0].id for part in parts))
        if found[unclear]:
            shown = _show(found[unclear])
            # What was clear stays: a number typed after it would mean another list by now.
            text = "".join(f"{found[part][0].id}, " for part in parts if len(found[part]) == 1)
        say(f"  «{unclear}»: " + _unclear(unclear, choices, several=bool(found[unclear])))
    return []


def _matching(part: str, choices: Sequence[Choice], shown: Sequence[Choice]) -> list[Choice]:
    if part.isdecimal() and 0 < int(part) <= len(shown):
        return [shown[int(part) - 1]]
    word = _folded(part)
    exact = [choice for choice in choices if word in {choice.id, _folded(choice.title)}]
    return exact or [choice for choice in choices if word in _folded(" ".join(choice))]


def _unclear(part: str, choices: Sequence[Choice], *, several: bool) -> str:
    if several:
        return "подходит несколько. Наберите номер или больше букв."
    by_name = {name: choice for choice in choices for name in (choice.id, _folded(choice.title))}
    near = get_close_matches(_folded(part), by_name, n=1)
    return (
        f"не нашлось. Может быть, {by_name[near[0]].title}?" if near else f"не нашлось. Показать все: {_ALL}"
    )


def _show(choices: Sequence[Choice]) -> Sequence[Choice]:
    say(*(f"  {number}. {choice.title} ({choice.id})" for number, choice in enumerate(choices, 1)))
    return choices


def _folded(text: str) -> str:
    return text.lower().replace("ё", "е")


@contextmanager
def _offered(text: str) -> Iterator[None]:
    if readline is None or not text:
        yield
        return
    readline.set_startup_hook(lambda: readline.insert_text(text))
    try:
        yield
    finally:
        readline.set_startup_hook()
