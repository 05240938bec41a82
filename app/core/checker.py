"""What a questionnaire's own reading cannot see: names nobody asks, values nobody can choose, missing law."""

import dataclasses
from collections.abc import Iterator, Mapping
from functools import partial

from app.core import asked_later, compared, paper_checker
from app.core.conditions import Condition, Every, OfItems, Some, Test, names
from app.core.piping import piped
from app.core.places import Mistake, Place
from app.core.questionnaire import Fact, Flag, Form, Gate, Question
from app.core.shape import nearest


def check(form: Form) -> list[Mistake]:
    """Every such mistake in a form, in order of place."""
    found = [*_twice(form), *_questions(form), *_facts(form), *_conclusions(form), *_documents(form)]
    return sorted({*found, *_unfilled(form), *asked_later.mistakes(form)})


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
        yield from _piped(form, section.intro, section.place, known, None)
        for question in section.questions:
            yield from _condition(form, question.when, None, known)
            yield from _piped(form, _spoken(question), question.place, known, None)
            yield from _each(form, question, known)
            known.add(question.name)
            yield from _musts(form, question, None, known)


def _spoken(question: Question) -> str:
    return question.ask + question.help + question.why


def _each(form: Form, parent: Question, known: set[str]) -> Iterator[Mistake]:
    inside: set[str] = set()
    for question in parent.each:
        yield from _condition(form, question.when, parent, known | inside)
        # What is asked later about the item hides a question of the form that has the same name.
        hidden = {each.name for each in parent.each} - inside
        yield from _piped(form, _spoken(question), question.place, (known - hidden) | inside, parent)
        inside.add(question.name)
        yield from _musts(form, question, parent, known | inside | {parent.name})


def _musts(form: Form, question: Question, parent: Question | None, known: set[str]) -> Iterator[Mistake]:
    """What is wrong with the extra checks on an answer; their facts are worked out when all is answered."""
    for must in question.must:
        yield from _condition(form, must.that, parent, known)
        yield from _piped(form, must.say, question.place, known, parent)


def _unfilled(form: Form) -> Iterator[Mistake]:
    """A {name} in wording that is shown as it stands."""
    told = [(each.title, each.place) for each in form.sections]
    told += [(each.title, each.place) for each in form.documents]
    for question in form.questions():
        told += [
            (text, question.place) for text in (question.label, question.one, *question.choices.values())
        ]
    for text, place in told:
        for name in sorted(piped(text)):
            sentence = (
                f"{{{name}}} is not filled in here: titles, labels and choices stand as they are written."
            )
            yield Mistake(place, sentence)


def _facts(form: Form) -> Iterator[Mistake]:
    for fact in form.facts.values():
        parent = form.question(fact.of) if fact.of else None
        if fact.of and (parent is None or not parent.is_list):
            yield Mistake(fact.place, f"`of: {fact.of}` is not a list of this form.", "unknown name")
        yield from _condition(form, fact.when, parent, None)
        for parameter, name in fact.inputs.items():
            if not _known(form, name, parent):
                hint = nearest(name, _all_names(form))
                sentence = f"`{name}`, which fills `{parameter}`, is neither asked nor a fact{hint}."
                yield Mistake(fact.place, sentence, "unknown name")
            elif root := form.facts.get(name.split(".")[0]):
                yield from _of_item(root, fact.place, parent)
        if _rests_on_itself(form, fact):
            sentence = f"`{fact.name}` rests on itself; a fact must lead back to answers."
            yield Mistake(fact.place, sentence, "asked later")


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
            yield Mistake(each.place, f"`{each.name}` needs `law:`, the source it rests on.", "law")


def _documents(form: Form) -> Iterator[Mistake]:
    for document in form.documents:
        yield from _condition(form, document.when, None, None)
        if document.audience in ("court", "other side") and not document.cites:
            sentence = f"`{document.name}` needs `cites:`, the law it rests on."
            yield Mistake(document.place, sentence, "law")
    yield from paper_checker.mistakes(form)


def _piped(
    form: Form, text: str, place: Place, known: set[str] | None, parent: Question | None
) -> Iterator[Mistake]:
    for name in sorted(piped(text)):
        root = name.split(".")[0]
        if not _known(form, name, parent):
            sentence = f"{{{name}}} is neither asked nor a fact{nearest(root, _all_names(form))}."
            yield Mistake(place, sentence, "unknown name")
        elif known is not None and root not in known and root not in form.facts:
            yield Mistake(place, f"{{{name}}} is used here before it is asked.", "asked later")
        elif root in form.facts and _question(form, root, parent) is None:
            yield from _of_item(form.facts[root], place, parent)


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
                hint = nearest(item, [question.one for question in form.lists()])
                yield Mistake(place, f"No list calls its items “{item}”{hint}.", "unknown name")
            else:
                if known is not None and found.name not in known:
                    sentence = (
                        f"`{found.name}`, whose items this asks about, is used here before it is asked."
                    )
                    yield Mistake(place, sentence, "asked later")
                inner = None if known is None else known | {question.name for question in found.each}
                yield from _condition(form, part, found, inner)
        case Test():
            yield from _test(form, condition, parent, known)


def _test(form: Form, test: Test, parent: Question | None, known: set[str] | None) -> Iterator[Mistake]:
    root = test.name.split(".")[0]
    if not _known(form, test.name, parent):
        hint = nearest(root, _all_names(form))
        yield Mistake(test.place, f"`{test.name}` is neither a question nor a fact{hint}.", "unknown name")
        return
    if known is not None and root not in known and root not in form.facts:
        yield Mistake(test.place, f"`{root}` is used here before it is asked.", "asked later")
    yield from _operands(form, test, parent, known)
    question, fact = _question(form, root, parent), form.facts.get(root)
    knows = partial(_known, form, parent=parent)
    if question is not None:
        yield from compared.of_question(test, question, knows)
    elif fact is not None:
        yield from compared.of_fact(test, fact, knows)
        yield from _of_item(fact, test.place, parent)


def _operands(form: Form, test: Test, parent: Question | None, known: set[str] | None) -> Iterator[Mistake]:
    """Names compared with that are not asked before."""
    for operand in test.operands if test.comparison in compared.ORDERED else ():
        root = operand.split(".")[0]
        if known is not None and _question(form, root, parent) is not None and root not in known:
            yield Mistake(test.place, f"`{root}` is used here before it is asked.", "asked later")


def _of_item(fact: Fact, place: Place, parent: Question | None) -> Iterator[Mistake]:
    """A fact about items that is asked for where no item is meant."""
    if fact.of and (parent is None or parent.path != fact.of):
        sentence = f"`{fact.name}` is a fact of each item of `{fact.of}`; ask for it inside `any ITEM:`."
        yield Mistake(place, sentence, "unknown name")


def _question(form: Form, name: str, parent: Question | None) -> Question | None:
    inside = next((each for each in parent.each if each.name == name), None) if parent else None
    return inside or form.question(name)


def _known(form: Form, name: str, parent: Question | None) -> bool:
    root, _, part = name.partition(".")
    if (question := _question(form, root, parent)) is not None:
        return not part or part in PARTS.get(question.kind_name, ())
    fact = form.facts.get(root)
    if fact is None or not part:
        return fact is not None
    return fact.calculation is not None and part in result_fields(fact)


PARTS: Mapping[str, tuple[str, ...]] = {
    "name": ("full", "first", "middle", "last", "suffix"),
    "address": ("street", "unit", "city", "state", "zip"),
}
"""What of an answer may be named, in a condition and in braces, by its kind."""


def result_fields(fact: Fact) -> set[str]:
    """The names of a calculation's result that conditions and templates may use, properties included."""
    if fact.calculation is None:
        return set()
    result = fact.calculation.result
    properties = {name for name in dir(result) if isinstance(getattr(result, name), property)}
    return {field.name for field in dataclasses.fields(result)} | properties


def _all_names(form: Form) -> list[str]:
    return [*(question.name for question in form.questions()), *form.facts]
