"""The table of kinds: one row is all that the rest of the program needs to know of a register."""

from __future__ import annotations

from dataclasses import dataclass

from metodbank.models.act import Act
from metodbank.models.actor import Actor
from metodbank.models.association import Association
from metodbank.models.channel import Channel
from metodbank.models.direction import Direction, SystemMeasure
from metodbank.models.event import Event
from metodbank.models.fields import Group
from metodbank.models.glossary import GlossaryTerm
from metodbank.models.internship import Internship
from metodbank.models.organization import Organization
from metodbank.models.practice import Practice
from metodbank.models.program import Program
from metodbank.models.record import FileRecord
from metodbank.models.report import Report
from metodbank.models.requirement import Requirement
from metodbank.models.roadmap import Roadmap
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
    filtered, `card` the fields that its entry in a list shows. `tab` is the tab that its list lies under,
    the name of another kind or a section; a kind without one has a tab of its own. `day` is the attribute by
    whose day its list is ordered: the nearest to come first, then the latest that is over;
    `grouped` is the field whose values head the parts of its list; records that have rows may be as large as
    reference tables.
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
    tab: str = ""
    day: str = ""
    grouped: str = ""
    has_rows: bool = False

    @property
    def is_register(self) -> bool:
        """Return whether its records are files of their own with a state."""
        return issubclass(self.model, FileRecord)

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
    Kind(
        name="event",
        folder="events",
        model=Event,
        title="События",
        words=Words("событие", "события", "событий", "события"),
        intro="Семинары, мастер-классы, открытые уроки и конкурсы: сначала ближайшие, потом прошедшие.",
        empty="Событий пока нет. Их вносит организатор или методическая служба территории.",
        facets=("kind", "difficulties", "subjects", "territory"),
        card=("starts", "kind", "place", "organization"),
        tab="association",
        day="day",
    ),
    Kind(
        name="report",
        folder="reports",
        model=Report,
        title="Отчёты и рекомендации",
        words=Words("отчёт", "отчёта", "отчётов", "отчёта"),
        intro="Данные мониторинга, аналитические справки, адресные рекомендации, решения и оценка мер.",
        empty="Отчётов в базе пока нет. Их вносит организация, которая их готовит.",
        facets=("kind", "territory"),
        card=("kind", "period", "organization", "state"),
        tab="for-managers",
        day="prepared_on",
    ),
    Kind(
        name="roadmap",
        folder="roadmaps",
        model=Roadmap,
        title="Дорожные карты",
        words=Words("дорожная карта", "дорожные карты", "дорожных карт", "дорожной карты"),
        intro="Комплексы мер: что, кто и к какому сроку делает и чем подтверждено сделанное.",
        empty="Дорожной карты пока нет: её вносит оператор базы по утверждённому документу.",
        facets=("territory",),
        card=("period", "act"),
        tab="for-managers",
        has_rows=True,
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
        tab="for-managers",
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
        tab="about",
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
        tab="for-managers",
        day="date",
    ),
    Kind(
        name="requirement",
        folder="requirements",
        model=Requirement,
        title="Что требует документ",
        words=Words("требование", "требования", "требований", "требования"),
        intro="Какие реестры, планы и отчёты должны быть по документам и что из этого есть в базе.",
        empty="Требований пока нет. Их выписывает из документов оператор базы.",
        card=("object",),
        tab="for-managers",
    ),
    Kind(
        name="direction",
        folder="directions",
        model=Direction,
        title="Направления",
        words=Words("направление", "направления", "направлений", "направления"),
        intro="Направления работы системы, по которым сгруппированы мероприятия дорожных карт.",
        empty="Направлений пока нет: документ базы их не называет или их ещё не внесли.",
        card=("number",),
        tab="for-managers",
    ),
    Kind(
        name="system-measure",
        folder="system-measures",
        model=SystemMeasure,
        title="Системообразующие мероприятия",
        words=Words(
            "системообразующее мероприятие",
            "системообразующих мероприятия",
            "системообразующих мероприятий",
            "системообразующего мероприятия",
        ),
        intro="Что документы велят делать каждому региону или муниципальному образованию.",
        empty="Системообразующих мероприятий пока нет: документ базы их не называет или их ещё не внесли.",
        card=("number", "level"),
        tab="for-managers",
        grouped="direction",
    ),
    Kind(
        name="actor",
        folder="actors",
        model=Actor,
        title="Субъекты",
        words=Words("субъект", "субъекта", "субъектов", "субъекта"),
        intro="Кто действует в системе, на каком уровне и что по документам делает.",
        empty="Субъектов пока нет. Их выписывает из документов оператор базы.",
        card=("organizations", "document_level"),
        tab="about",
        grouped="level",
    ),
    Kind(
        name="channel",
        folder="channels",
        model=Channel,
        title="Каналы взаимодействия",
        words=Words("канал", "канала", "каналов", "канала"),
        intro="Как участники системы связываются и делятся опытом.",
        empty="Каналов пока нет. Их выписывает из документов оператор базы.",
        card=("examples",),
        tab="about",
    ),
    Kind(
        name="glossary-term",
        folder="glossary",
        model=GlossaryTerm,
        title="Глоссарий",
        words=Words("термин", "термина", "терминов", "термина"),
        intro="Что значат слова и сокращения этой базы: у каждого определения указаны документ и пункт.",
        empty="Терминов пока нет. Их выписывает из документов оператор базы.",
        tab="about",
    ),
)
