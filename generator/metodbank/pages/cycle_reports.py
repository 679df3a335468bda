"""The reports of a stage: what each says, what it rests on, and why one is not of this year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from metodbank.indicators.cycles import StageReports, unready_reason
from metodbank.models.report import Report
from metodbank.pages.context import SiteContext
from metodbank.pages.cycle_views import ReportView
from metodbank.pages.plain_views import date_view
from metodbank.pages.presenting import LinkView, Presenter
from metodbank.pages.wording import inside_a_sentence, period_text
from metodbank.records import Record
from metodbank.russian_words import counted


def is_about(report: Record, year: int) -> bool:
    """Return whether a report that was not ready in time is of this year all the same.

    One whose period ends later is of a later year, to which it is counted.
    """
    end = report.data.period.end
    return end is None or end.year <= year


def report_views(
    context: SiteContext, presenter: Presenter, found: Sequence[StageReports], year: int, moment: date
) -> Iterator[ReportView]:
    """Yield the reports of a stage: those that count, then those that do not, with the reason."""
    for of_kind in found:
        yield from (_view(context, presenter, report, "") for report in of_kind.ready)
    for of_kind in found:
        for report in of_kind.unready:
            yield _view(context, presenter, report, _remark(report, year, moment))


def _remark(report: Record, year: int, moment: date) -> str:
    reason = unready_reason(report, moment).removesuffix(".")
    if is_about(report, year):
        return f"К {year} году не засчитан: {reason}."
    return f"Захватывает и дни {year} года, но к нему не засчитан: {reason}."


def _view(context: SiteContext, presenter: Presenter, report: Record, remark: str) -> ReportView:
    data: Report = report.data
    base = context.base
    told = presenter.record(report)
    return ReportView(
        link=presenter.link_to(report),
        kind=base.word("report-kinds", data.kind),
        organization=presenter.link("organization", data.organization),
        period=period_text(data.period),
        prepared_on=date_view(data.prepared_on) if data.prepared_on else None,
        state=inside_a_sentence(base.word("report-states", data.state)),
        act=presenter.cited(data.act) if data.act else None,
        summary=told.summary or "",
        conclusions=told.conclusions,
        recommendations=_recommendations(context, data),
        based_on=tuple(presenter.link("report", each) for each in data.based_on),
        follows=tuple(_following(context, presenter, report)),
        remark=remark,
    )


def _recommendations(context: SiteContext, data: Report) -> str:
    """Return how many recommendations there are, and how many in each state."""
    if not data.recommendations:
        return ""
    numbers: dict[str, int] = {}
    for each in data.recommendations:
        numbers[each.state] = numbers.get(each.state, 0) + 1
    total = counted(len(data.recommendations), "пункт", "пункта", "пунктов")
    word = context.base.word
    states = (
        f"{inside_a_sentence(word('recommendation-states', state))} — {n}" for state, n in numbers.items()
    )
    return f"{total}: {', '.join(states)}"


def _following(context: SiteContext, presenter: Presenter, report: Record) -> Iterator[LinkView]:
    for mention in context.base.mentions.get(report.key, []):
        if mention.record.kind.name == "report" and mention.link.at[0] == "based_on":
            yield presenter.link_to(mention.record)
