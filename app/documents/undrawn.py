"""Characters a PDF cannot show, found before it is made and led back to the answers that hold them."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from app.core.interview import Asked, Interview
from app.documents import fonts, pdf
from app.documents.filters import listed
from app.documents.findings import Finding
from app.documents.notes import Note
from app.documents.packet import Planned
from app.documents.plain_values import strings


def characters(twin: Path, data: Mapping[str, object], notes: Sequence[Note] = ()) -> tuple[str, ...]:
    """What the PDF of a twin would show as empty boxes: nothing is laid out, and mostly nothing filled."""
    told = "".join((*strings(data), *(note.text + note.law for note in notes)))
    found = _of_twin(pdf.read(twin).jinja) | fonts.missing(told if told.isascii() else told + told.upper())
    if found:
        # What stands in a part that is left out this time takes no drawing.
        found &= set(pdf.body(twin, data)) | {sign for note in notes for sign in note.text + note.law}
    return tuple(sorted(found))


@lru_cache(maxsize=64)
def _of_twin(jinja: str) -> frozenset[str]:
    return frozenset(fonts.missing(jinja))


def findings(interview: Interview, paper: Planned, characters: Sequence[str]) -> Iterator[Finding]:
    """One finding for each answer that holds some of the characters, and one for those in no answer."""
    left = list(dict.fromkeys(characters))
    for asked in interview.asked:
        said = _said(asked) if left else ""
        if held := [character for character in left if character in said]:
            left = [character for character in left if character not in held]
            yield _finding(paper, held, asked)
    if left:
        yield _finding(paper, left, None)


def _said(asked: Asked) -> str:
    """The words of an answer that may stand in a paper."""
    question = asked.question
    if question.keep == "vault" or question.is_list or asked.is_open:
        return ""
    return question.kind.words(asked.value, question.settings)


def _finding(paper: Planned, characters: Sequence[str], source: Asked | None) -> Finding:
    named = listed([_named(character) for character in characters])
    told = f"The answer to “{source.question.short}”" if source else "This paper"
    shows = "shows an empty box in its place" if len(characters) == 1 else "shows empty boxes in their place"
    mend = "Write it in letters that print, or send the Word file and look at it first."
    return Finding(
        level="must fix", kind="no glyph", document=paper.document, title=paper.title, place="the PDF",
        words="".join(characters), sentence=f"{told} holds {named}; the PDF {shows}. {mend}",
        question=source.question.path if source else "", item=source.item if source else None,
    )  # fmt: skip


def _named(character: str) -> str:
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'a character without a name').lower()})"
