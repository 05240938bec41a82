"""Selectors are asked once for all elements that look alike and stand below such that look alike.

Stock asks every selector of every sheet that may fit of every element. A selector that asks for nothing but
the names, classes and ids of an element and of those above it gets the same answer from all elements of one
such line; what it asks is read from its compiled code. Others (first child, next sibling, attributes) are
asked as in stock.
"""

from collections.abc import Iterable
from types import CodeType
from typing import Any

_PLAIN = {"classes", "id", "in_html_document", "local_name", "lower_local_name", "namespace_url"}
"""What a selector asks of an element that all of the same look answer alike."""
_UPWARD = {"any", "next", "parent", "ancestors"}
"""How a selector asks the same of the elements above it."""


class Lines:
    """Tells elements apart by their own look and the looks of those above them."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}
        self._of: dict[Any, int] = {None: -1}

    def number(self, wrapper: Any, parent: Any) -> int:
        """The same number for elements of which every selector without siblings answers the same."""
        element = wrapper.etree_element
        look = (
            element.tag,
            element.get("class"),
            element.get("id"),
            "lang" in element.attrib,
            self._of[parent],
        )
        number = self._of[element] = self._numbers.setdefault(look, len(self._numbers))
        return number


class Sieve:
    """The selectors of one sheet that are left to ask of an element, by its line."""

    def __init__(self, matcher: Any) -> None:
        self._matcher = matcher
        self._left: dict[int, list[tuple[Any, Any]]] = {}

    def match(self, wrapper: Any, line: int) -> list[Any]:
        """What `Matcher.match` of cssselect2 answers."""
        if line not in self._left:
            self._left[line] = self._rows(wrapper)
        return [row for test, row in self._left[line] if test is None or test(wrapper)]

    def _rows(self, wrapper: Any) -> list[tuple[Any, Any]]:
        rows = []
        for test, *row in self._candidates(wrapper):
            settled = _asks(test.__code__) <= _PLAIN | _UPWARD
            if not settled or test(wrapper):
                rows.append((None if settled else test, tuple(row)))
        return sorted(rows, key=lambda row: row[1][:2])

    def _candidates(self, wrapper: Any) -> Iterable[Any]:
        matcher = self._matcher
        yield from matcher.id_selectors.get(wrapper.id, ())
        for name in wrapper.classes:
            yield from matcher.class_selectors.get(name, ())
        yield from matcher.lower_local_name_selectors.get(wrapper.local_name.lower(), ())
        yield from matcher.namespace_selectors.get(wrapper.namespace_url, ())
        if "lang" in wrapper.etree_element.attrib:
            yield from matcher.lang_attr_selectors
        yield from matcher.other_selectors


def _asks(code: CodeType) -> set[str]:
    inner = (_asks(constant) for constant in code.co_consts if isinstance(constant, CodeType))
    return set(code.co_names).union(*inner)
