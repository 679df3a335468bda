"""What each type of field takes: read through a practice, told by its code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge_bases import add, base_of, change, codes_of, the_problem_of, write


def with_value(root: Path, kind: str, value: object) -> Path:
    """Return the base whose practice has the value in a field of that kind."""
    shown = json.dumps(value, ensure_ascii=False)
    if kind in ("email", "phone"):
        change(root, "practices/primer.yml", '  phone: "+7 (000) 000-00-00"\n', f"  {kind}: {shown}\n")
    elif kind == "file":
        add(
            root,
            "practices/primer.yml",
            f"attachments:\n  - {{file: {shown}, title: Лист, description: Лист., accessibility: Текст.}}\n",
        )
    else:
        add(root, "practices/primer.yml", f"{kind}: {shown}\n")
    return root


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("url", "https://example.org/"),
        ("url", "https://пример.испытание/путь?а=1#б"),
        ("url", "https://example.org:8080/a,b;c=d"),
        ("url", "https://[::1]/"),
        ("email", "metod.kabinet+1@shkola-2.example.org"),
        ("phone", "+7 (000) 000-00-00"),
        ("phone", "8 (00000) 0-00-00, доб. 123"),
        ("phone", 88000000000),
        ("created", "2026-02-28"),
        ("summary", "а" * 500),
        ("summary", 2026),
        ("limits", "а" * 20_000),
        ("preparation_minutes", 1),
        ("needs", []),
    ],
)
def test_value_of_the_right_form_passes(root: Path, kind: str, value: object) -> None:
    assert codes_of(with_value(root, kind, value)) == []
    assert "primer" in base_of(root).records["practice"]


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        *(
            ("url", value, "MB114")
            for value in ("example.org", "ftp://example.org", "https://", "//example.org")
        ),
        *(("url", value, "MB114") for value in ("javascript:alert(1)", "https://a b", "https://a/<x>", "")),
        *(
            ("url", value, "MB114")
            for value in ("https://[", "https://a/\\b", "data:text/html,x", "https:///x")
        ),
        *(
            ("email", value, "MB115")
            for value in ("a", "a@b", "a b@c.d", "a@b@c.d", "@b.c", "а@б.в, г@д.е", "")
        ),
        *(
            ("phone", value, "MB116")
            for value in ("123", "телефон", "+7 000 000 00 00; 01", "-----", "0-0-0", 12)
        ),
        *(("created", value, "MB113") for value in ("2026-02-30", "01.02.2026", "2026", 2026, "скоро", "")),
        *(
            ("file", value, "MB119")
            for value in ("../x.pdf", "a/b.pdf", "a..pdf", ".x", "Лист.pdf", "X.pdf", "a.", "")
        ),
        *(("preparation_minutes", value, "MB111") for value in (0, -5, 100_001)),
        *(("preparation_minutes", value, "MB104") for value in ("10", 10.5, 10.0, True)),
        *(("fictional", value, "MB105") for value in ("true", 1, "да")),
        *(("summary", value, "MB103") for value in (True, 1.5, ["а"])),
        *(("summary", value, "MB108") for value in ("", "  ", "\n")),
        ("summary", "а" * 501, "MB109"),
        ("limits", "а" * 20_001, "MB109"),
        ("limits", "> " * 7 + "а", "MB118"),
        ("limits", "- " * 7 + "а", "MB118"),
        ("limits", "*а " * 121, "MB118"),
        *(("lesson_topics", value, "MB117") for value in (["а\nб"],)),
        *(("needs", value, "MB106") for value in ("бумага", {"а": 1})),
    ],
)
def test_value_of_another_form_is_told_by_its_code(root: Path, kind: str, value: object, code: str) -> None:
    problem = the_problem_of(with_value(root, kind, value))
    assert problem.code == code
    assert problem.file == "practices/primer.yml"
    assert problem.line >= 11


def test_dotted_date_comes_with_the_day_written_right(root: Path) -> None:
    problem = the_problem_of(with_value(root, "created", "25.08.2025"))
    assert (problem.suggestion, problem.place) == ("2025-08-25", "practices/primer.yml:12:10")
    assert "2025-08-25" in problem.remedy


@pytest.mark.parametrize(
    ("written", "meant"),
    [("sumary", "summary"), ("titel", "title"), ("предметы", ""), ("author", "authors"), ("Title", "title")],
)
def test_misspelt_field_comes_with_the_nearest_one(root: Path, written: str, meant: str) -> None:
    add(root, "practices/primer.yml", f"{written}: слово\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.place, problem.field) == ("MB102", "practices/primer.yml:12:1", written)
    assert problem.suggestion == meant


def test_steps_may_be_one_text_a_list_of_texts_or_groups(root: Path) -> None:
    for steps, count in (("Прочитать.", 1), ("[Прочитать., Спросить.]", 2), ("[Раз., {text: Два.}]", 2)):
        write_steps(root, steps)
        assert [step.text for step in base_of(root).records["practice"]["primer"].data.steps].count("") == 0
        assert len(base_of(root).records["practice"]["primer"].data.steps) == count


def write_steps(root: Path, steps: str) -> None:
    lines = (root / "practices/primer.yml").read_text("utf-8").splitlines()
    write(
        root,
        "practices/primer.yml",
        "\n".join(f"steps: {steps}" if line.startswith("steps:") else line for line in lines) + "\n",
    )
