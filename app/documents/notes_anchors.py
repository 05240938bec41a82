"""Templates whose tags say where they printed: invisible tokens before each value and around each branch.

The tokens are made of noncharacters, which no answer can hold. They are put into the source of a paper that
has notes, and none is left once `notes_places` has read them.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from app.documents import syntax
from app.documents.notes import Anchor
from app.documents.syntax import Tag

HERE, GONE, END = "\ufdd7\ufdd8\ufdd9"
"""Begin the token of a value or an open branch, and that of a branch that closes; the end of both."""

TOKEN = re.compile(f"([{HERE}{GONE}]\\d+){END}")
"""One token; what is found of it is its kind and its number."""
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_NOT = re.compile(r"\{%(?:p|tr)?\s*if\s+not\s")


@dataclass(frozen=True)
class Anchored:
    """A source with its tokens, and what the tag behind each number of a token reads."""

    source: str
    anchors: dict[int, Anchor]

    @cached_property
    def used(self) -> frozenset[Anchor]:
        """What it prints, and what it asks of which the yes opens a passage."""
        return frozenset(
            self.anchors[int(found[1][1:])] for found in TOKEN.finditer(self.source) if found[1][0] == HERE
        )


@lru_cache(maxsize=128)
def anchored(source: str) -> Anchored:
    """The source of a checked template, Word XML or HTML, with a token for each tag that prints or asks."""
    written = _TAG.findall(source)
    tags = [
        tag for tag in syntax.scan((str(n), text) for n, text in enumerate(written)) if isinstance(tag, Tag)
    ]
    anchors: dict[int, Anchor] = {
        int(use.place): (use.says, use.path) for use in syntax.resolved(tags) if use.says != "for"
    }
    pieces = _TAG.split(source)
    made = [pieces[0]]
    branches: list[int] = []
    denied = {number for number, text in enumerate(written) if _NOT.match(text)}
    for number, (tag, text, after) in enumerate(zip(tags, written, pieces[1:], strict=True)):
        made += (_with_token(number, tag, text, branches, anchors, denied), after)
    return Anchored("".join(made), anchors)


def _with_token(
    number: int, tag: Tag, text: str, branches: list[int], anchors: dict[int, Anchor], denied: set[int]
) -> str:
    """The tag with its token: around a branch only where the yes opens it, as after the `else` of a `not`."""
    if tag.says in ("if", "for"):
        branches.append(number)
    begun = branches[-1] if branches else number
    if tag.says in ("endif", "endfor"):
        branches.pop()
    here, gone = f"{HERE}{begun}{END}", f"{GONE}{begun}{END}"
    if tag.says == "print":
        return f"{HERE}{number}{END}{text}" if number in anchors else text
    if begun not in anchors:
        return text
    if begun in denied:
        return {"else": f"{text}{here}", "endif": f"{gone}{text}"}.get(tag.says, text)
    return {"if": f"{text}{here}", "else": f"{gone}{text}", "endif": f"{gone}{text}"}.get(tag.says, text)
