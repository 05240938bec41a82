"""The attorney memo: all that is needed to decide on a draft, must fix first, figures with their working."""

from collections.abc import Iterator, Mapping, Sequence

from app.core.answers import Given
from app.core.interview import Asked, Interview, Raised
from app.core.kinds.date_text import long
from app.core.memo_table import MemoTable, Part, Shown
from app.core.questionnaire import LEVELS, Level
from app.core.values import Gap
from app.documents import memo_answers, memo_flags, memo_papers, memo_parts
from app.documents.memo_flags import MemoFlag
from app.documents.memo_papers import MadePaper, Matters
from app.documents.protected import Secret, masked
from app.law.memo_tables import tables

__all__ = ["MadePaper", "Matters", "content"]


def content(interview: Interview, matters: Matters) -> dict[str, object]:
    """The memo as plain data for its template."""
    flags = memo_flags.flags(interview, matters.findings, matters.open_marks, matters.attorney)
    by_level = {level: [flag for flag in flags if flag.level == level] for level in LEVELS}
    parts = [
        _must_fix(by_level["must fix"]), _gates(interview, matters), _choices(interview),
        _flagged("Check", "check", by_level["check"]), memo_papers.papers(matters),
        *_of_law(interview, ("deadlines", "calendar")), _flagged("Note", "note", by_level["note"]),
        *_of_law(interview, ("more",)), _answers(interview, matters), *_of_law(interview, ("working",)),
        memo_papers.law_used(interview), memo_papers.edition(matters),
    ]  # fmt: skip
    data: dict[str, object] = {
        "head": _head(interview, matters, by_level),
        "parts": [part for part in parts if memo_parts.filled(part)],
    }
    return _masked(data, matters.secrets)


def _head(
    interview: Interview, matters: Matters, flags: Mapping[Level, Sequence[MemoFlag]]
) -> list[dict[str, str]]:
    form, plan = interview.form, matters.plan
    reviewed = "reviewed" if form.status == "reviewed" else "not yet reviewed by an attorney"
    counts = ", ".join(f"{len(found)} {level}" for level, found in flags.items())
    withheld = len([paper for paper in matters.withheld if not paper.gates])
    made = len(plan.papers) - withheld
    papers = f"{made} made, {len(plan.held)} held back by a gate, {withheld} withheld for its words"
    attorney = (
        f"{matters.attorney.name}, Bar No. {matters.attorney.bar_number}"
        if matters.attorney
        else "not chosen"
    )
    rows = [
        ("Form", f"{form.title} ({form.name}), {reviewed}"),
        ("Matter", ", ".join(filter(None, (matters.matter_number, matters.title)))),
        ("Day of the draft", long(interview.today)),
        ("Signing attorney", attorney),
        ("Papers", papers),
        ("Flags", counts),
    ]
    return [{"label": label, "text": text} for label, text in rows if text]


def _must_fix(found: Sequence[MemoFlag]) -> dict[str, object]:
    if found:
        return _flagged("Must fix", "must_fix", found)
    return memo_parts.part(
        "Must fix", texts=["Nothing: no blank is open, and no paper says what it may not."]
    )


def _flagged(title: str, look: str, found: Sequence[MemoFlag]) -> dict[str, object]:
    return memo_parts.part(
        title, flags=[memo_parts.flag(look, f"{title}: {flag.text}", flag.source) for flag in found]
    )


def _gates(interview: Interview, matters: Matters) -> dict[str, object]:
    return memo_parts.part("Gates", flags=[_gate(gate, matters) for gate in interview.gates])


def _gate(gate: Raised, matters: Matters) -> dict[str, object]:
    lift = next((each for each in matters.lifted if each.gate == gate.name), None)
    law = "; ".join(gate.law)
    unsure = "" if gate.certain else " Raised because an answer it rests on is not known."
    if lift is None:
        state = "Holds back every paper for the other side until an attorney lifts it."
        return memo_parts.flag("must_fix", f"Gate: {gate.say}{unsure}", state, law)
    on = f" on {lift.at[:10]}" if lift.at else ""
    state = f"Lifted by {lift.name}, Missouri Bar No. {lift.bar_number}{on}: {lift.reason}"
    return memo_parts.flag("note", f"Gate, lifted: {gate.say}{unsure}", state, law)


def _choices(interview: Interview) -> dict[str, object]:
    """The attorney's choices with every alternative, then the sums each track and reading comes to."""
    rows = tuple(_choice(asked) for asked in interview.asked if asked.question.by_attorney)
    columns = ("Choice", "Decided", "Alternatives", "By")
    choices = (MemoTable("choices", "The attorney's choices", columns, rows, wide=2),) if rows else ()
    return memo_parts.part("Choices and what they come to", (*choices, *_shown(interview, "choices")))


def _choice(asked: Asked) -> tuple[str, str, str, str]:
    question = asked.question
    decided = memo_answers.words(asked, ())
    chosen = asked.value if isinstance(asked.value, tuple) else (asked.value,)
    others = [words for key, words in question.choices.items() if key not in chosen]
    if question.kind_name == "yes or no":
        others = [words for words, value in (("Yes", True), ("No", False)) if asked.value is not value]
    return question.short, decided, "; ".join(others), _decider(asked.given)


def _decider(given: Given | None) -> str:
    return "nobody yet" if given is None or isinstance(given.value, Gap) else memo_answers.source(given)


def _shown(interview: Interview, part: Part) -> Iterator[Shown]:
    for value in interview.facts.values():
        yield from (each for each in tables(value.result) if each.part == part)


def _of_law(interview: Interview, parts: Sequence[Part]) -> Iterator[dict[str, object]]:
    for part in parts:
        yield memo_parts.part(memo_parts.TITLES[part], _shown(interview, part))


def _answers(interview: Interview, matters: Matters) -> dict[str, object]:
    rows: list[tuple[str, str, str]] = []
    heads = []
    for title, answers in memo_answers.sections(interview, matters.secrets):
        heads.append(len(rows))
        rows += [(title, "", ""), *answers]
    columns = ("Question", "Answer", "Source")
    table = MemoTable("more", "Answers", columns, tuple(rows), heads=tuple(heads))
    return memo_parts.part("Answers", (table,) if rows else ())


def _masked(value: object, known: tuple[Secret, ...]) -> dict[str, object]:
    made = _mask(value, known) if known else value
    assert isinstance(made, dict)
    return made


def _mask(value: object, known: tuple[Secret, ...]) -> object:
    """What people typed may repeat what they put in the vault; the memo does not."""
    if isinstance(value, str):
        return masked(value, known)
    if isinstance(value, dict):
        return {key: _mask(part, known) for key, part in value.items()}
    return [_mask(part, known) for part in value] if isinstance(value, list) else value
