"""Everything that asks for the attorney's eye: from form, answers, law and the finished papers."""

from collections.abc import Iterable, Iterator

from app.core.interview import Interview
from app.core.office import Attorney
from app.core.questionnaire import LEVELS, Level
from app.documents import alike, memo_choices, memo_gaps, memo_redactions
from app.documents.alike import Alike
from app.documents.context import SIGNS
from app.documents.findings import Finding
from app.documents.memo_flag import MemoFlag
from app.documents.memo_papers import Matters


def flags(interview: Interview, matters: Matters) -> list[MemoFlag]:
    """Every flag once, must fix first."""
    marks: dict[str, list[str]] = {}
    for label, title in matters.open_marks:
        marks.setdefault(label, []).append(title)
    found = [
        *_of_findings(matters.findings), *memo_choices.flags(interview, marks, matters.meanwhile),
        *memo_redactions.flags(matters.redactions),
        *_signer(interview, matters.attorney), *memo_gaps.blanks(interview, marks),
        *memo_gaps.of_form(interview), *memo_gaps.not_worked_out(interview, marks),
        *_of_results(interview), *memo_gaps.same_in_lists(interview), *memo_gaps.inexact(interview),
        *memo_gaps.unprinted(interview, marks),
    ]  # fmt: skip
    return sorted(dict.fromkeys(found), key=lambda flag: LEVELS.index(flag.level))


def lasting(interview: Interview, attorney: Attorney | None) -> list[MemoFlag]:
    """The flags that no rule to fill by hand settles: the form's, the signer's, the law results'."""
    return [*_signer(interview, attorney), *memo_gaps.of_form(interview), *_of_results(interview)]


def _of_findings(findings: Iterable[Finding]) -> Iterator[MemoFlag]:
    """One flag for what is said alike of several papers, with every place."""
    said: dict[tuple[Level, bool, str], list[Alike]] = {}
    for each in alike.together(findings):
        said.setdefault((each.first.level, each.first.final, each.first.sentence), []).append(each)
    for (level, final, sentence), found in said.items():
        titles = ", ".join(dict.fromkeys(each.first.title for each in found))
        there = final and found[0].first.kind != "form not filled"
        withheld = " What holds it is withheld; no attorney can lift this." if there else ""
        places = "; ".join(f"{each.first.title}, {each.places}" for each in found)
        yield MemoFlag(level, f"{titles}: {sentence}{withheld}", (places,))


def _signer(interview: Interview, attorney: Attorney | None) -> Iterator[MemoFlag]:
    wanted = interview.state(SIGNS)
    if isinstance(wanted, str) and attorney is None:
        text = f"The office profile has no attorney “{wanted}”; put the attorney in, or choose another one."
        yield MemoFlag("must fix", text, ("Office profile",))


def _of_results(interview: Interview) -> Iterator[MemoFlag]:
    """The cautions of the law's results; what is said alike of several laws is one flag with all of them."""
    law: dict[tuple[Level, str], dict[str, None]] = {}
    for value in interview.facts.values():
        for each in getattr(value.result, "cautions", ()):
            cited = dict.fromkeys(each.citation.split("; ")) if each.citation else {}
            law.setdefault((each.level, each.text), {}).update(cited)
    for (level, text), cited in law.items():
        yield MemoFlag(level, text, ("; ".join(cited),) if cited else ())
