"""The attorney memo: all that is needed to decide on a draft, must fix first, figures with their working."""

from collections.abc import Iterator, Sequence

from app.core.interview import Interview, Raised
from app.core.memo_table import MemoTable, Part, Shown
from app.core.questionnaire import LEVELS
from app.core.reach import opens_vault
from app.documents import (
    memo_answers,
    memo_choices,
    memo_first,
    memo_flags,
    memo_papers,
    memo_parts,
    memo_redactions,
)
from app.documents.memo_flag import MemoFlag, unknown
from app.documents.memo_papers import MadePaper, Matters
from app.documents.packet import Lifted
from app.documents.protected import Secret, masked
from app.law.memo_tables import tables

VAULT_SHEET = "(kept in the vault; printed in the court’s closed sheet alone)"
"""What stands in the place of such an answer when the draft has a paper that may say it."""
__all__ = ["MadePaper", "Matters", "content"]


def content(interview: Interview, matters: Matters) -> dict[str, object]:
    """The memo as plain data for its template."""
    flags = memo_flags.flags(interview, matters)
    by_level = {level: [flag for flag in flags if flag.level == level] for level in LEVELS}
    parts = [
        _must_fix(by_level["must fix"]), *_of_law(interview, ("screening",)), _gates(interview, matters),
        _choices(interview),
        _flagged("Check", "check", by_level["check"]), memo_papers.papers(matters),
        memo_redactions.part(matters.redactions),
        *_of_law(interview, ("deadlines", "calendar")), _notes(by_level["note"]),
        *_of_law(interview, ("more",)), memo_answers.part(interview, matters.secrets),
        *_of_law(interview, ("working",)), memo_papers.law_used(interview),
        memo_papers.edition(matters),
    ]  # fmt: skip
    data: dict[str, object] = {
        "head": memo_first.rows(interview, matters, by_level),
        "parts": [part for part in parts if memo_parts.filled(part)],
    }
    vault = VAULT_SHEET if any(map(opens_vault, interview.documents)) else memo_answers.VAULT
    return _masked(data, matters.secrets, vault)


def _must_fix(found: Sequence[MemoFlag]) -> dict[str, object]:
    if found:
        return _flagged("Must fix", "must_fix", found)
    return memo_parts.part(
        "Must fix", texts=["Nothing: no blank is open, and no paper says what it may not."]
    )


def _flagged(title: str, look: str, found: Sequence[MemoFlag]) -> dict[str, object]:
    return memo_parts.part(
        title, flags=[memo_parts.flag(look, f"{title}: {flag.text}", *flag.sources) for flag in found]
    )


def _notes(found: Sequence[MemoFlag]) -> dict[str, object]:
    """What need not be acted on, closely set."""
    rows = tuple(
        (flag.sources[0], flag.text)
        if len(flag.sources) == 1
        else ("", "\n".join((flag.text, *flag.sources)))
        for flag in found
    )
    return memo_parts.part("Note", [MemoTable("more", "", ("Law", "Note"), rows)] if rows else [])


def _gates(interview: Interview, matters: Matters) -> dict[str, object]:
    lifts = {lift.gate: lift for lift in matters.lifted}
    up = any(gate.name not in lifts for gate in interview.gates)
    holds = [f"Each of these holds back {_held(interview)} until an attorney lifts it."] if up else []
    found = [_gate(interview, gate, lifts.get(gate.name)) for gate in interview.gates]
    return memo_parts.part("Gates", texts=holds, flags=found)


def _gate(interview: Interview, gate: Raised, lift: Lifted | None) -> dict[str, object]:
    why = (
        f"Raised because {unknown(interview.form, gate.because)}" if not gate.certain and gate.because else ""
    )
    law = "; ".join(filter(None, (*gate.law, _narrow(interview, gate), why)))
    if lift is None:
        return memo_parts.flag("must_fix", f"Gate: {gate.say}", law)
    on = f" on {lift.at[:10]}" if lift.at else ""
    state = f"Lifted by {lift.name}, Missouri Bar No. {lift.bar_number}{on}: {lift.reason}"
    return memo_parts.flag("note", f"Gate, lifted: {gate.say}", state, law)


def _held(interview: Interview) -> str:
    """What a gate holds back that names no papers."""
    to_court = any(document.audience == "court" for document in interview.form.documents)
    return "every paper for the court and the other side" if to_court else "every paper for the other side"


def _narrow(interview: Interview, gate: Raised) -> str:
    """The papers a gate holds back, where it names them."""
    named = next((each.holds for each in interview.form.gates if each.name == gate.name), ())
    documents = (interview.form.document(name) for name in named)
    titles = ", ".join(document.title for document in documents if document)
    return f"It holds back only: {titles}" if titles else ""


def _choices(interview: Interview) -> dict[str, object]:
    """The attorney's choices with every alternative, then the sums each track and reading comes to."""
    shown = (*memo_choices.table(interview), *_shown(interview, "choices"))
    return memo_parts.part("Choices and what they come to", shown)


def _shown(interview: Interview, part: Part) -> Iterator[Shown]:
    for value in interview.facts.values():
        yield from (each for each in tables(value.result) if each.part == part)


def _of_law(interview: Interview, parts: Sequence[Part]) -> Iterator[dict[str, object]]:
    for part in parts:
        yield memo_parts.part(memo_parts.TITLES[part], _shown(interview, part))


def _masked(value: object, known: tuple[Secret, ...], vault: str) -> dict[str, object]:
    made = _mask(value, known, vault) if known else value
    assert isinstance(made, dict)
    return made


def _mask(value: object, known: tuple[Secret, ...], vault: str) -> object:
    """What people typed may repeat what they put in the vault; the memo does not."""
    if isinstance(value, str):
        return masked(value, known).replace(memo_answers.VAULT, vault)
    if isinstance(value, dict):
        return {key: _mask(part, known, vault) for key, part in value.items()}
    return [_mask(part, known, vault) for part in value] if isinstance(value, list) else value
