"""What is not known, in few flags: printed blanks, unprinted answers, and what each cause leaves open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.core import same_items
from app.core.interview import Interview, Raised
from app.core.kinds.date_text import long
from app.core.questionnaire import Level
from app.core.values import Gap, When
from app.documents.memo_flag import CAUSES, MemoFlag, label_of, named, unknown

Marks = Mapping[str, Sequence[str]]
"""The titles of the papers in which a marked blank stands, by its label."""


def blanks(interview: Interview, marks: Marks) -> Iterator[MemoFlag]:
    """One flag for all marked blanks, a line for each group of papers; choices are told apart."""
    undecided = {asked.question.short for asked in interview.gaps if asked.value == Gap("undecided")}
    places: dict[str, list[str]] = {}
    for label in (label for label in marks if label not in undecided):
        places.setdefault(", ".join(dict.fromkeys(marks[label])), []).append(label)
    if count := sum(map(len, places.values())):
        said = "1 marked blank is" if count == 1 else f"{count} marked blanks are"
        lines = tuple(f"{papers}: {'; '.join(labels)}" for papers, labels in places.items())
        yield MemoFlag("must fix", f"{said} printed.", lines)


def unprinted(interview: Interview, marks: Marks) -> Iterator[MemoFlag]:
    """One flag for the answers of each cause that print in no paper, a line for each section."""
    for cause in ("not known", "not safe"):
        lines, count = [], 0
        for progress in interview.sections:
            labels: dict[str, list[str]] = {}
            for asked in progress.asked:
                gap = asked.value
                if isinstance(gap, Gap) and gap.cause == cause and asked.question.short not in marks:
                    labels.setdefault(asked.question.short, []).append(asked.item or "")
                    count += 1
            if labels:
                lines.append(f"{progress.section.title}: {'; '.join(_with_items(labels))}")
        if lines:
            said = "1 answer prints" if count == 1 else f"{count} answers print"
            yield MemoFlag("check", f"{CAUSES[cause]}: {said} in no paper of this packet.", tuple(lines))


def _with_items(labels: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for label, items in labels.items():
        numbers = ", ".join(item for item in items if item)
        yield f"{label} ({numbers})" if numbers else label


def not_worked_out(interview: Interview, marks: Marks) -> Iterator[MemoFlag]:
    """One flag for the results that wait for the same; must fix where a paper prints the blank."""
    waiting: dict[tuple[Level, str], list[str]] = {}
    law: dict[tuple[Level, str], dict[str, None]] = {}
    for value in interview.facts.values():
        if value.gap is not None:
            reason = value.gap.reason or "A name it needs is open."
            key: tuple[Level, str] = ("must fix" if value.fact.means in marks else "check", reason)
            waiting.setdefault(key, []).append(value.fact.means)
            law.setdefault(key, {}).update(dict.fromkeys(value.fact.law))
    for (level, reason), facts in waiting.items():
        yield MemoFlag(
            level, f"Not worked out: {'; '.join(facts)}. {reason}", _kept("; ".join(law[level, reason]))
        )


def inexact(interview: Interview) -> Iterator[MemoFlag]:
    """One flag for all dates that are not exact, a line each."""
    lines = []
    for asked in interview.asked:
        if isinstance(asked.value, When) and not asked.value.exact:
            said = asked.question.kind.words(asked.value, asked.question.settings)
            lines.append(
                f"{named(asked)}, “{said}”: read as {long(asked.value.earliest)} at the earliest and"
                f" {long(asked.value.latest)} at the latest."
            )
    if lines:
        what = "A date is" if len(lines) == 1 else f"{len(lines)} dates are"
        yield MemoFlag(
            "check", f"{what} not exact. Deadlines use the reading that ends sooner.", tuple(lines)
        )


def same_in_lists(interview: Interview) -> Iterator[MemoFlag]:
    """A flag for each list in which items say the same, as a copy does that nobody changed."""
    for asked in interview.asked:
        if asked.question.is_list:
            found = same_items.found(interview.answers, asked.question)
            lines = tuple(same_items.said(asked.question, places) for places in found)
            if lines:
                yield MemoFlag("check", f"Is each of these meant? {' '.join(lines)}", (asked.question.short,))


def of_form(interview: Interview) -> Iterator[MemoFlag]:
    """The form's flags, and what is left out; those that rest on the same unknown answers in one flag."""
    open_ones: dict[tuple[Level, tuple[str, ...]], list[Raised]] = {}
    left: dict[tuple[Level, tuple[str, ...]], list[str]] = {}
    for raised in interview.flags:
        key = (raised.level, _causes(interview, raised.because))
        if raised.certain or not raised.because or raised.level == "must fix":
            yield _alone(interview, raised)
        else:
            open_ones.setdefault(key, []).append(raised)
    for each in interview.left_out:
        left.setdefault(("check", _causes(interview, each.because)), []).append(each.what)
    for key in dict.fromkeys((*left, *open_ones)):
        yield from _together(interview, key, left.get(key, ()), open_ones.get(key, ()))


def _together(
    interview: Interview, key: tuple[Level, tuple[str, ...]], left: Sequence[str], found: Sequence[Raised]
) -> Iterator[MemoFlag]:
    level, because = key
    cause = unknown(interview.form, because)
    if len(found) == 1 and not left:
        yield _alone(interview, found[0])
    elif not found:
        yield MemoFlag(level, f"Left out: {'; '.join(left)}, because {cause}.")
    else:
        out = _kept(f"Left out: {'; '.join(left)}." if left else "")
        text = f"Because {cause}, each of these may apply."
        yield MemoFlag(level, text, (*out, *(_line(raised) for raised in found)))


def _line(raised: Raised) -> str:
    return f"– {raised.say} [{'; '.join(raised.law)}]" if raised.law else f"– {raised.say}"


def _alone(interview: Interview, raised: Raised) -> MemoFlag:
    why = f"Raised because {unknown(interview.form, raised.because)}"
    told = why if raised.because and not raised.certain else ""
    return MemoFlag(raised.level, raised.say, _kept("; ".join(_kept(*raised.law, told))))


def _causes(interview: Interview, names: Iterable[str]) -> tuple[str, ...]:
    """Names with different labels, in a fixed order, so that one cause is known again."""
    return tuple(sorted({label_of(interview.form, name): name for name in names}.values()))


def _kept(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)
