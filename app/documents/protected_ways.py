"""The writings by which a protected address, telephone number, name or e-mail address is recognised."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.core.values import Address, Name
from app.documents.folding import folded

_LONG = {
    "st": "street", "ave": "avenue", "av": "avenue", "rd": "road", "blvd": "boulevard", "dr": "drive",
    "ln": "lane",
    "ct": "court", "pl": "place", "cir": "circle", "hwy": "highway", "pkwy": "parkway", "ter": "terrace",
    "trl": "trail", "sq": "square", "apt": "apartment", "ste": "suite", "rt": "route", "rte": "route",
    "bldg": "building",
}  # fmt: skip
_WAYS = frozenset(
    "street avenue road boulevard drive lane court place circle highway parkway terrace trail square "
    "way".split()
)
_SIDES = {"n": "north", "s": "south", "e": "east", "w": "west", "ne": "northeast", "nw": "northwest",
          "se": "southeast", "sw": "southwest"}  # fmt: skip
_GAP = r"[\W_]*"
_CLOSE = 6
"""A street of so many letters and digits is recognised with no gap between its words too."""
_PARTS = re.compile(r"[,;\n]")
_WORD = re.compile(r"[^\W_]+")
_NAMING = re.compile(r"\b[A-Z0-9]\w*")
"""A word that may be part of a name or an address: “my sister” must not hold back a letter."""
_PHONE = re.compile(r"(?<!\d)(?:1[\W_]{0,3})?\d{3}[\W_]{0,4}\d{3}[\W_]{0,4}\d{4}(?!\d)")
_EMAIL = re.compile(r"[\w.%+'-]+@[\w-]+(?:\.[\w-]+)+")
SHORTEST = 7
"""Texts shorter than this are too common to be recognised as anybody's."""


@dataclass(frozen=True)
class Writing:
    """One way of writing a value: letters and digits it never lacks, and its pattern for small letters."""

    needed: str = field(repr=False)
    pattern: re.Pattern[str] = field(repr=False)


def writings(kind: str, value: object, words: str) -> Iterator[Writing]:
    """Every way by which an answer of a kind is recognised; `words` are what it says in one line."""
    if isinstance(value, Address):
        yield _street(value.street)
    elif isinstance(value, Name):
        yield from _named(value)
    elif kind == "phone":
        yield from _phones(words) if _PHONE.search(words) else _abroad(words)
    elif kind == "email":
        yield _email(words)
    else:
        yield from _told(value if isinstance(value, tuple) else (words,))


def named_parts(text: str) -> Iterator[str]:
    """The parts of a free text between commas that name somebody or some place."""
    for part in _PARTS.split(text):
        if len(_NAMING.findall(part)) > 1 and len(part.strip()) >= SHORTEST:
            yield part.strip()


def _told(paragraphs: Sequence[object]) -> Iterator[Writing]:
    """Free words: each paragraph, each part of it that names, each telephone number and e-mail address."""
    for paragraph in map(str, paragraphs):
        if len(paragraph) >= SHORTEST:
            yield _spelled(paragraph)
        for part in named_parts(paragraph):
            yield _spelled(part)
            if len(both := part.split()) == 2:
                yield from _pair(both[0], both[1])
        yield from _phones(paragraph)
        yield from map(_email, _EMAIL.findall(paragraph))


def _named(name: Name) -> Iterator[Writing]:
    yield _spelled(name.full)
    if name.first and name.last:
        yield from _pair(name.first, name.last)


def _pair(first: str, last: str) -> Iterator[Writing]:
    """First and last name, maybe with an initial between them, and turned round with a comma."""
    one, other = _signless(first), _signless(last)
    initial = rf"{_words(first)}(?:[\W_]+[^\W\d_](?![^\W_]))?{_GAP}{_words(last)}"
    yield Writing(max(one, other, key=len), _edged(initial))
    yield Writing(other + one, _edged(rf"{_words(last)}{_GAP},{_GAP}{_words(first)}"))


def _phones(text: str) -> Iterator[Writing]:
    for found in _PHONE.findall(text):
        yield _dialled(re.sub(r"\D", "", found)[-10:])


def _abroad(text: str) -> Iterator[Writing]:
    digits = re.sub(r"\D", "", text)
    if len(digits) >= SHORTEST:
        yield _dialled(digits)


def _dialled(digits: str) -> Writing:
    """The digits with any signs between them; the 1 of the country may stand before them."""
    return Writing(digits, re.compile(rf"(?<!\d)(?:1[\W_]{{0,3}})?{_GAP.join(digits)}(?!\d)"))


def _email(text: str) -> Writing:
    """An address of mail, its signs told in words or not: `ana at example dot org`."""
    parts = _WORD.findall(folded(text))
    spelled = rf"(?:{_GAP}(?:at|dot)(?![^\W_]))?{_GAP}".join(parts)
    return Writing(max(parts, key=len, default=""), _edged(spelled))


def _spelled(text: str) -> Writing:
    """The words of a text with any signs between them."""
    return Writing(_signless(text), _edged(_words(text)))


def _words(text: str) -> str:
    return _GAP.join(map(re.escape, _WORD.findall(folded(text))))


def _signless(text: str) -> str:
    return "".join(_WORD.findall(folded(text)))


def _edged(spelled: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){spelled}(?![^\W_])" if spelled else r"(?!)")


def _street(street: str) -> Writing:
    """A street with or without its side and its way, long or short: `1200 N. Oak St`, `1200 Oak`."""
    if box := re.search(r"\bbox\W*(\w+)", folded(street)):
        return Writing(f"box{box[1]}".replace("_", ""), _edged(rf"box{_GAP}{re.escape(box[1])}"))
    words = [_LONG.get(word, word) for word in _WORD.findall(folded(street))]
    bare = [word for word in words if word not in _WAYS and _SIDES.get(word, word) not in _SIDES.values()]
    optional = len(bare) >= 2 and any(word[0].isdigit() for word in bare)
    gap = _GAP if len("".join(bare)) >= _CLOSE else r"[\W_]+"
    spelled = _ordered([(_either(word), optional and word not in bare) for word in words], gap)
    sure = [word for word in bare if len(_forms(word)) == 1]
    return Writing(max(sure, key=len, default=""), _edged(spelled))


def _ordered(parts: Sequence[tuple[str, bool]], gap: str) -> str:
    """Patterns in turn with gaps between them, some of which may be missing."""
    spelled = ""
    for pattern, missing in parts:
        part = f"{gap}{pattern}" if spelled else pattern
        spelled += f"(?:{part})?" if missing else part
    return spelled


def _either(word: str) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, _forms(word)), key=len, reverse=True))})"


def _forms(word: str) -> set[str]:
    """A word of a street as it may be written, long and short."""
    shorts = {short for short, long in (*_LONG.items(), *_SIDES.items()) if long == word}
    return {word, _SIDES.get(word, word), *shorts}
