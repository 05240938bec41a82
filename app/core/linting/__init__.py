"""What a form says wrongly, whatever is answered: every fault that its files alone show, by rule."""

from collections.abc import Collection
from datetime import date

from app.core import checker
from app.core.faults import RULES, Fault
from app.core.linting import contained, current, grade, unused
from app.core.places import Mistake
from app.core.questionnaire import Form


def faults(form: Form, today: date, read: Collection[str] | None = None, edition: str = "") -> list[Fault]:
    """Every static fault of a form, and what is due of it.

    `read` are the names that its templates, official forms and the memo read, parts after dots and without
    `[]`; None when they are not known, and then nobody is told that a fact is unused. `edition` is the hash
    of its package without the lines about its review, or empty when it is not known.
    """
    found = [of_mistake(each) for each in checker.check(form)]
    found += contained.faults(form)
    found += unused.faults(form, read) if read is not None else ()
    return [*found, *grade.faults(form), *current.faults(form, today, edition)]


def of_mistake(mistake: Mistake) -> Fault:
    """A mistake of the questionnaire as a fault."""
    return Fault(mistake.rule if mistake.rule in RULES else "language", str(mistake.place), mistake.sentence)
