"""Templates whose tags say where they printed: invisible tokens before each value and around each branch.

The tokens are made of noncharacters, which no answer can hold. They are put into the source of a paper that
has notes, and none is left once `notes_places` has read them.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.documents import syntax
from app.documents.notes import Anchor
from app.documents.syntax import Tag

HERE, GONE, END = "\ufdd7\ufdd8\ufdd9"
"""Begin the token of a value or an open branch, and that of a branch that closes; the end of both."""

TOKEN = re.compile(f"([{HERE}{GONE}]\\d+){END}")
"""One token; what is found of it is its kind and its number."""
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


@dataclass(frozen=True)
class Anchored:
    """A source with its tokens, and what the tag behind each number of a token reads."""

    source: str
    anchors: dict[int, Anchor]


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
    for number, (tag, text, after) in enumerate(zip(tags, written, pieces[1:], strict=True)):
        made += (_with_token(number, tag, text, branches, anchors), after)
    return Anchored("".join(made), anchors)


def _with_token(number: int, tag: Tag, text: str, branches: list[int], anchors: dict[int, Anchor]) -> str:
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
    return {"if": f"{text}{here}", "else": f"{gone}{text}{here}", "endif": f"{gone}{text}"}.get(
        tag.says, text
    )
