"""Every answer of a draft for the memo, section by section, with who gave it and where it came from."""

from collections.abc import Iterator

from app.core.answers import Given
from app.core.interview import Asked, Interview
from app.core.reading import SectionProgress
from app.core.values import Blank, Gap
from app.documents.memo_flags import CAUSES
from app.documents.protected import Secret, masked

Row = tuple[str, str, str]
"""Label, words and source of an answer."""

VAULT = "(kept in the vault; printed in no paper)"
SOURCES = {
    "person": "answered",
    "file": "answer file",
    "sheet": "spreadsheet",
    "office default": "office default",
    "batch default": "batch default",
    "attorney": "attorney",
    "example": "invented example",
}
"""What the sources of answers are called."""


def sections(interview: Interview, known: tuple[Secret, ...]) -> list[tuple[str, tuple[Row, ...]]]:
    """The title of each section with a row for each answer; an item of a list is one row.

    What an attorney decides stands among the choices.
    """
    return [
        (progress.section.title, tuple(_rows(interview, progress, known)))
        for progress in interview.sections
        if not progress.section.by_attorney
    ]


def words(asked: Asked, known: tuple[Secret, ...]) -> str:
    """An answer as the memo says it; what lies in the vault stays there."""
    value = asked.value
    if asked.question.keep == "vault" and not isinstance(value, Gap | Blank):
        return VAULT
    if isinstance(value, Gap):
        return f"{CAUSES[value.cause]}{f': {value.reason}' if value.reason else ''}"
    if isinstance(value, Blank):
        return "(left empty)"
    return masked(asked.question.kind.words(value, asked.question.settings), known)


def source(given: Given | None) -> str:
    """Where an answer came from, who gave it, and on which day."""
    if given is None:
        return "nobody yet"
    return ", ".join(filter(None, (SOURCES.get(given.source, given.source), given.by, given.at[:10])))


def _rows(interview: Interview, progress: SectionProgress, known: tuple[Secret, ...]) -> Iterator[Row]:
    for asked in progress.asked:
        if asked.item is not None:
            continue
        if asked.question.is_list:
            yield from _list(interview, progress, asked, known)
        else:
            yield (asked.question.short, words(asked, known), source(asked.given))


def _list(
    interview: Interview, progress: SectionProgress, asked: Asked, known: tuple[Secret, ...]
) -> Iterator[Row]:
    items = interview.items(asked.question)
    if isinstance(asked.value, Gap | Blank) or not items:
        said = words(asked, known) if isinstance(asked.value, Gap | Blank) else "None."
        yield (asked.question.short, said, source(asked.given))
    for number, item in enumerate(items, 1):
        inner = [
            each
            for each in progress.asked
            if each.item == item.id and each.question.in_list == asked.question.name
        ]
        told = "; ".join(
            f"{each.question.short}: {words(each, known)}"
            for each in inner
            if not isinstance(each.value, Blank)
        )
        sources = dict.fromkeys(source(each.given) for each in inner)
        yield (f"{asked.question.one} {number}".capitalize(), told, "; ".join(sources))
