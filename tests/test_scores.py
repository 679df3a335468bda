"""Scores of a small real base, every number worked out by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from knowledge_bases import add, change, problems_of, write
from metodbank.indicators.score import Absence, Origin, Score, State
from metodbank.indicators.scoring import Scoring
from metodbank.indicators.wording import (
    coverage_text,
    formula_text,
    fraction_text,
    rounded,
    to_goal_text,
    value_text,
)
from metodbank.reads import reading
from scored_bases import AS_OF, assessed, base_of, scoring_of, why, write_rows, write_scored_base


def plain(text: str) -> str:
    """Return the text with ordinary spaces for no-break ones."""
    return text.replace("\u00a0", " ")


def parts(score: Score) -> tuple[int | None, int | None]:
    """Return the numerator and the denominator."""
    numerator, denominator = score.numerator, score.denominator
    return numerator.value if numerator else None, denominator.value if denominator else None


# Figures of monitoring


def test_a_row_is_a_share_of_its_territory_with_its_place(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path, y2025="young;okrug;13;20;;;Форма-1;approved;")
    change(root, "monitoring/2025.csv", "approved", "утверждено prikaz")
    score = scoring_of(root).score("young", "okrug", 2025)
    assert (parts(score), score.value) == ((13, 20), Fraction(65))
    assert (score.origin, score.is_preliminary, score.source) == (Origin.ROW, False, "Форма-1")
    assert score.numerator is not None
    (ground,) = score.numerator.counted
    assert (ground.file, ground.line, ground.amount) == ("monitoring/2025.csv", 2, 13)
    assert plain(formula_text(score)) == "13 / 20 × 100 = 65 %"


def test_a_value_without_parts_stands_as_it_is_and_says_so(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path, y2025="young;okrug;;;66,7;;Письмо")
    scoring = scoring_of(root)
    score = scoring.score("young", "okrug", 2025)
    assert (parts(score), score.value) == ((None, None), Fraction(667, 10))
    assert (score.remark, formula_text(score)) == ("без исходных данных", "")
    assert score.numerator is not None
    assert score.numerator.counted[0].line == 2
    reached = assessed(scoring, "s-young", "okrug", 2025)
    assert (reached.state, reached.to_goal) == (State.REACHED, None)


def test_a_region_is_the_ratio_of_sums_with_coverage(tmp_path: Path) -> None:
    """13/20 and 7/30 are 20/50 = 40 %, not the mean of both; a value without parts adds nothing."""
    root = write_scored_base(tmp_path, y2025="young;okrug;13;20;;;a young;sever;7;30;;;a young;yug;;;90;;a")
    score = scoring_of(root).score("young", "region", 2025)
    assert (parts(score), score.value, score.origin) == ((20, 50), Fraction(40), Origin.SUM)
    assert score.coverage is not None
    assert plain(coverage_text(score.coverage)) == "отчитались 2 из 3"
    assert score.numerator is not None
    assert [(g.subject, g.amount, g.line) for g in score.numerator.counted] == [
        ("okrug", 13, 2),
        ("sever", 7, 3),
    ]
    (left_out,) = score.numerator.left_out
    assert (left_out.subject, left_out.line, left_out.reason) == ("yug", 4, "без исходных данных")


def test_the_own_row_of_a_region_stands_beside_the_sum_with_the_difference(tmp_path: Path) -> None:
    rows = "young;okrug;13;20;;;a young;sever;7;30;;;a young;yug;10;50;;;a young;region;32;100;;;a"
    own = scoring_of(write_scored_base(tmp_path, y2025=rows)).score("young", "region", 2025).own
    assert own is not None
    assert (own.numerator, own.denominator, own.value) == (32, 100, Fraction(32))
    assert (own.numerator_difference, own.denominator_difference) == (2, 0)
    assert (own.value_difference, own.differs, own.line) == (Fraction(2), True, 5)


def test_the_own_row_is_the_value_where_no_territory_reported(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path, y2025="young;region;30;100;;;a young;okrug;;;20;;a")
    score = scoring_of(root).score("young", "region", 2025)
    assert (parts(score), score.value, score.origin) == ((30, 100), Fraction(30), Origin.OWN_ROW)
    assert score.coverage is not None
    assert (score.coverage.reported, score.coverage.expected) == (0, 3)


def test_a_corrected_figure_stands_from_its_day_on(tmp_path: Path) -> None:
    rows = "young;okrug;10;20;;;a young;okrug;12;20;;2026-02-01;b"
    root = write_scored_base(tmp_path, y2025=rows)
    before = scoring_of(root, date(2026, 1, 31)).score("young", "okrug", 2025)
    after = scoring_of(root, date(2026, 2, 1)).score("young", "okrug", 2025)
    assert (before.value, after.value) == (Fraction(50), Fraction(60))
    of_region = scoring_of(root).score("young", "region", 2025).numerator
    assert of_region is not None
    assert [(g.subject, g.amount, g.line) for g in of_region.left_out] == [
        ("okrug", 10, 2),
        ("sever", None, None),
        ("yug", None, None),
    ]
    assert before.numerator is not None
    assert [(g.amount, plain(g.reason)) for g in before.numerator.left_out] == [
        (None, "на 1 февраля 2026 г., позже 31 января 2026 г.")
    ]
    assert after.numerator is not None
    assert [(g.amount, g.line, plain(g.reason)) for g in after.numerator.left_out] == [
        (10, 2, "на 31 декабря 2025 г.; заменено значением на 1 февраля 2026 г.")
    ]


def test_a_territory_counts_while_it_exists(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path, y2024="young;yug;10;20;;;a young;okrug;5;20;;;a")
    write_rows(root, 2025, "young;yug;10;20;;;a young;okrug;5;20;;;a")
    change(root, "reference/territories.yml", "Южный округ\n", "Южный округ\n  valid_until: 2025-06-30\n")
    scoring = scoring_of(root)
    assert parts(scoring.score("young", "region", 2024)) == (15, 40)
    assert parts(scoring.score("young", "region", 2025)) == (5, 20)
    region = scoring.score("young", "region", 2025)
    assert region.coverage is not None
    assert (region.coverage.reported, region.coverage.expected) == (1, 2)
    assert region.numerator is not None
    assert [(g.subject, g.line, plain(g.reason)) for g in region.numerator.left_out] == [
        ("sever", None, "значения за 2025 год нет"),
        ("yug", 2, "на 31 декабря 2025 г. территории нет"),
    ]
    assert plain(scoring.score("young", "yug", 2026).reason) == "на 22 ноября 2026 г. территории нет"


def test_a_territory_has_no_value_for_a_year_after_its_end(tmp_path: Path) -> None:
    """yug was there until June 2024: its figure of 2025 is none, that of 2024 is one of its last months."""
    root = write_scored_base(tmp_path, y2025="young;yug;10;20;;;a", y2024="young;yug;10;20;;2024-06-01;a")
    change(root, "reference/territories.yml", "Южный округ\n", "Южный округ\n  valid_until: 2024-06-30\n")
    scoring = scoring_of(root)
    score = scoring.score("young", "yug", 2025)
    assert (score.absence, parts(score)) == (Absence.NOT_COMPUTABLE, (None, None))
    assert plain(score.reason) == "на 31 декабря 2025 г. территории нет"
    assert assessed(scoring, "s-young", "yug", 2025).state is State.NOT_COMPUTABLE
    assert scoring.score("young", "yug", 2024).value == 50
    warned = [(p.code, p.place) for p in problems_of(root, AS_OF) if p.code == "MB918"]
    assert warned == [("MB918", "monitoring/2025.csv:2:2")]


def test_figures_of_settlements_add_up_to_their_okrug_and_further(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path, y2025="young;selo;6;10;;;a young;hutor;4;30;;;a young;yug;10;20;;;a")
    for name in ("selo", "hutor"):
        lines = f"{name}:\n  name: Поселение {name}\n  kind: rural-settlement\n  parent: okrug\n"
        add(root, "reference/territories.yml", lines)
    scoring = scoring_of(root)
    assert parts(scoring.score("young", "okrug", 2025)) == (10, 40)
    assert parts(scoring.score("young", "region", 2025)) == (20, 60)


def test_what_lies_above_the_base_is_not_made_of_its_part(tmp_path: Path) -> None:
    """The base of a municipality names its region, but does not hold the other municipalities."""
    root = write_scored_base(tmp_path, y2025="young;okrug;13;20;;;a")
    change(root, "region.yml", "territory: region", "territory: okrug")
    scoring = scoring_of(root)
    assert scoring.territories() == ("okrug",)
    assert scoring.score("young", "region", 2025).absence is Absence.NO_DATA
    coverage = scoring.score("young", "okrug", 2025).coverage
    assert coverage is not None
    assert (coverage.reported, coverage.expected) == (1, 1)


def test_people_for_one_are_not_multiplied_and_less_is_better(tmp_path: Path) -> None:
    """1020 for 4 are 255; 1000 would do (20 fewer), and so would a fifth methodist (204)."""
    root = write_scored_base(tmp_path, y2025="load;region;1020;4;;;a load;okrug;250;1;;;a")
    scoring = scoring_of(root)
    assert parts(scoring.score("load", "region", 2025)) == (250, 1)
    okrug = assessed(scoring, "s-load", "okrug", 2025)
    assert (okrug.state, plain(okrug.reason)) == (State.REACHED, "250 чел. — не более 250 чел.")
    write_rows(root, 2025, "load;region;1020;4;;;a")
    region = assessed(scoring_of(root), "s-load", "region", 2025)
    assert (region.score.value, region.state) == (Fraction(255), State.NOT_REACHED)
    assert plain(region.reason) == "255 чел., а цель — не более 250 чел."
    assert region.to_goal is not None
    assert (
        plain(to_goal_text(region.to_goal)) == "до цели нужно на 20 человек меньше или на 1 методиста больше"
    )


def test_yes_and_no(tmp_path: Path) -> None:
    scoring = scoring_of(write_scored_base(tmp_path, y2025="ready;okrug;1;1;;;a ready;sever;0;1;;;a"))
    yes, no = (assessed(scoring, "s-ready", each, 2025) for each in ("okrug", "sever"))
    assert (yes.state, yes.reason) == (State.REACHED, "есть: есть")
    assert no.state is State.NOT_REACHED


# Registers


def fr_program(root: Path, name: str, *, organization: str = "iro", register: str, rest: str = "") -> None:
    """Write a published program."""
    write(
        root,
        f"programs/{name}.yml",
        f"""\
title: Курс {name}
status: published
kind: pk
hours: 36
study_form: full-time
annotation: Составляем вопросы к тексту.
audience: [teacher]
difficulties: [reading-comprehension]
federal_register: {{{register}}}
organization: {organization}
contact: {{who: методический кабинет, phone: "+7 (000) 000-00-00"}}
{rest}""",
    )


def base_of_programs(root: Path) -> Path:
    """Write a base with a full register of four programs of `iro`, and one program of `shkola`."""
    write_scored_base(root)
    change(
        root, "reference/organizations.yml", "kind: iro\n", "kind: iro\n  programs_complete_on: 2025-09-01\n"
    )
    included = 'state: included, number: "000001", checked_on: 2025-06-01'
    fr_program(root, "a", register=f"{included}, valid_until: 2025-12-30")
    fr_program(root, "b", register=f"{included}, included_on: 2024-03-01".replace("000001", "000002"))
    fr_program(root, "c", register="state: pending", rest="active: {from: 2025-01-01, to: 2026-06-30}\n")
    fr_program(root, "shkolnaya", organization="shkola", register=f"{included}".replace("000001", "000003"))
    return root


def test_programs_in_the_federal_register_cross_a_day_of_validity(tmp_path: Path) -> None:
    """kurs, a, b, c are all; a and b are in the register, a till 30 December 2025."""
    root = base_of_programs(tmp_path)
    day_before = scoring_of(root, date(2025, 12, 30)).score("fr-programs-share", "region", 2025)
    assert (parts(day_before), day_before.value) == ((2, 4), Fraction(50))
    day_after = scoring_of(root, date(2025, 12, 31)).score("fr-programs-share", "region", 2025)
    assert (parts(day_after), day_after.value) == ((1, 4), Fraction(25))
    assert day_after.numerator is not None
    reasons = {g.record: plain(g.reason) for g in day_after.numerator.left_out}
    assert reasons == {
        "program/a": "Размещена до: 30 декабря 2025 г., раньше 31 декабря 2025 г.",
        "program/c": "Состояние в реестре: На рассмотрении",
        "program/kurs": "Состояние в реестре: Не проверено",
        "program/shkolnaya": "«Школа»: не отмечено, что реестр программ полон на 31 декабря 2025 г.",
    }
    in_2026 = scoring_of(root).score("fr-programs-share", "region", 2026)
    assert parts(in_2026) == (1, 3)


def test_programs_count_only_of_providers_whose_register_is_full(tmp_path: Path) -> None:
    root = base_of_programs(tmp_path)
    scoring = scoring_of(root)
    region = scoring.score("fr-programs-share", "region", 2025)
    assert region.coverage is not None
    assert plain(coverage_text(region.coverage)) == "реестр программ полон у 1 из 2 организаций"
    okrug = scoring.score("fr-programs-share", "okrug", 2025)
    assert (okrug.absence, plain(okrug.reason)) == (
        Absence.NOT_COMPUTABLE,
        "ни у одной организации реестр программ не отмечен как полный на 31 декабря 2025 г.",
    )
    assert parts(okrug) == (None, None)
    earlier = scoring.score("fr-programs-share", "region", 2024)
    assert earlier.absence is Absence.NOT_COMPUTABLE
    assert scoring.score("fr-programs-share", "sever", 2025).reason == "нет действующих программ"
    providers = scoring.by_provider("fr-programs-share", "region", 2025)
    assert [(each.subject, each.value) for each in providers] == [("iro", Fraction(25)), ("shkola", None)]
    assert plain(providers[1].reason) == (
        "реестр программ организации не отмечен как полный на 31 декабря 2025 г."
    )


def test_records_that_are_not_published_do_not_count(tmp_path: Path) -> None:
    root = base_of_programs(tmp_path)
    change(root, "programs/b.yml", "published", "archived")
    change(root, "programs/c.yml", "published", "review")
    score = scoring_of(root).score("fr-programs-share", "region", 2025)
    assert parts(score) == (0, 2)
    assert score.denominator is not None
    archived = score.denominator.left_out[0]
    assert (archived.record, archived.reason) == ("program/b", "запись в архиве")


def test_conditions_of_every_kind(tmp_path: Path) -> None:
    """Of four programs each condition passes what it names; a list passes where any value is named."""
    root = base_of_programs(tmp_path)
    change(root, "programs/b.yml", "hours: 36", "hours: 72")
    change(root, "programs/c.yml", "audience: [teacher]", "audience: [methodist, teacher]\ncascade: true")

    def counted(condition: str) -> list[str]:
        write(
            root,
            "reference/indicators/svoy.yml",
            f"""\
title: Свой счёт
short_title: Счёт
unit: count
one_unit: Один курс.
numerator: {{title: курсы, counted: programs, register: {{kind: program, conditions: [{condition}]}}}}
""",
        )
        score = scoring_of(root).score("svoy", "region", 2025)
        assert score.numerator is not None
        assert score.value == score.numerator.value
        return [ground.record.partition("/")[2] for ground in score.numerator.counted]

    everything = ["a", "b", "c", "kurs", "shkolnaya"]
    assert counted("") == everything
    assert counted("{field: audience, is: [methodist]}") == ["c"]
    assert counted("{field: audience, is_not: [methodist]}") == ["a", "b", "kurs", "shkolnaya"]
    assert counted('{field: federal_register.number, is_not: ["000001"]}') == ["b", "c", "kurs", "shkolnaya"]
    assert counted("{field: active, given: true}") == ["c"]
    assert counted("{field: active, given: false}") == ["a", "b", "kurs", "shkolnaya"]
    assert counted("{field: active, holds: moment}") == ["c"]
    assert counted("{field: federal_register.included_on, not_after: moment}") == ["b"]
    assert counted("{field: federal_register.valid_until, not_before: moment}") == []
    assert (
        counted("{field: federal_register.valid_until, not_before: moment, or_absent: true}")
        == everything[1:]
    )
    assert counted("{field: hours, at_least: 72}") == ["b"]
    assert counted("{field: hours, at_most: 71}") == ["a", "c", "kurs", "shkolnaya"]
    assert counted("{field: cascade, is: [true]}") == ["c"]
    assert counted("{field: cascade, is: [false]}") == ["a", "b", "kurs", "shkolnaya"]


def test_different_values_are_counted_once(tmp_path: Path) -> None:
    root = base_of_programs(tmp_path)
    write(
        root,
        "reference/indicators/svoy.yml",
        """\
title: Свой счёт
short_title: Счёт
unit: count
one_unit: Одна организация.
numerator:
  title: организации с курсами
  counted: organizations
  register: {kind: program, distinct: organization}
""",
    )
    score = scoring_of(root).score("svoy", "region", 2025)
    assert score.value == 2
    assert score.numerator is not None
    assert [ground.record for ground in score.numerator.counted] == ["program/a", "program/shkolnaya"]
    assert {g.reason for g in score.numerator.left_out} == {"Организация: Институт — уже посчитано"}


# Roadmaps and the cycle

ROADMAP = """\
title: Карта
status: published
act: prikaz
period: {from: 2025-03-01, to: 2026-12-31}
organization: iro
measures:
"""


def write_roadmap(root: Path, *states: str) -> None:
    """Write the roadmap of the region with a row for each state."""
    rows = ""
    for number, state in enumerate(states, 1):
        rows += f'  - id: "{number}"\n    title: Мероприятие {number}\n    responsible: [iro]\n'
        rows += f"    state: {state}\n"
        rows += "    term: {raw: 31.12.2026, kind: date, from: 2026-12-31, to: 2026-12-31}\n"
        if state.startswith("done"):
            rows += f"    done_on: {2024 + number}-05-01\n    evidence: [{{act: prikaz}}]\n"
        if state == "cancelled":
            rows += "    decision: {act: prikaz, reason: больше не нужно}\n"
    write(root, "roadmaps/karta.yml", ROADMAP + rows)


def test_a_roadmap_is_its_rows_done_by_the_moment_of_those_not_cancelled(tmp_path: Path) -> None:
    """Row 1 was done in 2025, row 2 in 2026, row 3 is cancelled, row 4 planned: 1 of 3, then 2 of 3."""
    root = write_scored_base(tmp_path)
    write_roadmap(root, "done", "done-late", "cancelled", "planned")
    scoring = scoring_of(root)
    first, second = (scoring.score("roadmap-completion", "region", year) for year in (2025, 2026))
    assert (parts(first), first.value) == ((1, 3), Fraction(100, 3))
    assert (parts(second), second.value) == ((2, 3), Fraction(200, 3))
    assert plain(formula_text(first)) == "1 / 3 × 100 ≈ 33,3 %"
    assert first.numerator is not None
    assert [(g.text, plain(g.reason)) for g in first.numerator.left_out] == [
        ("Мероприятие 2", "выполнено 1 мая 2026 г., позже 31 декабря 2025 г."),
        ("Мероприятие 3", "отменено: больше не нужно"),
        ("Мероприятие 4", "Намечено"),
    ]
    assert scoring.score("roadmap-completion", "okrug", 2025).reason == "дорожной карты нет"
    state = assessed(scoring, "s-map", "region", 2025)
    assert state.to_goal is not None
    assert plain(to_goal_text(state.to_goal)) == "до цели 2 мероприятия"


def test_a_row_is_cancelled_from_the_day_of_the_decision_on(tmp_path: Path) -> None:
    """Row 3 was cancelled in 2026, so 2025 stays what it was: 1 of 3. The 2 that stay are 2026's."""
    root = write_scored_base(tmp_path)
    write_roadmap(root, "done", "planned", "cancelled")
    reason = "{act: prikaz, reason: больше не нужно}"
    change(root, "roadmaps/karta.yml", reason, "{act: prikaz, date: 2026-10-09, reason: больше не нужно}")
    scoring = scoring_of(root)
    assert [parts(scoring.score("roadmap-completion", "region", year)) for year in (2025, 2026)] == [
        (1, 3),
        (1, 2),
    ]
    before, on_the_day = (scoring_of(root, date(2026, 10, day)) for day in (8, 9))
    assert parts(before.score("roadmap-completion", "region", 2026)) == (1, 3)
    assert parts(on_the_day.score("roadmap-completion", "region", 2026)) == (1, 2)
    above = before.score("roadmap-completion", "region", 2026).numerator
    assert above is not None
    assert plain(above.left_out[1].reason) == (
        "отменено 9 октября 2026 г., позже 8 октября 2026 г.; до отмены не выполнено"
    )


def test_a_roadmap_is_not_computed_before_it_begins_nor_with_rows_of_which_nothing_is_known(
    tmp_path: Path,
) -> None:
    root = write_scored_base(tmp_path)
    write_roadmap(root, "done", "unknown", "unknown", "cancelled")
    scoring = scoring_of(root)
    before = scoring.score("roadmap-completion", "region", 2024)
    assert before.absence is Absence.NOT_COMPUTABLE
    assert before.reason == "дорожная карта начинается в 2025\u00a0г."
    unknown = scoring.score("roadmap-completion", "region", 2025)
    assert parts(unknown) == (None, None)
    assert plain(unknown.reason) == "о выполнении 2 из 3 мероприятий сведений нет"
    assert assessed(scoring, "s-map", "region", 2025).state is State.NOT_COMPUTABLE
    held = assessed(scoring, "s-map-is", "region", 2025)
    assert (held.state, held.reason) == (
        State.REACHED,
        "дорожная карта утверждена, её период включает 2025 год",
    )
    write_roadmap(root, "cancelled", "cancelled")
    assert scoring_of(root).score("roadmap-completion", "region", 2025).reason.startswith("все мероприятия")


def test_a_figure_stands_in_for_what_cannot_be_computed_and_for_nothing_else(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path, y2025="roadmap-completion;region;2;8;;;a")
    write_roadmap(root, "unknown")
    score = scoring_of(root).score("roadmap-completion", "region", 2025)
    assert (score.value, score.origin) == (Fraction(25), Origin.ENTERED)
    assert plain(score.remark) == (
        "посчитать нельзя: о выполнении 1 из 1 мероприятия сведений нет; показано значение мониторинга"
    )
    write_roadmap(root, "done")
    score = scoring_of(root).score("roadmap-completion", "region", 2025)
    assert (score.value, score.origin) == (Fraction(100), Origin.COUNTED)


def write_report(root: Path, kind: str, prepared_on: str, number: int = 1) -> None:
    """Write a report of the region on 2025."""
    write(
        root,
        f"reports/{kind}-{number}.yml",
        f"""\
title: Отчёт {kind}
status: published
kind: {kind}
period: {{from: 2025-01-01, to: 2025-12-31}}
prepared_on: {prepared_on}
organization: iro
contact: {{who: методический кабинет, phone: "+7 (000) 000-00-00"}}
""",
    )


def test_the_cycle_is_its_stages_with_a_report_prepared_by_the_moment(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path)
    before = scoring_of(root).score("monitoring-cycle", "region", 2025)
    stages = base_of(root).indicators["monitoring-cycle"].definition.numerator.cycle
    assert stages is not None
    assert (before.absence, len(stages.stages)) == (Absence.NOT_COMPUTABLE, 5)
    assert plain(before.reason) == "отчётов о цикле мониторинга за 2025 год на 31 декабря 2025 г. нет"
    write_report(root, "monitoring", "2025-11-01")
    write_report(root, "monitoring", "2025-11-02", 2)
    write_report(root, "decision", "2025-12-31")
    write_report(root, "recommendations", "2026-01-01")
    scoring = scoring_of(root)
    score = scoring.score("monitoring-cycle", "region", 2025)
    assert (parts(score), score.value) == ((2, 5), Fraction(40))
    state = assessed(scoring, "s-cycle", "region", 2025)
    assert (state.state, state.to_goal and state.to_goal.number) == (State.NOT_REACHED, 1)


# States


def test_the_seven_states_each_with_its_reason(tmp_path: Path) -> None:
    scoring = scoring_of(write_scored_base(tmp_path, y2025="young;okrug;6;20;;;a young;sever;5;20;;;a"))

    def told(statement: str, territory: str, year: int) -> tuple[State, str]:
        found = assessed(scoring, statement, territory, year)
        return found.state, plain(found.reason)

    assert told("s-young", "okrug", 2025) == (State.REACHED, "30 % — не менее 30 %")
    assert told("s-young", "sever", 2025) == (State.NOT_REACHED, "25 %, а цель — не менее 30 %")
    assert told("s-young", "okrug", 2024) == (State.NO_TARGET, "на 2024 год в документе «*»: не установлено")
    assert told("s-bare", "okrug", 2025)[0] is State.NO_TARGET
    assert told("s-past", "okrug", 2025) == (
        State.NO_TARGET,
        "на 2025 год цели нет; она установлена на 2024 год",
    )
    assert told("s-later", "okrug", 2025) == (State.NOT_DUE, "цель установлена на 2026 год")
    assert told("s-later", "okrug", 2026) == (State.NOT_DUE, "срок — 31 декабря 2026 г.")
    assert told("s-young", "okrug", 2027) == (State.PERIOD_OVER, "последний год системы показателей — 2026")
    assert told("s-young", "yug", 2025) == (State.NO_DATA, "значения за 2025 год нет")
    assert told("s-map", "yug", 2025) == (State.NOT_COMPUTABLE, "дорожной карты нет")
    assert [state.words for state in State] == [
        "достигнут", "не достигнут", "цель не установлена", "срок не наступил",
        "период завершён", "нет данных", "не рассчитывается",
    ]  # fmt: skip


def test_a_target_of_a_later_year_is_to_come_only_until_that_year_is_over(tmp_path: Path) -> None:
    """`s-later` has its target in 2026: on its last day there is none of 2025 to come."""
    root = write_scored_base(tmp_path, y2025="young;okrug;6;20;;;a")
    before = assessed(scoring_of(root, date(2026, 12, 30)), "s-later", "okrug", 2025)
    assert (before.state, before.reason) == (State.NOT_DUE, "цель установлена на 2026 год")
    after = assessed(scoring_of(root, date(2026, 12, 31)), "s-later", "okrug", 2025)
    assert (after.state, after.reason) == (
        State.NO_TARGET,
        "на 2025 год цели нет; она установлена на 2026 год",
    )
    assert after.to_goal is None


def test_before_the_first_year_of_a_framework_no_target_is_to_come(tmp_path: Path) -> None:
    """`svoya` asks from 2024 on: of 2023, that is over, nothing is to come, though 2026 is."""
    scoring = scoring_of(write_scored_base(tmp_path), date(2026, 11, 22))
    states = {year: assessed(scoring, "s-later", "okrug", year).state for year in (2022, 2023, 2024, 2025)}
    assert states == {
        2022: State.NO_TARGET, 2023: State.NO_TARGET, 2024: State.NOT_DUE, 2025: State.NOT_DUE,
    }  # fmt: skip
    early = scoring_of(tmp_path, date(2023, 12, 30))
    assert assessed(early, "s-later", "okrug", 2023).state is State.NOT_DUE


def test_a_state_comes_due_on_the_last_day_of_its_year(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path, y2025="young;okrug;5;20;;2025-06-01;a")
    early = assessed(scoring_of(root, date(2025, 12, 30)), "s-young", "okrug", 2025)
    assert (early.state, early.score.value) == (State.NOT_DUE, Fraction(25))
    assert early.to_goal is not None
    assert plain(to_goal_text(early.to_goal)) == "до цели 1 человек"
    assert assessed(scoring_of(root, date(2025, 12, 31)), "s-young", "okrug", 2025).state is State.NOT_REACHED
    unborn = scoring_of(root, date(2024, 12, 31)).score("young", "okrug", 2025)
    assert (unborn.absence, unborn.reason) == (Absence.NOT_DUE, "2025 год ещё не начался")


def test_targets_of_years_before_the_act_are_retrospective(tmp_path: Path) -> None:
    scoring = scoring_of(write_scored_base(tmp_path))
    assert assessed(scoring, "s-past", "okrug", 2024).is_retrospective
    assert not assessed(scoring, "s-young", "okrug", 2024).is_retrospective  # «*»: nothing was set
    assert not assessed(scoring, "s-young", "okrug", 2025).is_retrospective


def test_almost_thirty_percent_is_not_thirty(tmp_path: Path) -> None:
    """2996/10000 is 29,96 %, which rounds to 30,0 %; 29999/100000 is nearer than two decimals can tell."""
    rows = "young;okrug;2996;10000;;;a young;sever;29999;100000;;;a young;yug;3000;10000;;;a"
    scoring = scoring_of(write_scored_base(tmp_path, y2025=rows))
    okrug, sever, yug = (assessed(scoring, "s-young", each, 2025) for each in ("okrug", "sever", "yug"))
    assert [each.state for each in (okrug, sever, yug)] == [
        State.NOT_REACHED, State.NOT_REACHED, State.REACHED,
    ]  # fmt: skip
    assert plain(okrug.reason) == "29,96 %, а цель — не менее 30 %"
    assert plain(sever.reason) == "менее 30 %, а цель — не менее 30 %"
    assert [each.to_goal and each.to_goal.number for each in (okrug, sever, yug)] == [4, 1, 0]


# For the eye


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(65), "65"), (Fraction(665, 10), "66,5"), (Fraction(6625, 100), "66,3"),
        (Fraction(1, 3), "0,3"), (Fraction(12345, 10), "1 234,5"), (Fraction(-125, 100), "−1,3"),
        (Fraction(1, 100), "0"), (Fraction(-1, 100), "0"),
    ],
)  # fmt: skip
def test_half_is_rounded_up(value: Fraction, shown: str) -> None:
    assert plain(fraction_text(rounded(value, 1))) == shown


def test_values_in_words() -> None:
    assert plain(value_text(Fraction(250_04, 100), "per-one", "at-most", Fraction(250))) == "250,04 чел."
    assert plain(value_text(Fraction(250_001, 1000), "per-one", "at-most", Fraction(250))) == "более 250 чел."
    assert plain(value_text(Fraction(2996, 100), "percent")) == "30 %"
    assert value_text(Fraction(1234), "count") == "1\u00a0234"
    assert [value_text(Fraction(each), "yes-no") for each in (1, 0)] == ["есть", "нет"]


# Why


def test_why_names_file_and_line_of_all_that_was_counted_and_left_out(tmp_path: Path) -> None:
    root = base_of_programs(tmp_path)
    told = why(root, "fr-programs-share", "region", 2025)
    assert told.score.numerator is not None
    assert told.score.denominator is not None
    assert [(g.file, g.line) for g in told.score.numerator.counted] == [("programs/b.yml", 9)]
    assert [(g.file, g.line) for g in told.score.denominator.counted] == [
        ("programs/a.yml", 1), ("programs/b.yml", 1), ("programs/c.yml", 12), ("programs/kurs.yml", 1),
    ]  # fmt: skip
    assert plain(told.score.formula) == "1 / 4 × 100 = 25 %"
    assert [each.provider for each in told.providers] == ["iro", "shkola"]
    asking = {each.framework.id: each.assessment for each in told.asking}
    assert asking["lipetsk-2021"] is None
    assert asking["svoya"] is not None
    assert asking["svoya"].state is State.NOT_REACHED


def test_why_of_a_roadmap_leads_to_its_rows(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path)
    write_roadmap(root, "done", "planned")
    told = why(root, "roadmap-completion", "region", 2025)
    assert told.score.numerator is not None
    assert [(g.text, g.file, g.line) for g in told.score.numerator.counted] == [
        ("Мероприятие 1", "roadmaps/karta.yml", 7)
    ]
    assert [(g.text, g.line) for g in told.score.numerator.left_out] == [("Мероприятие 2", 14)]


# Years, what is shown, what is noted


def test_years_and_indicators_to_show(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path, y2023="diagnostics-share;okrug;5;20;;;a")
    scoring = scoring_of(root)
    assert scoring.years() == (2023, 2024, 2025, 2026)
    assert scoring.default_year() == 2026
    assert scoring_of(root, date(2025, 3, 1)).default_year() == 2025
    assert "diagnostics-share" in scoring.indicators()
    assert "routes-share" not in scoring.indicators()
    assert len(list(scoring.assessments(territory="okrug", year=2025))) == 11
    assert len(list(scoring.assessments(framework="svoya", territory="okrug"))) == 11 * 4


def test_a_score_given_again_is_noted_as_when_it_was_made(tmp_path: Path) -> None:
    root = base_of_programs(tmp_path)
    write_rows(root, 2025, "young;okrug;13;20;;;a")
    scoring = scoring_of(root)
    for indicator, some in (
        ("young", {"observations/young", "indicator/young", "place/reference/territories.yml", "day"}),
        ("fr-programs-share", {"kind/program", "data/program/a", "data/organization/iro"}),
        ("roadmap-completion", {"kind/roadmap", "entry/roadmap/karta"}),
        ("monitoring-cycle", {"kind/report", "data/report/otchet"}),
    ):
        with reading() as first:
            scoring.score(indicator, "region", 2025)
        with reading() as second:
            scoring.score(indicator, "region", 2025)
        assert some <= first == second, indicator
    with reading() as of_assessment:
        assessed(scoring, "s-young", "okrug", 2025)
    assert "framework/svoya" in of_assessment


def test_an_indicator_that_there_is_none_of_is_a_state_and_no_crash(tmp_path: Path) -> None:
    root = write_scored_base(tmp_path)
    change(root, "reference/indicators/teams.yml", "unit: percent", "unit: prozent")
    base = base_of(root)
    assert "teams" not in base.indicators
    statement = base.frameworks["svoya"].definition.statement("s-teams")
    if statement is not None:
        found = Scoring(base, AS_OF).assess("svoya", statement, "okrug", 2025)
        assert found is not None
        assert found.state is State.NOT_COMPUTABLE
