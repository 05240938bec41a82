"""What a form says wrongly, whatever is answered: every fault that its files alone show, by rule."""

from collections.abc import Collection
from datetime import date

from app.core import checker
from app.core.faults import RULES, Fault
from app.core.places import Mistake
from app.core.questionnaire import Form


def faults(form: Form, today: date, read: Collection[str] | None = None, edition: str = "") -> list[Fault]:
    """Every static fault of a form, in order of place.

    `read` are the names that its templates and official forms read, as `proof.uses` paths joined by dots
    without `[]`; None when they are not known, and then nobody is told that a fact is unused. `edition` is
    the hash its package has without the lines about its review, or empty when it is not known.
    """
    return [of_mistake(each) for each in checker.check(form)]


def of_mistake(mistake: Mistake) -> Fault:
    """A mistake of the questionnaire as a fault."""
    return Fault(mistake.rule if mistake.rule in RULES else "language", str(mistake.place), mistake.sentence)
