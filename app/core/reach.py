"""What may flow where: the class of every name of a form, and whether a class may reach an audience."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from app.core.conditions import Condition, OfItems, names, tests
from app.core.questionnaire import KEEPS, Audience, DocumentSpec, Fact, Filing, Form, Keep, Question

REACHES: Mapping[Audience, tuple[Keep, ...]] = MappingProxyType(
    {
        "court": ("open",),
        "other side": ("open",),
        "client": ("open", "confidential"),
        "office only": ("open", "confidential", "counsel only"),
    }
)
"""The classes each audience may see; what a court reads is public record, unless `filing:` says otherwise."""

FILED: Mapping[Filing, tuple[Keep, ...]] = MappingProxyType(
    {"public": ("open",), "confidential": ("open", "confidential"), "vault": KEEPS}
)
"""What a court paper may show by the way it is filed; `vault` is for the court's own closed sheet alone."""

REVEALED: tuple[Keep, ...] = ("open", "confidential", "counsel only")
"""What a document's `reveals:` line, with its reason and citation, may open; never the vault."""
NAMED = re.compile(r"\s*([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)?(?:,\s*[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)?)*):\s")
"""How a `reveals:` line begins that opens names: `routes, charges.year: ` and then why, with the law."""


def usual(document: DocumentSpec) -> tuple[Keep, ...]:
    """The classes a paper's readers may see, whatever its `reveals:` opens."""
    if document.audience != "court":
        return REACHES[document.audience]
    return FILED["public" if document.filing == "public" else "confidential"]


def readable(document: DocumentSpec) -> tuple[Keep, ...]:
    """The classes that may stand in a paper, whatever is opened by name."""
    if opens_vault(document):
        return FILED["vault"]
    return REVEALED if opens_all(document) else usual(document)


def opened(document: DocumentSpec) -> frozenset[str]:
    """What a paper's `reveals:` opens by name: facts, and questions by their path; never the vault.

    A line that begins with names and a colon opens these alone; any other opens the whole paper.
    """
    named = (match[1] for line in document.reveals if (match := NAMED.match(line)))
    return frozenset(name.strip() for each in named for name in each.split(","))


def opens_all(document: DocumentSpec) -> bool:
    """Whether a line of its `reveals:` names nothing, and so opens the whole paper."""
    return any(NAMED.match(line) is None for line in document.reveals)


def opens_vault(document: DocumentSpec) -> bool:
    """Whether it is the one kind of paper that what lies in the vault is meant for."""
    return document.audience == "court" and document.filing == "vault" and opens_all(document)


def reaches(keep: Keep, document: DocumentSpec, name: str = "") -> bool:
    """Whether what has this class may stand in this paper; what has this name, when one is given."""
    return keep in readable(document) or (keep != "vault" and name in opened(document))


def strictest(keeps: Iterator[Keep]) -> Keep:
    """The class with the fewest readers among several; open when there are none."""
    return max(keeps, key=KEEPS.index, default="open")


def classes(form: Form, *, redacted: bool = False) -> dict[str, Keep]:
    """The class of every question (by path), list and fact; a fact has the strictest of all it rests on.

    Unless its calculation opens them: its result leaves out what not everybody may read. In a `redacted`
    paper what is marked to be redacted counts as open: it is blacked out there, or on no list of the day.
    """
    form = _as_redacted(form) if redacted else form
    found: dict[str, Keep] = {question.path: question.keep for question in form.questions()}
    for fact in form.facts.values():
        opens = fact.calculation is not None and fact.calculation.opens
        found[fact.name] = "open" if opens else strictest(_rests_on(form, fact, {fact.name}, found))
    return found


def kept_from(form: Form, document: DocumentSpec, known: Mapping[str, Keep] | None = None) -> dict[str, Keep]:
    """The names that may not stand in a paper, with their class; `known` is what `classes` found for it.

    An element that a court paper is made for may stand in it whatever it rests on but the vault: `each:` says
    so, for one field of one result, and the guard reads the finished words.
    """
    every = classes(form, redacted=document.twins) if known is None else known
    kept = {name: keep for name, keep in every.items() if not reaches(keep, document, name)}
    keep = kept.get(document.each.partition(".")[0])
    if keep and (document.audience != "court" or keep == "vault"):
        kept["this"] = keep
    return kept


def _as_redacted(form: Form) -> Form:
    sections = tuple(
        replace(section, questions=tuple(map(_open_if_marked, section.questions)))
        for section in form.sections
    )
    return replace(form, sections=sections)


def _open_if_marked(question: Question) -> Question:
    marked = bool(question.redact) and question.keep == "confidential"
    each = tuple(map(_open_if_marked, question.each))
    return replace(question, keep="open" if marked else question.keep, each=each)


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


def behind(form: Form, condition: Condition | None, known: Mapping[str, Keep]) -> dict[str, Keep]:
    """The names a condition looks at, each with the class that it tells of; `known` is from `classes`.

    Of a list it tells whether and how many items there are; what it asks about them has its own name.
    """
    found = {}
    for name in mentioned(form, condition):
        lists = (each.keep for each in form.lists() if each.name == name)
        asked = (each.keep for each in form.questions() if each.name == name and not each.is_list)
        found[name] = known[name] if name in form.facts else strictest(iter([*lists, *asked]))
    return found


def rests_on(form: Form, condition: Condition | None) -> set[str]:
    """The names of all answers a condition leads back to, through every fact on the way."""
    return leads_to(form, mentioned(form, condition))


def leads_to(form: Form, those: set[str]) -> set[str]:
    """These names, and of all answers and facts that they lead back to."""
    found: set[str] = set()
    waiting = set(those)
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
