"""The shape of a form: sections, questions, facts, flags, gates and documents, all frozen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Literal

from app.core.calculation import Calculation
from app.core.conditions import Condition
from app.core.kinds import KINDS, LIST, Kind, Settings
from app.core.places import Place

Keep = Literal["open", "confidential", "counsel only", "vault"]
Level = Literal["must fix", "check", "note"]
Audience = Literal["court", "other side", "client", "office only"]
Filing = Literal["public", "confidential", "vault"]
"""How a court paper is filed: where everybody reads it, or closed, or closed with what lies in the vault."""

KEEPS: tuple[Keep, ...] = ("open", "confidential", "counsel only", "vault")
LEVELS: tuple[Level, ...] = ("must fix", "check", "note")
FOLDERS: dict[Audience, str] = {
    "court": "1-court",
    "other side": "2-other-side",
    "client": "3-client",
    "office only": "4-office-only",
}
"""The folder each audience's papers go to, everywhere."""

UNREDACTED = "_unredacted"
"""What the name of a paper ends with that is the whole twin of a redacted one."""
OFFICIAL, EXHIBIT = "official_", "filed_exhibit_"
"""How the names of papers begin that a packet adds by itself: the court's own forms, exhibits with a file."""
RESERVED: dict[str, str] = {OFFICIAL: "official forms", EXHIBIT: "exhibits"}


@dataclass(frozen=True)
class Must:
    """An extra check on an answer: the condition it has to meet and the sentence when it does not."""

    that: Condition
    say: str


@dataclass(frozen=True)
class Question:
    """One question, or a list with the questions asked about each of its items."""

    name: str
    number: int
    section: str
    place: Place
    ask: str
    kind_name: str
    keep: Keep
    help: str = ""
    when: Condition | None = None
    law: tuple[str, ...] = ()
    unsure: bool = False
    may_be_blank: bool = False
    label: str = ""
    example: object = None
    must: tuple[Must, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)
    least: Decimal | None = None
    most: Decimal | None = None
    exact: bool = False
    safe_at_home: bool = False
    one: str = ""
    as_table: bool = False
    each: tuple["Question", ...] = ()
    in_list: str = ""
    shared: bool = False
    read_by: str = ""
    leave_out: str = ""
    office_default: str = ""
    by_attorney: bool = False
    redact: str = ""
    """The kind of thing it asks for that a list of redactions may name, or empty."""
    why: str = ""
    """One sentence to the person: why this is asked."""

    @property
    def path(self) -> str:
        """Its lasting name: `county`, or `weeks.hours` for a question about an item."""
        return f"{self.in_list}.{self.name}" if self.in_list else self.name

    @property
    def is_list(self) -> bool:
        """Whether it asks about items."""
        return self.kind_name == LIST

    @property
    def kind(self) -> Kind:
        """Its kind; a list has none."""
        return KINDS[self.kind_name]

    @property
    def settings(self) -> Settings:
        """What its kind needs to know."""
        return Settings(self.choices, self.least, self.most, self.exact, self.safe_at_home)

    @property
    def short(self) -> str:
        """A few words for the check page, the memo and a gap's mark."""
        return self.label or self.ask.rstrip("?.")


@dataclass(frozen=True)
class Section:
    """A titled group of questions; `by_attorney` ones only an attorney answers."""

    title: str
    questions: tuple[Question, ...]
    place: Place
    when: Condition | None = None
    by_attorney: bool = False
    intro: str = ""


@dataclass(frozen=True)
class Fact:
    """Something worked out: a condition that holds or not, or the result of a calculation; never asked."""

    name: str
    means: str
    place: Place
    law: tuple[str, ...] = ()
    when: Condition | None = None
    calculation: Calculation | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)
    """Parameter of the calculation → name of the answer or fact that fills it."""
    of: str = ""
    """The list each of whose items has this fact, or empty."""


@dataclass(frozen=True)
class Flag:
    """A note to the reviewing attorney, raised unless its condition is certainly false."""

    name: str
    level: Level
    say: str
    law: tuple[str, ...]
    place: Place
    when: Condition | None = None


@dataclass(frozen=True)
class Gate:
    """Something that holds back papers until an attorney lifts it."""

    name: str
    say: str
    law: tuple[str, ...]
    place: Place
    when: Condition | None = None
    holds: tuple[str, ...] = ()
    """The documents it holds back; none named means all for the other side and the court."""


@dataclass(frozen=True)
class DocumentSpec:
    """One paper of a form: its title, audience, layout and when it is due."""

    name: str
    title: str
    audience: Audience
    place: Place
    layout: str = "letter"
    when: Condition | None = None
    cites: tuple[str, ...] = ()
    reveals: tuple[str, ...] = ()
    filing: Filing = "public"
    """How it is filed, if it is for the court."""
    each: str = ""
    """`FACT.FIELD` when it is made once for every element of a result's field."""
    twins: bool = False
    """Whether it is made twice: redacted for everybody, and whole as a confidential filing."""
    source: str = ""
    """The document of the form it is made from, when that has another name."""
    index: int = 0
    """Which element it is made for, from 1 on."""

    @property
    def template(self) -> str:
        """The name of its template: that of the document in the form."""
        return self.source or self.name


@dataclass(frozen=True)
class Review:
    """An attorney's review of a form: the beginning of the hash of what was read, who read it, and when."""

    edition: str
    by: str
    on: str


@dataclass(frozen=True)
class Form:
    """A legal form package, read and checked: everything `interview.read` needs to know of it."""

    name: str
    title: str
    authority: tuple[str, ...]
    status: str
    sections: tuple[Section, ...]
    facts: Mapping[str, Fact]
    flags: tuple[Flag, ...]
    gates: tuple[Gate, ...]
    documents: tuple[DocumentSpec, ...]
    files: tuple[str, ...]
    about: str = ""
    review_by: str = ""
    reviewed: Review | None = None

    def questions(self) -> Iterator[Question]:
        """Every question in file order, the questions about items after their list."""
        for section in self.sections:
            for question in section.questions:
                yield question
                yield from question.each

    def question(self, path: str) -> Question | None:
        """The question at a path, or None."""
        return self._by_path.get(path)

    @cached_property
    def _by_path(self) -> dict[str, Question]:
        return {question.path: question for question in self.questions()}

    def numbered(self, number: int) -> Question | None:
        """The question with a number, or None."""
        return next((question for question in self.questions() if question.number == number), None)

    def lists(self) -> tuple[Question, ...]:
        """Every list."""
        return self._lists

    @cached_property
    def _lists(self) -> tuple[Question, ...]:
        tops = (question for section in self.sections for question in section.questions)
        return tuple(question for question in tops if question.is_list)

    def document(self, name: str) -> DocumentSpec | None:
        """The paper with a name, or None."""
        return next((document for document in self.documents if document.name == name), None)
