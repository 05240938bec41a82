"""What a questionnaire's own reading cannot see: names nobody asks, values nobody can choose, missing law."""

import dataclasses
from collections.abc import Iterator

from app.core import paper_checker
from app.core.conditions import Condition, Every, OfItems, Some, Test, names
from app.core.piping import piped
from app.core.places import Mistake, Place
from app.core.questionnaire import Fact, Flag, Form, Gate, Question
from app.core.shape import nearest

FITS: dict[str, tuple[str, ...]] = {
    "yes or no": ("is", "is not"),
    "choose one": ("is", "is not", "is one of"),
    "choose any": ("includes", "includes any of"),
    "date": ("is", "is before", "is after", "is less than … ago", "is more than … ago"),
    "list": ("has at least",),
}
NUMERIC = ("is", "is not", "is at least", "is at most", "is more than", "is less than")
ALWAYS = ("is answered", "is a gap")
WORDS = ("is", "is not", "is one of")


def check(form: Form) -> list[Mistake]:
    """Every such mistake in a form, in order of place."""
    found = [*_twice(form), *_questions(form), *_facts(form), *_conclusions(form), *_documents(form)]
    return sorted(set(found))


def _twice(form: Form) -> Iterator[Mistake]:
    seen: dict[str, Place] = {}
    tops = [question for section in form.sections for question in section.questions]
    for name, place in [
        *((each.name, each.place) for each in tops),
        *((fact.name, fact.place) for fact in form.facts.values()),
    ]:
        if name in seen:
            yield Mistake(
                place, f"`{name}` is already the name of something at {seen[name]}; choose another."
            )
        seen.setdefault(name, place)


def _questions(form: Form) -> Iterator[Mistake]:
    known: set[str] = set()
    for section in form.sections:
        yield from _condition(form, section.when, None, known)
        for question in section.questions:
            yield from _condition(form, question.when, None, known)
            yield from _piped(form, _spoken(question), question.place, known, None)
            yield from _each(form, question, known)
            known.add(question.name)
            for must in question.must:
                yield from _condition(form, must.that, None, known)


def _spoken(question: Question) -> str:
    return question.ask + question.help + question.why


def _each(form: Form, parent: Question, known: set[str]) -> Iterator[Mistake]:
    inside: set[str] = set()
    for question in parent.each:
        yield from _condition(form, question.when, parent, known | inside)
        yield from _piped(form, _spoken(question), question.place, known | inside, parent)
        inside.add(question.name)
        for must in question.must:
            yield from _condition(form, must.that, parent, known | inside | {parent.name})


def _facts(form: Form) -> Iterator[Mistake]:
    for fact in form.facts.values():
        parent = form.question(fact.of) if fact.of else None
        if fact.of and (parent is None or not parent.is_list):
            yield Mistake(fact.place, f"`of: {fact.of}` is not a list of this form.")
        yield from _condition(form, fact.when, parent, None)
        for parameter, name in fact.inputs.items():
            if not _known(form, name, parent):
                hint = nearest(name, _all_names(form))
                yield Mistake(
                    fact.place, f"`{name}`, which fills `{parameter}`, is neither asked nor a fact{hint}."
                )
        if _rests_on_itself(form, fact):
            yield Mistake(fact.place, f"`{fact.name}` rests on itself; a fact must lead back to answers.")


def _rests_on_itself(form: Form, fact: Fact) -> bool:
    seen: set[str] = set()
    waiting = _leads_to(fact)
    while waiting:
        name = waiting.pop()
        if name == fact.name:
            return True
        if name in form.facts and name not in seen:
            seen.add(name)
            waiting |= _leads_to(form.facts[name])
    return False


def _leads_to(fact: Fact) -> set[str]:
    return names(fact.when) | {name.split(".")[0] for name in fact.inputs.values()}


def _conclusions(form: Form) -> Iterator[Mistake]:
    conclusions: tuple[Flag | Gate, ...] = (*form.flags, *form.gates)
    for each in conclusions:
        yield from _condition(form, each.when, None, None)
        yield from _piped(form, each.say, each.place, None, None)
        if not each.law:
            yield Mistake(each.place, f"`{each.name}` needs `law:`, the source it rests on.")


def _documents(form: Form) -> Iterator[Mistake]:
    for document in form.documents:
        yield from _condition(form, document.when, None, None)
        if document.audience in ("court", "other side") and not document.cites:
            yield Mistake(document.place, f"`{document.name}` needs `cites:`, the law it rests on.")
    yield from paper_checker.mistakes(form)


def _piped(
    form: Form, text: str, place: Place, known: set[str] | None, parent: Question | None
) -> Iterator[Mistake]:
    for name in sorted(piped(text)):
        root = name.split(".")[0]
        if not _known(form, name, parent):
            yield Mistake(place, f"{{{name}}} is neither asked nor a fact{nearest(root, _all_names(form))}.")
        elif known is not None and root not in known and root not in form.facts:
            yield Mistake(place, f"{{{name}}} is used here before it is asked.")


def _condition(
    form: Form, condition: Condition | None, parent: Question | None, known: set[str] | None
) -> Iterator[Mistake]:
    """Mistakes in a condition; `known` holds what stands before it, or None when everything does."""
    match condition:
        case Every(parts) | Some(parts):
            for part in parts:
                yield from _condition(form, part, parent, known)
        case OfItems(item=item, part=part, place=place):
            found = next((question for question in form.lists() if question.one == item), None)
            if found is None:
                yield Mistake(
                    place, f"No list calls its items “{item}”{nearest(item, [q.one for q in form.lists()])}."
                )
            else:
                inner = None if known is None else known | {question.name for question in found.each}
                yield from _condition(form, part, found, inner)
        case Test():
            yield from _test(form, condition, parent, known)


def _test(form: Form, test: Test, parent: Question | None, known: set[str] | None) -> Iterator[Mistake]:
    root = test.name.split(".")[0]
    if not _known(form, test.name, parent):
        hint = nearest(root, _all_names(form))
        yield Mistake(test.place, f"`{test.name}` is neither a question nor a fact{hint}.")
        return
    if known is not None and root not in known and root not in form.facts:
        yield Mistake(test.place, f"`{root}` is used here before it is asked.")
    question = _question(form, root, parent)
    if question is None:
        return
    allowed = (*ALWAYS, *FITS.get(question.kind_name, NUMERIC if _numeric(question) else WORDS))
    if test.comparison not in allowed:
        yield Mistake(
            test.place, f"`{root}` is a {question.kind_name} question; compare it with {', '.join(allowed)}."
        )
    yield from _values(test, question)


def _values(test: Test, question: Question) -> Iterator[Mistake]:
    choices = ["yes", "no"] if question.kind_name == "yes or no" else list(question.choices)
    for operand in test.operands if choices else ():
        if operand not in choices:
            hint = nearest(operand, choices)
            yield Mistake(test.place, f"“{operand}” is not one of the answers to `{question.name}`{hint}.")


def _numeric(question: Question) -> bool:
    return question.kind_name in ("number", "money", "hours", "year")


def _question(form: Form, name: str, parent: Question | None) -> Question | None:
    inside = next((each for each in parent.each if each.name == name), None) if parent else None
    return inside or form.question(name)


def _known(form: Form, name: str, parent: Question | None) -> bool:
    root, _, part = name.partition(".")
    if _question(form, root, parent) is not None:
        return not part or _question(form, root, parent).kind_name in PARTS  # type: ignore[union-attr]
    fact = form.facts.get(root)
    if fact is None or not part:
        return fact is not None
    return fact.calculation is not None and part in result_fields(fact)


PARTS = ("name", "address")


def result_fields(fact: Fact) -> set[str]:
    """The names of a calculation's result that conditions and templates may use, properties included."""
    if fact.calculation is None:
        return set()
    result = fact.calculation.result
    properties = {name for name in dir(result) if isinstance(getattr(result, name), property)}
    return {field.name for field in dataclasses.fields(result)} | properties


def _all_names(form: Form) -> list[str]:
    return [*(question.name for question in form.questions()), *form.facts]
