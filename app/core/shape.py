"""Fits the nodes of a form file to the words it may have; every misuse is a sentence at its place."""

import difflib
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError

from app.core.form_words import (
    SECTION_WORDS,
    DocumentShape,
    FactShape,
    FlagShape,
    FormShape,
    GateShape,
    MustShape,
    QuestionShape,
    ReviewShape,
    SectionShape,
    Several,
    Shape,
    SharedShape,
)
from app.core.loader import Node, Pairs, Row, Text
from app.core.places import Mistake, Place

__all__ = [
    "SECTION_WORDS", "DocumentShape", "FactShape", "FlagShape", "FormShape", "GateShape", "MustShape",
    "QuestionShape", "ReviewShape", "SectionShape", "Several", "Shape", "SharedShape", "fit", "nearest",
    "place_of", "plain",
]  # fmt: skip

CONDITIONS = ("when", "that")
"""Keys whose values stay nodes: sentences that the condition reader takes, with their places."""


T = TypeVar("T", bound=Shape)


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
