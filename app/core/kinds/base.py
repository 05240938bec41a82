"""What every kind of answer can do: read what was given, or say in a sentence why it cannot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from app.core.values import Value
from app.core.wording import normalised, unprintable

Raw = str | Mapping[str, Any] | Sequence[Any]
"""An answer as it arrives: text, text by parts, or a sequence; from a page, a file or a cell alike."""

Plain = str | bool | Mapping[str, Any] | Sequence[Any]
"""An answer as a template sees it: ready words, never an object with behaviour."""


@dataclass(frozen=True)
class Problem:
    """What is wrong with one part of an answer (`""` for the whole) and what to do about it."""

    part: str
    sentence: str


class Refused(Exception):
    """An answer cannot be taken; `problems` says why, part by part."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__(" ".join(problem.sentence for problem in problems))


def refuse(sentence: str, part: str = "") -> Refused:
    """One problem as an exception to raise."""
    return Refused(Problem(part, sentence))


@dataclass(frozen=True)
class Settings:
    """What a question tells its kind: choices, limits and the shape of its answer."""

    choices: Mapping[str, str] = field(default_factory=dict)
    least: Decimal | None = None
    most: Decimal | None = None
    exact: bool = False
    safe_at_home: bool = False
    today: date | None = None


@dataclass(frozen=True)
class Field:
    """One input of a kind: the part's name, its label, and how a page should offer it."""

    part: str
    label: str
    input: str = "text"
    width: int = 20
    optional: bool = False


class Kind:
    """A kind of answer; each subclass is one word of the language."""

    name: ClassVar[str]

    def read(self, raw: Raw, settings: Settings) -> Value:
        """The value of what was given; raises Refused with sentences."""
        raise NotImplementedError

    def raw(self, value: Any) -> Raw:
        """What `read` would turn into this value again; how answers are kept."""
        return str(value)

    def words(self, value: Any, settings: Settings) -> str:
        """The value as a person reads it on the check page and in the memo."""
        return str(value)

    def plain(self, value: Any, settings: Settings) -> Plain:
        """The value as templates see it."""
        return self.words(value, settings)

    def gap(self, mark: str, settings: Settings) -> Plain:
        """What templates see in place of a value that is a gap; same shape, each part the mark."""
        return mark

    def fields(self, settings: Settings) -> tuple[Field, ...]:
        """The inputs a page or a spreadsheet offers, in order."""
        return (Field("", ""),)

    def schema(self, settings: Settings) -> dict[str, Any]:
        """The JSON Schema of what `read` takes from a file."""
        return {"type": "string"}

    def example(self, settings: Settings) -> Raw:
        """A valid invented answer."""
        raise NotImplementedError


def as_text(raw: Raw, *, limit: int, lines: bool = False) -> str:
    """Typed text normalised; Refused when too long, unprintable, or several lines where one is wanted."""
    if not isinstance(raw, str):
        raise refuse("Write this as plain text.")
    text = normalised(raw)
    if len(text) > limit:
        raise refuse(f"This has {len(text):,} characters; shorten it to {limit:,}.")
    if not lines and "\n" in text:
        raise refuse("Write this on one line.")
    if problem := unprintable(text):
        raise refuse(problem)
    return text


def needed(raw: Raw, sentence: str, *, limit: int = 1_000) -> str:
    """One line of text that may not be empty."""
    text = as_text(raw, limit=limit)
    if not text:
        raise refuse(sentence)
    return text


def parts_of(raw: Raw, known: Sequence[str], sentence: str, *, limit: int = 200) -> dict[str, str]:
    """The text of each known part; Refused names every unknown part and every part with a fault."""
    if not isinstance(raw, Mapping):
        raise refuse(sentence)
    problems = [Problem(str(key), _unknown(str(key), known)) for key in raw if key not in known]
    texts: dict[str, str] = {}
    for part in known:
        try:
            texts[part] = as_text(raw.get(part) or "", limit=limit)
        except Refused as refused:
            problems += [Problem(part, problem.sentence) for problem in refused.problems]
    if problems:
        raise Refused(*problems)
    return texts


def _unknown(key: str, known: Sequence[str]) -> str:
    return f"`{key[:60]}` is not a part of this answer; the parts are {', '.join(known)}."
