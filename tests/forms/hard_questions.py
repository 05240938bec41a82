"""Which questions are hard to be asked, and what has to stand before them."""

import re
from collections.abc import Iterator, Mapping

from app.core.questionnaire import Form, Question, Section

HARD = re.compile(
    r"\b(?:hurt\w*|harm\w*|forced?\b|threat\w*|sexual\w*|rape\w*|afraid|fear\w*|scare\w*|weapons?|guns?|"
    r"kill\w*|chok\w*|beat\w*|stalk\w*|traffick\w*|abus\w*|danger\w*|deport\w*)\b",
    re.IGNORECASE,
)
"""Words that make a question one about harm."""
MAY_STOP = re.compile(r"\b(?:skip|stop|break|leave|pause|not have to|come back|empty)\b", re.IGNORECASE)
"""What a person is told who may need it: that nothing has to be answered now."""
NOT_HARD: Mapping[tuple[str, str], str] = {
    ("mo/name_change", "no_harm"): "asks whether the new name would do harm to somebody else, in law's words",
}
"""Form and question → why its word is not about what was done to the client."""


def hard(form: Form, section: Section) -> list[Question]:
    """The hard questions of a section, in order."""
    every = (each for question in section.questions for each in (question, *question.each))
    return [
        each
        for each in every
        if each.kind_name != "notice" and HARD.search(each.ask) and (form.name, each.path) not in NOT_HARD
    ]


def unprepared(form: Form) -> Iterator[str]:
    """Sections with two hard questions or more, and nothing before them that says one may stop."""
    for section in form.sections:
        found = hard(form, section)
        if section.by_attorney or len(found) < 2:
            continue
        if not MAY_STOP.search(" ".join((section.intro, *_before(section, found[0])))):
            yield f"{form.name}, “{section.title}”"


def _before(section: Section, first: Question) -> Iterator[str]:
    for question in section.questions:
        for each in (question, *question.each):
            if each is first:
                return
            if each.kind_name == "notice":
                yield f"{each.ask} {each.help}"


def unexplained(form: Form) -> Iterator[str]:
    """Hard questions that do not say why they are asked, open ones too."""
    for section in form.sections:
        for each in [] if section.by_attorney else hard(form, section):
            if not each.why:
                yield f"{form.name} {each.path}"


def pressed(form: Form) -> Iterator[str]:
    """Hard questions that have to be answered."""
    for section in form.sections:
        for each in [] if section.by_attorney else hard(form, section):
            if not each.unsure and not each.may_be_blank:
                yield f"{form.name} {each.path}"
