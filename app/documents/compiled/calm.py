"""Expressions of a template that print nothing but text when they are given plain data."""

import re
from datetime import datetime
from decimal import Decimal

from jinja2 import nodes

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML may hold."""

METHOD = "<built-in "
"""How a method of plain data is printed; without escaping it breaks the XML."""

_COMMON = bytes(range(0x20, 0x7F)) + b"\n\t\r"
_METHODS = frozenset(
    "upper lower title capitalize strip lstrip rstrip get join split items keys values isoformat "
    "startswith endswith zfill strftime replace".split()
)
_TEXT_FILTERS = frozenset(
    "upper lower title capitalize trim default d join length count round int float string abs first last "
    "min max sum money hours number words day caps listed _looped".split()
)
_LIST_FILTERS = frozenset(
    "list sort unique reverse batch slice dictsort groupby selectattr rejectattr".split()
)
_ESCAPING = frozenset(("e", "escape", "forceescape"))
FILTER_NAMES = _TEXT_FILTERS | _LIST_FILTERS | _ESCAPING
"""The filters whose results are known; the caller's own of the same name is another."""
_LOOP = frozenset("index index0 revindex revindex0 first last length depth depth0".split())
_ATTRIBUTES = frozenset(
    name for kind in (str, dict, list, tuple, int, float, Decimal, datetime) for name in dir(kind)
)
_SPECIAL = frozenset(("self", "loop", "caller", "varargs", "kwargs"))
_TRUTHS = (nodes.Compare, nodes.Not, nodes.Test)
_OPERATIONS = (
    nodes.And,
    nodes.Or,
    nodes.Add,
    nodes.Sub,
    nodes.Mul,
    nodes.Div,
    nodes.FloorDiv,
    nodes.Neg,
    nodes.Pos,
    nodes.Concat,
    nodes.List,
    nodes.Tuple,
    nodes.Dict,
    nodes.Pair,
)


def is_legal(text: str) -> bool:
    """Whether XML may hold this text."""
    try:
        # Almost all of a text is gone after this; a search through all of it takes many times longer.
        rare = text.encode().translate(None, _COMMON).decode()
    except UnicodeEncodeError:
        return False
    return ILLEGAL.search(rare) is None


class Calm:
    """Tells of an expression whether it is calm, for templates that escape or for texts free of `<>&`."""

    def __init__(self, *, escaping: bool, global_names: frozenset[str]) -> None:
        self.escaping = escaping
        self.globals = global_names | _SPECIAL

    def prints(self, node: nodes.Expr) -> bool:
        """Whether this prints nothing but text."""
        if isinstance(node, nodes.Filter) and node.name in _ESCAPING and node.node is not None:
            return not node.args and not node.kwargs and self._is(node.node, listed=False)
        if isinstance(node, nodes.Getattr) and node.attr in _ATTRIBUTES and not node.attr.startswith("_"):
            # A key `title`, say, or the method of a text, which `METHOD` gives away.
            return self._is(node.node, listed=True) or self._is(node, listed=False)
        return self._is(node, listed=False)

    def gives(self, node: nodes.Node) -> bool:
        """Whether this is or holds nothing but plain data."""
        return isinstance(node, nodes.Expr) and self._is(node, listed=True)

    def tests(self, node: nodes.Node) -> bool:
        """Whether asking this changes nothing."""
        calls = [*node.find_all(nodes.Call), *([node] if isinstance(node, nodes.Call) else [])]
        return all(self._is_method(call) for call in calls)

    def _is(self, node: nodes.Expr, *, listed: bool) -> bool:
        if isinstance(node, nodes.Const):
            return self._is_constant(node.value)
        if isinstance(node, nodes.Name):
            return node.name not in self.globals
        if isinstance(node, nodes.Getattr):
            return self._is_part(node.node, node.attr)
        if isinstance(node, nodes.Getitem):
            return self._is_item(node)
        if isinstance(node, nodes.Filter):
            return self._is_filter(node, listed)
        return self._is_compound(node, listed)

    def _is_compound(self, node: nodes.Expr, listed: bool) -> bool:
        if isinstance(node, nodes.Call):
            return self._is_method(node) and self._all(node, listed=listed)
        if isinstance(node, nodes.CondExpr):
            sides = [side for side in (node.expr1, node.expr2) if side is not None]
            return self.tests(node.test) and all(self._is(side, listed=listed) for side in sides)
        if isinstance(node, _TRUTHS):
            return self.tests(node)
        return isinstance(node, _OPERATIONS) and self._all(node, listed=listed)

    def _all(self, node: nodes.Node, *, listed: bool) -> bool:
        inside = node.iter_child_nodes(exclude=("node",) if isinstance(node, nodes.Call) else ())
        return all(
            self._all(each, listed=listed)
            if isinstance(each, nodes.Keyword | nodes.Pair)
            else isinstance(each, nodes.Expr) and self._is(each, listed=listed)
            for each in inside
        )

    def _is_constant(self, value: object) -> bool:
        if not isinstance(value, str):
            return True
        free = self.escaping or not any(mark in value for mark in "<>&")
        return free and ILLEGAL.search(value) is None

    def _is_part(self, node: nodes.Expr, name: str) -> bool:
        if isinstance(node, nodes.Name) and node.name == "loop":
            return name in _LOOP
        # `{{ name.upper }}` prints `<built-in method …>`.
        hidden = name.startswith("_") or (not self.escaping and name in _ATTRIBUTES)
        return not hidden and self._is(node, listed=True)

    def _is_item(self, node: nodes.Getitem) -> bool:
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._is_part(node.node, node.arg.value)
        number = isinstance(node.arg, nodes.Const | nodes.Slice)
        return (number or self.escaping) and self._all(node, listed=True)

    def _is_filter(self, node: nodes.Filter, listed: bool) -> bool:
        fit = node.name in _TEXT_FILTERS or (node.name in _LIST_FILTERS and (listed or self.escaping))
        over = isinstance(node.node, nodes.Expr) and self._is(node.node, listed=True)
        given = [*node.args, *(each.value for each in node.kwargs)]
        simple = node.dyn_args is None and node.dyn_kwargs is None
        return fit and over and simple and all(self._is(each, listed=True) for each in given)

    def _is_method(self, node: nodes.Call) -> bool:
        callee = node.node
        simple = node.dyn_args is None and node.dyn_kwargs is None
        return (
            simple
            and isinstance(callee, nodes.Getattr)
            and callee.attr in _METHODS
            and self._is(callee.node, listed=True)
        )
