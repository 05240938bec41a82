"""Small forms and the faults that the proof finds in them."""

from collections.abc import Callable
from datetime import date

import pytest

from app.core.calculation import Catalogue
from app.core.faults import Fault
from app.core.proof.proving import Confirm, prove
from app.core.proof.uses import Clause, Guard, GuardedUse, Loop, Reading

from ..conftest import TODAY, FormOf

Faults = Callable[..., list[Fault]]
DOCUMENT = """
documents:
  paper:
    title: Paper
    for: office only
"""


def reads(*path: str, around: tuple[Guard | Loop, ...] = (), says: str = "print") -> GuardedUse:
    """A template's reading of a name."""
    return GuardedUse(path, says, (), "paragraph 1", around)  # type: ignore[arg-type]


def template(*uses: GuardedUse, clauses: tuple[Clause, ...] = ()) -> Reading:
    """A template with these readings and passages."""
    return Reading("templates/docx/mo/tiny/paper.docx", uses, clauses)


@pytest.fixture
def faults(form_of: FormOf) -> Faults:
    """Everything the proof finds in a form with one document."""

    def found(
        questions: str, reading: Reading | None = None, rest: str = DOCUMENT,
        catalogue: Catalogue | None = None, today: date = TODAY, confirm: Confirm | None = None,
    ) -> list[Fault]:  # fmt: skip
        form = form_of(questions, rest, catalogue)
        return prove(form, {"paper": reading} if reading else {}, today, confirm)

    return found
