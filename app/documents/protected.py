"""Recognises what lies in the vault, a protected address or contact, in whatever way a text writes it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.core.interview import Asked, Interview
from app.core.values import Address, Blank, Gap, Name
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
_GAP = r"[\s,.;:#()/-]*"
_PARTS = re.compile(r"[,;\n]")
_NAMING = re.compile(r"\b[A-Z0-9]\w*")
"""A word that may be part of a name or an address: “my sister” must not hold back a letter."""
_PHONE = re.compile(r"(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]{0,2}\d{3}[\s.-]?\d{4}(?!\d)")
_SHORTEST = 7
"""Texts shorter than this are too common to be recognised as anybody's."""


@dataclass(frozen=True)
class Secret:
    """One value of the vault: its question and how to recognise it in folded text."""

    question: str
    item: str | None
    label: str
    pattern: re.Pattern[str] = field(repr=False)


def secrets(interview: Interview) -> tuple[Secret, ...]:
    """What the vault of this draft holds, each value by each way it can be recognised."""
    return tuple(
        secret for asked in interview.asked if asked.question.keep == "vault" for secret in _secret(asked)
    )


def masked(text: str, known: tuple[Secret, ...]) -> str:
    """The text with everything of the vault replaced; for papers that quote what people typed."""
    for secret in known:
        small = folded(text)
        for match in reversed(list(secret.pattern.finditer(small))):
            end = match.start() + len(match[0].rstrip(" \n,.;:#()/-"))
            text = f"{text[: match.start()]}[protected]{text[end:]}"
    return text


def _secret(asked: Asked) -> Iterator[Secret]:
    value = asked.value
    if isinstance(value, Gap | Blank | bool) or value is None:
        return
    question = asked.question
    for pattern in _patterns(question.kind_name, value, question.kind.words(value, question.settings)):
        yield Secret(question.path, asked.item, question.short, re.compile(pattern))


def _patterns(kind: str, value: object, words: str) -> Iterator[str]:
    if isinstance(value, Address):
        yield _street(value.street)
    elif kind == "phone":
        yield from _phones(words)
    elif isinstance(value, Name):
        yield _spelled(value.full)
    else:
        yield from _told(value if isinstance(value, tuple) else (words,))


def _told(paragraphs: Sequence[object]) -> Iterator[str]:
    """Free words: each paragraph, each part between commas that names something, each telephone number."""
    for paragraph in map(str, paragraphs):
        named = [part.strip() for part in _PARTS.split(paragraph) if len(_NAMING.findall(part)) > 1]
        known = [part for part in (paragraph, *named) if len(part) >= _SHORTEST]
        yield from (_spelled(part) for part in dict.fromkeys(known))
        yield from _phones(paragraph)


def _phones(text: str) -> Iterator[str]:
    for found in _PHONE.findall(text):
        yield r"(?<!\d)" + r"[\s().+-]{0,3}".join(re.sub(r"\D", "", found)[-10:]) + r"(?!\d)"


def _spelled(text: str) -> str:
    """The words of a text with any signs between them."""
    spelled = r"[\W_]*".join(re.escape(word) for word in re.findall(r"[^\W_]+", folded(text)))
    return rf"(?<!\w){spelled}(?!\w)" if spelled else r"(?!)"


def _street(street: str) -> str:
    """A street with or without its side and its way, long or short: `1200 N. Oak St`, `1200 Oak`."""
    if box := re.search(r"\bbox\W*(\w+)", folded(street)):
        return rf"(?<!\w)box{_GAP}{re.escape(box[1])}(?!\w)"
    words = [_LONG.get(word, word) for word in re.findall(r"[^\W_]+", folded(street))]
    bare = [word for word in words if word not in _WAYS and _SIDES.get(word, word) not in _SIDES.values()]
    optional = len(bare) >= 2 and any(word[0].isdigit() for word in bare)
    parts = [_word(word, optional=optional and word not in bare) for word in words]
    return rf"(?<!\w){''.join(parts)}" if parts else r"(?!)"


def _word(word: str, *, optional: bool) -> str:
    ways = {word, *(short for short, long in (*_LONG.items(), *_SIDES.items()) if long == word)}
    ways.add(_SIDES.get(word, word))
    either = "|".join(sorted(map(re.escape, ways), key=len, reverse=True))
    return rf"(?:(?:{either})(?!\w){_GAP})?" if optional else rf"(?:{either})(?!\w){_GAP}"
