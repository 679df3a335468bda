"""The table of kinds: one row is all that the rest of the program needs to know of a register."""

from __future__ import annotations

from dataclasses import dataclass

from metodbank.models.act import Act
from metodbank.models.association import Association
from metodbank.models.fields import Group
from metodbank.models.internship import Internship
from metodbank.models.organization import Organization
from metodbank.models.practice import Practice
from metodbank.models.program import Program
from metodbank.models.record import RegisterRecord
from metodbank.models.territory import Territory


@dataclass(frozen=True, slots=True)
class Words:
    """The Russian words for a kind, lower case: 1 практика, 2 практики, 5 практик; нет практики."""

    one: str
    few: str
    many: str
    genitive: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record.

    `folder` is its folder in the base and on the site; `facets` are the fields by which its list is
    filtered, `card` the fields that its entry in a list shows.
    """

    name: str
    folder: str
    model: type[Group]
    title: str
    words: Words
    intro: str = ""
    empty: str = ""
    facets: tuple[str, ...] = ()
    card: tuple[str, ...] = ()

    @property
    def is_register(self) -> bool:
        """Return whether its records are files of their own with a state."""
        return issubclass(self.model, RegisterRecord)

    @property
    def template(self) -> str:
        """Return the name of the template of its page."""
        return f"records/{self.name}.html.jinja"


REGISTERS: tuple[Kind, ...] = (
    Kind(
        name="practice",
        folder="practices",
        model=Practice,
        title="Практики",
        words=Words("практика", "практики", "практик", "практики"),
        intro="Что коллеги делают на уроке и вне его, когда встречают затруднение: шаги, листы, результаты.",
        empty="Практик пока нет. Первой хватит семи полей: как их заполнить, сказано в разделе «Методисту».",
        facets=("difficulties", "subjects", "education_levels", "territory"),
        card=("audience", "grades", "lesson_minutes", "preparation_minutes"),
    ),
    Kind(
        name="internship",
        folder="internships",
        model=Internship,
        title="Площадки",
        words=Words("площадка", "площадки", "площадок", "площадки"),
        intro="Стажировочные и другие площадки: где опыт можно увидеть своими глазами и попробовать.",
        empty="Площадок пока нет. Площадку вносит методист по документу о присвоении статуса.",
        facets=("difficulties", "subjects", "education_levels", "territory"),
        card=("topic", "organization", "hours", "audience"),
    ),
    Kind(
        name="program",
        folder="programs",
        model=Program,
        title="Курсы",
        words=Words("курс", "курса", "курсов", "курса"),
        intro="Курсы (ДПП): программы повышения квалификации и профессиональной переподготовки.",
        empty="Курсов пока нет. Программы вносит организация, которая их реализует.",
        facets=("difficulties", "subjects", "education_levels", "territory"),
        card=("organization", "kind", "hours", "study_form"),
    ),
    Kind(
        name="association",
        folder="associations",
        model=Association,
        title="Объединения",
        words=Words("объединение", "объединения", "объединений", "объединения"),
        intro="Методические объединения и сообщества: где обсудить урок с теми, кто ведёт тот же предмет.",
        empty="Объединений пока нет. Их вносит методическая служба территории.",
        facets=("difficulties", "subjects", "education_levels", "territory"),
        card=("kind", "organization", "subjects"),
    ),
)

REFERENCE: tuple[Kind, ...] = (
    Kind(
        name="territory",
        folder="territories",
        model=Territory,
        title="Территории",
        words=Words("территория", "территории", "территорий", "территории"),
        intro="Регион и муниципальные образования: что есть на каждой территории и кому позвонить.",
        empty="Территорий пока нет: они перечисляются в reference/territories.yml.",
        card=("kind",),
    ),
    Kind(
        name="organization",
        folder="organizations",
        model=Organization,
        title="Организации",
        words=Words("организация", "организации", "организаций", "организации"),
        intro="Школы, методические службы, институты: чем делятся и как связаться.",
        empty="Организаций пока нет: они перечисляются в reference/organizations.yml.",
        card=("kind", "territory"),
    ),
    Kind(
        name="act",
        folder="acts",
        model=Act,
        title="Документы",
        words=Words("документ", "документа", "документов", "документа"),
        intro="Документы, на которых держится система: приказы, положения, соглашения, протоколы.",
        empty="Документов пока нет: они перечисляются в reference/acts.yml.",
        card=("issuer", "state"),
    ),
)
