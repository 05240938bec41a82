"""Recognises what lies in the vault, a protected address or contact, in whatever way a text writes it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from app.core.interview import Asked, Interview
from app.core.values import Blank, Gap
from app.documents.folding import folded
from app.documents.leak_texts import UNSEEN
from app.documents.protected_ways import SHORTEST, Writing, writings

_SIGNS = re.compile(r"[\W_]+")
_DIGIT = re.compile(r"(?![0-9])\d")

Span = tuple[int, int]


@dataclass(frozen=True)
class Secret:
    """One value of the vault: its question and one way to recognise it."""

    question: str
    item: str | None
    label: str
    writing: Writing = field(repr=False)

    def spans(self, read: "Read") -> Iterator[Span]:
        """From where to where a text says this, forwards or letter by letter backwards."""
        needed, pattern = self.writing.needed, self.writing.pattern
        if needed in read.letters:
            yield from (read.span(*match.span()) for match in pattern.finditer(read.small))
        if needed[::-1] in read.letters:
            whole = len(read.small)
            for match in pattern.finditer(read.small[::-1]):
                if len(_SIGNS.sub("", match[0])) >= SHORTEST:
                    yield read.span(whole - match.end(), whole - match.start())


class Read:
    """A text made ready for the search: in small letters and plain digits, without signs nobody sees."""

    def __init__(self, text: str) -> None:
        self.original = text
        self.small = _DIGIT.sub(_plain_digit, folded(text))
        self._kept: Sequence[int] = range(len(self.small))
        if UNSEEN.search(self.small):
            self._kept = [at for at, sign in enumerate(self.small) if not UNSEEN.match(sign)]
            self.small = "".join(self.small[at] for at in self._kept)

    @cached_property
    def letters(self) -> str:
        """Its letters and digits alone."""
        return _SIGNS.sub("", self.small)

    def span(self, start: int, end: int) -> Span:
        """Where a part of the small text that is not empty stands in the text itself."""
        return self._kept[start], self._kept[end - 1] + 1


def secrets(interview: Interview) -> tuple[Secret, ...]:
    """What the vault of this draft holds, each value by each way it can be recognised."""
    return tuple(
        secret for asked in interview.asked if asked.question.keep == "vault" for secret in _secret(asked)
    )


def masked(text: str, known: tuple[Secret, ...]) -> str:
    """The text with everything of the vault replaced; for papers that quote what people typed."""
    read = Read(text)
    spans = sorted(span for secret in known for span in secret.spans(read))
    made, done = "", 0
    for start, end in spans:
        if start >= done:
            made += f"{text[done:start]}[protected]"
        done = max(done, end)
    return made + text[done:]


def _secret(asked: Asked) -> Iterator[Secret]:
    value, question = asked.value, asked.question
    if isinstance(value, Gap | Blank | bool) or value is None:
        return
    words = question.kind.words(value, question.settings)
    for writing in dict.fromkeys(writings(question.kind_name, value, words)):
        yield Secret(question.path, asked.item, question.short, writing)


def _plain_digit(match: re.Match[str]) -> str:
    return str(unicodedata.decimal(match[0]))
