"""What a paper's audience may not read, looked for in every layer of both finished files."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path

from ahocorasick_rs import BytesAhoCorasick, Implementation

from app.core.interview import Asked, Interview
from app.core.kinds.date_text import long
from app.core.office import Office, as_file
from app.core.questionnaire import DocumentSpec, Form
from app.core.reach import classes
from app.documents import leak_pdf, package
from app.documents.blacked import Blacked
from app.documents.filters import hours, money, number, words
from app.documents.leak_encodings import Disguise, disguises
from app.documents.leak_layers import Layer, words_of_xml
from app.documents.leak_reader import Reader
from app.documents.leak_texts import Wanted, squeezed
from app.documents.leak_values import Spelling, spellings
from app.documents.plain_values import plain_of

_MACHINES = ("ISO 14289", "IEC 61966-2-1 Default RGB Colour Space - sRGB2014")
"""Numbers of standards that stand in every PDF."""
_WHOLE = ("name", "address", "phone", "email")
"""Kinds whose answers are one name or address and nothing else."""
Text = tuple[str, str]
"""A text, and the same squeezed."""


@dataclass(frozen=True)
class Leak:
    """An answer that a file holds though its audience may not see it, and the layers that hold it."""

    asked: Asked
    places: tuple[str, ...]
    spelling: Spelling = field(repr=False)


@dataclass(frozen=True)
class _Sought:
    asked: Asked
    spelling: Spelling


class Search:
    """What one audience may not read of one draft, made ready to be looked for in its papers."""

    def __init__(
        self, interview: Interview, office: Office, reader: DocumentSpec, blacked: Blacked | None = None
    ) -> None:
        self._interview, self._office = interview, office
        self._reader = Reader(reader, blacked)
        self._sought = [
            _Sought(asked, spelling)
            for asked in _kept_away(interview, self._reader)
            for spelling in set(self._reader.spellings(asked))
        ]
        self._bytes: list[tuple[_Sought, Disguise]] = [
            (each, way) for each in self._sought for text in each.spelling.texts for way in disguises(text)
        ]
        self._automaton = BytesAhoCorasick(
            [way.data for _, way in self._bytes], implementation=Implementation.ContiguousNFA
        )

    @cached_property
    def _told(self) -> Sequence[Text]:
        """What answers and results say that these readers may see."""
        return _squeezed(_told(self._interview, self._reader))

    @cached_property
    def _own(self) -> Sequence[Text]:
        """What the office and the form say by themselves; asked for only once something is found."""
        return _squeezed((*_texts(as_file(self._office)), *_own_words(self._interview.form)))

    @cached_property
    def _given(self) -> frozenset[Wanted]:
        """The names and addresses these readers may see, each as it would be looked for."""
        given = (asked for asked in self._interview.asked if asked.question.kind_name in _WHOLE)
        shown = (asked for asked in given if self._reader.sees(asked.question) and not asked.is_open)
        return frozenset(spelling.wanted for asked in shown for spelling in spellings(asked))

    def found(self, layers: Iterable[Layer], fixed: Callable[[], str] = str) -> list[Leak]:
        """Each answer found with its layers; nothing that the template's own words `fixed` also say."""
        if not self._sought:
            return []
        places: dict[tuple[str, str | None], list[str]] = {}
        first: dict[tuple[str, str | None], _Sought] = {}
        for layer in layers:
            for sought in self._in(layer):
                if not self._may_stand(sought, fixed):
                    key = (sought.asked.question.path, sought.asked.item)
                    first.setdefault(key, sought)
                    places.setdefault(key, []).append(layer.place)
        return [
            Leak(each.asked, tuple(dict.fromkeys(places[key])), each.spelling) for key, each in first.items()
        ]

    def _may_stand(self, sought: _Sought, fixed: Callable[[], str]) -> bool:
        """Whether a text these readers may see, the office or the template itself says the same.

        What lies in the vault or is blacked out may stand in no story: for it only a whole name, address,
        phone number or e-mail address counts that was answered openly too.
        """
        wanted, question = sought.spelling.wanted, sought.asked.question
        whole = (question.keep == "vault" and not wanted.counts) or self._reader.hides(question)
        if whole and wanted in self._given:
            return True
        told = ((fixed(), squeezed(fixed())), *self._own, *(() if whole else self._told))
        return any(wanted.stands_in(text, small) for text, small in told)

    def _in(self, layer: Layer) -> Iterator[_Sought]:
        if layer.text:
            small = squeezed(layer.text)
            yield from (each for each in self._sought if each.spelling.wanted.stands_in(layer.text, small))
        if layer.data:
            data = layer.data.lower()
            for which, start, end in self._automaton.find_matches_as_indexes(data, overlapping=True):
                sought, way = self._bytes[which]
                if _bordered(data, start, end, way):
                    yield sought


def fixed_words(source: Path) -> str:
    """What a Word template or an official PDF says itself, in all its parts."""
    data = source.read_bytes()
    return "\n".join(leak_pdf.pages(data)) if source.suffix == ".pdf" else _fixed_words(data)


@lru_cache(maxsize=16)
def _fixed_words(template: bytes) -> str:
    parts = package.unpack(template)
    return "\n".join(words_of_xml(part) for name, part in parts.items() if name.endswith(".xml"))


def _kept_away(interview: Interview, reader: Reader) -> Iterator[Asked]:
    for asked in interview.asked:
        if not reader.sees(asked.question) and not asked.question.is_list and not asked.is_open:
            yield asked


def _squeezed(texts: Iterable[str]) -> Sequence[Text]:
    return [(text, squeezed(text)) for text in dict.fromkeys(texts)]


def _told(interview: Interview, reader: Reader) -> Iterator[str]:
    """Every answer, result and date a paper for these readers may hold."""
    for asked in interview.asked:
        question = asked.question
        if reader.sees(question) and not question.is_list and not asked.is_open:
            yield from _texts(question.kind.plain(asked.value, question.settings))
            yield question.kind.words(asked.value, question.settings)
    known = classes(interview.form, redacted=reader.spec.twins)
    results = [(name, value) for name, value in interview.facts.items()]
    results += [(name, value) for (name, _), value in interview.item_facts.items()]
    for name, value in results:
        if value.result is not None and name in known and reader.may_read(name, known[name]):
            yield from _texts(reader.shown(plain_of(value.result)))
    yield from _texts(interview.today)


def _own_words(form: Form) -> Iterator[str]:
    """What the form and the machines that write files say by themselves."""
    yield from (document.title for document in form.documents)
    yield from (text for flag in form.flags for text in (flag.say, *flag.law))
    yield from (text for question in form.questions() for text in (question.ask, question.label))
    yield from (fact.means for fact in form.facts.values())
    yield from _MACHINES


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, Decimal | int) and not isinstance(value, bool):
        yield from (money(value), number(value), hours(value), f"{value}")
        yield from (words(value),) if 0 <= value < 1_000_000_000 and value == int(value) else ()
    elif isinstance(value, date):
        yield from (long(value), value.isoformat())


def _bordered(data: bytes, start: int, end: int, way: Disguise) -> bool:
    """Whether no letter or digit stands directly beside: “Diana Leeds” does not hold “Ana Lee”."""
    width = _WIDTHS.get(way.letter, 0)
    if not width or (width == 1 and _ESCAPED.search(data[max(0, start - 6) : start])):
        return True
    before, after = data[max(0, start - width) : start], data[end : end + width]
    return not (_is_letter(before, way) or _is_letter(after, way))


def _is_letter(beside: bytes, way: Disguise) -> bool:
    if way.letter in ("two digits", "four digits"):
        if not _HEX.issuperset(beside) or len(beside) % 2:
            return False
        beside = bytes.fromhex(beside.decode())
    letter = beside.strip(b"\0")
    return len(letter) == 1 and letter.isalnum()


_WIDTHS = {"byte": 1, "two bytes": 2, "four bytes": 4, "two digits": 2, "four digits": 4}
_ESCAPED = re.compile(rb"(?:%[\da-f]{2}|\\u[\da-f]{4}|\\[nrt]|\\[0-7]{3})$")
"""A blank or sign as web addresses, JSON and PDF strings may write it: its last letter is none."""
_HEX = frozenset(b"0123456789abcdef")
