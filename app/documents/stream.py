"""A template as one stream: words, tags, paragraphs, rows and cells, in the order of the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from app.documents import syntax
from app.documents.syntax import Tag

Kind = Literal["word", "tag", "edge"]
_PIECE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\s+|(?:(?!\{\{|\{%)\S)+", re.DOTALL)


@dataclass(frozen=True)
class Token:
    """A word, a blank, a tag, or where a paragraph, a table, a row or a cell begins or ends."""

    kind: Kind
    said: str
    place: str = field(default="", compare=False)


def tokens(text: str, place: str = "") -> Iterator[Token]:
    """The words, blanks and tags of a text; a tag in the one form in which it can be written."""
    for piece in _PIECE.findall(text):
        tag = next(iter(syntax.scan([(place, piece)])), None) if piece.startswith(("{{", "{%")) else None
        if isinstance(tag, Tag):
            yield Token("tag", written(tag), place)
        else:
            yield Token("word", piece, place)


def edge(said: str, place: str = "") -> Token:
    """Where something begins or ends."""
    return Token("edge", said, place)


def written(tag: Tag) -> str:
    """A tag as it is written plainly."""
    path = ".".join(tag.path)
    if tag.says == "print":
        return f"{{{{ {' | '.join((path, *tag.filters))} }}}}"
    inside = {"if": f"if {'not ' * tag.denied}{path}", "for": f"for {tag.target} in {path}"}
    return f"{{% {inside.get(tag.says, tag.says)} %}}"
