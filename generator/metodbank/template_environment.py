"""What the code of templates (`template_code`) runs in: how a text is escaped and a macro called."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from jinja2 import Environment
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from metodbank.template_code import QuickCode

_SPECIAL = re.compile("[&<>'\"]").search


class QuickMacro(Macro):
    """A macro that knows with how many arguments its function may be called as it is, -1 where it may not."""

    def __init__(
        self,
        environment: Environment,
        function: Callable[..., str],
        name: str,
        arguments: list[str],
        *special: bool,
    ) -> None:
        super().__init__(environment, function, name, arguments, *special)
        *catches, autoescape = special
        self.function = function
        self.takes = len(arguments) if autoescape and not any(catches) else -1


class QuickEnvironment(Environment):
    """An environment whose templates are compiled so; they are loaded once and know no global functions."""

    code_generator_class = QuickCode
    Macro = QuickMacro

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._imported: dict[str, TemplateModule] = {}

    @staticmethod
    def escaped(value: object) -> str:
        """Return a value as it stands in HTML."""
        if type(value) is Markup or (type(value) is str and _SPECIAL(value) is None):
            return value
        return escape(value)

    @staticmethod
    def called(context: Context, callee: Any, *given: Any, **named: Any) -> Any:
        """Return what a macro or another function of a template returns."""
        if type(callee) is QuickMacro:
            return callee(*given, **named)
        return context.call(callee, *given, **named)

    def shown(self, context: Context, callee: Any, *given: Any, **named: Any) -> str:
        """Return what a macro or another function of a template returns as it stands in HTML."""
        if type(callee) is QuickMacro and len(given) == callee.takes and not named:
            return callee.function(*given)
        return self.escaped(self.called(context, callee, *given, **named))

    def imported(self, name: str) -> TemplateModule:
        """Return what a template gives to those that import it."""
        module = self._imported.get(name)
        if module is None:
            module = self._imported[name] = self.get_template(name).module
        return module
