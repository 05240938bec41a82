"""The safety note: how to reach this client, what no paper may show, what to settle before one leaves."""

from collections.abc import Iterator

from app.core.interview import Asked, Interview
from app.core.kinds.date_text import long
from app.core.office import Office
from app.core.values import Blank, Gap
from app.documents import memo_answers
from app.documents.packet import Plan
from app.documents.protected import Secret


def content(interview: Interview, plan: Plan, office: Office, known: tuple[Secret, ...]) -> dict[str, object]:
    """The note as plain data for its template; never a value of the vault."""
    up = {gate.name: gate for paper in plan.held for gate in paper.gates}
    return {
        "day": long(interview.today),
        "contact": [_row(asked, known) for asked in _contact(interview)],
        "protected": [
            asked.question.short for asked in _answered(interview) if asked.question.keep == "vault"
        ],
        "counsel": [_row(asked, known) for asked in _counsel(interview)],
        "gates": [{"text": gate.say, "law": "; ".join(gate.law)} for gate in up.values()],
        "hotlines": [{"name": one.name, "phone": one.phone, "about": one.about} for one in office.hotlines],
    }


def _answered(interview: Interview) -> Iterator[Asked]:
    seen: set[str] = set()
    for asked in interview.asked:
        said = asked.answered and not isinstance(asked.value, Gap | Blank)
        if said and not asked.question.is_list and asked.question.path not in seen:
            seen.add(asked.question.path)
            yield asked


def _contact(interview: Interview) -> Iterator[Asked]:
    """What the matter's shared questions hold in confidence: name to use, language, safe times and ways."""
    for asked in interview.asked:
        question = asked.question
        said = asked.answered and not isinstance(asked.value, Blank) and not question.is_list
        if said and question.shared and question.keep in ("confidential", "counsel only"):
            yield asked


def _counsel(interview: Interview) -> Iterator[Asked]:
    """What else was told for counsel only, without the stories."""
    for asked in _answered(interview):
        question = asked.question
        if question.keep == "counsel only" and not question.shared and question.kind_name != "story":
            yield asked


def _row(asked: Asked, known: tuple[Secret, ...]) -> dict[str, str]:
    return {"label": asked.question.short, "words": memo_answers.words(asked, known)}
