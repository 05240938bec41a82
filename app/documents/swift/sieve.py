"""Selectors are asked once for all elements that look alike and stand below such that look alike.

Stock asks every selector of every sheet that may fit of every element. A selector that asks for nothing but
the names and attributes of an element and of those above it gets the same answer from all elements of one
such line; what it asks is read from its compiled code. One that asks more, but of the elements above only
(every cell of the last row), gets the same answer from all elements of one line below one parent. Others
(first child, next sibling, empty) are asked as in stock.
"""

from collections.abc import Iterable
from functools import lru_cache
from types import CodeType
from typing import Any

_PLAIN = {
    "classes", "id", "in_html_document", "local_name", "lower_local_name", "namespace_url", "etree_element",
    "tag", "attrib", "get", "lower", "startswith", "endswith",
}  # fmt: skip
"""What a selector asks of an element that all of the same look answer alike: its name and attributes."""
_UPWARD = {"any", "next", "parent", "ancestors"}
"""How a selector asks the same of the elements above it."""

_ABOVE, _ITSELF = "those above", "the element itself"
_Left = tuple[str | None, Any, tuple[Any, ...]]
"""Whom a selector must still be asked of, its test, and what it brings."""


class Lines:
    """Tells elements apart by their own look and the looks of those above them."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}
        self._of: dict[Any, int] = {None: -1}

    def number(self, wrapper: Any, parent: Any) -> int:
        """The same number for elements of which every selector without siblings answers the same."""
        element = wrapper.etree_element
        look = element.tag, tuple(sorted(element.attrib.items())), self._of[parent]
        number = self._of[element] = self._numbers.setdefault(look, len(self._numbers))
        return number


class Sieve:
    """The selectors of one sheet that are left to ask of an element, by its line and its parent."""

    def __init__(self, matcher: Any) -> None:
        self._matcher = matcher
        self._left: dict[int, list[_Left]] = {}
        self._below: dict[tuple[int, Any], list[_Left]] = {}

    def match(self, wrapper: Any, line: int) -> list[Any]:
        """What `Matcher.match` of cssselect2 answers."""
        if line not in self._left:
            self._left[line] = self._rows(wrapper)
        left = self._left[line]
        if any(ask is _ABOVE for ask, _, _ in left):
            above = wrapper.parent
            key = line, None if above is None else above.etree_element
            if key not in self._below:
                self._below[key] = [
                    (None if ask is _ABOVE else ask, test, row)
                    for ask, test, row in left
                    if ask is not _ABOVE or test(wrapper)
                ]
            left = self._below[key]
        return [row for ask, test, row in left if ask is None or test(wrapper)]

    def _rows(self, wrapper: Any) -> list[_Left]:
        rows: list[_Left] = []
        for test, *row in self._candidates(wrapper):
            ask = _ask(test.__code__)
            if ask is not None or test(wrapper):
                rows.append((ask, test, tuple(row)))
        return sorted(rows, key=lambda each: each[2][:2])

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


@lru_cache(maxsize=1024)
def _ask(code: CodeType) -> str | None:
    """Whom the answer depends on besides the line: nobody, those above, or the element itself."""
    if _asks(code) <= _PLAIN | _UPWARD:
        return None
    return _ABOVE if set(code.co_names) <= _PLAIN | _UPWARD else _ITSELF


def _asks(code: CodeType) -> set[str]:
    inner = (_asks(constant) for constant in code.co_consts if isinstance(constant, CodeType))
    return set(code.co_names).union(*inner)
