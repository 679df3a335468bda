"""Tables of monitoring made by chance, for `indicator_bases`: long and wide, as spreadsheets save them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

INDICATORS = (
    "diagnostics-share", "routes-share", "fr-trained-share", "functional-literacy-share",
    "functional-literacy-70-share", "management-teams-share", "quality-management-teams-share",
    "young-teachers-support-share", "roadmap-completion", "monitoring-cycle", "teachers-per-methodist",
    "municipal-program-indicators", "svoi-lyudi", "svoi-komandy", "svoe-chislo",
    "fr-programs-share", "svoya-gotovnost", "svoi-uspeshnye",
)  # fmt: skip
FAVOURED = (
    "diagnostics-share", "routes-share", "young-teachers-support-share", "svoi-lyudi", "svoi-komandy",
    "svoe-chislo", "svoi-uspeshnye", "teachers-per-methodist",
)  # fmt: skip
REGIONS = ("strana", "kray")
SAME_PEOPLE = {
    "routes-share": "diagnostics-share",
    "functional-literacy-70-share": "functional-literacy-share",
    "svoi-uspeshnye": "svoi-lyudi",
}
RUSSIAN = {
    "indicator": "показатель", "territory": "территория", "numerator": "числитель",
    "denominator": "знаменатель", "value": "значение", "as_of": "по состоянию на", "source": "источник",
    "state": "состояние", "note": "примечание",
}  # fmt: skip


@dataclass
class Figure:
    """One row that is to be written."""

    indicator: str
    territory: str
    as_of: date | None
    state: str
    numerator: int | None = None
    denominator: int | None = None
    value: str = ""


def write_tables(
    root: Path, chance: Random, territories: Sequence[str], years: range, days: Sequence[date]
) -> None:
    """Write the tables of the years, one or two of each; some figures are of the days that are looked at."""
    indicators = [*chance.sample(INDICATORS, chance.randint(2, 5)), *chance.sample(FAVOURED, 3)]
    indicators = list(dict.fromkeys(indicators))
    for year in years:
        if chance.random() < 0.25:
            continue
        figures = _figures(chance, indicators, territories, year, days)
        wide = [figure for figure in figures if figure.territory == territories[-1] and not figure.value]
        wide = _once_each(wide) if chance.random() < 0.5 else []
        _write(root / f"monitoring/{year}.csv", _long([f for f in figures if f not in wide], chance), chance)
        if wide:
            _write(root / f"monitoring/{year}-okruga.csv", _wide(wide, chance), chance)


def _figures(
    chance: Random, indicators: list[str], territories: Sequence[str], year: int, days: Sequence[date]
) -> list[Figure]:
    is_of_one_day = chance.random() < 0.45
    figures = []
    people: dict[tuple[str, str], int | None] = {}
    is_small_base: dict[str, bool] = {}
    for indicator in indicators:
        base = SAME_PEOPLE.get(indicator, indicator)
        is_small = is_small_base.setdefault(base, chance.random() < 0.5)
        for territory in territories:
            if chance.random() < (0.25 if territory in REGIONS else 0.7):
                as_of = None if is_of_one_day else _as_of(chance, year, days)
                figure = _figure(chance, indicator, territory, as_of, is_small)
                figures.append(figure)
                if (base, territory) in people and chance.random() < 0.9:
                    _of_the_same(figure, people[base, territory])
                people.setdefault((base, territory), figure.denominator)
                if chance.random() < 0.25 and not is_of_one_day:
                    later = (as_of or date(year, 12, 31)) + timedelta(days=chance.randint(1, 90))
                    figures.append(_figure(chance, indicator, territory, later, is_small))
                elif chance.random() < 0.02:
                    figures.append(_figure(chance, indicator, territory, as_of, is_small))
        _count_a_few_more(chance, [figure for figure in figures if figure.indicator == indicator])
    return figures


def _count_a_few_more(chance: Random, figures: list[Figure]) -> None:
    """Have a region count in its own row the people of its okrugs and a few more, as often happens."""
    okrugs = {figure.territory: figure.denominator or 0 for figure in figures if "okrug" in figure.territory}
    for figure in figures:
        is_of_people = figure.indicator not in {"teachers-per-methodist", "svoya-gotovnost"}
        if figure.territory in REGIONS and is_of_people and okrugs and chance.random() < 0.6:
            _of_the_same(figure, max(1, sum(okrugs.values())) + chance.randint(0, 9))


def _of_the_same(figure: Figure, people: int | None) -> None:
    """Give the figure the people that another indicator of the same people has."""
    if people is not None and figure.numerator is not None and figure.denominator is not None:
        figure.numerator = min(figure.numerator, people)
        figure.denominator = people


def _as_of(chance: Random, year: int, days: Sequence[date]) -> date | None:
    if chance.random() < 0.3:
        return None
    if chance.random() < 0.2:
        return chance.choice([day for day in days if day.year in {year, year + 1}] or [None])
    return date(year, 1, 1) + timedelta(days=chance.randint(0, 430))


def _figure(chance: Random, indicator: str, territory: str, as_of: date | None, is_small: bool) -> Figure:
    state = chance.choice(("", "предварительно", "preliminary", "утверждено prikaz", "approved prikaz-2"))
    figure = Figure(indicator, territory, as_of, state)
    if chance.random() < 0.12 and indicator not in {"svoe-chislo", "svoya-gotovnost"}:
        figure.value = f"{chance.randint(0, 99)},{chance.randint(0, 9)}"
        return figure
    is_few = is_small and chance.random() < 0.6
    figure.denominator = chance.randint(1, 8) if is_few else chance.randint(5, 2500)
    most = 300 * figure.denominator if indicator == "teachers-per-methodist" else figure.denominator
    figure.numerator = chance.randint(0, most)
    if indicator == "svoe-chislo":
        figure.denominator = None
    if indicator == "svoya-gotovnost":
        figure.numerator, figure.denominator = chance.randint(0, 1), 1
    return figure


def _once_each(figures: list[Figure]) -> list[Figure]:
    """Return the figures that may stand in one row of a wide table: of one day and state, none twice."""
    found: dict[str, Figure] = {}
    for figure in figures:
        first = next(iter(found.values()), figure)
        if (figure.as_of, figure.state) == (first.as_of, first.state):
            found.setdefault(figure.indicator, figure)
    return list(found.values())


def _long(figures: list[Figure], chance: Random) -> list[list[str]]:
    columns = [*RUSSIAN]
    chance.shuffle(columns)
    rows = [_header(columns, chance)]
    for figure in figures:
        cells = _shared(figure, chance) | {
            "indicator": figure.indicator,
            "numerator": _whole(figure.numerator, chance),
            "denominator": _whole(figure.denominator, chance),
            "value": figure.value + _sign(figure, chance),
        }
        rows.append([cells[column] for column in columns])
        if chance.random() < 0.05:
            rows.append(["" for _ in columns])
    return rows


def _sign(figure: Figure, chance: Random) -> str:
    is_share = figure.indicator not in {"teachers-per-methodist", "svoe-chislo"}
    return "%" if figure.value and is_share and chance.random() < 0.3 else ""


def _wide(figures: list[Figure], chance: Random) -> list[list[str]]:
    is_russian = chance.random() < 0.5
    words = RUSSIAN if is_russian else {name: name for name in RUSSIAN}
    shared = _shared(figures[0], chance)
    header = [words[name] for name in shared]
    cells = [*shared.values()]
    for figure in figures:
        header += [f"{figure.indicator}:{words[part]}" for part in ("numerator", "denominator")]
        cells += [_whole(figure.numerator, chance), _whole(figure.denominator, chance)]
    return [header, cells]


def _shared(figure: Figure, chance: Random) -> dict[str, str]:
    as_of = ""
    if figure.as_of:
        as_of = figure.as_of.strftime("%d.%m.%Y") if chance.random() < 0.5 else figure.as_of.isoformat()
    note = chance.choice(("", "", "по журналам, сверено"))
    return {
        "territory": figure.territory, "as_of": as_of, "source": "форма мониторинга", "state": figure.state,
        "note": note,
    }  # fmt: skip


def _header(columns: list[str], chance: Random) -> list[str]:
    if chance.random() < 0.5:
        return columns
    return [RUSSIAN[name].capitalize() if chance.random() < 0.3 else RUSSIAN[name] for name in columns]


def _whole(number: int | None, chance: Random) -> str:
    if number is None:
        return ""
    if number >= 1000 and chance.random() < 0.5:
        return f"{number:,}".replace(",", chance.choice((" ", "\u00a0")))
    return str(number)


def _write(path: Path, rows: list[list[str]], chance: Random) -> None:
    delimiter = chance.choice((";", ";", ",", "\t"))
    encoding = chance.choice(("utf-8", "utf-8-sig", "utf-8-sig", "utf-16", "cp1251"))
    ending = chance.choice(("\n", "\r\n"))
    lines = [delimiter.join(_quoted(cell, delimiter) for cell in row) for row in rows]
    if delimiter == ";" and chance.random() < 0.2:
        lines.insert(0, "sep=;")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((ending.join(lines) + ending).encode(encoding))


def _quoted(cell: str, delimiter: str) -> str:
    return f'"{cell}"' if delimiter in cell else cell
