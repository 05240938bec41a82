"""Blacks out what a redacted paper may not show: marked answers, and their words where a result has them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from app.core.interview import Asked, Interview
from app.core.questionnaire import Question
from app.core.redactable import MINOR
from app.core.values import Address, Blank, Gap, Name, When
from app.documents.plain_values import label_words

_LEAST = 4
"""A value of fewer letters and digits is blacked out in results only where it stands alone."""
_LARGE = 1_000
_WORD = re.compile(r"[^\W_]+")


def mark(question: Question) -> str:
    """What stands in the place of an answer that is blacked out."""
    return f"[REDACTED: {label_words(question.short)}]"


def initials(name: str) -> str:
    """The first letter of each part of a name, as the rules have a minor named."""
    return "".join(f"{part[0].upper()}." for part in _WORD.findall(name))


def is_marked(asked: Asked, items: frozenset[str]) -> bool:
    """Whether an answer says something that a list with these items blacks out."""
    said = asked.given is not None and not isinstance(asked.value, Gap | Blank)
    return said and asked.question.redact in items


@dataclass(frozen=True)
class Blacked:
    """What one draft blacks out in papers that everybody may read, by a list of items."""

    interview: Interview = field(repr=False)
    items: frozenset[str]

    def hides(self, question: Question) -> bool:
        """Whether answers to a question are blacked out."""
        return question.redact in self.items

    def answer(self, question: Question, value: object) -> object:
        """The answer as templates see it: its mark in every part; of a minor's name the initials."""
        if question.redact != MINOR:
            return question.kind.gap(mark(question), question.settings)
        if not isinstance(value, Name):
            return question.kind.gap(initials(str(value)), question.settings)
        parts = {part: initials(getattr(value, part)) for part in ("first", "middle", "last")}
        return {"full": "".join(parts.values()), **parts, "suffix": ""}

    def result(self, value: object) -> object:
        """A result of a calculation as plain data, without what the answers it rests on black out."""
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, Mapping):
            return {key: self.result(part) for key, part in value.items()}
        if isinstance(value, list | tuple):
            return [self.result(part) for part in value]
        if isinstance(value, date | Decimal | int) and not isinstance(value, bool):
            return self._values.get(value, value)
        return value

    def printed(self) -> Iterator[tuple[Asked, str]]:
        """Each answer that is blacked out, with what stands in its place."""
        for asked in self.interview.asked:
            if is_marked(asked, self.items):
                yield asked, self._instead(asked)

    def _instead(self, asked: Asked) -> str:
        if asked.question.redact != MINOR:
            return mark(asked.question)
        return initials(asked.value.full if isinstance(asked.value, Name) else str(asked.value))

    def _text(self, text: str) -> str:
        if whole := self._texts.get(_key(text)):
            return whole
        return self._pattern.sub(lambda match: self._texts[_key(match[0])], text)

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        """What stands in the place of each text, by its words in small letters."""
        return {
            _key(text): instead
            for asked, instead in self.printed()
            for text in texts(asked)
            if not text.isdecimal() or len(text) >= _LEAST
        }

    @cached_property
    def _values(self) -> Mapping[object, str]:
        """What stands in the place of days and numbers that results hold as such."""
        found: dict[object, str] = {}
        for asked, instead in self.printed():
            if isinstance(asked.value, When) and asked.value.exact:
                found[asked.value.earliest] = instead
            elif isinstance(asked.value, Decimal | int) and Decimal(asked.value) >= _LARGE:
                found[asked.value] = instead
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Every text long enough to be told from others, the longest first, with any blanks in it."""
        long = sorted((text for text in self._texts if len(text) >= _LEAST), key=len, reverse=True)
        either = "|".join(r"\s+".join(map(re.escape, text.split())) for text in long)
        return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if either else r"(?!)", re.IGNORECASE)


def texts(asked: Asked) -> Iterator[str]:
    """The texts by which results and papers may give an answer whole."""
    value, question = asked.value, asked.question
    yield question.kind.words(value, question.settings)
    if isinstance(value, Name):
        yield from (f"{value.first} {value.last}", f"{value.last}, {value.first}") if value.first else ()
    elif isinstance(value, Address):
        yield from (value.street, *value.lines)
    elif isinstance(value, When):
        yield from _days(value)
    else:
        yield str(value)


def _days(value: When) -> Iterator[str]:
    if value.exact:
        day = value.earliest
        yield from (day.isoformat(), f"{day.month}/{day.day}/{day.year}", f"{day:%m/%d/%Y}")


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
