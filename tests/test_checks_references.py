"""What is proposed in place of an id or a value that nothing bears: near ones, or all where they are few."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge_bases import add, change, the_problem_of, write


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [
        ("shkolla", "shkola"),
        ("shkol", "shkola"),
        ("shkola-2", "shkola"),
        ("shkala-region", ""),
        ("iroooo", ""),
        ("sheol", ""),
        ("kolokol", ""),
    ],
)
def test_only_a_near_id_is_proposed(root: Path, written: str, suggestion: str) -> None:
    change(root, "practices/primer.yml", "organization: shkola", f"organization: {written}")
    problem = the_problem_of(root)
    assert (problem.code, problem.suggestion) == ("MB202", suggestion)


def test_values_of_a_short_vocabulary_are_named(root: Path) -> None:
    add(root, "events/vstrecha.yml", "state: zzz\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.suggestion) == ("MB204", "")
    assert problem.remedy.startswith(
        "Выберите одно из значений: planned (Намечено), held (Состоялось), cancelled (Отменено),"
        " moved (Перенесено); словарь"
    )


@pytest.mark.parametrize(("more", "are_named"), [(9, False), (8, True)])
def test_only_few_values_are_named(root: Path, more: int, are_named: bool) -> None:
    values = "".join(f"  novyi-{n}: {{title: Новое {n}}}\n" for n in range(more))
    hidden = "  done: {hidden: true}\n"
    write(root, "reference/vocabularies/recommendation-states.yml", f"entries:\n{hidden}{values}")
    asked = "recommendations: [{text: Прочесть., addressee: всем, due: 2026-12-15, state: zzz}]\n"
    add(root, "reports/otchet.yml", asked)
    problem = the_problem_of(root)
    assert problem.code == "MB204"
    assert ("Новое 7" in problem.remedy) == are_named
    assert ("значение из этого словаря" in problem.remedy) != are_named
    assert "Выполнена" not in problem.remedy


def test_near_value_is_proposed_alone(root: Path) -> None:
    add(root, "events/vstrecha.yml", "state: plannd\n")
    problem = the_problem_of(root)
    assert (problem.suggestion, problem.remedy) == ("planned", "Напишите planned.")
