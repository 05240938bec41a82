"""Which facts of a form the attorney's memo tells: those whose results have tables, cautions or figures."""

import dataclasses

from app.core.questionnaire import Fact, Form
from app.law.memo_tables import tables

_TOLD = ("cautions", "parameters")
"""Fields of a result that the memo tells whatever else the result is."""


def facts_told(form: Form) -> frozenset[str]:
    """The names of the facts whose results stand in the memo without any template naming them."""
    return frozenset(name for name, fact in form.facts.items() if _is_told(fact))


def _is_told(fact: Fact) -> bool:
    if fact.calculation is None or fact.of:
        return False
    result = fact.calculation.result
    own = {field.name for field in dataclasses.fields(result)} | set(dir(result))
    return tables.dispatch(result) is not tables.dispatch(object) or not own.isdisjoint(_TOLD)
