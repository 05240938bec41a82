"""A draft that nothing but an attorney's name keeps from its clean copies."""

from app.casework import drafting, people
from app.casework.acts import Stamp
from app.casework.desk import Desk
from app.casework.path import Spot
from app.core.values import Gap
from tests.web.office import ROOT, examples, form_of, seed

FORM = "mo/wage_claim"


def profile(desk: Desk) -> None:
    """Give the office a whole profile."""
    sample = (ROOT / "office.example.yaml").read_text("utf-8")
    kept = [line for line in sample.splitlines() if not line.startswith("exit address:")]
    (desk.data / "office.yaml").write_text("\n".join(kept), "utf-8")


def approvable(desk: Desk, form: str = FORM) -> str:
    """A draft answered from the examples, every choice of the attorney's made; its reference."""
    profile(desk)
    who, ref = people.owner(desk).who, seed(desk, form)
    answers = examples(form_of(desk, form), desk.today)
    while True:
        now = drafting.open_draft(desk, who, ref)
        waiting = [asked for asked in now.interview.gaps if asked.value == Gap("undecided")]
        if not waiting:
            return ref
        question = waiting[0].question
        given = answers.get(question.path)
        assert given is not None, question.path
        raw = question.kind.raw(given.value)
        drafting.answer(desk, who, ref, Spot(question.number), raw, Stamp())
