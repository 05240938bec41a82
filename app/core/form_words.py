"""The words each part of a form file may have, each with one sentence that says what it does."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _several(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _reasons(value: Any) -> Any:
    """Lines of text; `NAMES: why` written as a pair is the same line."""
    if isinstance(value, dict):
        return [f"{names}: {why}" if isinstance(why, str) else why for names, why in value.items()]
    if isinstance(value, list):
        return [line for each in value for line in (_reasons(each) if isinstance(each, dict) else [each])]
    return _several(value)


Several = Annotated[list[str], BeforeValidator(_several)]
Reasons = Annotated[list[str], BeforeValidator(_reasons)]
YesNo = Literal["yes", "no"]


class Shape(BaseModel):
    """A mapping with exactly the words named here."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        arbitrary_types_allowed=True,
        populate_by_name=True,
        use_attribute_docstrings=True,
    )


class MustShape(Shape):
    """An extra check on an answer."""

    that: Any
    """The condition the answer has to meet."""
    say: str
    """The sentence a person reads when it is not met."""


class QuestionShape(Shape):
    """The words a question may have."""

    ask: str
    """The question, as the person reads it; {name} puts an earlier answer in."""
    kind: str
    """The kind of answer, one of those below."""
    keep: Literal["open", "confidential", "counsel only", "vault"] | None = None
    """Who may see the answer; without it, what the section says."""
    help: str = ""
    """The text below the question."""
    when: Any = None
    """It is asked only when this condition is certainly true."""
    law: Several = []
    """The source that justifies asking."""
    unsure: Literal["allowed"] | None = None
    """“I do not know” and “it is not safe to say” are answers; a paper prints a marked gap."""
    may_be_blank: YesNo = Field("no", alias="may be blank")
    """It may be left empty; a paper prints nothing."""
    choices: dict[str, str] = Field({}, alias="from")
    """The choices, each a key with its words."""
    one: str = ""
    """What one item of a list is called."""
    least: str = ""
    """The smallest number, or the fewest items."""
    most: str = ""
    """The largest number, the most items, or the most characters of a text."""
    exact: YesNo = "no"
    """The date must be one day."""
    safe_at_home: Literal["offered"] | None = Field(None, alias="safe at home")
    """The address may be the Safe at Home substitute."""
    each: dict[str, Any] = {}
    """The questions about each item of a list."""
    must: list[MustShape] = []
    """Extra checks on the answer."""
    example: Any = None
    """What the example answer file holds."""
    label: str = ""
    """A short form for the check page, the memo and a gap."""
    asked_as: Literal["table"] | None = Field(None, alias="asked as")
    """All items of the list are asked on one page."""
    read_by: str = Field("", alias="read by")
    """Before a story: who will read it."""
    leave_out: str = Field("", alias="leave out")
    """Before a story: what to tell the attorney instead."""
    office_default: str = Field("", alias="office default")
    """The name of the standing answer in the office profile."""
    redact: str = ""
    """What it is on the courts’ redaction lists."""
    why: str = ""
    """Why this is asked, shown beside the question."""


class FactShape(Shape):
    """The words a fact may have."""

    means: str
    """What it says when it holds, in words."""
    when: Any = None
    """It holds, or its calculation is made, when this condition does."""
    calculate: str = ""
    """The calculation that works it out."""
    inputs: list[str] | dict[str, str] = Field([], alias="from")
    """The answers and facts the calculation takes: their names, or `parameter: name`."""
    of: str = ""
    """The list each of whose items has this fact."""
    law: Several = []
    """The source it rests on."""


class FlagShape(Shape):
    """The words a flag may have."""

    level: Literal["must fix", "check", "note"]
    """How much it matters to the reviewing attorney."""
    when: Any = None
    """It is raised unless this condition is certainly false."""
    say: str
    """What the attorney reads."""
    law: Several
    """The source it rests on."""


class GateShape(Shape):
    """The words a gate may have."""

    when: Any = None
    """It stands unless this condition is certainly false."""
    say: str
    """What the attorney reads before lifting it."""
    law: Several
    """The source it rests on."""
    holds: Several = []
    """The documents it holds back; without it, all for the court and the other side."""


class DocumentShape(Shape):
    """The words a document may have."""

    title: str
    """The name of the paper, as people read it."""
    audience: Literal["court", "other side", "client", "office only"] = Field(alias="for")
    """Who gets it; what they may not see never enters it."""
    layout: Literal["letter", "pleading", "sheet", "landscape"] = "letter"
    """The page it is set on, one of those below."""
    when: Any = None
    """It is made only when this condition is certainly true."""
    cites: Several = []
    """The law it rests on."""
    reveals: Reasons = []
    """What it may tell its audience although its class says otherwise, with the reason and the source."""
    filing: Literal["public", "confidential", "vault"] | None = None
    """How a court paper is filed; `vault` is for sheets that may show protected contacts."""
    each: str = ""
    """`FACT.FIELD`: it is made once for each entry, which is `this` in its template."""
    twins: Literal["redacted"] | None = None
    """It is made twice, redacted for the public record and whole."""


class SectionShape(Shape):
    """The words a section may have beside its questions."""

    section: str
    """The title of the section."""
    keep: Literal["open", "confidential", "counsel only", "vault"] | None = None
    """Who may see its answers, where a question does not say."""
    when: Any = None
    """Its questions are asked only when this condition is certainly true."""
    answered_by: Literal["attorney"] | None = Field(None, alias="answered by")
    """Only an attorney answers it; undecided, its questions block nothing."""
    intro: str = ""
    """The text above its questions."""
    asked: Literal["for each draft"] | None = None
    """In a shared file: decided for one filing alone, and never taken over by another."""


class ReviewShape(Shape):
    """What an attorney's review of a form says of itself."""

    edition: str
    """The beginning of the hash of what was read."""
    by: str
    """Who read it."""
    on: str
    """The day on which it was read."""


class FormShape(Shape):
    """The words a form file may have at its top."""

    form: str
    """The name of the form, that of its file."""
    title: str
    """What people call it."""
    about: str = ""
    """What it is for, in a sentence."""
    authority: Several
    """The law the whole form rests on."""
    status: Literal["draft", "reviewed"] = "draft"
    """`reviewed` once an attorney has read all of it."""
    review_by: str = Field("", alias="review by")
    """The day by which an attorney reads it again."""
    reviewed: ReviewShape | None = None
    """Which state of it was reviewed, by whom and when."""
    documents: dict[str, DocumentShape] = {}
    """The papers it makes, by the names of their templates."""
    sections: list[dict[str, Any]]
    """The questions in their order, or `include:` with the name of a shared file."""
    facts: dict[str, FactShape] = {}
    """What is worked out from the answers."""
    flags: dict[str, FlagShape] = {}
    """What the reviewing attorney must look at."""
    gates: dict[str, GateShape] = {}
    """What holds papers back until an attorney lifts it."""


class SharedShape(Shape):
    """The words a file of shared questions may have at its top."""

    shared: str
    """The name of the shared file."""
    sections: list[dict[str, Any]]
    """The questions in their order."""
    facts: dict[str, FactShape] = {}
    """What is worked out from the answers."""
    flags: dict[str, FlagShape] = {}
    """What the reviewing attorney must look at."""
    gates: dict[str, GateShape] = {}
    """What holds papers back until an attorney lifts it."""


SECTION_WORDS = frozenset(field.alias or name for name, field in SectionShape.model_fields.items())
