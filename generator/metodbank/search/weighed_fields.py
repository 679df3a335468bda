"""Which fields of records the search reads, how much each says, and by what words it is asked for."""

from __future__ import annotations

from collections.abc import Mapping

from metodbank.models.fields import Group
from metodbank.models.organization import Organization
from metodbank.models.parts import Decision
from metodbank.models.practice import Expertise, Practice
from metodbank.models.program import Program
from metodbank.models.roadmap import Roadmap
from metodbank.models.territory import Territory
from metodbank.search.piece import Weight

WEIGHTS: Mapping[str, Weight] = {
    "title": Weight.TITLE,
    "name": Weight.TITLE,
    "short_name": Weight.TITLE,
    "abbreviations": Weight.TITLE,
    "variants": Weight.TOPIC,
    "difficulties": Weight.TOPIC,
    "topic": Weight.TOPIC,
    "lesson_topics": Weight.TOPIC,
    "method_theme": Weight.TOPIC,
    "number": Weight.TOPIC,
    "date": Weight.TOPIC,
    "starts": Weight.TOPIC,
    "moved_to": Weight.TOPIC,
    "hours": Weight.SUMMARY,
    "summary": Weight.SUMMARY,
    "subjects": Weight.SUMMARY,
    "themes": Weight.SUMMARY,
    "audience": Weight.SUMMARY,
    "education_levels": Weight.SUMMARY,
    "grades": Weight.SUMMARY,
    "kind": Weight.SUMMARY,
    "forms": Weight.SUMMARY,
    "definitions": Weight.SUMMARY,
    "organization": Weight.SUMMARY,
    "place": Weight.SUMMARY,
    "contact": Weight.SUMMARY,
}
"""The fields of a record that say more than its other texts; those inside them weigh the same."""
LEFT_OUT = frozenset(
    {
        "rights", "license", "status", "schema_version", "sources", "authors", "head", "experts", "url",
        "apply_url", "online_url", "registration_url", "website", "email", "phone", "file",
    }
)  # fmt: skip
"""What nobody seeks by: it stands in most records alike."""
NAMED = frozenset({"organization", "territory", "co_organizers", "place"})
"""References whose names belong to the record; by those of others it would be found in their place."""
DAYS = frozenset({"date", "starts", "ends", "moved_to", "start", "end", "due"})
"""Days that readers ask for: when something is; not those on which it was entered, proven or checked."""
ELSEWHERE = frozenset({(Roadmap, "measures"), (Practice, "period")})
"""What is found by pieces of its own, and days on which nobody has to be anywhere."""
WITHOUT_DAYS = frozenset({Expertise, Decision})
"""Groups that tell the day of something else."""
ASKED_FOR: Mapping[tuple[type[Group], str], str] = {
    (Organization, "contact"): "контакты, телефон, адрес, кому звонить, позвонить, куда написать",
    (Territory, "contact"): "контакты, телефон, кому звонить, позвонить, куда написать",
    (Program, "cost"): "сколько стоит, стоимость, цена, оплата",
}
"""Words by which readers ask for what a field holds, where the field does not say them itself."""
