"""What a rule of a style sheet comes to is worked out once for all documents with the same sheets.

Stock works every property of every style out anew for every document. It depends on the rules that the
element and those above it match, and on nothing a document says. Here the values are kept by those rules, for
the last few sets of sheets. Properties that WeasyPrint changes later, that name things of one document, or
whose value can be changed are worked out as in stock, and so are all of an element with declarations of its
own and of those below it.
"""

from collections.abc import Hashable, Sequence
from typing import Any

from tinycss2.color4 import Color  # type: ignore[import-untyped]
from weasyprint import css

_OWN = frozenset(
    {
        "display", "float", "position", "white_space", "overflow", "anchor", "link", "lang", "content",
        "page", "string_set", "quotes", "transform", "appearance", "footnote_display", "footnote_policy",
    }
)  # fmt: skip
_OWN_STARTS = ("bookmark_", "counter_", "__", "list_style_", "background_", "mask_", "border_image_")
_MOST_SETS = 16

_missing = css.ComputedStyle.__missing__


class Book:
    """The values of one set of sheets, by the rules matched from the root down."""

    def __init__(self, kept_alive: Sequence[object]) -> None:
        self.kept_alive = kept_alive
        self._numbers: dict[Hashable, int] = {}
        self._values: dict[tuple[int, str | None], dict[str, Any]] = {}

    def number(self, above: int | None, rules: Hashable) -> int:
        """One number for all elements, of any document, that match these rules below such elements."""
        return self._numbers.setdefault((above, rules), len(self._numbers))

    def lend(self, number: int, styles: dict[str | None, Any]) -> None:
        """Let the styles of an element and its pseudo-elements share what others have worked out."""
        for pseudo, style in styles.items():
            style.__dict__["_swift_values"] = self._values.setdefault((number, pseudo), {})


_books: dict[Hashable, Book] = {}


def book(sheets: Any, *besides: object) -> Book:
    """The values kept for these very sheets."""
    alive = [*(sheet for sheet, _, _ in sheets), *besides]
    key = tuple(map(id, alive)), tuple(repr(how) for _, *how in sheets)
    if key not in _books:
        while len(_books) >= _MOST_SETS:
            del _books[next(iter(_books))]
        _books[key] = Book(alive)
    return _books[key]


def missing(self: Any, key: str) -> Any:
    """The body of `ComputedStyle.__missing__`."""
    values = self.__dict__.get("_swift_values")
    if values is None:
        return _missing(self, key)
    if key in values:
        value = self[key] = values[key]
        return value
    value = _missing(self, key)
    if key not in _OWN and not key.startswith(_OWN_STARTS) and _is_fixed(value):
        values[key] = value
    return value


def _is_fixed(value: Any) -> bool:
    if isinstance(value, tuple):
        return all(map(_is_fixed, value))
    return value is None or isinstance(value, str | int | float | Color)


SWAPS = ((css.ComputedStyle, "__missing__", missing),)
