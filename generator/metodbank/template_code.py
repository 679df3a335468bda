"""What templates are compiled to: Jinja's code with its dearest steps made cheap.

Views are plain objects and texts are nearly always without anything to escape, so an attribute is asked for
at once, a text is copied only where it must be, and a macro is called without looking for special arguments.
The pieces of a template or block are gathered in a list and handed on as one text, not one by one through
every template that it extends. This takes half off the time of a page; what a template says and how it is
escaped stays the same.
"""

from __future__ import annotations

from keyword import iskeyword
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef


class QuickCode(CodeGenerator):
    """The code of one template; `environment` (`template_environment`) is a name that all of it knows."""

    def visit_Template(  # noqa: N802 (Jinja's name)
        self, node: nodes.Template, frame: Frame | None = None
    ) -> None:
        """Write the whole code."""
        self._to_show: nodes.Expr | None = None
        self._may_be_absent: nodes.Expr | None = None
        # The code of an include without context hands on its pieces past any list.
        self._gathers = node.find(nodes.Include) is None
        super().visit_Template(node, frame)

    def write_commons(self) -> None:
        """Write the names that the functions of a template, its blocks and its macros use."""
        super().write_commons()
        self.writeline("escaped = environment.escaped")
        self.writeline("called = environment.called")
        self.writeline("shown = environment.shown")

    def enter_frame(self, frame: Frame) -> None:
        """Begin a list of pieces where a template or a block begins."""
        super().enter_frame(frame)
        if self._gathers and _is_outermost(frame):
            self.buffer(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        """Hand on the pieces where a template or a block ends."""
        super().leave_frame(frame, with_python_scope)
        if self._gathers and _is_outermost(frame):
            self.writeline(f"yield concat({frame.buffer})")

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        """Write the place of a block; nothing closes its pieces, which are all taken at once."""
        if frame.buffer is None or node.required or node.scoped:
            super().visit_Block(node, frame)
            return
        context = self.get_context_ref()
        self.writeline(f"{frame.buffer}.extend(context.blocks[{node.name!r}][0]({context}))", node)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write the making of a macro, as the environment makes it."""
        self.write("environment.")
        super().macro_def(macro_ref, frame)

    def visit_Getattr(  # noqa: N802 (Jinja's name)
        self, node: nodes.Getattr, frame: Frame
    ) -> None:
        """Write the look at an attribute; the blocks of a template are no attributes of `self`."""
        is_block = isinstance(node.node, nodes.Name) and node.node.name == "self"
        if is_block or node is self._may_be_absent or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
        else:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        """Write a filter."""
        if node.name in {"default", "d"}:
            self._may_be_absent = node.node
        super().visit_Filter(node, frame)

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        """Write a test; the two that are asked of every fact stand as they are."""
        self._may_be_absent = node.node
        if node.name == "string":
            self.write("isinstance(")
            self.visit(node.node, frame)
            self.write(", str)")
        elif node.name == "defined" and isinstance(node.node, nodes.Getattr):
            self.write("hasattr(")
            self.visit(node.node.node, frame)
            self.write(f", {node.node.attr!r})")
        else:
            super().visit_Test(node, frame)

    def visit_Call(  # noqa: N802 (Jinja's name)
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Write a call; of one that stands for itself, `{{ cell(view) }}`, the text is all that is wanted."""
        self.write("shown(context, " if node is self._to_show else "called(context, ")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        if node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.imported(")
        self.visit(node.template, frame)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        elif isinstance(node, nodes.Call):
            self._to_show = node
            self.write("(")
        else:
            self.write("escaped(")


def _is_outermost(frame: Frame) -> bool:
    """Return whether the frame is that of a block, or of a template that extends no other one."""
    return (frame.rootlevel or frame.block_frame) and not frame.require_output_check
