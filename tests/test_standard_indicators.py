"""The standard definitions and frameworks say what the five documents say, typed here anew."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from metodbank.definition_conditions import condition_links, field_findings
from metodbank.definition_standard import standard_frameworks, standard_indicators
from metodbank.linked_fields import links_of
from metodbank.models.framework import Framework, Statement, Target
from metodbank.models.kinds import REGISTERS
from metodbank.vocabularies import KINDS, kinds_as_vocabulary, standard_vocabularies, term_finding

INDICATORS = standard_indicators()
FRAMEWORKS = standard_frameworks()

Row = tuple[str, str | None, str, str]
"""Id, number in the document, indicator, name word for word."""


def documented(text: str) -> list[Row]:
    """Return the rows of a list: a line of id, number («-» for none) and indicator, then the name."""
    rows: list[Row] = []
    for block in re.split(r"\n(?=\S)", text.strip("\n")):
        head, *name = block.split("\n")
        identifier, number, indicator = head.split()
        rows.append(
            (identifier, None if number == "-" else number, indicator, " ".join(map(str.strip, name)))
        )
    return rows


LIPETSK = documented("""
6-1-1 6.1.1 diagnostics-share
    Доля педагогических работников и управленческих кадров, прошедших диагностику профессиональных
    дефицитов в ЦНППМ
6-1-2 6.1.2 routes-share
    Доля педагогических работников и управленческих кадров, для которых разработаны индивидуальные
    образовательные маршруты на основе результатов диагностики профессиональных дефицитов в ЦНППМ
6-1-3 6.1.3 fr-trained-share
    Доля педагогических работников, освоивших программы дополнительного профессионального образования,
    вошедшие в ФР ДПП и подобранные с учетом диагностики профессиональных дефицитов в ЦНППМ
6-1-4 6.1.4 quality-management-teams-share
    Доля управленческих команд образовательных организаций, повысивших свою квалификацию по вопросам
    эффективности управления качеством образования
6-1-5 6.1.5 young-teachers-support-share
    Доля педагогических работников в возрасте до 35 лет, участвующих в различных формах поддержки и
    сопровождения в первые 3 года работы
6-1-6 6.1.6 fr-programs-share
    Доля программ ДППО, размещенных в ФР ДПП, в общем количестве программ ДППО, реализуемых организацией
    дополнительного профессионального (педагогического) образования
""")
RETELLING = documented("""
p1 1 fr-trained-share
    Доля педагогических работников, освоивших программы дополнительного профессионального образования,
    вошедшие в федеральный реестр и подобранные с учетом диагностики профессиональных дефицитов (к 2024
    году – не менее 30%)
p2 2 functional-literacy-share
    Доля педагогических работников и выпускников педагогических вузов, принявших участие в диагностике
    уровня функциональной грамотности (к 2024 году – не менее 30%)
p2-70 2 functional-literacy-70-share
    в том числе справившихся с диагностикой на 70% и более (к 2024 году – не менее 15%)
p3 3 management-teams-share
    Количество управленческих команд, повысивших свою квалификацию (к 2022 году – не менее 20%)
p4 4 young-teachers-support-share
    Доля педагогических работников в возрасте до 35 лет, участвующих в различных формах поддержки и
    сопровождения в первые 3 года работы (к 2024 году – не менее 70%)
""")
MUYA_SECTION_5 = documented("""
s5-1-1 - roadmap-completion
    разработан и реализуется комплекс мер («дорожная карта») по созданию и функционированию РС НМС на
    период до 2025 года (ежегодно, начиная с 2022 года)
s5-1-2 - monitoring-cycle
    разработана с учетом социально-экономических условий субъекта Российской Федерации и реализуется
    вариативная система мониторинга эффективности РС НМС (ежегодно, начиная с 2023 года)
s5-2-1 - management-teams-share
    количество управленческих команд, принявших участие в программах повышения квалификации
s5-3-1 - teachers-per-methodist
    количество педагогических работников, закрепленных за 1 региональным методистом для осуществления
    методического сопровождения (к 2024 году - не более 250 человек)
s5-3-2 - young-teachers-support-share
    доля педагогических работников в возрасте до 35 лет, участвующих в различных формах поддержки и
    сопровождения в первые три года работы (к 2024 году - не менее 70%)
""")
MUYA_APPENDIX_3 = documented("""
p3-1-1 1.1 roadmap-completion
    разработан и реализуется комплекс мер («дорожная карта») по созданию и функционированию МС НМС на
    период до 2024 года (ежегодно, начиная с 2021 года)
p3-1-2 1.2 monitoring-cycle
    разработана с учетом социально-экономических условий субъекта Российской Федерации и реализуется
    вариативная система мониторинга эффективности МС НМС (ежегодно, начиная с 2023 года)
p3-2-1 2.1 fr-trained-share
    доля педагогических работников, освоивших программы ДПО, вошедшие в Федеральный реестр и подобранные
    с учетом диагностики профессиональных компетенций (к 2024 году - не менее 30%)
p3-2-2 2.2 management-teams-share
    количество управленческих команд, принявших участие в программах повышения квалификации (к 2024 году
    - не менее 40% от общего количества управленческих команд субъекта Российской Федерации)
p3-3-1 3.1 teachers-per-methodist
    количество педагогических работников, закрепленных за 1 региональным методистом для осуществления
    методического сопровождения (к 2024 году - не более 250 человек)
p3-3-2 3.2 young-teachers-support-share
    доля педагогических работников в возрасте до 35 лет, участвующих в различных формах поддержки и
    сопровождения в первые три года работы (к 2024 году - не менее 70%)
""")
CONCEPT = documented("""
vi-1-1 - roadmap-completion
    разработан и реализуется комплекс мер («дорожная карта») по созданию и функционированию РС НМС на
    период до 2024 года (ежегодно, начиная с 2021 года)
vi-1-2 - monitoring-cycle
    разработана с учетом социально-экономических условий субъекта Российской Федерации и реализуется
    вариативная система мониторинга эффективности РС НМС (ежегодно, начиная с 2023 года)
vi-2-1 - fr-trained-share
    доля педагогических работников, освоивших программы ДПО, вошедшие в Федеральный реестр и подобранные
    с учетом диагностики профессиональных компетенций (к 2024 году – не менее 30%)
vi-2-2 - management-teams-share
    количество управленческих команд, принявших участие в программах повышения квалификации (к 2024 году
    – не менее 40% от общего количества управленческих команд субъекта Российской Федерации)
vi-3-1 - teachers-per-methodist
    количество педагогических работников, закрепленных за 1 региональным методистом для осуществления
    методического сопровождения (к 2024 году – не более 250 человек)
vi-3-2 - young-teachers-support-share
    доля педагогических работников в возрасте до 35 лет, участвующих в различных формах поддержки и
    сопровождения в первые три года работы (к 2024 году – не менее 70%)
""")
MEGION = documented("""
p1 1 diagnostics-share
    Доля педагогических работников и управленческих кадров, прошедших диагностику профессиональных
    дефицитов в ЦНППМПР
p2 2 routes-share
    Доля педагогических работников и управленческих кадров, для которых разработаны индивидуальные
    образовательные маршруты на основе результатов диагностики профессиональных дефицитов в ЦНППМПР
p3 3 fr-trained-share
    Доля педагогических работников, освоивших программы дополнительного профессионального образования,
    вошедшие в ФР ДПП и подобранные с учетом диагностики профессиональных дефицитов в ЦНППМПР
p4 4 quality-management-teams-share
    Доля управленческих команд образовательных организаций, повысивших свою квалификацию по вопросам
    эффективности управления качеством образования
p5 5 young-teachers-support-share
    Доля педагогических работников в возрасте до 35 лет, участвующих в различных формах поддержки и
    сопровождения в первые 3 года работы
additional - municipal-program-indicators
    реализация и достижение показателей муниципальной программы «Развитие кадрового потенциала
    общеобразовательных организаций в муниципальном образовании город Мегион на 2020-2023 год»
""")

DOCUMENTS = {
    "lipetsk-2021": LIPETSK,
    "r-76-retelling": RETELLING,
    "muya-2023": [*MUYA_SECTION_5, *MUYA_APPENDIX_3],
    "concept-2020": CONCEPT,
    "megion-2021": MEGION,
}

OF_ALL_TEAMS = "от общего количества управленческих команд субъекта Российской Федерации"
EVERY_YEAR = "ежегодно, начиная с {} года"
Told = tuple[int, str, int | None, str | None, bool]
"""Year, the document's own words, number, comparison, and whether the comparison was only inferred."""


def yearly(since: int, *years: int) -> list[Told]:
    return [(year, EVERY_YEAR.format(since), None, "yes", False) for year in years]


def steps(first: int, second: int, third: int, last: int, *, is_said: bool = True) -> list[Told]:
    """Return the four columns of приложение 3; only the last of them is said in the name to be «не менее»."""
    numbers = {2021: first, 2022: second, 2023: third, 2024: last}
    return [
        (year, f"{value}%", value, "at-least", not (is_said and year == 2024))
        for year, value in numbers.items()
    ]


TARGETS: dict[str, dict[str, list[Told]]] = {
    "lipetsk-2021": {},
    "megion-2021": {},
    "r-76-retelling": {
        "p1": [(2024, "к 2024 году – не менее 30%", 30, "at-least", False)],
        "p2": [(2024, "к 2024 году – не менее 30%", 30, "at-least", False)],
        "p2-70": [(2024, "к 2024 году – не менее 15%", 15, "at-least", False)],
        "p3": [(2022, "к 2022 году – не менее 20%", 20, "at-least", False)],
        "p4": [(2024, "к 2024 году – не менее 70%", 70, "at-least", False)],
    },
    "muya-2023": {
        "s5-1-1": yearly(2022, 2022, 2023, 2024),
        "s5-1-2": yearly(2023, 2023, 2024),
        "s5-3-1": [(2024, "к 2024 году - не более 250 человек", 250, "at-most", False)],
        "s5-3-2": [(2024, "к 2024 году - не менее 70%", 70, "at-least", False)],
        "p3-1-1": steps(10, 40, 70, 100, is_said=False),
        "p3-1-2": [
            (2021, "*", None, None, False), (2022, "*", None, None, False),
            (2023, "60%", 60, "at-least", True), (2024, "100%", 100, "at-least", True),
        ],
        "p3-2-1": steps(10, 14, 23, 30),
        "p3-2-2": steps(10, 20, 30, 40),
        "p3-3-1": [
            (2021, "*", None, None, False), (2022, "233 чел.", 233, "at-most", True),
            (2023, "180 чел.", 180, "at-most", True), (2024, "не более 250 чел.", 250, "at-most", False),
        ],
        "p3-3-2": steps(10, 50, 60, 70),
    },
    "concept-2020": {
        "vi-1-1": yearly(2021, 2021, 2022, 2023, 2024),
        "vi-1-2": yearly(2023, 2023, 2024),
        "vi-2-1": [(2024, "к 2024 году – не менее 30%", 30, "at-least", False)],
        "vi-2-2": [(2024, f"к 2024 году – не менее 40% {OF_ALL_TEAMS}", 40, "at-least", False)],
        "vi-3-1": [(2024, "к 2024 году – не более 250 человек", 250, "at-most", False)],
        "vi-3-2": [(2024, "к 2024 году – не менее 70%", 70, "at-least", False)],
    },
}  # fmt: skip

_STAFF = "педагогических работников и управленческих кадров"
_EDUCATION = "непрерывного профессионального (педагогического) образования"
AREAS = (
    f"в области управления системой научно-методического сопровождения {_STAFF}",
    f"в области непрерывного повышения профессионального мастерства {_STAFF}",
    f"в области содержательно-методического обеспечения {_EDUCATION}",
)


def statements() -> list[tuple[Framework, Statement]]:
    return [(framework, each) for framework in FRAMEWORKS.values() for each in framework.statements]


def told(target: Target) -> tuple[int, str, Fraction | None, str | None, bool]:
    return target.year, target.raw, target.value, target.operator, target.operator_inferred


def test_there_are_thirteen_indicators() -> None:
    assert sorted(INDICATORS) == [
        "diagnostics-share",
        "fr-programs-share",
        "fr-trained-share",
        "functional-literacy-70-share",
        "functional-literacy-share",
        "management-teams-share",
        "monitoring-cycle",
        "municipal-program-indicators",
        "quality-management-teams-share",
        "roadmap-completion",
        "routes-share",
        "teachers-per-methodist",
        "young-teachers-support-share",
    ]


def test_there_are_thirty_four_statements_of_five_documents() -> None:
    counted = {name: len(framework.statements) for name, framework in FRAMEWORKS.items()}
    assert counted == {
        "lipetsk-2021": 6, "r-76-retelling": 5, "muya-2023": 5 + 6, "concept-2020": 6, "megion-2021": 6
    }  # fmt: skip
    assert sum(counted.values()) == 34
    parts = [statement.part for statement in FRAMEWORKS["muya-2023"].statements]
    assert (parts.count("section-5"), parts.count("appendix-3")) == (5, 6)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_statement_stands_word_for_word(name: str) -> None:
    found = [(each.id, each.number, each.indicator, each.name) for each in FRAMEWORKS[name].statements]
    assert found == DOCUMENTS[name]


@pytest.mark.parametrize("name", TARGETS)
def test_every_target_is_that_of_the_document(name: str) -> None:
    found = {each.id: [told(t) for t in each.targets] for each in FRAMEWORKS[name].statements if each.targets}
    assert found == TARGETS[name]


def test_groups_bear_the_headings_of_the_documents() -> None:
    concept = [group.title for group in FRAMEWORKS["concept-2020"].groups]
    assert concept == [f"показатели эффективности создания и развития ЕФС {area}" for area in AREAS]
    muya = [(group.number, group.title) for group in FRAMEWORKS["muya-2023"].groups]
    head = "Показатели эффективности создания и развития"
    assert muya == [
        *((f"5.{place}", f"{head} РС НМС {area}") for place, area in enumerate(AREAS, 1)),
        *((str(place), f"{head} МС НМС {area}") for place, area in enumerate(AREAS, 1)),
    ]
    for framework, statement in statements():
        if framework.groups:
            assert statement.group in {group.id for group in framework.groups}, statement.id
        else:
            assert statement.group is None, statement.id


def test_acts_and_their_days_are_those_of_the_documents() -> None:
    found = {
        name: (str(f.act_date) if f.act_date else None, f.state, f.last_year)
        for name, f in FRAMEWORKS.items()
    }
    assert found == {
        "lipetsk-2021": ("2021-07-13", "unknown", None),
        "r-76-retelling": (None, "retelling", 2024),
        "muya-2023": ("2023-06-21", "unknown", 2024),
        "concept-2020": ("2020-12-16", "in-force", 2024),
        "megion-2021": ("2021-08-19", "unknown", None),
    }
    for name, number in {
        "lipetsk-2021": "№ 955", "r-76-retelling": "№ Р-76", "muya-2023": "№ 147", "concept-2020": "№ Р-174",
        "megion-2021": "№ 360-О",
    }.items():  # fmt: skip
        assert number in FRAMEWORKS[name].citation


def test_the_retelling_is_called_one_and_never_repealed() -> None:
    retelling = FRAMEWORKS["r-76-retelling"]
    assert "автор и дата не указаны" in retelling.citation
    assert retelling.superseded_by == "concept-2020"
    assert "позднее принята концепция р-174" in (retelling.note or "").lower()
    texts = [retelling.note or "", *(f"{each.question} {each.reading}" for each in retelling.ambiguities)]
    assert not any("утратил" in text for text in texts)


def test_only_the_years_before_the_act_are_set_in_retrospect() -> None:
    muya = FRAMEWORKS["muya-2023"]
    assert [year for year in range(2020, 2026) if muya.is_retrospective(year)] == [2020, 2021, 2022]
    assert not any(FRAMEWORKS["concept-2020"].is_retrospective(year) for year in range(2021, 2025))
    assert not any(FRAMEWORKS["r-76-retelling"].is_retrospective(year) for year in range(2018, 2025))


def test_a_number_of_teams_is_a_share_with_a_footnote() -> None:
    wrong_nouns = [
        (framework.short_title, each.id, each.unit)
        for framework, each in statements()
        if each.name.lower().startswith("количество управленческих команд")
    ]
    assert wrong_nouns == [
        ("Концепция ЕФС (Р-174)", "vi-2-2", "percent"),
        ("Муйский район, 2023", "s5-2-1", "none"),
        ("Муйский район, 2023", "p3-2-2", "percent"),
        ("Пересказ Р-76", "p3", "percent"),
    ]
    for _, each in statements():
        assert ("«количество»" in (each.footnote or "")) == (each.indicator == "management-teams-share")


@pytest.mark.parametrize(
    ("indicator", "framework", "ambiguity"),
    [
        ("management-teams-share", "", "a1"),
        ("management-teams-share", "", "a2"),
        ("", "muya-2023", "a3"),
        ("teachers-per-methodist", "", "a4"),
        ("", "muya-2023", "a5"),
        ("roadmap-completion", "", "a6"),
        ("roadmap-completion", "", "a7"),
        ("monitoring-cycle", "", "a7"),
        ("fr-trained-share", "", "a8"),
        ("fr-trained-share", "", "a9"),
        ("management-teams-share", "", "a10"),
        ("young-teachers-support-share", "", "a11"),
        ("", "muya-2023", "a12"),
        ("teachers-per-methodist", "", "a13"),
        ("", "lipetsk-2021", "a14"),
        ("", "megion-2021", "a14"),
        ("", "r-76-retelling", "a15"),
        ("diagnostics-share", "", "a16"),
        ("young-teachers-support-share", "", "a17"),
    ],
)
def test_every_ambiguity_is_told_where_it_belongs(indicator: str, framework: str, ambiguity: str) -> None:
    holder = INDICATORS[indicator] if indicator else FRAMEWORKS[framework]
    found = {each.id: each for each in holder.ambiguities}
    assert found[ambiguity].question != found[ambiguity].reading
    named = [each for _, each in statements() if ambiguity in each.ambiguities]
    assert any(indicator in ("", each.indicator) for each in named)


def test_statements_name_what_there_is() -> None:
    for framework, statement in statements():
        indicator = INDICATORS[statement.indicator]
        known = {each.id for each in (*indicator.ambiguities, *framework.ambiguities)}
        assert set(statement.ambiguities) <= known, statement.id
        assert len(set(statement.ambiguities)) == len(statement.ambiguities), statement.id
        assert statement.part in {None, *(part.id for part in framework.parts)}, statement.id
        assert {t.operator for t in statement.targets if t.value is not None} <= {indicator.direction}
        years = [target.year for target in statement.targets]
        assert years == sorted(set(years)), statement.id


def test_every_value_is_in_its_vocabulary() -> None:
    vocabularies = {**standard_vocabularies(), KINDS: kinds_as_vocabulary(REGISTERS)}
    for name, definition in {**INDICATORS, **FRAMEWORKS}.items():
        links = [link for link in links_of(definition) if link.vocabulary]
        assert links, name
        assert [link.value for link in links if term_finding(link, vocabularies)] == [], name


def test_conditions_ask_for_fields_and_values_that_there_are() -> None:
    with_conditions = [name for name, each in INDICATORS.items() if each.numerator.source == "register"]
    assert with_conditions == ["fr-programs-share"]
    for indicator in INDICATORS.values():
        assert list(field_findings(indicator, REGISTERS)) == []
    links = list(condition_links(INDICATORS["fr-programs-share"], REGISTERS))
    assert [(link.vocabulary, link.value) for link in links] == [("fr-states", "included")]
    assert term_finding(links[0], standard_vocabularies()) is None


def test_a_program_counts_while_it_runs_and_its_place_in_the_register_lasts() -> None:
    share = INDICATORS["fr-programs-share"]
    assert (share.scope, share.breakdown_by_provider) == ("provider", True)
    assert share.denominator is not None
    above, below = share.numerator.register_records, share.denominator.register_records
    assert above is not None
    assert below is not None
    conditions = [
        [(each.field, each.test, each.or_absent) for each in part.conditions] for part in (above, below)
    ]
    running = ("active", "holds", True)
    assert conditions == [
        [
            running,
            ("federal_register.state", "is", False),
            ("federal_register.included_on", "not_after", True),
            ("federal_register.valid_until", "not_before", True),
        ],
        [running],
    ]
    assert [(part.kind, part.complete, part.territory_by) for part in (above, below)] == [
        ("program", "programs_complete_on", "territory")
    ] * 2


def test_a_late_measure_is_done_and_a_cycle_has_five_stages() -> None:
    roadmap, cycle = INDICATORS["roadmap-completion"], INDICATORS["monitoring-cycle"]
    assert roadmap.denominator is not None
    assert cycle.denominator is not None
    rows = [part.roadmap and part.roadmap.states for part in (roadmap.numerator, roadmap.denominator)]
    assert rows == [("done", "done-late"), ()]
    stages = ("monitoring", "analytical-note", "recommendations", "decision", "measures-assessment")
    told = [(p.cycle.stages, p.cycle.total) for p in (cycle.numerator, cycle.denominator) if p.cycle]
    assert told == [(stages, False), (stages, True)]
    assert (roadmap.accumulation, cycle.accumulation) == ("cumulative", "annual")
    others = {name: each.accumulation for name, each in INDICATORS.items() if each not in (roadmap, cycle)}
    assert set(others.values()) == {"unspecified"}


def test_what_concerns_the_region_as_a_whole_is_marked() -> None:
    regional = [(f.short_title, each.id) for f, each in statements() if each.applies_to == "region"]
    assert regional == [
        ("Концепция ЕФС (Р-174)", "vi-1-1"),
        ("Концепция ЕФС (Р-174)", "vi-1-2"),
        ("Концепция ЕФС (Р-174)", "vi-3-1"),
        ("Муйский район, 2023", "s5-3-1"),
        ("Муйский район, 2023", "p3-3-1"),
    ]


def test_relations_lead_to_indicators() -> None:
    relations = {
        (name, related.relation, related.indicator)
        for name, indicator in INDICATORS.items()
        for related in indicator.related
    }
    assert {target for _, _, target in relations} <= set(INDICATORS)
    assert {
        ("routes-share", "follows", "diagnostics-share"),
        ("fr-trained-share", "follows", "routes-share"),
        ("quality-management-teams-share", "part-of", "management-teams-share"),
        ("functional-literacy-70-share", "part-of", "functional-literacy-share"),
        ("fr-programs-share", "see-also", "fr-trained-share"),
    } <= relations


def test_few_come_from_records_and_the_rest_from_monitoring() -> None:
    sources = {name: indicator.numerator.source for name, indicator in INDICATORS.items()}
    assert {name: source for name, source in sources.items() if source != "observed"} == {
        "fr-programs-share": "register", "roadmap-completion": "roadmap", "monitoring-cycle": "cycle"
    }  # fmt: skip
    for indicator in INDICATORS.values():
        assert indicator.denominator is not None
        assert indicator.denominator.source == indicator.numerator.source
    people = {name for name, indicator in INDICATORS.items() if indicator.counts_people}
    assert people == {
        "diagnostics-share", "routes-share", "fr-trained-share", "functional-literacy-share",
        "functional-literacy-70-share", "young-teachers-support-share", "teachers-per-methodist",
    }  # fmt: skip


def test_only_the_load_of_a_methodist_is_better_when_less() -> None:
    at_most = [name for name, indicator in INDICATORS.items() if indicator.direction == "at-most"]
    per_one = [name for name, indicator in INDICATORS.items() if indicator.unit != "percent"]
    assert at_most == per_one == ["teachers-per-methodist"]


def test_a_team_is_an_organization_unless_the_act_says_otherwise() -> None:
    for name in ("management-teams-share", "quality-management-teams-share"):
        assert INDICATORS[name].one_unit.startswith(
            "1 образовательная организация = 1 управленческая команда"
        )


def test_every_indicator_is_asked_for_by_some_document() -> None:
    assert {each.indicator for _, each in statements()} == set(INDICATORS)
    for name in ("fr-trained-share", "young-teachers-support-share"):
        asking = {framework.short_title for framework, each in statements() if each.indicator == name}
        assert len(asking) == 5
