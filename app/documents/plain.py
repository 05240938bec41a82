"""The context of a template is plain data: text, numbers, dates, yes or no, lists and mappings of these."""

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import cast

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents.errors import NotPlain

_SCALARS = (str, int, Decimal, bool, date)
_BREAKS = "\n\t"
_QUICK = frozenset((str, int, bool, date))
_STR = {str}
_COMMON = bytes(range(0x20, 0x7F)) + _BREAKS.encode()
_MOST_LOOKS = 100_000
_UNPRINTABLE = {
    "Cc": "a control character",
    "Cs": "half of a character",
    "Zl": "a line separator",
    "Zp": "a paragraph separator",
}


def check(context: Mapping[str, object]) -> None:
    """Raise NotPlain, naming the place, unless everything in the context is plain data and can be printed."""
    if type(context) is not dict:
        raise NotPlain(f"The context is {_kind(context)}; a template takes a plain dict.")
    if not _is_fine(context):
        for sentence in _faults(context, ""):
            raise NotPlain(sentence)


def _is_fine(context: Mapping[str, object]) -> bool:
    """Whether the context is plain and printable at a first, quick look; `_faults` looks closer and names."""
    texts: list[str] = []
    names: set[str] = set()
    waiting: list[object] = [context]
    looks = 0
    while waiting and looks < _MOST_LOOKS:
        value, looks = waiting.pop(), looks + 1
        if type(value) is dict and _STR.issuperset(map(type, value)):
            names.update(value)
            inside: Collection[object] = value.values()
        elif type(value) in (list, tuple):
            inside = cast(Collection[object], value)
        elif type(value) is Decimal and value.is_finite():
            continue
        else:
            return False
        kinds = set(map(type, inside))
        if kinds == _STR:
            texts += cast(Collection[str], inside)
            continue
        if str in kinds:
            texts += [part for part in inside if type(part) is str]
        if kinds - _QUICK:
            waiting += [part for part in inside if type(part) not in _QUICK]
    return not waiting and all(map(_is_name, names)) and _is_printable("".join(texts))


@lru_cache(maxsize=4096)
def _is_name(key: str) -> bool:
    return key.isidentifier() and not key.startswith("_")


def _is_printable(text: str) -> bool:
    try:
        rare = text.encode().translate(None, _COMMON).decode()
    except UnicodeEncodeError:
        return False
    return rare.replace(GAP_OPEN, "").replace(GAP_CLOSE, "").isprintable()


def _faults(value: object, path: str) -> Iterator[str]:
    # Exact types, not isinstance: a subclass may bring behaviour of its own (Markup, a lazy string, an enum).
    if type(value) is dict:
        for key, part in value.items():
            yield from _key_faults(key, path)
            yield from _faults(part, f"{path}.{key}" if path else str(key))
    elif type(value) in (list, tuple):
        for place, part in enumerate(value):  # type: ignore[arg-type]
            yield from _faults(part, f"{path}[{place}]")
    elif type(value) is str:
        yield from _text_faults(value, path)
    elif type(value) not in _SCALARS or isinstance(value, datetime):
        yield f"“{path}” is {_kind(value)}; a template takes text, numbers, dates, yes or no, and lists."
    elif type(value) is Decimal and not value.is_finite():
        yield f"“{path}” is {value}, which is not a number that can be printed."


def _key_faults(key: object, path: str) -> Iterator[str]:
    if type(key) is not str or not key.isidentifier() or key.startswith("_"):
        yield f"“{path or 'the context'}” has the key {key!r}; a name has letters, digits and _."


def _text_faults(text: str, path: str) -> Iterator[str]:
    if text.isascii() and text.isprintable():
        return
    for place, character in enumerate(text, start=1):
        if fault := unprintable(character):
            yield f"“{path}” holds {fault} (U+{ord(character):04X}) at character {place}; take it out."


def unprintable(character: str) -> str | None:
    """What keeps this character off a page (a control character, half a surrogate pair …), or None."""
    if character in _BREAKS or character in (GAP_OPEN, GAP_CLOSE):
        return None
    code = ord(character)
    if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return "a code that is not a character"
    return _UNPRINTABLE.get(unicodedata.category(character))


def _kind(value: object) -> str:
    return "nothing (None)" if value is None else f"a {type(value).__name__}"
