"""Which notes a paper gets: only what its own audience could read of the answers they rest on."""

from collections.abc import Iterable, Iterator, Mapping, Set

from app.core.interview import Interview, Raised
from app.core.piping import filled, piped
from app.core.questionnaire import DocumentSpec, Flag, Form
from app.core.reach import usual
from app.documents import identity, notes_blanks, notes_ties, threats
from app.documents.memo_flag import unknown
from app.documents.notes import Anchor, Note


def for_paper(
    interview: Interview, used: frozenset[Anchor], own: Set[str], data: Mapping[str, object]
) -> tuple[Note, ...]:
    """The notes of one review copy: its printed blanks, then the flags of these names.

    `used` is what its template reads, `data` what the paper is filled with.
    """
    return (*notes_blanks.notes(interview, data), *_flags(interview, used, own))


def homes(interview: Interview, papers: Iterable[tuple[DocumentSpec, frozenset[Anchor]]]) -> dict[str, str]:
    """The one paper each raised flag stands in, by its name: of those in filing order the first with a tie.

    No paper for the client has one: what a flag tells is for attorneys.
    A flag that rests on an answer this audience may not see is for the memo alone, whatever the paper's
    `reveals:` says, as is one whose words the guard would find fault with in a paper for the other side, and
    one whose sentence lacks a value.
    """
    ties, found = notes_ties.of(interview.form), dict[str, str]()
    papers = [(paper, used) for paper, used in papers if paper.audience != "client"]
    flags = {flag.name: flag for flag in interview.form.flags}
    raised = [each for each in interview.flags if not _has_hole(interview, flags[each.name])]
    for paper, used in papers:
        readable = set(usual(paper))
        for each in raised:
            flag = flags[each.name]
            if paper.twins and _may_tell_redacted(interview.form, flag):
                continue
            if each.name in found or not ties.keeps(flag) <= readable or not ties.tiers(flag, used):
                continue
            if paper.audience != "other side" or not _faulty(_said(interview.form, each)):
                found[each.name] = paper.name
    return found


def _flags(interview: Interview, used: frozenset[Anchor], own: Set[str]) -> Iterator[Note]:
    ties, flags = notes_ties.of(interview.form), {flag.name: flag for flag in interview.form.flags}
    for raised in interview.flags:
        if raised.name in own:
            said, law = _said(interview.form, raised), "; ".join(raised.law)
            yield Note("flag", raised.level, said, law, anchors=ties.tiers(flags[raised.name], used))


def _said(form: Form, raised: Raised) -> str:
    """The flag's sentence; where only something unknown raises it, that comes first and it is no fact."""
    if raised.certain or not raised.because:
        return raised.say
    return f"May apply: {unknown(form, raised.because)}. {raised.say}"


def _has_hole(interview: Interview, flag: Flag) -> bool:
    """Whether a value is missing that the sentence of a flag tells."""
    return any(filled(f"{{{name}}}", interview.evaluation, None) in ("…", "") for name in piped(flag.say))


def _may_tell_redacted(form: Form, flag: Flag) -> bool:
    """Whether its sentence pipes in an answer marked to be redacted, or a result that may repeat one."""
    marked = {question.name for question in form.questions() if question.redact}
    results = {fact.name for fact in form.facts.values() if fact.calculation is not None}
    return any(name.split(".")[0] in marked | results for name in piped(flag.say))


def _faulty(text: str) -> bool:
    return bool(threats.hits(text)) or any(identity.statuses(text))
