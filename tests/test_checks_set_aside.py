"""What an error takes with it: its own record, and nothing that only refers to it."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from knowledge_bases import PRACTICE, add, base_of, change, codes_of, problems_of, read, the_problem_of, write

RECORDS_OF_THE_SCHOOL = ["associations/obedinenie.yml", "internships/ploshchadka.yml", "practices/primer.yml"]


def test_records_of_an_organization_that_is_set_aside_are_warned_and_kept(root: Path) -> None:
    change(root, "reference/organizations.yml", "  short_name: Школа\n", "")
    base, problems = read(root)
    assert base is not None
    assert [(p.code, p.place) for p in problems if p.is_error] == [
        ("MB101", "reference/organizations.yml:2:3")
    ]
    assert [(p.code, p.file) for p in problems if not p.is_error] == [
        ("MB203", file) for file in RECORDS_OF_THE_SCHOOL
    ]
    assert "primer" in base.records["practice"]
    assert base.territory_of(base.records["practice"]["primer"]) is None


@pytest.mark.parametrize("inn", ["0012345678", "nothing"])
def test_organization_that_only_a_check_refuses_is_set_aside_alike(root: Path, inn: str) -> None:
    change(
        root, "reference/organizations.yml", "  territory: okrug\n", f'  territory: okrug\n  inn: "{inn}"\n'
    )
    base, problems = read(root)
    assert base is not None
    assert [p.code for p in problems if p.is_error] == ["MB401"]
    assert [p.code for p in problems if not p.is_error] == ["MB203"] * 3
    assert set(base.records["organization"]) == {"iro"}
    assert base.set_aside == {("organization", "shkola"): "reference/organizations.yml"}


def test_region_whose_operator_is_set_aside_still_makes_a_base(root: Path) -> None:
    change(root, "reference/organizations.yml", "  short_name: Институт\n", "")
    base, problems = read(root)
    assert base is not None
    assert [p.code for p in problems if p.is_error] == ["MB101"]


def test_unknown_organization_sets_its_record_aside_with_a_near_name(root: Path) -> None:
    change(root, "practices/primer.yml", "organization: shkola", "organization: shkolla")
    problem = the_problem_of(root)
    assert (problem.code, problem.place, problem.field) == (
        "MB202",
        "practices/primer.yml:8:15",
        "Организация",
    )
    assert problem.suggestion == "shkola"
    assert "«shkola»" in problem.remedy
    assert base_of(root).records["practice"] == {}


def test_title_in_place_of_an_id_suggests_the_id(root: Path) -> None:
    change(root, "practices/primer.yml", "organization: shkola", "organization: institut")
    add(root, "practices/primer.yml", "related: [voprosy-k-tekstu]\n")
    assert codes_of(root) == ["MB202", "MB202"]
    change(root, "reference/organizations.yml", "short_name: Институт", "short_name: Institute")
    assert problems_of(root)[0].suggestion == "iro"


@pytest.mark.parametrize("status", ["draft", "review"])
def test_record_that_is_not_published_is_not_shown_and_references_to_it_are_warned(
    root: Path, status: str
) -> None:
    write(root, "practices/vtoraya.yml", PRACTICE.replace("published", status) + "related: [primer]\n")
    add(root, "practices/primer.yml", "related: [vtoraya]\n")
    problem = the_problem_of(root)
    assert (problem.code, problem.place, problem.is_error) == ("MB203", "practices/primer.yml:12:11", False)
    base = base_of(root)
    assert [record.id for record in base.shown("practice")] == ["primer"]
    assert ("practice", "primer") not in base.mentions


def test_record_without_a_status_waits_for_review(root: Path) -> None:
    change(root, "practices/primer.yml", "status: published\n", "")
    assert base_of(root).records["practice"]["primer"].data.status == "review"
    assert base_of(root).shown("practice") == []


def test_archived_record_is_shown_but_not_listed(root: Path) -> None:
    change(root, "practices/primer.yml", "published", "archived")
    base = base_of(root)
    assert [record.id for record in base.shown("practice")] == ["primer"]
    assert base.listed("practice") == []


def test_who_refers_to_a_record_is_known_once_a_field(root: Path) -> None:
    add(root, "practices/primer.yml", "authors:\n" + "  - {role: учитель, organization: shkola}\n" * 2)
    mentions = base_of(root).mentions["organization", "shkola"]
    found = sorted((mention.record.id, str(mention.link.at[0])) for mention in mentions)
    assert found == [
        ("obedinenie", "organization"),
        ("ploshchadka", "organization"),
        ("primer", "authors"),
        ("primer", "organization"),
    ]


def test_territory_of_a_record_is_its_own_or_that_of_its_organization(root: Path) -> None:
    base = base_of(root)
    assert base.territory_of(base.records["practice"]["primer"]) == "okrug"
    assert base.territory_of(base.records["program"]["kurs"]) == "region"
    add(root, "practices/primer.yml", "territory: region\n")
    base = base_of(root)
    assert base.territory_of(base.records["practice"]["primer"]) == "region"


def test_files_of_a_record_that_is_set_aside_are_not_called_superfluous(root: Path) -> None:
    write(root, "files/primer/list.txt", "лист")
    assert codes_of(root) == ["MB216"]
    change(root, "practices/primer.yml", "audience: [teacher]\n", "")
    assert codes_of(root) == ["MB101"]


def test_circle_of_parents_sets_all_of_it_aside(root: Path) -> None:
    add(root, "reference/territories.yml", "".join(
        f"t{i}:\n  name: Т{i}\n  kind: municipal-okrug\n  parent: t{(i + 1) % 3}\n" for i in range(3)
    ) + "t3:\n  name: Т3\n  kind: municipal-okrug\n  parent: t0\n")  # fmt: skip
    base, problems = read(root)
    assert base is not None
    assert [p.code for p in problems if p.is_error] == ["MB219"] * 3
    assert set(base.records["territory"]) == {"region", "okrug", "t3"}


def test_long_chain_of_parents_and_many_broken_references_take_no_longer_than_other_text(root: Path) -> None:
    school = "{name: Т, short_name: Т, kind: school, territory: okrug"
    chain = "".join(f"o{i}: {school}, parent: o{i + 1}}}\n" for i in range(5000))
    add(root, "reference/organizations.yml", f"{chain}o5000: {school}}}\n")
    authors = "".join(f"  - {{role: учитель, organization: net-{i}}}\n" for i in range(1000))
    add(root, "practices/primer.yml", f"authors:\n{authors}")
    started = process_time()
    codes = codes_of(root)
    assert process_time() - started < 10
    # The first of the chain is in nothing and nothing names it.
    assert sorted(codes) == ["MB202"] * 1000 + ["MB226"]
