"""How the statements of a framework stand together, in one plain Russian sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from metodbank.indicators.score import State
from metodbank.indicators.standing import Standing
from metodbank.open_data.score_shapes import AssessmentData
from metodbank.russian_words import NO_BREAK, counted, number_text, plural

_BARE = ((State.REACHED, "достигнуто"), (State.NOT_REACHED, "не достигнуто"))
_OTHER = (
    (State.NO_DATA, "нет данных"),
    (State.NOT_COMPUTABLE, "не рассчитывается"),
    (State.NO_TARGET, "цели на год нет"),
    (State.PERIOD_OVER, "период завершён"),
)
_AHEAD = {
    Standing.ANSWERS: ("уже отвечает цели", "уже отвечают цели", "уже отвечают цели"),
    Standing.SHORT: ("ещё не отвечает", "ещё не отвечают", "ещё не отвечают"),
    Standing.NO_DATA: ("данных пока нет", "данных пока нет", "данных пока нет"),
    Standing.NOT_COMPUTABLE: ("пока не рассчитывается", "пока не рассчитываются", "пока не рассчитываются"),
    Standing.HIDDEN: ("скрыто", "скрыто", "скрыто"),
}


def tally_sentence(found: Iterable[AssessmentData]) -> str:
    """Return «Из 11 пунктов: достигнуто 5, не достигнуто 3…»; what is not due yet says how it stands now."""
    assessed = list(found)
    states = Counter(each.state for each in assessed)
    early = [each for each in assessed if each.state is State.NOT_DUE]
    ahead = ahead_text(early)
    of_all = counted(len(assessed), "пункта", "пунктов", "пунктов")
    if len(early) == len(assessed) > 1:
        return f"Срок всех {of_all} ещё не наступил{ahead and ': '}{ahead}."
    parts = [_ended(words, assessed, state) for state, words in _BARE if states[state]]
    if early:
        parts.append(f"срок не наступил —{NO_BREAK}{number_text(len(early))}{ahead and f' ({ahead})'}")
    parts += [f"{words} —{NO_BREAK}{number_text(states[state])}" for state, words in _OTHER if states[state]]
    separator = "; " if partly_tally(assessed) else ", "
    return f"Из {of_all}: {separator.join(parts)}."


def ahead_text(early: Iterable[AssessmentData]) -> str:
    """Return how those stand that are not due yet: «уже отвечают цели — 7, ещё не отвечает — 1»."""
    found = list(early)
    parts = []
    for standing, words in _AHEAD.items():
        alike = [each for each in found if each.standing is standing]
        if alike:
            parts.append(
                f"{plural(len(alike), *words)} —{NO_BREAK}{number_text(len(alike))}{partly_tally(alike)}"
            )
    is_partial = bool(partly_tally(found))
    return ("; " if is_partial else ", ").join(parts)


def by_target(found: Iterable[AssessmentData]) -> list[AssessmentData]:
    """Return those that say something of their year, each target of several documents once."""
    first: dict[tuple[str, State], AssessmentData] = {}
    for each in found:
        target = each.target_text or each.target_raw
        if target:
            first.setdefault((target, each.state), each)
    return list(first.values())


def answers_goal(found: AssessmentData) -> bool | None:
    """Return whether the value meets the target as it stands now; None where that is not known."""
    return {Standing.ANSWERS: True, Standing.SHORT: False}.get(found.standing)


def partly_tally(found: Iterable[AssessmentData]) -> str:
    """Return how many answer the target over incomplete data: «, из них по неполным данным 2»."""
    partly = sum(each.standing is Standing.ANSWERS and bool(each.partly) for each in found)
    return f", из них по неполным данным{NO_BREAK}{number_text(partly)}" if partly else ""


def _ended(words: str, assessed: Sequence[AssessmentData], state: State) -> str:
    alike = [each for each in assessed if each.state is state]
    return f"{words}{NO_BREAK}{number_text(len(alike))}{partly_tally(alike)}"
