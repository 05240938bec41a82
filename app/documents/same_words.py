"""Proof that a Word template and its twin say the same: then so does every paper filled from the two."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from app.documents import package, stream_twin, stream_word, syntax, template
from app.documents.package import MAIN, w
from app.documents.stream import Token

_BEFORE, _SHOWN = 8, 6
_NOTHING = Token("edge", "nothing more")


def faults(docx: Path, html: Path) -> Iterator[str]:
    """The first place where a twin, or what docxtpl fills, does not say what the Word template does.

    Compared are words, blanks, tags, paragraphs with their styles, tables, rows and cells. Raises as
    `template.read` does where the Word file has mistakes.
    """
    made = template.read(docx)
    names = package.style_names(made.parts)
    body = package.parse(made.parts[MAIN]).find(w("body"))
    own = [] if body is None else list(stream_word.stream(body, names))
    filled = list(stream_word.stream(package.parse(made.jinja), names))
    yield from _difference(own, filled, "what docxtpl fills says")
    yield from _of_twin(own, html)


def _of_twin(own: Sequence[Token], html: Path) -> Iterator[str]:
    try:
        _, _, source = html.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError) as fault:
        yield f"Its HTML twin cannot be read ({type(fault).__name__})."
        return
    if mistakes := syntax.mistakes(source):
        yield f"Its HTML twin says what a template may not: {mistakes[0]}"
        return
    yield from _difference(own, list(stream_twin.stream(source)), "its twin says")


def _difference(own: Sequence[Token], other: Sequence[Token], whose: str) -> Iterator[str]:
    for at, (mine, its) in enumerate(zip_longest(own, other, fillvalue=_NOTHING)):
        if mine != its:
            place = next((token.place for token in own[at::-1] if token.place), "the beginning")
            before = _said(own[max(0, at - _BEFORE) : at]) or "nothing"
            wanted, found = (_beginning(each[at : at + _SHOWN]) for each in (own, other))
            yield (f"At {place}, after “{before}”, the Word template says “{wanted}”, but {whose} “{found}”.")
            return


def _beginning(tokens: Sequence[Token]) -> str:
    """How tokens go on; what begins or ends there is named."""
    if not tokens:
        return _NOTHING.said
    rest = _said(tokens[1:])
    return f"[{tokens[0].said}] {rest}" if tokens[0].kind == "edge" else _said(tokens)


def _said(tokens: Sequence[Token]) -> str:
    """Tokens as a person reads them, a bar for each new paragraph or cell."""
    words = "".join(" | " if each.kind == "edge" else each.said for each in tokens)
    return " | ".join(filter(None, (" ".join(piece.split()) for piece in words.split(" | "))))
