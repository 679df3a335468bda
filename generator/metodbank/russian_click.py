"""Click in Russian: headings of the help and messages about wrong usage, by the type of the error."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any

import click


class RussianCommand(click.Command):
    """A command whose help is Russian throughout."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage."""
        _write_usage(self, ctx, formatter)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the pieces of the line of usage."""
        return ["[ОПЦИИ]", *(piece for piece in super().collect_usage_pieces(ctx) if piece != "[OPTIONS]")]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        _write_options(self, ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help` with its Russian help."""
        return _help_option(super().get_help_option(ctx))


class RussianGroup(click.Group):
    """A group of commands whose help is Russian throughout.

    `commands_by_module` holds the one line of help of each command; the command itself is `command` in
    `metodbank.commands.<name>`, which is imported only when it is asked for.
    """

    def __init__(self, *, commands_by_module: Mapping[str, str], **settings: Any) -> None:
        super().__init__(**settings)
        self._by_module = commands_by_module

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Return the names of the commands in the order of the table."""
        return list(self._by_module)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's)
        """Return the command of the name, or None."""
        if cmd_name not in self._by_module:
            return None
        command: click.Command = import_module(f"metodbank.commands.{cmd_name}").command
        return command

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage."""
        _write_usage(self, ctx, formatter)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Return the pieces of the line of usage."""
        return ["[ОПЦИИ]", "КОМАНДА", "…"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, then the options."""
        with formatter.section("Команды"):
            formatter.write_dl(list(self._by_module.items()))
        _write_options(self, ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help` with its Russian help."""
        return _help_option(super().get_help_option(ctx))


def usage_message(error: click.ClickException) -> str:
    """Return what is wrong with the command line and how to see what is right."""
    command = getattr(getattr(error, "ctx", None), "command_path", "metodbank")
    return f"{_message(error)}\nПодсказка: {command} --help"


def _message(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"Опции {error.option_name} нет.{_near(error.possibilities or ())}"
    if isinstance(error, click.MissingParameter):
        return f"Не хватает: {_named(error.param)}."
    if isinstance(error, click.BadParameter):
        return _bad_parameter(error)
    if isinstance(error, click.BadOptionUsage):
        return f"Опция {error.option_name} написана не так: после неё нужно значение."
    if (
        isinstance(error, click.UsageError)
        and error.ctx is not None
        and isinstance(error.ctx.command, click.Group)
    ):
        return f"Такой команды нет. Есть: {', '.join(error.ctx.command.list_commands(error.ctx))}."
    if isinstance(error, click.UsageError):
        return "Лишнее слово в команде."
    return error.format_message()


def _bad_parameter(error: click.BadParameter) -> str:
    option = _named(error.param)
    if error.param is not None and isinstance(error.param.type, click.Choice):
        return f"{option}: такого значения нет. Есть: {', '.join(map(str, error.param.type.choices))}."
    return f"{option}: {error.message}" if option else error.message


def _named(parameter: click.Parameter | None) -> str:
    """Return an option as it is typed, an argument as the line of usage has it."""
    if isinstance(parameter, click.Argument):
        return (parameter.metavar or parameter.name or "").strip("[]")
    return parameter.opts[0] if parameter else ""


def _near(possibilities: Iterable[str]) -> str:
    names = ", ".join(possibilities)
    return f" Может быть, {names}?" if names else ""


def _write_usage(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, "Как вызвать: ")


def _write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    # An argument is told in the line of usage and in the text of the help.
    options = [parameter for parameter in command.get_params(ctx) if isinstance(parameter, click.Option)]
    records = [record for option in options if (record := option.get_help_record(ctx))]
    with formatter.section("Опции"):
        formatter.write_dl(records)


def _help_option(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Показать эту подсказку и выйти."
    return option
