"""The questions of `metodbank new`: the fields that a record needs, each with its help, checked at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from metodbank.commands.asking import Choice, ask_choice, ask_line, ask_text, ask_until_right, say
from metodbank.contribute.kind_names import kind_called, kinds_listed
from metodbank.contribute.new_ids import refuse_id
from metodbank.contribute.scaffold_faults import faults
from metodbank.contribute.scaffold_given import value_of
from metodbank.errors import UsageError
from metodbank.knowledge_base import KnowledgeBase
from metodbank.models.fields import Group
from metodbank.models.kinds import Kind
from metodbank.models.shape import FieldShape, Holds, shape_of
from metodbank.validation import validated

INTRO = (
    "Пустой ответ — заполнить потом в файле; кавычки вокруг ответа не нужны. "
    "Прервать, ничего не записав: Ctrl-C."
)


def ask_kind(kinds: tuple[Kind, ...]) -> Kind:
    """Return the kind that was named."""
    say("Что создать?", kinds_listed(kinds))
    while True:
        try:
            return kind_called(ask_line(), kinds)
        except UsageError as error:
            say(str(error))


def ask_id(proposed: str, held: Mapping[str, str]) -> str:
    """Return the id that was accepted or typed: free, and fit to be an address."""

    def wrong(identifier: str) -> list[str]:
        try:
            refuse_id(identifier, held)
        except UsageError as error:
            return [str(error)]
        return []

    say("", "Идентификатор", f"  Имя в адресе страницы, навсегда. Пустой ответ — {proposed}")
    return ask_until_right(wrong) or proposed


class Questions:
    """Asks for the fields of one record; what is left empty is left out."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base

    def fields(self, model: type[Group], given: Mapping[str, object], also: str = "") -> dict[str, object]:
        """Return what was given with the answers for the other fields that the group needs."""
        said = dict(given)
        for field in shape_of(model):
            if (field.required or field.key == also) and field.key not in said:
                self._ask(model, field, said)
        return said

    def _one_more(self, title: str, group: type[Group]) -> dict[str, object]:
        """Return another group, nothing where its first question is left without an answer."""
        say("", f"{title}: ещё? Пустой ответ — больше нет.")
        said: dict[str, object] = {}
        first = next((field for field in shape_of(group) if field.required), shape_of(group)[0])
        self._ask(group, first, said)
        return self._group(group, said) if said else {}

    def _ask(self, model: type[Group], field: FieldShape, said: dict[str, object]) -> None:
        say("", field.title, *([f"  {field.help}"] if field.help else []))
        value = self._groups(field, field.group) if field.group else self._values(model, field)
        if value not in (None, "", [], {}):
            said[field.key] = value

    def _groups(self, field: FieldShape, group: type[Group]) -> object:
        first = self._group(group, {})
        if not field.many or not first:
            return first
        groups = [first]
        while more := self._one_more(field.title, group):
            groups.append(more)
        return groups

    def _group(self, group: type[Group], given: Mapping[str, object]) -> dict[str, object]:
        said = self.fields(group, given)
        has_required = any(field.required for field in shape_of(group))
        if has_required and not said:
            return said
        for field in shape_of(group):
            _, findings = validated(group, said)
            lacks = any(not finding.at for finding in findings)
            if not field.required and (lacks or (not has_required and field.example is not None)):
                self._ask(group, field, said)
        return said

    def _values(self, model: type[Group], field: FieldShape) -> object:
        choices = list(self._choices(field))
        if choices:
            chosen = ask_choice(choices, many=field.many)
            return chosen if field.many or not chosen else chosen[0]
        if field.refers_to:
            say(f"  В базе их ещё нет: сначала metodbank new {field.refers_to}. Оставлено на потом.")
            return None
        return self._typed(model, field)

    def _typed(self, model: type[Group], field: FieldShape) -> object:
        if field.example is not None:
            say(f"  Пример: {field.example}")
        if field.holds is Holds.TEXT:
            return self._text(model, field)
        text = ask_until_right(lambda answer: self._wrong(model, field, answer))
        value = value_of(field, text)
        return [value] if field.many and text else value

    def _text(self, model: type[Group], field: FieldShape) -> str:
        say("  Можно в несколько строк; пустая строка — конец.")
        while wrong := self._wrong(model, field, text := ask_text()):
            say(*wrong)
        return text

    def _wrong(self, model: type[Group], field: FieldShape, answer: str) -> list[str]:
        if not answer:
            return []
        value = value_of(field, answer)
        found = faults(self._base, model, {field.key: [value] if field.many else value})
        return [f"  {problem.message}\n  → {problem.remedy}" for _, problem in found]

    def _choices(self, field: FieldShape) -> Iterator[Choice]:
        if field.vocabulary:
            entries = self._base.vocabularies[field.vocabulary].entries
            for identifier, term in entries.items():
                if not term.hidden:
                    words = (term.group, term.description, *term.abbreviations)
                    yield Choice(identifier, term.title, " ".join(word for word in words if word))
        elif field.refers_to:
            records = self._base.records[field.refers_to].values()
            for record in records:
                yield Choice(record.id, record.title, getattr(record.data, "name", ""))
