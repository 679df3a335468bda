"""The smallest valid base, written into a folder, and ways to change it by text.

    region.yml                        level regional, territory `region`, operator `iro`
    reference/territories.yml         `region` (kind region, ОКТМО 00000000), `okrug` inside it
    reference/organizations.yml       `shkola` (a school of `okrug`), `iro` (an institute of `region`)
    reference/acts.yml                `prikaz`
    practices/primer.yml              the seven required things, published
    internships/ploshchadka.yml       a mentoring site by `prikaz`, at `shkola`
    programs/kurs.yml                 повышение квалификации of 36 hours by `iro`
    associations/obedinenie.yml       a club at `shkola` with a plan for the учебный год of AS_OF
    events/vstrecha.yml               a seminar to come of `iro`
    reports/otchet.yml                a справка of `iro`, approved by `prikaz`
    roadmaps/karta.yml                one measure with a full term
    reference/…                       one direction, system measure, channel, actor, requirement and term

Nothing in it is a problem, so every problem that a test sees comes of the change that it made.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from metodbank.checks.running import checked
from metodbank.knowledge_base import KnowledgeBase
from metodbank.loading import load
from metodbank.problems import Problem

AS_OF = date(2026, 11, 22)
REPOSITORY = Path(__file__).parent.parent

_CONTACT = """\
contact:
  who: методический кабинет
  phone: "+7 (000) 000-00-00"
"""

FILES: Mapping[str, str] = {
    "region.yml": f"""\
name: Проба
description: База для проверки программы.
level: regional
territory: region
operator: iro
responsible: отдел методических ресурсов
{_CONTACT}""",
    "reference/territories.yml": """\
region:
  name: Пробная область
  kind: region
  oktmo: "00000000"
okrug:
  name: Пробный муниципальный округ
  kind: municipal-okrug
  parent: region
""",
    "reference/organizations.yml": """\
shkola:
  name: Пробная школа
  short_name: Школа
  kind: school
  territory: okrug
iro:
  name: Пробный институт развития образования
  short_name: Институт
  kind: iro
  territory: region
""",
    "reference/acts.yml": """\
prikaz:
  kind: order
  date: 2025-08-20
  issuer: Пробное министерство
  title: О площадках
  state: in-force
  url: https://example.org/prikaz
""",
    "practices/primer.yml": f"""\
title: Вопросы к тексту
status: published
difficulties: [reading-comprehension]
education_levels: [basic]
audience: [teacher]
steps: Прочитать текст и задать один вопрос.
results: Замеров не было.
organization: shkola
{_CONTACT}""",
    "internships/ploshchadka.yml": f"""\
title: Площадка по чтению
status: published
kind: mentoring
topic: Чтение на уроке
act: prikaz
awarded_on: 2026-09-01
organization: shkola
{_CONTACT}""",
    "programs/kurs.yml": f"""\
title: Смысловое чтение
status: published
kind: pk
hours: 36
study_form: full-time
annotation: Составляем вопросы к тексту.
audience: [teacher]
difficulties: [reading-comprehension]
federal_register:
  state: unknown
organization: iro
{_CONTACT}""",
    "associations/obedinenie.yml": f"""\
title: Клуб чтения
status: published
kind: club
aim: Обсуждать уроки.
plan:
  year: 2026/27
organization: shkola
{_CONTACT}""",
    "events/vstrecha.yml": f"""\
title: Встреча о чтении
status: published
kind: seminar
starts: 2026-12-09
organization: iro
{_CONTACT}""",
    "reports/otchet.yml": f"""\
title: Справка о чтении
status: published
kind: analytical-note
act: prikaz
period:
  from: 2025-09-01
  to: 2026-05-31
organization: iro
{_CONTACT}""",
    "roadmaps/karta.yml": """\
title: Дорожная карта чтения
status: published
act: prikaz
period:
  from: 2026-09-01
  to: 2027-08-31
measures:
  - id: "1"
    title: Провести семинар
    responsible: [iro]
    term:
      raw: Декабрь 2026
      kind: month
      from: 2026-12-01
      to: 2026-12-31
organization: iro
""",
    "reference/directions.yml": """\
chtenie:
  title: Чтение
  sources:
    - act: prikaz
      section: п. 1
""",
    "reference/system-measures.yml": """\
seminar:
  title: Семинар о чтении
  direction: chtenie
  level: regional
  sources:
    - act: prikaz
      section: п. 2
""",
    "reference/channels.yml": """\
zvonok:
  title: Звонок
  sources:
    - act: prikaz
      section: п. 3
""",
    "reference/actors.yml": """\
kabinet:
  title: методический кабинет
  level: municipal
  sources:
    - act: prikaz
      section: п. 4
""",
    "reference/requirements.yml": """\
reestr-praktik:
  title: реестр практик
  object: register
  kept_as: practice
  sources:
    - act: prikaz
      section: п. 5
""",
    "reference/glossary.yml": """\
klub:
  title: клуб
  definitions:
    - act: prikaz
      section: п. 6
      text: Те, кто собирается ради одного дела.
""",
}
PRACTICE = FILES["practices/primer.yml"]


def write_base(root: Path) -> Path:
    """Write the base into the folder and return the folder."""
    for file, text in FILES.items():
        write(root, file, text)
    return root


def write(root: Path, file: str, content: str | bytes) -> Path:
    """Write one file of a base, its folders too."""
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def change(root: Path, file: str, old: str, new: str) -> None:
    """Put other words in the one place where a file holds the old ones."""
    text = (root / file).read_text("utf-8")
    assert text.count(old) == 1, f"{file} holds {old!r} {text.count(old)} times"
    write(root, file, text.replace(old, new))


def add(root: Path, file: str, lines: str) -> None:
    """Append lines to a file."""
    write(root, file, (root / file).read_text("utf-8") + lines)


def read(root: Path, as_of: date = AS_OF) -> tuple[KnowledgeBase | None, list[Problem]]:
    """Return the base without the records that have errors, and all its problems."""
    loaded = load(root)
    base = loaded.knowledge_base
    return base and checked(base, loaded.book, loaded.folder, as_of=as_of), loaded.book.problems()


def base_of(root: Path, as_of: date = AS_OF) -> KnowledgeBase:
    """Return the base without the records that have errors."""
    base, problems = read(root, as_of)
    assert base is not None, problems
    return base


def problems_of(root: Path, as_of: date = AS_OF) -> list[Problem]:
    """Return all problems of the base."""
    return read(root, as_of)[1]


def codes_of(root: Path, as_of: date = AS_OF) -> list[str]:
    """Return the codes of all problems of the base, in reading order."""
    return [problem.code for problem in problems_of(root, as_of)]


def the_problem_of(root: Path, as_of: date = AS_OF) -> Problem:
    """Return the one problem of the base."""
    problems = problems_of(root, as_of)
    assert len(problems) == 1, problems
    return problems[0]
