"""The words each part of a form file may have, and every misuse of them as a sentence at its place."""

import difflib
from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from app.core.loader import Node, Pairs, Row, Text
from app.core.places import Mistake, Place

CONDITIONS = ("when", "that")
"""Keys whose values stay nodes: sentences that the condition reader takes, with their places."""


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
        extra="forbid", frozen=True, arbitrary_types_allowed=True, populate_by_name=True
    )


class MustShape(Shape):
    """An extra check on an answer."""

    that: Any
    say: str


class QuestionShape(Shape):
    """The words a question may have."""

    ask: str
    kind: str
    keep: Literal["open", "confidential", "counsel only", "vault"] | None = None
    help: str = ""
    when: Any = None
    law: Several = []
    unsure: Literal["allowed"] | None = None
    may_be_blank: YesNo = Field("no", alias="may be blank")
    choices: dict[str, str] = Field({}, alias="from")
    one: str = ""
    least: str = ""
    most: str = ""
    exact: YesNo = "no"
    safe_at_home: Literal["offered"] | None = Field(None, alias="safe at home")
    each: dict[str, Any] = {}
    must: list[MustShape] = []
    example: Any = None
    label: str = ""
    asked_as: Literal["table"] | None = Field(None, alias="asked as")
    read_by: str = Field("", alias="read by")
    leave_out: str = Field("", alias="leave out")
    office_default: str = Field("", alias="office default")
    redact: str = ""
    why: str = ""


class FactShape(Shape):
    """The words a fact may have."""

    means: str
    when: Any = None
    calculate: str = ""
    inputs: list[str] | dict[str, str] = Field([], alias="from")
    of: str = ""
    law: Several = []


class FlagShape(Shape):
    """The words a flag may have."""

    level: Literal["must fix", "check", "note"]
    when: Any = None
    say: str
    law: Several


class GateShape(Shape):
    """The words a gate may have."""

    when: Any = None
    say: str
    law: Several
    holds: Several = []


class DocumentShape(Shape):
    """The words a document may have."""

    title: str
    audience: Literal["court", "other side", "client", "office only"] = Field(alias="for")
    layout: Literal["letter", "pleading", "sheet", "landscape"] = "letter"
    when: Any = None
    cites: Several = []
    reveals: Reasons = []
    filing: Literal["public", "confidential", "vault"] | None = None
    each: str = ""
    twins: Literal["redacted"] | None = None


class SectionShape(Shape):
    """The words a section may have beside its questions."""

    section: str
    keep: Literal["open", "confidential", "counsel only", "vault"] | None = None
    when: Any = None
    answered_by: Literal["attorney"] | None = Field(None, alias="answered by")
    intro: str = ""
    asked: Literal["for each draft"] | None = None
    """In a shared file: what is decided for one filing alone, and never taken over by another."""


T = TypeVar("T", bound=Shape)
SECTION_WORDS = frozenset(field.alias or name for name, field in SectionShape.model_fields.items())


class FormShape(Shape):
    """The words a form file may have at its top."""

    form: str
    title: str
    about: str = ""
    authority: Several
    status: Literal["draft", "reviewed"] = "draft"
    review_by: str = Field("", alias="review by")
    documents: dict[str, DocumentShape] = {}
    sections: list[dict[str, Any]]
    facts: dict[str, FactShape] = {}
    flags: dict[str, FlagShape] = {}
    gates: dict[str, GateShape] = {}


class SharedShape(Shape):
    """The words a file of shared questions may have at its top."""

    shared: str
    sections: list[dict[str, Any]]
    facts: dict[str, FactShape] = {}
    flags: dict[str, FlagShape] = {}
    gates: dict[str, GateShape] = {}


def plain(node: Node) -> Any:
    """A node as dicts, lists and text; what follows `when:` and `that:` stays a node."""
    if isinstance(node, Text):
        return node.text
    if isinstance(node, Row):
        return [plain(child) for child in node.nodes]
    return {key.text: value if key.text in CONDITIONS else plain(value) for key, value in node}


def fit(shape: type[T], node: Node) -> T | list[Mistake]:
    """The node as `shape`, or every way in which it does not fit."""
    if not isinstance(node, Pairs):
        return [Mistake(node.place, "Write `name: value` lines here.")]
    try:
        return shape.model_validate(plain(node))
    except ValidationError as error:
        return [
            Mistake(
                place_of(node, fault["loc"]),
                _sentence(shape, fault["loc"], fault["type"], fault.get("ctx", {})),
            )
            for fault in error.errors(include_url=False, include_input=False)
        ]


def place_of(node: Node, path: tuple[int | str, ...]) -> Place:
    """Where the node at a path begins; the nearest node above it when it is not there."""
    place = node.place
    for step in path:
        if isinstance(node, Pairs):
            found = next(((key, value) for key, value in node if key.text == step), None)
            if found is None:
                return place
            place, node = found[0].place, found[1]
        elif isinstance(node, Row) and isinstance(step, int) and step < len(node.nodes):
            node = node.nodes[step]
            place = node.place
    return place


def _sentence(shape: type[Shape], path: tuple[int | str, ...], kind: str, context: dict[str, Any]) -> str:
    word = str(path[-1])
    if kind == "missing":
        return f"A line `{word}:` is missing here."
    if kind == "extra_forbidden":
        return f"`{word[:60]}` is not a word of the language here{nearest(word, _words(shape))}."
    if kind == "literal_error":
        return f"`{word}` must be {context.get('expected', 'one of its words')}."
    shapes = {"string_type": "plain text", "dict_type": "`name: value` lines", "list_type": "a list"}
    return f"`{word}` must be {shapes.get(kind, 'in another shape')}."


def _words(shape: type[Shape]) -> Iterator[str]:
    shapes = [shape, *Shape.__subclasses__()]
    return (field.alias or name for each in shapes for name, field in each.model_fields.items())


def nearest(word: str, known: "Iterator[str] | list[str] | set[str] | frozenset[str]") -> str:
    """A hint in brackets with the nearest known word, or nothing."""
    found = difflib.get_close_matches(word, sorted(set(known) - {word}), n=1, cutoff=0.6)
    return f" (did you mean `{found[0]}`?)" if found else ""
