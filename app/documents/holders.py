"""Which answer holds words that may not stand in a paper, so that a person changes that one."""

from app.core.interview import Asked, Interview
from app.core.questionnaire import DocumentSpec
from app.core.reach import reaches
from app.documents.leak_texts import squeezed
from app.documents.leaks import Leak

_TYPED = ("story", "text")
"""Kinds in which people write what they like; these are looked at first."""


def holder(interview: Interview, reader: DocumentSpec, leak: Leak) -> Asked | None:
    """The answer that repeats a leaked one in a paper whose reader may see it, or None if none does."""
    wanted = leak.spelling.wanted
    seen = [asked for asked in interview.asked if _may_print(asked, reader) and asked != leak.asked]
    for asked in sorted(seen, key=lambda each: each.question.kind_name not in _TYPED):
        said = asked.question.kind.words(asked.value, asked.question.settings)
        if wanted.stands_in(said, squeezed(said)):
            return asked
    return None


def _may_print(asked: Asked, reader: DocumentSpec) -> bool:
    question = asked.question
    told = asked.given is not None and not asked.is_open and not question.is_list
    return told and question.keep != "vault" and reaches(question.keep, reader, question.path)
