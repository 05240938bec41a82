"""Every answer of a draft for the memo, section by section, with who gave it and where it came from."""

from collections import Counter
from collections.abc import Iterator, Sequence

from app.core.answers import Given
from app.core.interview import Asked, Interview
from app.core.memo_table import MemoTable
from app.core.reading import SectionProgress
from app.core.values import Blank, Gap
from app.documents import memo_parts
from app.documents.memo_flag import CAUSES
from app.documents.protected import Secret, masked

Row = tuple[str, str, str]
"""Label, words and source of an answer."""

TAKEN = "taken over"
"""What is said of an answer that was given in another draft of the same matter."""
_SHORT = 90
"""Longer answers have a row of their own."""
VAULT = "(kept in the vault; printed in no paper)"
NUMBER = "(given; its number stands only where the court asks for it)"
_NUMBERS = (
    "social security number", "driver license number", "state id number", "passport number",
    "taxpayer number", "account number",
)  # fmt: skip
"""Items of the redaction lists with which a stranger could pass for somebody."""
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
BLANK = "(left empty)"
_ALIKE = (*CAUSES.values(), BLANK, VAULT, NUMBER)
"""What many answers of a section may say: their labels are named together."""


def part(interview: Interview, known: tuple[Secret, ...]) -> dict[str, object]:
    """Every answer, section by section: short ones together, long ones and items each in their own row."""
    told = sections(interview, known)
    sources = Counter(source for _, rows in told for _, _, source in rows)
    usual = sources.most_common(1)[0][0] if sources else ""
    rows = [row for title, answers in told for row in _compact(title, answers, usual)]
    notes = (f"Where nothing else is said, the source of an answer is: {usual}.", *_taken(sources))
    table = MemoTable("more", "Answers", ("Section", "Answers"), tuple(rows), notes=notes)
    return memo_parts.part("Answers", (table,) if rows else ())


def _taken(sources: Counter[str]) -> tuple[str, ...]:
    """What “taken over” means, where something was."""
    taken = any(source.endswith(TAKEN) for source in sources)
    return ("“Taken over” means: given in another draft of this client, before or since.",) if taken else ()


def sections(interview: Interview, known: tuple[Secret, ...]) -> list[tuple[str, tuple[Row, ...]]]:
    """The title of each section with a row for each answer; an item of a list is one row.

    What an attorney decides stands among the choices.
    """
    return [
        (progress.section.title, tuple(_rows(interview, progress, known)))
        for progress in interview.sections
        if not progress.section.by_attorney
    ]


def _compact(title: str, answers: Sequence[Row], usual: str) -> Iterator[tuple[str, str]]:
    """The short answers of a section in one row, those that say the same together; then the long ones.

    A source that most answers of the section have, and most others have not, is said once, with its title.
    """
    short: dict[tuple[str, str], list[str]] = {}
    long: list[tuple[str, str]] = []
    own = Counter(source for _, _, source in answers).most_common(1)
    here = own[0][0] if own else usual
    title = title if here == usual else f"{title} ({here})"
    for label, said, source in answers:
        told = "" if source == here else f" ({source})"
        if len(said) > _SHORT:
            long.append((label, f"{said}{told}"))
        else:
            alone = label if said not in _ALIKE else ""
            short.setdefault((f"{said}{told}", alone), []).append(label)
    lines = "; ".join(f"{', '.join(labels)}: {said}" for (said, _), labels in short.items())
    yield from ((title, lines),) if lines else ()
    yield from long


def words(asked: Asked, known: tuple[Secret, ...]) -> str:
    """An answer as the memo says it; what lies in the vault stays there."""
    value = asked.value
    if asked.question.keep == "vault" and not isinstance(value, Gap | Blank):
        return VAULT
    if isinstance(value, Gap):
        return f"{CAUSES[value.cause]}{f': {value.reason}' if value.reason else ''}"
    if isinstance(value, Blank):
        return BLANK
    if asked.question.redact in _NUMBERS:
        return NUMBER
    return masked(asked.question.kind.words(value, asked.question.settings), known)


def source(given: Given | None) -> str:
    """Where an answer came from, who gave it, and on which day."""
    if given is None:
        return "nobody yet"
    told = (SOURCES.get(given.source, given.source), given.by, given.at[:10])
    return ", ".join(filter(None, (*told, TAKEN if given.taken_from else "")))


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
