"""`metodbank new`: a scaffold of a record, made from its model; in a terminal it asks for what is needed."""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import indent

import click

from metodbank.commands.new_questions import INTRO, Questions, ask_id, ask_kind
from metodbank.commands.new_words import next_steps
from metodbank.commands.outcome import DONE, PROBLEMS, as_text
from metodbank.contribute.kind_names import kind_called, kinds_listed
from metodbank.contribute.new_files import append_item, write_file
from metodbank.contribute.new_ids import holders_of, proposed_id, refuse_id
from metodbank.contribute.scaffold import STATUS, Entry, plain, planned, title_field, unfilled
from metodbank.contribute.scaffold_faults import faults
from metodbank.contribute.scaffold_given import given_fields
from metodbank.contribute.scaffold_notes import Notes, place_of
from metodbank.contribute.scaffold_samples import Samples
from metodbank.contribute.scaffold_text import file_head, item_text, scaffold_text
from metodbank.dates import today
from metodbank.errors import MetodbankError, UsageError
from metodbank.knowledge_base import KnowledgeBase
from metodbank.loading import load
from metodbank.models.kinds import REFERENCE, REGISTERS, Kind
from metodbank.models.record import ARCHIVED, PUBLISHED
from metodbank.root_folder import MAX_RECORD_BYTES, MAX_REFERENCE_BYTES, RootFolder
from metodbank.russian_click import RussianCommand

KINDS = REGISTERS + REFERENCE


@click.command(
    cls=RussianCommand,
    help=f"""Создаёт заготовку записи: все поля с объяснениями, нужные — сразу, остальные — за знаком «#».

    \b
    Примеры:
      metodbank new practice               в терминале спросит всё, что нужно
      metodbank new practice --minimal     только обязательное, без объяснений
      metodbank new событие --title "Семинар о чтении" --set starts=2026-12-09
      metodbank new organization --set contact.phone="+7 (000) 000-00-00" --print

    Запись реестра — новый файл, черновик: на сайт сама не попадёт. Запись справочника встаёт в конец
    его файла. То, что уже написано, не меняется.

    \b
    Виды:
{indent(kinds_listed(KINDS), "    ")}
    """,
)
@click.argument("word", metavar="ВИД", required=False)
@click.option("--title", metavar="ТЕКСТ", default=None, help="Название.")
@click.option(
    "--id", "identifier", metavar="ИМЯ", default=None, help="Идентификатор (иначе из названия, латиницей)."
)
@click.option("--set", "said", metavar="ПОЛЕ=ЗНАЧЕНИЕ", multiple=True, help="Значение поля; можно повторять.")
@click.option("--minimal", is_flag=True, help="Только то, без чего записи нет.")
@click.option("--print", "only_print", is_flag=True, help="Напечатать и ничего не записывать.")
@click.pass_obj
def command(
    root: Path,
    word: str | None,
    title: str | None,
    identifier: str | None,
    said: tuple[str, ...],
    minimal: bool,
    only_print: bool,
) -> int:
    """Write a scaffold."""
    asking = all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
    if word is None and not asking:
        raise UsageError(f"Скажите, что создать: metodbank new ВИД. Есть:\n{kinds_listed(KINDS)}")
    kind = kind_called(word, KINDS) if word is not None else ask_kind(KINDS)
    words = [_assignment(text) for text in said]
    named = [(title_field(kind).key, title)] if title is not None else []
    given = given_fields(kind.model, [*named, *words])
    return write_scaffold(
        root, kind, given, identifier=identifier, asking=asking, minimal=minimal, only_print=only_print
    )


def write_scaffold(
    root: Path,
    kind: Kind,
    given: dict[str, object],
    *,
    identifier: str | None,
    asking: bool,
    minimal: bool,
    only_print: bool,
) -> int:
    """Write or print a record of the kind with what was given; return 0, or 1 where the base has no region.

    Raises `UsageError` where a value is wrong, the id is taken or the file cannot take the record.
    """
    if asking:
        click.echo("Читаю базу…", err=True)
    loaded = load(root)
    base = loaded.knowledge_base
    if base is None:
        click.echo(as_text(loaded.book.problems()), err=True, nl=False)
        return PROBLEMS
    identifier, entries = _filled(base, kind, given, identifier, asking=asking)
    left = list(unfilled(entries))
    if left:
        _refuse_to_publish(entries, left)
    elif minimal and STATUS not in given:
        entries = tuple(entry for entry in entries if entry.field.key != STATUS)
    fields = scaffold_text(entries, None if minimal else Notes(base, kind))
    head = "" if minimal else file_head(kind)
    text = head + fields if kind.is_register else item_text(identifier, fields)
    if only_print:
        click.echo(text, nl=False)
        return DONE
    file = root / place_of(kind, identifier)
    try:
        _write(loaded.folder, kind, identifier, text)
    except MetodbankError as error:
        if asking and text not in str(error):
            click.echo(text, nl=False)  # answers are not to be typed twice
        raise
    click.echo(str(file))
    for line in next_steps(kind, file, root, left, base):
        click.echo(line, err=True)
    return DONE


def _assignment(text: str) -> tuple[str, str]:
    path, sign, value = text.partition("=")
    if not sign or not path.strip():
        raise UsageError(f"--set {text}: нужно ПОЛЕ=ЗНАЧЕНИЕ, например --set level=municipal.")
    return path, value


def _filled(
    base: KnowledgeBase, kind: Kind, given: dict[str, object], identifier: str | None, *, asking: bool
) -> tuple[str, tuple[Entry, ...]]:
    """Return the id and the fields, after what was not given was asked for."""
    held = holders_of(base)
    if identifier is not None:
        refuse_id(identifier, held)
    samples = Samples(base, today(base.region.time_zone))
    entries = _planned(base, kind, given, samples)
    name = title_field(kind).key
    if asking:
        click.echo(f"Новая запись: {kind.words.one}. {INTRO}", err=True)
        given = Questions(base).fields(kind.model, given, also=name)
        entries = _planned(base, kind, given, samples)
    if identifier is None:
        identifier = proposed_id(kind, str(given.get(name, "")), held)
        identifier = ask_id(identifier, held) if asking else identifier
    return identifier, entries


def _refuse_to_publish(entries: tuple[Entry, ...], left: list[tuple[str, Entry]]) -> None:
    status = plain(entries).get(STATUS)
    if status in {PUBLISHED, ARCHIVED}:
        paths = ", ".join(path for path, _ in left)
        raise UsageError(f"status: {status} ставят, когда заполнено всё, а осталось: {paths}.")


def _write(folder: RootFolder, kind: Kind, identifier: str, text: str) -> None:
    file = place_of(kind, identifier)
    if kind.is_register:
        limit = MAX_REFERENCE_BYTES if kind.has_rows else MAX_RECORD_BYTES
        write_file(folder, file, text, limit=limit)
    else:
        append_item(folder, file, identifier, text)


def _planned(
    base: KnowledgeBase, kind: Kind, given: dict[str, object], samples: Samples
) -> tuple[Entry, ...]:
    """Return the fields; raises with all that is wrong in what was given, in the words of the check."""
    entries = planned(kind, given, samples)
    found = faults(base, kind.model, given, plain(entries))
    if found:
        told = (f"{path}: {problem.message}\n    → {problem.remedy}" for path, problem in found)
        raise UsageError("\n".join(told))
    return entries
