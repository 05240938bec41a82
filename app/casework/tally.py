"""What is counted in a column of a list: the answers asked, with hours by day in place of a week's."""

from decimal import Decimal

from app.casework.reading import Opened
from app.core.conditions import Test
from app.core.questionnaire import Question

COUNTED = ("hours", "money", "number")
"""The kinds that are added up."""


def parts_of(parent: Question) -> dict[str, Question]:
    """The whole each part stands in for, by the part's path.

    A part is asked when `X is yes`; its whole, of the same kind and before it, when `X is no`.
    """
    found, wholes = {}, {}
    for each in parent.each:
        match each.when:
            case Test(name=name, comparison="is", operands=("no",)):
                wholes[each.kind_name, name] = each
            case Test(name=name, comparison="is", operands=("yes",)):
                if whole := wholes.get((each.kind_name, name)):
                    found[each.path] = whole
    return found


def amount(now: Opened, parent: Question, question: Question, item: str) -> Decimal | None:
    """What an item counts under a question; None when nothing is asked or known."""
    whole = parts_of(parent)
    own = [each for each in parent.each if each is question or whole.get(each.path) is question]
    asked = (now.interview.at(each, item) for each in own)
    values = [each.value for each in asked if each and isinstance(each.value, Decimal)]
    return sum(values, Decimal(0)) if values else None


def total(now: Opened, parent: Question, question: Question) -> str:
    """The sum of what is saved under a question, in words."""
    amounts = (amount(now, parent, question, id) for id in now.answers.items(parent.path))
    return question.kind.words(sum((each or Decimal(0) for each in amounts), Decimal(0)), question.settings)
