"""The drafts that are timed: the wage claim's example half answered, and one with sixty workweeks."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from app.casework import changing, drafting, forms, people
from app.casework.acts import Stamp
from app.casework.desk import Desk
from app.config import Settings
from app.core import interview
from app.core.answers import Answers, Given
from app.core.examples import example
from app.core.questionnaire import Form, Question
from app.store.changes import AddItem, Change
from app.store.store import open_store

ROOT = Path(__file__).resolve().parent.parent
FORM = "mo/wage_claim"
TODAY = date(2026, 12, 1)
FIRST_WEEK = date(2025, 9, 7)
WEEKS = 60


@dataclass(frozen=True)
class Prepared:
    """A draft in the store and the question that is answered in it, with what to say the n-th time."""

    address: str
    said: Callable[[int], dict[str, str]]


def form() -> Form:
    """The wage claim of this checkout."""
    return forms.current(ROOT, FORM)


def half_answered() -> Answers:
    """The first half of the example's answers, in the order of the path."""
    full = example(form(), TODAY)
    asked = [each for each in interview.read(form(), full, TODAY).asked if not each.question.by_attorney]
    answers = full
    for each in asked[len(asked) // 2 :]:
        answers = answers.without(each.question.path, each.item)
    return answers


def sixty_weeks() -> Answers:
    """The whole example with sixty workweeks of 44 hours in place of its own."""
    answers = example(form(), TODAY)
    given = {key: each for key, each in answers.given.items() if not key[0].startswith("weeks.")}
    answers = Answers(given, {**answers.lists, "weeks": ()})
    row = {"hours": "44", "paid": "560.00", "overtime_premium": "0", "basis": "own_notes"}
    for number in range(WEEKS):
        starts = {"starts": (FIRST_WEEK + timedelta(7 * number)).isoformat()}
        answers = _with_row(answers, str(number), starts | row)
    return answers


def _with_row(answers: Answers, item: str, row: dict[str, str]) -> Answers:
    answers = answers.with_item("weeks", item)
    for name, raw in row.items():
        question = _question(f"weeks.{name}")
        answers = answers.put(question.path, Given(question.kind.read(raw, question.settings)), item)
    return answers


def _question(path: str) -> Question:
    question = form().question(path)
    if question is None:
        raise RuntimeError(f"{FORM} has no question {path} any more; bench/drafts.py must follow it.")
    return question


def prepare(data: Path, key: Path) -> tuple[Prepared, Prepared]:
    """Put both drafts into a fresh store: the half answered one, and the one with sixty workweeks."""
    with closing(open_store(Settings(data, key))) as store:
        desk = Desk(store, ROOT, data, lambda: datetime.now(UTC))
        half = _put_in(desk, half_answered())
        whole = _put_in(desk, sixty_weeks())
    return _prepared(half), _prepared(whole)


def _prepared(ref: str) -> Prepared:
    return Prepared(
        f"/d/{ref}/{_question('duties').number}", lambda number: {"a0": f"washing dishes, day {number}"}
    )


def _put_in(desk: Desk, answers: Answers) -> str:
    who = people.owner(desk).who
    ref = drafting.start(desk, who, FORM, "Timed", Stamp())
    now = drafting.open_draft(desk, who, ref)
    changes = changing.Changes(answers, list(_changes(answers, ref)))
    with desk.store.transaction() as t:
        changing.save(desk, t, who, now, changes, desk.clock())
    return ref


def _changes(answers: Answers, ref: str) -> list[Change]:
    made: list[Change] = []
    for question in form().lists():
        for place, item in enumerate(answers.items(question.path), 1):
            made.append(AddItem(question.path, f"{item}-{ref[:14]}", place, question.shared))
    for (path, about), given in answers.given.items():
        made.append(changing.put(_question(path), given.value, f"{about}-{ref[:14]}" if about else None))
    return made
