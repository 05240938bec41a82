"""Facts that nobody reads.

A question that nobody reads is no fault: its answer stands in the memo, for the attorney. A fact of a shared
file is none either, because another form may read it.
"""

from collections.abc import Collection, Iterator

from app.core.faults import Fault
from app.core.piping import piped
from app.core.questionnaire import Fact, Form
from app.core.reach import leads_to, mentioned

RULE = "unused"
SHARED = "questionnaires/shared/"


def faults(form: Form, read: Collection[str]) -> Iterator[Fault]:
    """Each fact that leads to nothing read; `read` are names of templates and the memo, parts after dots."""
    live = leads_to(form, _of_form(form) | {step for name in read for step in name.split(".")})
    dead = {name: fact for name, fact in form.facts.items() if name not in live and _own(fact)}
    led = {inner: name for name, fact in dead.items() for inner in _next(form, fact) if inner in dead}
    for name, fact in dead.items():
        if name not in led:
            with_it = [inner for inner in dead if inner in leads_to(form, {name}) - {name}]
            also = f", nor `{'`, `'.join(with_it)}`, which it alone reads" if with_it else ""
            sentence = f"Nothing reads `{name}`{also}; take it out, or use it."
            yield Fault(RULE, str(fact.place), sentence)


def _of_form(form: Form) -> set[str]:
    """What conditions, wordings and papers of a form read."""
    questions = list(form.questions())
    whens = [each.when for each in form.sections] + [each.when for each in questions]
    whens += [each.when for each in form.documents]
    whens += [each.when for each in form.flags] + [each.when for each in form.gates]
    whens += [must.that for question in questions for must in question.must]
    said = [text for question in questions for text in (question.ask, question.help, question.why)]
    said += [must.say for question in questions for must in question.must]
    said += [each.say for each in form.flags] + [each.say for each in form.gates]
    said += [each.intro for each in form.sections]
    names = {name for when in whens for name in mentioned(form, when)}
    names |= {name.split(".")[0] for text in said for name in piped(text)}
    return names | {document.each.split(".")[0] for document in form.documents if document.each}


def _next(form: Form, fact: Fact) -> set[str]:
    return mentioned(form, fact.when) | {name.split(".")[0] for name in fact.inputs.values()}


def _own(fact: Fact) -> bool:
    return not fact.place.file.startswith(SHARED)
