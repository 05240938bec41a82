"""Lays an office's or a batch's standing choices under the answers an attorney has not given."""

from collections.abc import Mapping

from app.core.answers import Answers, Given
from app.core.kinds import Problem, Raw, Refused
from app.core.questionnaire import Form


def overlay(
    form: Form, answers: Answers, defaults: Mapping[str, Raw], source: str = "office default"
) -> Answers:
    """Answers with each undecided attorney's choice filled from `defaults`, recorded as coming from `source`.

    Raises Refused naming the default that its question cannot take.
    """
    for question in form.questions():
        own = question.by_attorney and not question.in_list
        raw = defaults.get(question.office_default) if own and question.office_default else None
        if raw is None or raw == "" or answers.get(question.path) is not None:
            continue
        try:
            value = question.kind.read(raw, question.settings)
        except Refused as refused:
            name = question.office_default
            problems = (Problem(name, f"`{name}`: {each.sentence}") for each in refused.problems)
            raise Refused(*problems) from refused
        answers = answers.put(question.path, Given(value, source))
    return answers
