"""The floors of the package: a module imports from lower floors or from a sibling, never upwards."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from itertools import chain

from knowledge_bases import REPOSITORY

PACKAGE = REPOSITORY / "generator" / "metodbank"
FLOORS = {
    "": 0,
    "__main__": 7,
    "cli": 7,
    "commands": 7,
    "russian_click": 7,
    "build": 6,
    "filling": 6,
    "doctoring": 6,
    "plugin": 6,
    "serving": 6,
    "contribute": 5,
    "search": 4,
    "search_making": 6,
    "engines": 5,
    "publishing": 5,
    "reporting": 5,
    "examining": 6,
    "recipe": 6,
    "unchanged": 6,
    "site_making": 6,
    "site_files": 6,
    "memory": 6,
    "open_data": 4,
    "memory_shares": 6,
    "pages": 4,
    "rendering": 4,
    "template_cache": 4,
    "template_code": 4,
    "template_environment": 4,
    "markdown": 4,
    "charts": 4,
    "checks": 3,
    "indicators": 3,
    "glossary_matching": 2,
    "inputs": 1,
    "processes": 0,
    "program": 0,
    "store": 0,
    "changes": 2,
    "definition_conditions": 2,
    "definition_files": 2,
    "definition_layers": 2,
    "definition_standard": 2,
    "framework_files": 2,
    "framework_merging": 2,
    "framework_names": 2,
    "framework_targets": 2,
    "hint_files": 2,
    "hints": 3,
    "similar": 3,
    "indicator_definitions": 2,
    "indicator_files": 2,
    "knowledge_base": 2,
    "reads": 0,
    "record_facts": 2,
    "record_likeness": 2,
    "record_use": 2,
    "record_gathering": 2,
    "record_titles": 2,
    "records": 2,
    "relations": 2,
    "linked_fields": 2,
    "base_files": 2,
    "loading": 2,
    "region_reading": 2,
    "measure_term_spans": 2,
    "measure_term_words": 2,
    "management_cycle": 2,
    "measure_terms": 2,
    "observation_cells": 2,
    "observation_columns": 2,
    "observation_hints": 2,
    "observation_names": 2,
    "observation_rows": 2,
    "observations": 2,
    "problem_book": 2,
    "prose": 2,
    "prose_reading": 2,
    "record_reading": 2,
    "roadmap_measures": 2,
    "roadmap_states": 2,
    "validation": 2,
    "vocabularies": 2,
    "models": 1,
    "record_ids": 1,
    "root_folder": 1,
    "word_forms": 1,
    "rules": 1,
    "table_text": 1,
    "tables": 1,
    "yaml_source": 1,
    "addresses": 0,
    "calendar_points": 0,
    "dates": 0,
    "errors": 0,
    "keys": 0,
    "near_names": 0,
    "patterns": 0,
    "problems": 0,
    "russian_words": 0,
}
"""The floor of every module and sub-package; a new one is given its place here."""
GATEKEEPERS = {
    "yaml": {"yaml_source"},
    "csv": {"tables"},
    "cmarkgfm": {"markdown"},
    "nh3": {"markdown"},
    "pymorphy3": {"word_forms"},
    "jinja2": {"rendering", "template_cache", "template_code", "template_environment"},
    "click": {"cli", "commands", "russian_click"},
    "watchfiles": {"serving"},
    "platformdirs": {"commands"},
    "mkdocs": {"plugin"},
    "lxml": {"reporting"},
    "openpyxl": {"reporting"},
    "docx": {"reporting"},
    "material": set(),
}
"""The outside libraries that enter through one door, and the doors."""
CLOCK_AND_SURROUNDINGS = {
    *("datetime.now", "date.today", "time.time", "Path.cwd", "Path.home"),
    *("os.getcwd", "os.environ", "os.getenv"),
}

Modules = dict[str, ast.Module]


def modules() -> Modules:
    """Return every module of the package by its dotted name without the package's own."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text("utf-8"))
    return found


MODULES = modules()


def imported(tree: ast.Module) -> set[str]:
    """Return the dotted names that a module imports anywhere, in functions too."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def own_imports(name: str) -> set[str]:
    """Return the modules of the package that a module imports."""
    found = set()
    for target in imported(MODULES[name]):
        own = target.removeprefix("metodbank.")
        if own == target:
            continue
        module = own if own in MODULES else own.rpartition(".")[0]
        assert module in MODULES, target
        found.add(module)
    return found - {name}


def floor(name: str) -> int:
    return FLOORS[name.split(".")[0]]


def test_every_module_of_the_package_is_seen_and_has_a_floor() -> None:
    files = list(PACKAGE.rglob("*.py"))
    assert len(MODULES) == len(files) > 80
    assert {name.split(".")[0] for name in MODULES} == set(FLOORS)


def test_no_module_imports_from_a_higher_floor() -> None:
    pairs = [(name, target) for name in MODULES for target in own_imports(name)]
    assert len(pairs) > 200
    assert [pair for pair in pairs if floor(pair[1]) > floor(pair[0])] == []


def test_imports_make_no_circle() -> None:
    order = TopologicalSorter({name: own_imports(name) for name in MODULES}).static_order()
    assert len(list(order)) == len(MODULES)


def test_no_package_imports_another_package_that_imports_it() -> None:
    tops = {name.split(".")[0] for name in MODULES}
    graph: dict[str, set[str]] = {top: set() for top in tops}
    for name in MODULES:
        top = name.split(".")[0]
        graph[top] |= {target.split(".")[0] for target in own_imports(name)} - {top}
    assert len(list(TopologicalSorter(graph).static_order())) == len(tops)


def test_outside_library_enters_through_its_door_only() -> None:
    used: dict[str, set[str]] = {library: set() for library in GATEKEEPERS}
    for name, tree in MODULES.items():
        for target in imported(tree):
            library = target.split(".")[0]
            if library in used:
                used[library].add(name.split(".")[0])
    assert used == GATEKEEPERS


def test_nothing_below_the_command_line_reads_the_clock_or_the_surroundings() -> None:
    read = {
        f"{name}: {ast.unparse(node)}"
        for name, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node) in CLOCK_AND_SURROUNDINGS
        if floor(name) < FLOORS["commands"]
    }
    # `dates.today` is for the command line; an engine's process needs the variables that find its programs.
    assert read == {"dates: datetime.now", "dates: os.environ", "engines.mkdocs: os.environ"}
    names = set(chain.from_iterable(imported(tree) for tree in MODULES.values()))
    assert not names & CLOCK_AND_SURROUNDINGS


def test_every_module_begins_with_what_it_is_responsible_for() -> None:
    silent = [name for name, tree in MODULES.items() if not ast.get_docstring(tree)]
    assert silent == []
