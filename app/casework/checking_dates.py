"""Days that have passed and on which somebody was to look again: at a form, or at a figure of the law."""

from collections.abc import Iterator
from datetime import date

from app.core.faults import Fault
from app.core.questionnaire import Form
from app.law import parameters

RULE = "review due"


def of_form(form: Form, today: date) -> Iterator[Fault]:
    """That a form has no day of its next review, or that the day has come."""
    place = form.files[0]
    if not form.review_by:
        sentence = "The form needs `review by:`, the day by which an attorney reads it again."
        yield Fault("language", place, sentence)
        return
    try:
        due = date.fromisoformat(form.review_by) <= today
    except ValueError:
        sentence = f"`review by: {form.review_by[:40]}` is not a day; write one like 2027-01-15."
        yield Fault("language", place, sentence)
        return
    if due:
        read = f"The form was to be read again by an attorney by {form.review_by}"
        sentence = f"{read}; read it, then set a later day."
        yield Fault(RULE, place, sentence, "due")


def of_law(today: date) -> Iterator[Fault]:
    """Which legal figures are due."""
    for row in parameters.due(today):
        sentence = f"was to be looked at again by {row.review_by}; look at its source, then set a later day."
        yield Fault(RULE, f"app/law/parameters.yaml: {row.key}", sentence, "due")
