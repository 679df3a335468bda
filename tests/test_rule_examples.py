"""Every rule is shown: by its own examples, or by a test that is named here."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from textwrap import indent

import pytest

import test_rules_by_test
from knowledge_bases import AS_OF, FILES, REPOSITORY, add, codes_of, problems_of, write, write_base
from metodbank.models.kinds import REGISTERS
from metodbank.problems import Severity
from metodbank.rules import Rule, all_rules

PACKAGE = REPOSITORY / "generator" / "metodbank"
FILE_OF_KIND = {
    kind.name: next(file for file in FILES if file.startswith(f"{kind.folder}/")) for kind in REGISTERS
} | {
    "region": "region.yml",
    "vocabulary": "reference/vocabularies/themes.yml",
    "indicator": "reference/indicators/young-teachers-support-share.yml",
    "framework": "reference/frameworks/primer.yml",
    "hint": "reference/hints/young-teachers-support-share.yml",
}
DEFINITIONS = {
    "reference/vocabularies": "entries: {}\n",
    "reference/indicators": "note: Проба.\n",
    "reference/hints": "about: Проба.\n",
    "reference/frameworks": "title: Проба\nshort_title: Проба\ncitation: Приказ № 1\nstate: in-force\n"
    "statements:\n  - {id: p0, indicator: young-teachers-support-share, name: Проба}\n",
}
"""The least that a file says which changes or adds to the standard, by its folder."""
TABLE_KIND = "observation"
"""The examples of such a rule are whole tables of the year, header and rows."""
SOURCES = "sources:\n  - act: prikaz\n    section: п. 1\n"
ITEMS_OF_KIND = {
    "organization": (
        "reference/organizations.yml",
        "name: Проба\nshort_name: Проба\nkind: school\nterritory: okrug\n",
    ),
    "territory": ("reference/territories.yml", "name: Проба\nkind: municipal-okrug\nparent: region\n"),
    "act": (
        "reference/acts.yml",
        "kind: order\ndate: 2025-08-20\nissuer: Проба\ntitle: О пробе\nstate: in-force\n",
    ),
    "glossary-term": (
        "reference/glossary.yml",
        "title: чтение\ndefinitions:\n  - act: prikaz\n    section: п. 1\n    text: Проба.\n",
    ),
    "actor": ("reference/actors.yml", f"title: Проба\nlevel: regional\n{SOURCES}"),
    "channel": ("reference/channels.yml", f"title: Проба\n{SOURCES}"),
    "direction": ("reference/directions.yml", f"title: Проба\n{SOURCES}"),
    "system-measure": (
        "reference/system-measures.yml",
        f"title: Проба\ndirection: chtenie\nlevel: regional\n{SOURCES}",
    ),
    "requirement": (
        "reference/requirements.yml",
        f"title: Проба\nobject: register\nkept_as: practice\n{SOURCES}",
    ),
}
RULES = list(all_rules().values())
SHOWN_BY_FRAGMENT = [rule for rule in RULES if rule.bad]
SHOWN_BY_NAME = [rule for rule in RULES if rule.bad_file]
SHOWN_BY_TEST = [rule for rule in RULES if rule.shown_by_test]


def test_every_rule_is_shown_in_one_way() -> None:
    assert len(RULES) > 80
    for rule in RULES:
        ways = [bool(rule.bad), bool(rule.bad_file), rule.shown_by_test]
        assert ways.count(True) == 1, rule.code
        assert bool(rule.bad) == bool(rule.good), rule.code
        assert bool(rule.bad_file) == bool(rule.good_file), rule.code


@pytest.mark.parametrize("at_end", [True, False], ids=["at-end", "in-place"])
@pytest.mark.parametrize("rule", SHOWN_BY_FRAGMENT, ids=lambda rule: rule.code)
def test_bad_fragment_gives_its_code_and_good_one_gives_nothing(
    rule: Rule, at_end: bool, tmp_path: Path
) -> None:
    assert codes_with(rule, rule.bad, tmp_path / "bad", at_end=at_end) == [rule.code]
    assert codes_with(rule, rule.good, tmp_path / "good", at_end=at_end) == []


@pytest.mark.parametrize("rule", SHOWN_BY_NAME, ids=lambda rule: rule.code)
def test_bad_file_name_gives_its_code_and_good_one_gives_nothing(rule: Rule, tmp_path: Path) -> None:
    for file, expected in ((rule.bad_file, [rule.code]), (rule.good_file, [])):
        root = prepared(rule, tmp_path / file.replace("/", "-"))
        write(root, file, content_for(file))
        assert codes_of(root) == expected, file


def test_code_issues_the_codes_that_have_a_rule_and_no_others() -> None:
    issued: set[str] = set()
    files = sorted(PACKAGE.rglob("*.py"))
    for path in files:
        issued |= set(re.findall(r"MB\d{3}", path.read_text("utf-8")))
    assert len(files) > 50
    assert issued == set(all_rules())


def test_rule_that_is_shown_by_a_test_has_one() -> None:
    assert SHOWN_BY_TEST
    assert set(test_rules_by_test.SHOWN) == {rule.code for rule in SHOWN_BY_TEST}
    for code, test in test_rules_by_test.SHOWN.items():
        assert getattr(test_rules_by_test, test.__name__) is test, code
        assert test.__name__.startswith("test_"), code


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_words_of_a_rule_are_whole_sentences(rule: Rule) -> None:
    for text in (rule.message, rule.remedy, rule.remedy_suggesting, rule.reason):
        assert not text or re.match("[«А-ЯЁ]", text), text
        assert not text or text.rstrip()[-1] in ".!?", text
    assert not re.search(r"\bМО\b", f"{rule.title} {rule.message} {rule.remedy} {rule.reason}")


def prepared(rule: Rule, root: Path) -> Path:
    """Return a base with all that the rule's examples need beside them."""
    write_base(root)
    for file, text in rule.beside.items():
        write(root, file, merged(FILES[file], text, at_end=True) if file in FILES else text)
    return root


def codes_with(rule: Rule, fragment: str, root: Path, *, at_end: bool) -> list[str]:
    """Return the codes of a base in which the fragment stands in place of the fields that it names."""
    prepared(rule, root)
    if rule.kind == TABLE_KIND:
        write(root, "monitoring/2025.csv", fragment)
    elif rule.kind in ITEMS_OF_KIND:
        file, item = ITEMS_OF_KIND[rule.kind]
        add(root, file, "primer:\n" + indent(merged(item, fragment, at_end=at_end), "  "))
    else:
        file = FILE_OF_KIND[rule.kind]
        write(root, file, merged(content_for(file), fragment, at_end=at_end))
    problems = problems_of(root, date.fromisoformat(rule.as_of) if rule.as_of else AS_OF)
    # An information is no fault: an example may leave another rule something to inform about.
    return [p.code for p in problems if p.severity is not Severity.INFO or p.code == rule.code]


def content_for(file: str) -> str:
    """Return a right content for a file of that folder."""
    folder, _, rest = file.partition("/")
    if folder == "monitoring":
        return "показатель;территория;числитель;знаменатель;источник\nfr-trained-share;okrug;13;20;Отчёт\n"
    if folder == "reference" and file not in FILES:
        return DEFINITIONS.get(f"{folder}/{rest.partition('/')[0]}", "entries: {}\n")
    return FILES.get(file) or next(text for known, text in FILES.items() if known.split("/")[0] == folder)


def merged(text: str, fragment: str, *, at_end: bool) -> str:
    """Return the text with the blocks of the fragment in place of its own ones of the same key.

    Done by lines, because a bad fragment need not be YAML.
    """
    keys = set(re.findall(r"^([\w-]+):", fragment, re.MULTILINE))
    lines: list[str] = []
    kept = placed = False
    for line in text.splitlines(keepends=True):
        if not line.startswith((" ", "-")):
            kept = line.split(":")[0] not in keys
        if kept:
            lines.append(line)
        elif not placed and not at_end:
            lines.append(fragment)
            placed = True
    return "".join([*lines, *([] if placed else [fragment])])
