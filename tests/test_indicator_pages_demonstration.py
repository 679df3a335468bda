"""The pages of indicators of the demonstration base: what an official reads first, worked out by hand.

Its figures stand in `monitoring/`; the site is as of 22 November 2026.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from site_tree import Element, Page, Site

LIST = "indicators/index.html"


def section(page: Page, name: str) -> Element:
    [found] = [each for each in page.root.all("section") if each.attributes.get("id") == name]
    return found


def rows_of(table: Element) -> dict[str, list[str]]:
    rows = [row for row in table.all("tr") if row.all("td")]
    return {row.one("th").text: [cell.text for cell in row.all("td")] for row in rows}


def links_of(element: Element) -> dict[str, str]:
    return {link.text: link.attributes["href"] for link in element.all("a")}


def test_list_begins_with_how_each_framework_stands(demonstration: Site) -> None:
    summary = section(demonstration.page(LIST), "summary")
    assert [item.text for item in summary.all("li")] == [
        (
            "Приозёрье, 2025–2027. Срок всех 10 пунктов ещё не наступил: уже отвечают цели — 7, "
            "из них по неполным данным 2; ещё не отвечают — 2; пока не рассчитывается — 1."
        ),
        "Концепция ЕФС (Р-174). Из 6 пунктов: период завершён — 6.",
        "Не все отчитались: нет чисел от 1 территории.",
    ]
    # Diagnostics (229 of 1 172 are less than 20 %) and schools at sites (13 of 46) fell short in 2025;
    # the cycle is asked for from 2026 on.
    text = section(demonstration.page("indicators/year-2025.html"), "summary").text
    assert (
        "Из 10 пунктов: достигнуто 7, из них по неполным данным 1; не достигнуто 2; "
        "срок не наступил — 1." in text
    )


def test_list_says_what_is_due_and_how_many_days_are_left(demonstration: Site) -> None:
    due = section(demonstration.page(LIST), "due")
    assert due.one("h3").text == "До 31 декабря 2026 г., осталось 39 дней"
    assert [item.text for item in due.all("li")] == [
        (
            "1.1 Выполнение дорожной карты: цель — не менее 55 %, сейчас не рассчитывается: "
            "о выполнении 2 из 19 мероприятий сведений нет"
        ),
        "2.5 Программы в Федеральном реестре: цель — не менее 50 %, сейчас 42,9 %; до цели 1 программа",
        "3.3 Школы, побывавшие на площадке: цель — не менее 50 %, сейчас 47,8 %; до цели 1 организация",
    ]
    assert 'id="due"' not in demonstration.files["indicators/year-2025.html"].decode()


def test_list_says_what_is_missing_and_whom_to_call(demonstration: Site) -> None:
    missing = section(demonstration.page(LIST), "missing")
    rows = rows_of(missing.one("table"))
    assert rows == {
        "Северный округ": [
            (
                "Освоили программы Федерального реестра по диагностике "
                "Управленческие команды, прошедшие повышение квалификации"
            ),
            (
                "информационно-методический отдел, методист, +7 (000) 000-00-07, metod-severny@example.org "
                "понедельник, среда, пятница, 10:00\u2060–\u206013:00"
            ),
        ]
    }
    links = links_of(missing)
    assert links["Северный округ"] == "../territories/severny-okrug.html"
    assert links["+7 (000) 000-00-07"] == "tel:+70000000007"
    assert "monitoring/2026.csv" in missing.text
    # Rows of the roadmap that nothing is known of, and who did not say that its programs are all.
    assert "1.7. Сократить число отчётов, которые школа сдаёт методической службе" in links
    assert links["Озёрский колледж"] == "../organizations/kolledzh-ozersk.html"


def test_rows_of_the_list_have_a_trend_and_lead_to_the_framework(demonstration: Site) -> None:
    group = section(demonstration.page(LIST), "f-priozerye-2025-2027")
    rows = rows_of(group.one("table"))
    assert rows["3.2 Поддержка молодых педагогов"][3].endswith("рост: 44,8 % в 2023, 87,1 % в 2026")
    assert rows["1.2 Цикл мониторинга"][3] == "один год: 2026"
    link = links_of(group)["Приозёрье, 2025–2027: формулировки и цели всех лет"]
    assert link == "../frameworks/priozerye-2025-2027.html"


class Headline(NamedTuple):
    """What the first screen of an indicator says."""

    address: str
    said: tuple[str, ...]


@pytest.mark.parametrize(
    "expected",
    [
        Headline(
            "schools-at-sites",
            (
                (
                    "47,8 % цель — не менее 50 % ○ срок не наступил; до цели 1 организация "
                    "по состоянию на 22 ноября 2026 г."
                ),
                "22 из 46 организаций — школы, хотя бы один учитель которых",
                "До цели 2026 года (не менее 50 %) не хватает 1 организации: нужно 23 из 46.",
                "До цели 2027 года (не менее 70 %) не хватает 11 организаций: нужно 33 из 46.",
                "отчитались 4 из 4",
                "предварительно",
            ),
        ),
        Headline(
            "diagnostics-share",
            (
                "390 из 1 180 человек — педагогические работники и управленческие кадры",
                "Значение уже отвечает цели 2026 года (не менее 30 %).",
                "До цели 2027 года (не менее 40 %) не хватает 82 человек: нужно 472 из 1 180.",
                "утверждено",
            ),
        ),
        Headline(
            # 220 of 1 086 are 20,26 %, and one territory of four says nothing yet.
            "fr-trained-share",
            ("Значение по тем, кто отчитался (3 из 4) уже отвечает цели 2026 года (не менее 20 %).",),
        ),
        Headline(
            "teachers-per-methodist",
            (
                (
                    "1 180 человек — педагогические работники, закреплённые за региональными методистами; "
                    "14 методистов — региональные методисты"
                ),
                "Значение уже отвечает цели 2026 года (не более 90 чел.).",
                "До цели 2027 года (не более 80 чел.) нужно на 60 человек меньше или на 1 методиста больше.",
            ),
        ),
        Headline(
            "roadmap-completion",
            (
                "Не рассчитывается: о выполнении 2 из 19 мероприятий сведений нет цель — не менее 55 %",
                "период завершён",
            ),
        ),
        Headline(
            "young-teachers-support-share-in-2025",
            (
                "65,5 % цель — не менее 60 % ✓ достигнут по состоянию на 31 декабря 2025 г.",
                "76 из 116 человек — педагогические работники до 35 лет",
                "утверждено: Приказ от 19.09.2025 № 467",
            ),
        ),
        Headline("routes-share-in-2025", ("48,6 % цель — не менее 40 % ✓ достигнут",)),
    ],
    ids=lambda expected: expected.address,
)
def test_headline_tells_the_value_in_words_and_what_the_target_wants(
    demonstration: Site, expected: Headline
) -> None:
    text = section(demonstration.page(f"indicators/{expected.address}.html"), "value").text
    for said in expected.said:
        assert said in text, said


def test_year_that_is_over_says_nothing_of_later_targets(demonstration: Site) -> None:
    text = section(demonstration.page("indicators/young-teachers-support-share-in-2025.html"), "value").text
    assert "До цели" not in text
    assert "уже отвечает" not in text


def test_charts_are_titled_by_their_findings_with_the_numbers_beside(demonstration: Site) -> None:
    page = demonstration.page("indicators/young-teachers-support-share-in-2025.html")
    titles = [each.text for each in page.root.all("figcaption")]
    assert titles == [
        (
            "С 2023 года доля выросла с 44,8 % до 87,1 % (предварительно); "
            "цель 2026 года — не менее 75 % (Приозёрье, 2025–2027)"
        ),
        (
            "От 54,5 % (Боровой округ) до 73,1 % (Озёрск); цели 2025 года (не менее 60 %) отвечают значения "
            "1 из 2 территорий; скрыто из-за малых групп: 2 территории"
        ),
    ]
    territories = rows_of(section(page, "territories").one("table"))
    assert [cells[0].split(" ")[0] for cells in territories.values()] == [
        "65,5", "73,1", "54,5", "скрыто:", "скрыто:",
    ]  # fmt: skip
    years = rows_of(section(page, "years").one("table"))
    assert list(years) == ["2027", "2026", "2025", "2024", "2023"]
    assert years["2024"][0] == "54,4 % предварительно"
    assert years["2024"][1].startswith("Концепция ЕФС (Р-174) не менее 70 % ✕ не достигнут")


def test_years_lead_to_each_other_and_name_the_one_that_is_read(demonstration: Site) -> None:
    page = demonstration.page("indicators/fr-programs-share-in-2025.html")
    [years] = [nav for nav in page.root.all("nav") if nav.attributes.get("aria-label") == "Другие годы"]
    assert links_of(years) == {"2026 год": "../indicators/fr-programs-share.html"}
    assert [each.text for each in years.all("span") if "aria-current" in each.attributes] == ["2025 год"]
    # What unfollowed documents say stands once, on the page of the year that is shown first.
    assert "Все документы, которые спрашивают об этом показателе" in section(page, "asked-by").text
    assert page.link("Все документы, которые спрашивают об этом показателе") == (
        "../indicators/fr-programs-share.html#asked-by"
    )


def test_indicator_of_the_region_alone_has_no_table_of_territories(demonstration: Site) -> None:
    page = demonstration.page("indicators/teachers-per-methodist.html")
    assert [each for each in page.root.all("section") if each.attributes.get("id") == "territories"] == []


def test_passport_says_how_to_get_the_number_into_a_form(demonstration: Site) -> None:
    text = section(demonstration.page("indicators/routes-share.html"), "to-form").text
    assert "[routes-share; priozerye; 2026]" in text
    assert "metodbank report форма.xlsx" in text
    assert "metodbank why routes-share 2026" in text


def test_nothing_on_these_pages_has_the_id_of_another_thing(demonstration: Site) -> None:
    for address in demonstration.addresses:
        if address.startswith("indicators/"):
            ids = [
                each.attributes["id"]
                for each in demonstration.page(address).root.all()
                if "id" in each.attributes
            ]
            assert len(ids) == len(set(ids)), address


def test_targets_of_two_systems_are_named_and_make_no_line(demonstration: Site) -> None:
    years = section(demonstration.page("indicators/fr-trained-share.html"), "years")
    rows = rows_of(years.one("table"))
    own, concept = "Приозёрье, 2025–2027, 2.3", "Концепция ЕФС (Р-174)"
    assert rows["2026"][1].startswith(f"{own} не менее 20 %")
    assert rows["2025"][1].startswith(f"{own} не менее 10 %")
    assert rows["2024"][1].startswith(f"{concept} не менее 30 %")
    assert "ступени — цели одной системы: Приозёрье, 2025–2027;" in years.text
    goals = [each for each in years.all("line") if "goal" in each.attributes.get("class", "")]
    # Five years make five slots: those of 2025, 2026 and 2027 have steps, that of 2024 has none.
    starts = {each.attributes["x1"] for each in goals}
    assert {"40%", "60%", "80%"} <= starts
    assert "20%" not in starts


_TWO_STOPS = re.compile(r"[а-яё]\.\.(?!\.)")


def test_no_sentence_ends_twice(demonstration: Site) -> None:
    ended = {
        address: found[0]
        for address in demonstration.addresses
        if (found := _TWO_STOPS.findall(demonstration.files[address].decode()))
    }
    assert ended == {}
