"""Термин глоссария: одно или несколько определений, каждое со своим документом и пунктом."""

from __future__ import annotations

from pydantic import Field

from metodbank.models.fields import Flag, GlossaryTermId, Group, Line, Summary, Text
from metodbank.models.parts import ActClause


class Definition(ActClause):
    """What one act says that a term means."""

    text: Text = Field(title="Определение", description="Как в документе.")


class GlossaryTerm(Group):
    """One term of reference/glossary.yml."""

    title: Line = Field(
        title="Термин",
        description="В именительном падеже, как говорят.",
        examples=["индивидуальный образовательный маршрут"],
    )
    abbreviations: tuple[Line, ...] = Field(
        (), title="Сокращения", description="Как термин сокращают.", examples=[["ИОМ"]]
    )
    variants: tuple[Line, ...] = Field(
        (), title="Говорят и так", description="Другие названия того же.", examples=[["персональный маршрут"]]
    )
    definitions: tuple[Definition, ...] = Field(
        min_length=1, title="Определения", description="Одно или несколько, каждое с документом и пунктом."
    )
    note: Summary | None = Field(
        None, title="Примечание", description="Чем определения различаются и каким пользуется эта база."
    )
    see_also: tuple[GlossaryTermId, ...] = Field((), title="См. также", description="Близкие термины.")
    linked: Flag = Field(
        True,
        title="Связывать в текстах",
        description="false, если слово слишком обычное, чтобы вести с него к определению.",
    )
