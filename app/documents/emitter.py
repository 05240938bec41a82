"""Jinja's compiler with short cuts: texts are escaped, and keys of plain dicts read, without a call."""

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

try:
    from markupsafe import _escape_inner as escaped  # type: ignore[attr-defined]
except ImportError:  # a later markupsafe may name it otherwise; this one does the same, more slowly
    from markupsafe import escape as escaped

__all__ = ["Emitter", "escaped"]
OF_EVERY_DICT = frozenset(dir(dict))
"""Attributes that a dict has whatever it holds; Jinja's users see them before its keys."""


class Emitter(CodeGenerator):
    """Writes Python that gives what Jinja's own gives, for the usual values with fewer calls.

    An environment may name `hidden_keys`, the keys of a dict that it would not find at first, and say with
    `finalize_keeps_text` that its `finalize` gives back a plain text as it is.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """The module of a template."""
        self.writeline("from app.documents.emitter import escaped")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """`a.b`: the key of a plain dict, or what the environment says."""
        if node.attr in getattr(self.environment, "hidden_keys", OF_EVERY_DICT) or self.environment.is_async:
            super().visit_Getattr(node, frame)
            return
        self.write(f"(d_[{node.attr!r}] if type(d_ := ")
        self.visit(node.node, frame)
        self.write(f") is dict and {node.attr!r} in d_ else environment.getattr(d_, {node.attr!r}))")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """Text and values that follow each other, handed on as one piece."""
        if frame.buffer is not None or frame.require_output_check or len(node.nodes) == 1:
            super().visit_Output(node, frame)
            return
        self.writeline('yield "".join((', node)
        for child in node.nodes:
            self.newline(child)
            self._piece(child, frame)
            self.write(",")
        self.writeline("))")

    def _piece(self, child: nodes.Expr, frame: Frame) -> None:
        finalize = self._make_finalize()
        if finalize.const or isinstance(child, nodes.TemplateData):
            try:
                constant = self._output_child_to_const(child, frame, finalize)
            except Exception:  # noqa: BLE001, S110 -- as Jinja does: a mistake is easier to see when it runs
                pass
            else:
                self.write(repr("".join((constant,))))
                return
        self._output_child_pre(child, frame, finalize)
        self.visit(child, frame)
        self._output_child_post(child, frame, finalize)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if self._is_quick(frame, finalize):
            self.write("(escaped(o_) if type(o_ := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not self._is_quick(frame, finalize):
            super()._output_child_post(node, frame, finalize)
        elif finalize.src is None:
            self.write(") is str else escape(o_))")
        else:
            self.write(f") is str else escape({finalize.src}o_)))")

    def _is_quick(self, frame: Frame, finalize: Any) -> bool:
        context = frame.eval_ctx
        plain = finalize.src is None or getattr(self.environment, "finalize_keeps_text", False)
        return bool(context.autoescape) and not context.volatile and plain
