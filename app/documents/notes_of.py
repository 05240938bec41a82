"""Which notes a paper gets: only what its own audience could read of the answers they rest on."""

from collections.abc import Iterable, Iterator, Mapping

from app.core.interview import Interview, Raised
from app.core.questionnaire import DocumentSpec, Form
from app.core.reach import REACHES
from app.documents import identity, notes_blanks, notes_ties, threats
from app.documents.memo_flag import unknown
from app.documents.notes import Anchor, Note
from app.documents.syntax import Use


def for_paper(
    interview: Interview, paper: DocumentSpec, uses: Iterable[Use], data: Mapping[str, object]
) -> tuple[Note, ...]:
    """The notes of one review copy: its printed blanks, then the flags that rest on what it prints.

    `data` is what the paper is filled with. A flag that rests on an answer this audience may not see is for
    the memo alone, whatever the paper's `reveals:` says, as is one whose words the guard would find fault
    with in a paper for the other side.
    """
    used = frozenset((use.says, use.path) for use in uses if use.says != "for")
    return (*notes_blanks.notes(interview, data), *_flags(interview, paper, used))


def _flags(interview: Interview, paper: DocumentSpec, used: frozenset[Anchor]) -> Iterator[Note]:
    ties, readable = notes_ties.of(interview.form), set(REACHES[paper.audience])
    flags = {flag.name: flag for flag in interview.form.flags}
    for raised in interview.flags:
        flag = flags[raised.name]
        anchors = ties.tiers(flag, used)
        if anchors and ties.keeps(flag) <= readable:
            note = Note(
                "flag", raised.level, _said(interview.form, raised), "; ".join(raised.law), anchors=anchors
            )
            if paper.audience != "other side" or not _faulty(note.text):
                yield note


def _said(form: Form, raised: Raised) -> str:
    if raised.certain or not raised.because:
        return raised.say
    return f"{raised.say} (Raised because {unknown(form, raised.because)}.)"


def _faulty(text: str) -> bool:
    return bool(threats.hits(text)) or any(identity.statuses(text))
