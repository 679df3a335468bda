"""The smallest base with figures of monitoring and a framework of its own, for the tests of scores.

territories    `region` with `okrug`, `sever` and `yug` inside it
indicators     `young` (people), `teams` (teams), `load` (people for one, at most), `ready` (yes or no)
framework      `svoya`: a statement for each of them and for K08, K09, K10, targets of 2024 and 2025
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from knowledge_bases import add, write, write_base
from metodbank.indicators.lines import Lines
from metodbank.indicators.score import Assessment
from metodbank.indicators.scoring import Scoring
from metodbank.knowledge_base import KnowledgeBase
from metodbank.loading import load
from metodbank.open_data.documents import WhyFile
from metodbank.open_data.documents_told import why_file
from metodbank.open_data.telling import Telling
from metodbank.root_folder import RootFolder

AS_OF = date(2026, 11, 22)
HEADER = "indicator;territory;numerator;denominator;value;as_of;source;state;note"

_INDICATOR = """\
title: Доля «{title}»
short_title: {title}
unit: {unit}
direction: {direction}
one_unit: Одно лицо.
numerator: {{title: {title} сделавшие, counted: {of}, observed: true}}
denominator: {{title: {title} все, counted: {base}, observed: true}}
"""
_FRAMEWORK = """\
title: Своя система показателей
short_title: Своя
citation: Приказ Пробного министерства от 20.08.2025 № 1
act_date: 2025-08-20
state: in-force
statements:
  - {id: s-young, indicator: young, name: молодые, targets: [{year: 2024, raw: "*"}, {year: 2025, raw: 30, value: 30}]}
  - {id: s-teams, indicator: teams, name: команды, targets: [{year: 2025, raw: 60, value: 60}]}
  - {id: s-load, indicator: load, name: нагрузка, targets: [{year: 2025, raw: не более 250, value: 250}]}
  - {id: s-ready, indicator: ready, name: готово, targets: [{year: 2025, raw: ежегодно, operator: "yes"}]}
  - {id: s-fr, indicator: fr-programs-share, name: программы, targets: [{year: 2025, raw: 50, value: 50}]}
  - {id: s-map, indicator: roadmap-completion, name: карта, targets: [{year: 2025, raw: 70, value: 70}]}
  - {id: s-map-is, indicator: roadmap-completion, name: карта есть, targets: [{year: 2025, raw: ежегодно, operator: "yes"}]}
  - {id: s-cycle, indicator: monitoring-cycle, name: цикл, targets: [{year: 2025, raw: 60, value: 60}, {year: 2026, raw: 100, value: 100}]}
  - {id: s-bare, indicator: young, name: без целей}
  - {id: s-past, indicator: young, name: прежняя цель, targets: [{year: 2024, raw: 20, value: 20}]}
  - {id: s-later, indicator: young, name: будущая цель, targets: [{year: 2026, raw: 40, value: 40}]}
"""  # noqa: E501 (one statement a line)


def write_scored_base(root: Path, **monitoring: str) -> Path:
    """Write the base with a table of monitoring a year: `y2025="young;okrug;13;20 young;yug;7;30"`."""
    write_base(root)
    add(root, "region.yml", "frameworks: [svoya]\n")
    for name, title in (("sever", "Северный округ"), ("yug", "Южный округ")):
        add(
            root,
            "reference/territories.yml",
            f"{name}:\n  name: {title}\n  kind: municipal-okrug\n  parent: region\n",
        )
    for name, title, unit, direction, of, base in (
        ("young", "молодые", "percent", "at-least", "people", "people"),
        ("teams", "команды", "percent", "at-least", "teams", "teams"),
        ("load", "нагрузка", "per-one", "at-most", "people", "methodists"),
        ("ready", "готовность", "yes-no", "at-least", "measures", "measures"),
    ):
        text = _INDICATOR.format(title=title, unit=unit, direction=direction, of=of, base=base)
        write(root, f"reference/indicators/{name}.yml", text)
    write(root, "reference/frameworks/svoya.yml", _FRAMEWORK)
    for year, rows in monitoring.items():
        write_rows(root, int(year[1:]), rows)
    return root


def write_rows(root: Path, year: int, rows: str) -> None:
    """Write the table of a year."""
    write(root, f"monitoring/{year}.csv", "\n".join([HEADER, *rows.split()]) + "\n")


def base_of(root: Path) -> KnowledgeBase:
    """Return the base as it was read."""
    base = load(root).knowledge_base
    assert base is not None
    return base


def scoring_of(root: Path, as_of: date = AS_OF) -> Scoring:
    """Return the scores of the base as of a day."""
    return Scoring(base_of(root), as_of)


def why(root: Path, indicator: str, territory: str, year: int) -> WhyFile:
    """Return what explains a value, as commands and pages tell it."""
    return why_file(Telling(scoring_of(root), Lines(RootFolder(root))), indicator, territory, year)


def assessed(scoring: Scoring, statement: str, territory: str, year: int) -> Assessment:
    """Return how a statement of the base's own framework stands."""
    found = scoring.base.frameworks["svoya"].definition.statement(statement)
    assert found is not None
    assessment = scoring.assess("svoya", found, territory, year)
    assert assessment is not None
    return assessment
