"""Between what the store keeps of an answer and the value it means."""

from app.core.kinds import Raw as KindRaw
from app.core.kinds import Refused, refuse
from app.core.questionnaire import Question
from app.core.values import Blank, Gap, Value
from app.store.locker import Raw

Said = KindRaw | Gap | Blank | bool
"""What a person gives: raw words for the kind, a gap, a blank, or True for “that is all of this list”."""

DONE: Raw = {"done": True}
BLANK: Raw = {"blank": True}


def kept(question: Question, value: Value) -> Raw:
    """The value as the store keeps it."""
    if isinstance(value, Gap):
        return {"gap": value.cause}
    if isinstance(value, Blank):
        return BLANK
    return DONE if question.is_list else question.kind.raw(value)


def meant(question: Question, raw: Raw) -> Value | None:
    """The value the store kept, or None when this edition's question no longer takes it."""
    match raw:
        case {"gap": "not known" | "not safe" | "undecided" as cause}:
            return Gap(cause)
        case {"blank": True}:
            return Blank()
        case {"done": True}:
            return True
    try:
        return None if question.is_list else question.kind.read(raw, question.settings)  # type: ignore[arg-type]
    except Refused:
        return None


def value_of(question: Question, said: Said) -> Value:
    """The value of what a person gave; Refused with sentences when it cannot be taken."""
    if isinstance(said, Gap):
        return _gap(question, said)
    if isinstance(said, Blank):
        if not question.may_be_blank:
            raise refuse("This cannot be left blank; write an answer.")
        return said
    if isinstance(said, bool):
        if not question.is_list:
            raise refuse("Write an answer.")
        return True
    if question.is_list:
        raise refuse(f"Say for this list whether there is another {question.one}.")
    if said == "" and question.may_be_blank:
        return Blank()
    value = question.kind.read(said, question.settings)
    # Read back as it will be kept: 0 dollars and 0.00 dollars are equal, yet print differently.
    return question.kind.read(question.kind.raw(value), question.settings)


def _gap(question: Question, gap: Gap) -> Gap:
    if gap.cause == "undecided" and question.by_attorney:
        return gap
    if question.unsure and gap.cause in ("not known", "not safe"):
        return gap
    raise refuse("This must be answered; “I don't know yet” is not possible here.")
