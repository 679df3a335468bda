"""What a page shows of a value: the words that `metodbank why` says, with links to what they speak of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from metodbank.indicators.score import Absence, State
from metodbank.models.kinds import Kind
from metodbank.open_data.score_shapes import AssessmentData, CountData, GroundData, LeftOutData, ScoreData
from metodbank.pages.measure_views import StateView
from metodbank.pages.plain_views import DateView, date_view
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.wording import unbroken
from metodbank.russian_words import NO_BREAK, number_text

SIGNS = {
    State.REACHED: "✓", State.NOT_REACHED: "✕", State.NOT_DUE: "○", State.PERIOD_OVER: "■",
    State.NO_TARGET: "–", State.NO_DATA: "–", State.NOT_COMPUTABLE: "–",
}  # fmt: skip
MOST_SHOWN = 30
OPEN_AT_ONCE = 8
HIDDEN = "скрыто"


@dataclass(frozen=True, slots=True)
class GroundView:
    """One thing that was counted or left out."""

    link: LinkView
    amount: str
    file: str
    line: int | None
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroundsView:
    """Things that were counted or left out; those past the most that a page shows are in the data."""

    title: str
    rows: tuple[GroundView, ...]
    more: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class CountView:
    """A numerator or a denominator."""

    role: str
    title: str
    text: str
    grounds: tuple[GroundsView, ...]


@dataclass(frozen=True, slots=True)
class GoalView:
    """How a value stands against a target: `asked_by` leads to the statement on the page."""

    asked_by: LinkView
    target: str
    raw: str
    state: StateView
    why: str


@dataclass(frozen=True, slots=True)
class ScoreView:
    """A value with all that explains it."""

    link: LinkView
    value: str
    absence: str
    formula: str
    moment: DateView
    remarks: tuple[str, ...]
    counts: tuple[CountView, ...]
    goals: tuple[GoalView, ...]
    is_hidden: bool = False


def standing_view(found: AssessmentData) -> StateView:
    """Return the state with its sign, and how the value stands now: ○ срок не наступил; до цели 5 человек."""
    return StateView(found.state.value, SIGNS[found.state], found.standing_text)


class ScoreViews:
    """Makes the views of one page."""

    def __init__(
        self, presenter: Presenter, kinds: Iterable[Kind], asked_by: Callable[[AssessmentData], LinkView]
    ) -> None:
        self._presenter = presenter
        self._kinds = {kind.name for kind in kinds}
        self._asked_by = asked_by

    def score(
        self,
        told: ScoreData,
        found: Iterable[AssessmentData] = (),
        *,
        is_open: bool = False,
        with_counts: bool = True,
    ) -> ScoreView:
        """Return a value; `is_open` where what it is made of is to be seen at once."""
        subject = ("organization", told.provider) if told.provider else ("territory", told.territory)
        counts = (("Числитель", told.numerator), ("Знаменатель", told.denominator)) if with_counts else ()
        return ScoreView(
            link=self._presenter.link(*subject),
            value=told.text,
            absence=unbroken(told.absence_text),
            formula=told.formula,
            moment=date_view(told.moment),
            remarks=tuple(map(unbroken, _remarks(told))),
            counts=tuple(self._count(role, told, count, is_open) for role, count in counts if count),
            goals=tuple(map(self.goal, found)),
            is_hidden=told.absence is Absence.HIDDEN,
        )

    def goal(self, found: AssessmentData) -> GoalView:
        """Return how a value stands against a target."""
        return GoalView(
            asked_by=self._asked_by(found),
            target=found.target_text,
            raw=unbroken(found.target_raw),
            state=standing_view(found),
            why=unbroken(found.why_so),
        )

    def _count(self, role: str, told: ScoreData, count: CountData, is_open: bool) -> CountView:
        is_hidden = told.absence is Absence.HIDDEN
        counted = [
            self._ground(each, _amount(each, is_hidden or count.value is not None)) for each in count.counted
        ]
        left_out = [self._ground(each, _amount(each, False)) for each in count.left_out]
        grounds = (_grounds("Посчитано", counted, is_open), _grounds("Не посчитано", left_out, False))
        text = count.text or (HIDDEN if is_hidden else "")
        return CountView(role, count.title, text, tuple(each for each in grounds if each.rows))

    def _ground(self, ground: GroundData, amount: str) -> GroundView:
        reason = ground.reason if isinstance(ground, LeftOutData) else ""
        remarks = (reason, ground.status_text, ground.source, ground.note)
        return GroundView(
            self._link(ground),
            amount,
            ground.file,
            ground.line,
            tuple(unbroken(each) for each in remarks if each),
        )

    def _link(self, ground: GroundData) -> LinkView:
        kind, _, identifier = ground.record.partition("/")
        if kind not in self._kinds:
            return LinkView(ground.text)
        return LinkView(ground.text, self._presenter.link(kind, identifier).href)


def _grounds(title: str, rows: Sequence[GroundView], is_open: bool) -> GroundsView:
    return GroundsView(
        f"{title}: {number_text(len(rows))}",
        tuple(rows[:MOST_SHOWN]),
        max(0, len(rows) - MOST_SHOWN),
        is_open and len(rows) <= OPEN_AT_ONCE,
    )


def _amount(ground: GroundData, is_hidden_if_unknown: bool) -> str:
    if ground.amount is not None:
        return number_text(ground.amount) if ground.territory or ground.amount != 1 else ""
    return HIDDEN if is_hidden_if_unknown else ""


def _remarks(told: ScoreData) -> Iterable[str]:
    remarks = (told.coverage_text, told.status_text, told.remark, told.source)
    yield from (each for each in remarks if each)
    own = told.own
    if own is None:
        return
    place = f"{own.file}, строка{NO_BREAK}{own.line}"
    if own.reason:
        yield f"своя строка ({place}): {own.reason}"
        return
    parts = "" if own.numerator is None else _parts(own.numerator, own.denominator)
    differs = f"; отличается от суммы территорий: {own.difference_text}" if own.difference_text else ""
    yield f"своя строка ({place}, {own.status_text}): {own.value_text}{parts}{differs}"


def _parts(numerator: int, denominator: int | None) -> str:
    below = "" if denominator is None else f" / {number_text(denominator)}"
    return f" ({number_text(numerator)}{below})"
