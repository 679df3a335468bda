"""Text that is not YAML → which mistake of a writer it most likely is."""

from __future__ import annotations

import re

import yaml

from metodbank.problems import Finding, Mark

_COLON_INSIDE = re.compile(r"^\s*(?:- )?[\w-]+:\s+[^\s'\"\[{|>#&*!%@`].*: ")
_BAD_START = re.compile(r"^\s*(?:- )?(?:[\w-]+:\s+)?([*&!%@`])")


def syntax_finding(error: yaml.MarkedYAMLError, text: str) -> Finding:
    """Return the finding for the place where libyaml gave up.

    libyaml says only where it could not go on, so the line itself is looked at for what its writer
    most likely meant.
    """
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")
    if mark is None:
        return Finding("MB008", mark=Mark(1, 1))
    number = min(mark.line, len(lines) - 1)
    for candidate in (number, number - 1):
        if candidate < 0:
            continue
        code = _likely_mistake(lines[candidate])
        if code:
            line = lines[candidate]
            indent = line.find("\t") if code == "MB018" else len(line) - len(line.lstrip())
            mark_there = Mark(candidate + 1, indent + 1)
            return Finding(code, mark=mark_there, value=line.strip()[:80])
    opened = error.context_mark
    if (
        opened is not None
        and (opened.line < number or mark.index >= len(text.rstrip()))
        and text[opened.index : opened.index + 1] in {'"', "'", "[", "{"}
    ):
        value = lines[opened.line].strip()[:80]
        return Finding("MB021", mark=Mark(opened.line + 1, opened.column + 1), value=value)
    return Finding("MB008", mark=Mark(number + 1, mark.column + 1), value=lines[number].strip()[:80])


def _likely_mistake(line: str) -> str:
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "MB018"
    if _COLON_INSIDE.search(line):
        return "MB019"
    if _BAD_START.search(line):
        return "MB020"
    return ""
