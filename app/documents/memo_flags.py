"""Everything that asks for the attorney's eye: from form, answers, law and the finished papers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.core.interview import Asked, Interview
from app.core.kinds.date_text import long
from app.core.office import Attorney
from app.core.questionnaire import LEVELS, Form, Level
from app.core.values import Gap, When
from app.documents.context import SIGNS
from app.documents.findings import Finding

CAUSES = {"not known": "Not known yet", "not safe": "Not safe to say", "undecided": "Not decided"}
"""What a gap is called in the memo, by its cause."""


@dataclass(frozen=True)
class MemoFlag:
    """One flag of the memo: what it says, and below it why and by what law or at which place."""

    level: Level
    text: str
    source: str = ""


def flags(
    interview: Interview,
    findings: Sequence[Finding],
    open_marks: Iterable[tuple[str, str]],
    attorney: Attorney | None = None,
) -> list[MemoFlag]:
    """Every flag once, must fix first; `open_marks` are (label, title of the paper) of printed blanks."""
    marks: dict[str, list[str]] = {}
    for label, title in open_marks:
        marks.setdefault(label, []).append(title)
    found = [
        *_of_findings(findings), *_undecided(interview), *_signer(interview, attorney),
        *_of_marks(interview, marks), *_of_form(interview),
        *_not_worked_out(interview), *_of_results(interview), *_gaps(interview, marks), *_inexact(interview),
        *_left_out(interview),
    ]  # fmt: skip
    return sorted(dict.fromkeys(found), key=lambda flag: LEVELS.index(flag.level))


def label_of(form: Form, name: str) -> str:
    """What people call a name of the form: its question's few words, its fact's meaning, or the name."""
    question = form.question(name) or next((each for each in form.questions() if each.name == name), None)
    fact = form.facts.get(name.split(".")[0])
    return question.short if question else fact.means if fact else name


def _of_findings(findings: Iterable[Finding]) -> Iterator[MemoFlag]:
    """One flag for what is said alike of several papers, with every place."""
    alike: dict[tuple[Level, bool, str], list[Finding]] = {}
    for each in findings:
        alike.setdefault((each.level, each.final, each.sentence), []).append(each)
    for (level, final, sentence), found in alike.items():
        titles = ", ".join(dict.fromkeys(each.title for each in found))
        withheld = " What holds it is withheld; no attorney can lift this." if final else ""
        places = "; ".join(f"{each.title}, {each.place}" for each in found)
        yield MemoFlag(level, f"{titles}: {sentence}{withheld}", places)


def _undecided(interview: Interview) -> Iterator[MemoFlag]:
    for asked in interview.gaps:
        if asked.value == Gap("undecided"):
            law = "; ".join(asked.question.law)
            yield MemoFlag(
                "must fix", f"Decide: {asked.question.short}.", law or "A choice only an attorney makes."
            )


def _signer(interview: Interview, attorney: Attorney | None) -> Iterator[MemoFlag]:
    wanted = interview.state(SIGNS)
    if isinstance(wanted, str) and attorney is None:
        text = f"The office profile has no attorney “{wanted}”; put the attorney in, or choose another one."
        yield MemoFlag("must fix", text, "Office profile")


def _of_marks(interview: Interview, marks: dict[str, list[str]]) -> Iterator[MemoFlag]:
    undecided = {asked.question.short for asked in interview.gaps if asked.value == Gap("undecided")}
    for label, titles in marks.items():
        papers = ", ".join(dict.fromkeys(titles))
        if label not in undecided:
            yield MemoFlag("must fix", f"Marked blank: {label}.", f"Stands in: {papers}")


def _of_form(interview: Interview) -> Iterator[MemoFlag]:
    for raised in interview.flags:
        names = _names(interview.form, raised.because)
        why = "" if raised.certain or not names else f"Raised because {names} is not known"
        yield MemoFlag(raised.level, raised.say, "; ".join(filter(None, (*raised.law, why))))


def _not_worked_out(interview: Interview) -> Iterator[MemoFlag]:
    for value in interview.facts.values():
        if value.gap is not None:
            reason = value.gap.reason or "A name it needs is open."
            yield MemoFlag(
                "must fix", f"Not worked out: {value.fact.means}. {reason}", "; ".join(value.fact.law)
            )


def _of_results(interview: Interview) -> Iterator[MemoFlag]:
    for value in interview.facts.values():
        for each in getattr(value.result, "cautions", ()):
            yield MemoFlag(each.level, each.text, each.citation)


def _gaps(interview: Interview, marks: dict[str, list[str]]) -> Iterator[MemoFlag]:
    for asked in interview.gaps:
        value = asked.value
        if isinstance(value, Gap) and value.cause != "undecided" and asked.question.short not in marks:
            yield MemoFlag(
                "check", f"{CAUSES[value.cause]}: {_named(asked)}.", "Prints in no paper of this packet."
            )


def _inexact(interview: Interview) -> Iterator[MemoFlag]:
    for asked in interview.asked:
        value = asked.value
        if isinstance(value, When) and not value.exact:
            said = asked.question.kind.words(value, asked.question.settings)
            yield MemoFlag(
                "check",
                f"{_named(asked)} is known only as “{said}”: read as {long(value.earliest)}"
                f" at the earliest and {long(value.latest)} at the latest.",
                "Deadlines use the reading that ends sooner; pin the date down where one is near.",
            )


def _left_out(interview: Interview) -> Iterator[MemoFlag]:
    for each in interview.left_out:
        names = _names(interview.form, each.because)
        yield MemoFlag(
            "check", f"Left out: {each.what}, because {names} is not known.", "Answer it and assemble again."
        )


def _named(asked: Asked) -> str:
    where = f" ({asked.question.in_list} {asked.item})" if asked.item else ""
    return f"{asked.question.short}{where}"


def _names(form: Form, names: Iterable[str]) -> str:
    return " and ".join(f"“{label_of(form, name)}”" for name in names)
