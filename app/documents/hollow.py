"""Passages of a template in which nothing stands: an `if` or a `for` that is closed at once."""

from collections.abc import Iterable, Iterator

from app.documents.stream import Token, tokens
from app.documents.syntax import Mistake

_CLOSES = {"{% if": "{% endif %}", "{% for": "{% endfor %}"}


def mistakes(pieces: Iterable[tuple[str, str]]) -> Iterator[Mistake]:
    """One for each hollow passage of a template, by its paragraphs, each with its place."""
    before = None
    for place, text in pieces:
        # An empty paragraph may draw a rule; a row of tags has cells in which nothing stands.
        if place.startswith("table") or not text:
            before = None
        for token in tokens(text.strip(), place):
            if before and _is_closed_by(before, token):
                yield Mistake(before.place, f"“{before.said}” holds nothing; write in it, or take it out.")
            before = token


def _is_closed_by(before: Token, token: Token) -> bool:
    return _CLOSES.get(" ".join(before.said.split()[:2])) == token.said
