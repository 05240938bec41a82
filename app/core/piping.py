"""Fills {name} and {name.part} in an author's wording from what an interview knows."""

import re
from decimal import Decimal

from app.core.evaluation import Evaluation, NotAsked, Open, Scope
from app.core.kinds.date_text import long, said
from app.core.questionnaire import Question
from app.core.values import Address, Blank, Gap, Name, When

PIPE = re.compile(r"\{([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?)\}")


def piped(text: str) -> set[str]:
    """The names a wording pipes, with their parts."""
    return set(PIPE.findall(text))


def filled(text: str, evaluation: Evaluation, scope: Scope | None) -> str:
    """The wording with every known name in its place; what is not known stands as three dots."""
    return PIPE.sub(lambda match: _words(match[1], evaluation, scope), text)


def _words(name: str, evaluation: Evaluation, scope: Scope | None) -> str:
    root, _, part = name.partition(".")
    question = _question(root, evaluation, scope)
    state = evaluation.look(name if root in evaluation.form.facts else root, scope)
    if isinstance(state, (Open, NotAsked, Gap, Blank)):
        return "…"
    if question is not None and not question.is_list:
        if part and isinstance(state, (Name, Address)):
            return str(getattr(state, part, "…"))
        return question.kind.words(state, question.settings)
    return _result(state)


def _question(root: str, evaluation: Evaluation, scope: Scope | None) -> Question | None:
    inner = scope.question.each if scope else ()
    return next((each for each in inner if each.name == root), None) or evaluation.form.question(root)


def _result(state: object) -> str:
    if isinstance(state, When):
        return said(state)
    if isinstance(state, bool):
        return "yes" if state else "no"
    if isinstance(state, Decimal):
        return f"{state:,f}"
    return long(state) if hasattr(state, "isoformat") else str(state)  # type: ignore[arg-type]
