"""The reading of a questionnaire by a set of answers: everything the pages and the papers need to know."""

from datetime import date

from app.core.answers import Answers
from app.core.evaluation import Evaluation
from app.core.questionnaire import Form
from app.core.reading import Asked, Broken, Interview, LeftOut, Raised, SectionProgress
from app.core.walk import Walk

__all__ = ["Asked", "Broken", "Interview", "LeftOut", "Raised", "SectionProgress", "read"]


def read(form: Form, answers: Answers, today: date) -> Interview:
    """Walk the questions in file order; ask those whose condition is true with what stands before them."""
    walk = Walk(form, answers, Evaluation(form, today))
    for section in form.sections:
        walk.section(section)
    return walk.finish(today)
