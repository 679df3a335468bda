"""What a curious reader could work out of few people from all that is given out: an attack on what is hidden.

The reader knows every cell, total and own row of a region that is shown, who reported, and that the same
people stand behind indicators of one family: where two of them have the same size in a territory, the reader
takes them for the same, and is right. What is hidden must not follow from all this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from naive_indicators import Naive

Told = Callable[[str, str], bool]
"""Whether the cell of an indicator and a territory is given out."""
Unknown = tuple[str, str]
Equation = tuple[dict[Unknown, Fraction], Fraction]


class Sizes(NamedTuple):
    """The people behind the cells of one family of indicators in a year: how many, and how many count."""

    people: dict[Unknown, int]
    counts: dict[Unknown, int]
    totals: dict[Unknown, list[str]]


def few_of(naive: Naive) -> int:
    """Return from how many people on nothing is hidden."""
    return int(naive.raw.region.get("small_group", 5))


def families(naive: Naive, year: int) -> list[list[str]]:
    """Return the indicators that count people, those of the same people together.

    The same are also those of which there are as many in all territories that have both.
    """
    titles: dict[str, set[str]] = {}
    bases = _bases(naive, year)
    for name in naive.raw.indicators:
        fields = naive.raw.indicators[name]
        parts = [fields["numerator"], fields.get("denominator") or {}]
        own = {part["title"] for part in parts if part.get("counted") == "people"}
        if own:
            part_of = {r["indicator"] for r in fields.get("related", []) if r.get("relation") == "part-of"}
            titles[name] = own | {f"the same as {other}" for other in part_of} | {f"the same as {name}"}
    found: list[list[str]] = []
    for name in titles:
        same = [
            group
            for group in found
            if any(
                titles[name] & titles[other] or _are_as_many(bases.get(name, {}), bases.get(other, {}))
                for other in group
            )
        ]
        rest = [group for group in found if group not in same]
        found = [*rest, [name, *(other for group in same for other in group)]]
    return found


def _bases(naive: Naive, year: int) -> dict[str, dict[str, int]]:
    """Return of how many people each share is taken, by what the last row of each territory says."""
    divided = {fields.get("parent") for name, fields in naive.raw.territories.items() if name != naive.home}
    bases: dict[str, dict[str, int]] = {}
    for row in sorted(naive.raw.rows, key=lambda row: row.as_of):
        below = naive.raw.indicators[row.indicator].get("denominator") or {}
        is_sum = row.territory in divided and naive.home in naive.above(row.territory)
        is_of_people = row.denominator is not None and below.get("counted") == "people"
        if row.year == year and is_of_people and not is_sum:
            bases.setdefault(row.indicator, {})[row.territory] = row.denominator or 0
    return bases


def _are_as_many(one: dict[str, int], other: dict[str, int]) -> bool:
    common = one.keys() & other.keys()
    return bool(common) and all(one[each] == other[each] for each in common)


def sizes_of(naive: Naive, family: list[str], year: int) -> Sizes:
    """Return the people behind the open cells of a family."""
    sizes = Sizes({}, {}, {})
    for indicator in family:
        below = naive.raw.indicators[indicator].get("denominator")
        if below and below.get("counted") != "people":
            below = None  # the people are those of the numerator
        for territory in naive.territories():
            cell, key = naive.cell(indicator, territory, year), (indicator, territory)
            if cell.numerator is None:
                continue
            sizes.counts[key] = cell.numerator
            sizes.people[key] = (cell.denominator or 0) if below else cell.numerator
            if cell.coverage and cell.coverage[0] and naive.inside(territory, year):
                inside = naive.inside(territory, year)
                here = [each for each in inside if naive.cell(indicator, each, year).numerator is not None]
                sizes.totals[key] = here
    return sizes


def leaks(naive: Naive, sizes: Sizes, told: Told, own_told: Told, year: int) -> Iterator[str]:
    """Yield what can be worked out that should not be known."""
    few = few_of(naive)
    for key, people in sizes.people.items():
        if 0 < people < few and told(*key):
            yield f"{key}: {people} shown"
    yield from _by_sums(sizes, told, few)
    yield from _all_alike(sizes, told)
    yield from _by_own_rows(naive, sizes, told, own_told, year)


def _by_own_rows(naive: Naive, sizes: Sizes, told: Told, own_told: Told, year: int) -> Iterator[str]:
    """Take from a region's own row all who are known of inside: those who did not report may be few."""
    for indicator, region in sizes.totals:
        own = naive.own_row(indicator, region, year)
        below = naive.raw.indicators[indicator].get("denominator") or {}
        size = own.denominator if below.get("counted") == "people" else own.numerator
        if size is None or not own_told(indicator, region):
            continue
        for (other, place), inside in sizes.totals.items():
            if place != region or not told(other, region):
                continue
            others = [each for each in naive.inside(region, year) if each not in inside]
            known = [_told_of(sizes, told, indicator, each) for each in others]
            rest = size - sizes.people[other, region] - sum(people or 0 for people in known)
            if None in known and 0 < rest < few_of(naive):
                yield f"own row of {indicator} {region} less the sum of {other}: {rest}"


def _told_of(sizes: Sizes, told: Told, indicator: str, territory: str) -> int | None:
    """Return how many people there are in a territory by the indicator, or by another of the same people."""
    found = [key for key in sizes.people if key[1] == territory and told(*key)]
    first = sorted(found, key=lambda key: key[0] != indicator)[:1]
    return sizes.people[first[0]] if first else None


def _by_sums(sizes: Sizes, told: Told, few: int) -> Iterator[str]:
    """Solve the sums for what is hidden: no cell may come out, and no few people together."""
    names = _same_people(sizes)
    inside_others = {territory for inside in sizes.totals.values() for territory in inside}
    for row, rest in _solved([_equation(sizes, names, told, total) for total in sizes.totals]):
        if len(row) == 1:
            # What was hidden only to keep others secret, and lies in no other sum, is itself no secret.
            if next(iter(row))[1] in inside_others or rest < few:
                yield f"{next(iter(row))} = {rest}"
        elif all(factor == 1 for factor in row.values()) and rest < few:
            yield f"{sorted(row)} together {rest}"


def _same_people(sizes: Sizes) -> dict[Unknown, str]:
    """Return under which indicator each size is known: the first that has the same people there."""
    first: dict[object, str] = {}
    names = {}
    for (indicator, territory), people in sizes.people.items():
        alike = (territory, people, tuple(sizes.totals.get((indicator, territory), ())))
        names[indicator, territory] = first.setdefault(alike, indicator)
    return names


def _equation(sizes: Sizes, names: dict[Unknown, str], told: Told, total: Unknown) -> Equation:
    """Return the sum of a region as an equation of what is not told."""
    indicator, region = total
    known = {(names[key], key[1]) for key in sizes.people if told(*key)}
    unknown: dict[Unknown, Fraction] = {}
    rest = Fraction(0)
    for territory, sign in [*((each, 1) for each in sizes.totals[total]), (region, -1)]:
        key = (names[indicator, territory], territory)
        if key in known:
            rest -= sign * sizes.people[indicator, territory]
        else:
            unknown[key] = unknown.get(key, Fraction(0)) + sign
    return unknown, rest


def _solved(equations: list[Equation]) -> list[Equation]:
    """Return the equations with each unknown taken out of all but one of them."""
    done: list[Equation] = []
    rest = list(equations)
    while rest:
        row, value = rest.pop()
        if row:
            chosen = min(row)
            equation = ({u: factor / row[chosen] for u, factor in row.items()}, value / row[chosen])
            rest = [_without(other, chosen, equation) for other in rest]
            done = [*(_without(other, chosen, equation) for other in done), equation]
    return done


def _without(one: Equation, unknown: Unknown, other: Equation) -> Equation:
    factor = one[0].get(unknown, Fraction(0))
    left = {
        u: one[0].get(u, Fraction(0)) - factor * other[0].get(u, Fraction(0)) for u in {*one[0], *other[0]}
    }
    return {u: f for u, f in left.items() if f}, one[1] - factor * other[1]


def _all_alike(sizes: Sizes, told: Told) -> Iterator[str]:
    """Yield the hidden cells of which all or none count, where that is told by the total less the rest."""
    for key, inside in sizes.totals.items():
        hidden = [(key[0], each) for each in inside if not told(key[0], each)]
        is_told = told(*key) and sizes.counts[key] not in {0, sizes.people[key]}
        if hidden and is_told:
            counts = sum(sizes.counts[each] for each in hidden)
            if counts in {0, sum(sizes.people[each] for each in hidden)}:
                yield f"{hidden}: all or none, {counts}"


def has_few(naive: Naive, family: list[str], year: int) -> bool:
    """Return whether any row is of few people, on whatever day: where none is, nothing is to be hidden."""
    few = few_of(naive)
    for row in naive.raw.rows:
        if row.year == year and row.indicator in family:
            below = naive.raw.indicators[row.indicator].get("denominator") or {}
            people = row.denominator if below.get("counted") == "people" else row.numerator
            if people is not None and 0 < people < few:
                return True
    return False


def hidden_by_the_rule(naive: Naive, sizes: Sizes, year: int) -> set[Unknown] | None:
    """Return what the plain rule hides; None where the case is not a plain one.

    Plain is a region whose territories have different sizes and nothing inside, no own row, all rows of one
    day, and the same people behind every indicator of the family. Then the small are hidden, and the next
    smallest with them while the hidden are one or few; the total only where it is of few people itself.
    """
    few, home = few_of(naive), naive.home
    indicators = sorted({indicator for indicator, _ in sizes.people})
    if not indicators or set(sizes.totals) != {(indicator, home) for indicator in indicators}:
        return None
    people = {each: sizes.people[indicators[0], each] for each in sizes.totals[indicators[0], home]}
    if len({row.as_of for row in naive.raw.rows if row.year == year and row.indicator in indicators}) > 1:
        return None
    of_all = {(i, each): size for i in indicators for each, size in people.items()}
    of_all |= {(indicator, home): sum(people.values()) for indicator in indicators}
    has_own = any(not naive.own_row(indicator, home, year).absence for indicator in indicators)
    if of_all != sizes.people or has_own or len(set(people.values())) < len(people):
        return None
    hidden = {each for each, size in people.items() if 0 < size < few}
    while hidden and (len(hidden) == 1 or sum(people[each] for each in hidden) < few):
        rest = sorted((size, each) for each, size in people.items() if each not in hidden)
        if not rest:
            break
        hidden.add(rest[0][1])
    together = sum(people[each] for each in hidden)
    for indicator in indicators:
        counts = sum(sizes.counts[indicator, each] for each in hidden)
        if hidden and (counts in {0, together} or together <= len(hidden) + 1):  # each is one person, or none
            return None
    totals = {(i, home) for i in indicators} if 0 < sum(people.values()) < few else set()
    return {(indicator, each) for indicator in indicators for each in hidden} | totals
