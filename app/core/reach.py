"""What may flow where: the class of every name of a form, and whether a class may reach an audience."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from app.core.conditions import Condition, OfItems, names, tests
from app.core.questionnaire import KEEPS, Audience, DocumentSpec, Fact, Form, Keep, Question

REACHES: Mapping[Audience, tuple[Keep, ...]] = MappingProxyType(
    {
        "court": ("open",),
        "other side": ("open",),
        "client": ("open", "confidential"),
        "office only": ("open", "confidential", "counsel only"),
    }
)
"""The classes each audience may see; court papers count as public record, and nobody sees the vault."""

REVEALED: tuple[Keep, ...] = ("open", "confidential", "counsel only")
"""What a document's `reveals:` line, with its reason and citation, may open; never the vault."""


def reaches(keep: Keep, document: DocumentSpec) -> bool:
    """Whether an answer of this class may stand in this paper."""
    return keep in (REVEALED if document.reveals else REACHES[document.audience])


def strictest(keeps: Iterator[Keep]) -> Keep:
    """The class with the fewest readers among several; open when there are none."""
    return max(keeps, key=KEEPS.index, default="open")


def classes(form: Form) -> dict[str, Keep]:
    """The class of every question (by path), list and fact; a fact has the strictest of all it rests on.

    Unless its calculation opens them: its result leaves out what not everybody may read.
    """
    found: dict[str, Keep] = {question.path: question.keep for question in form.questions()}
    for fact in form.facts.values():
        opens = fact.calculation is not None and fact.calculation.opens
        found[fact.name] = "open" if opens else strictest(_rests_on(form, fact, {fact.name}, found))
    return found


def _rests_on(form: Form, fact: Fact, seen: set[str], known: Mapping[str, Keep]) -> Iterator[Keep]:
    for name in {*mentioned(form, fact.when), *(value.split(".")[0] for value in fact.inputs.values())}:
        yield from _named(form, fact, name, seen, known)


def _named(form: Form, fact: Fact, name: str, seen: set[str], known: Mapping[str, Keep]) -> Iterator[Keep]:
    if name in form.facts and name in known:
        # Most facts rest on earlier ones, whose class is known already.
        yield known[name]
        return
    if (inner := form.facts.get(name)) is not None:
        if name not in seen:
            yield from _rests_on(form, inner, seen | {name}, known)
        return
    for question in _questions(form, fact, name):
        yield question.keep
        yield from (each.keep for each in question.each)


def _questions(form: Form, fact: Fact, name: str) -> Iterator[Question]:
    """The questions a name may mean: the form's own, or one about an item of any list that has it."""
    own = form.question(f"{fact.of}.{name}") if fact.of else None
    if own is not None:
        yield own
        return
    yield from (question for question in form.questions() if question.name == name)


def rests_on(form: Form, condition: Condition | None) -> set[str]:
    """The names of all answers a condition leads back to, through every fact on the way."""
    found: set[str] = set()
    waiting = mentioned(form, condition)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        if fact := form.facts.get(name):
            waiting |= mentioned(form, fact.when) | {value.split(".")[0] for value in fact.inputs.values()}
    return found


def mentioned(form: Form, condition: Condition | None) -> set[str]:
    """Every name a condition looks at: what stands before a comparison, names compared with, and lists."""
    operands = {operand.split(".")[0] for test in tests(condition) for operand in test.operands}
    known = {question.name for question in form.questions()} | set(form.facts)
    lists = {question.name for question in form.lists() if question.one in set(_items(condition))}
    return names(condition) | (operands & known) | lists


def _items(condition: Condition | None) -> Iterator[str]:
    if isinstance(condition, OfItems):
        yield condition.item
        yield from _items(condition.part)
    for part in getattr(condition, "parts", ()):
        yield from _items(part)
