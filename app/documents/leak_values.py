"""Which parts of an answer identify somebody, and every spelling under which each is looked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.core.interview import Asked
from app.core.kinds.date_text import MONTHS
from app.core.values import Address, Name, When
from app.documents.folding import sentences
from app.documents.leak_texts import Wanted, as_number, in_digits, in_words, is_spaced
from app.documents.protected_ways import named_parts

_LONG_NUMBER = re.compile(r"(?<!\d)\+?\(?\d(?:[ ().+/-]{0,3}\d){6,}(?!\d)")
_NUMBER = re.compile(r"(?:(?<![\d,.])\d{1,3}(?:,\d{3})+(?!\d)|\d{4,})(?:\.\d+)?")
_ENDS = re.compile(r"(?<=[.!?;…。！？])[\"'”)\]]*\s*")
_EMAIL = re.compile(r"[\w.%+'-]+@[\w-]+(?:\.[\w-]+)+")
_WORD = re.compile(r"[^\W_]+")
_FEWEST_WORDS = 5
_FEWEST_LETTERS = 6
"""A name or a street of fewer letters stands in many words by chance."""


@dataclass(frozen=True)
class Spelling:
    """A part of an answer as it may be written: how it is recognised, and the texts to look for in bytes."""

    wanted: Wanted
    texts: tuple[str, ...] = field(repr=False)


def spellings(asked: Asked) -> Iterator[Spelling]:
    """Everything in an answer that identifies; nothing for a choice, yes or no, or a number below 1,000."""
    value, kind = asked.value, asked.question.kind_name
    if isinstance(value, Address):
        yield from _words(value.street)
        yield from _in_text(value.zip)
    elif isinstance(value, Name):
        yield from _names(value)
    elif isinstance(value, When):
        yield from births(value.earliest) if value.exact and _of_birth(asked) else ()
    elif isinstance(value, Decimal | int) and not isinstance(value, bool):
        yield from _amounts(Decimal(value))
    elif kind == "email":
        yield from _words(str(value))
    elif kind in ("text", "story", "phone"):
        for line in map(str, value if isinstance(value, tuple) else (value,)):
            yield from _in_text(line)
            parts = named_parts(line) if asked.question.keep == "vault" else ()
            yield from (spelling for part in parts for spelling in _words(part))


def _of_birth(asked: Asked) -> bool:
    return any(word in asked.question.name for word in ("born", "birth"))


def _words(text: str) -> Iterator[Spelling]:
    wanted = in_words(text)
    if len(wanted.squeezed) >= _FEWEST_LETTERS or (wanted.squeezed and not is_spaced(wanted.squeezed[0])):
        yield Spelling(wanted, (text,))


def _names(name: Name) -> Iterator[Spelling]:
    """The full name, and first and last alone and turned round; no single first or last name."""
    ways = [name.full]
    if name.first and name.last:
        ways += [f"{name.first} {name.last}", f"{name.last}, {name.first}"]
    for way in dict.fromkeys(ways):
        if " " in way or len(way) > _FEWEST_LETTERS or not is_spaced(way[0]):
            yield from _words(way)


def _in_text(text: str) -> Iterator[Spelling]:
    """Of free words: every sentence of five words, every e-mail address, every number of four digits."""
    for sentence in dict.fromkeys((*sentences(text), *_ENDS.split(text))):
        if _long_enough(sentence):
            yield from _words(sentence)
    for email in _EMAIL.findall(text):
        yield from _words(email)
    for number in _LONG_NUMBER.findall(text):
        yield from _digits(number)
    for number in _NUMBER.findall(_LONG_NUMBER.sub(" ", text)):
        yield from _amounts(Decimal(number.replace(",", "")), number)


def _long_enough(sentence: str) -> bool:
    """Five words; where no blanks part them, two letters count as one."""
    words = _WORD.findall(sentence)
    close = sum(not is_spaced(letter) for word in words for letter in word)
    return len(words) + close // 2 >= _FEWEST_WORDS


def _digits(number: str) -> Iterator[Spelling]:
    """A telephone, account or insurance number, apart from its country's 1."""
    digits = re.sub(r"\D", "", number)
    if len(digits) == 11 and digits.startswith("1"):
        digits = digits[1:]
    texts = [number.strip(), digits]
    if len(digits) == 10:
        area, office, line = digits[:3], digits[3:6], digits[6:]
        texts += [f"{area}{sign}{office}{sign}{line}" for sign in "-. "] + [f"({area}) {office}-{line}"]
    yield Spelling(in_digits(digits), tuple(dict.fromkeys(texts)))


def _amounts(value: Decimal, typed: str = "") -> Iterator[Spelling]:
    """A number from 1,000 on, with and without its commas and cents."""
    if abs(value) < 1000 and len(typed) < 4:
        return
    whole = value == int(value)
    forms = {typed, f"{value:f}", f"{value:,f}", f"{value:.2f}", f"{value:,.2f}"} - {""}
    forms |= {f"{int(value)}", f"{int(value):,}"} if whole else set()
    for form in sorted(forms):
        yield Spelling(as_number(form), (form,))


def births(born: date) -> Iterator[Spelling]:
    """A birth date in its usual writings, American and Spanish ones and that of machines."""
    month, day, year = MONTHS[born.month - 1], born.day, born.year
    in_spanish = _MESES[born.month - 1]
    named = [f"{month} {day}{ending}, {year}" for ending in ("", "th", "st", "nd", "rd")]
    named += [f"{day} {month} {year}", f"{month[:3]} {day}, {year}", f"{day} {month[:3]} {year}"]
    named.append(f"{day} de {in_spanish} de {year}")
    for form in dict.fromkeys(named):
        yield Spelling(in_words(form), (form,))
    short = f"{year % 100:02d}"
    for sign in "/-.":
        for form in (f"{born.month}{sign}{day}{sign}", f"{born.month:02d}{sign}{day:02d}{sign}"):
            for ending in (str(year), short):
                yield Spelling(as_number(form + ending), (form + ending,))
    yield Spelling(as_number(born.isoformat()), (born.isoformat(),))
    yield Spelling(as_number(f"{born:%Y%m%d}"), (f"{born:%Y%m%d}",))


_MESES = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
