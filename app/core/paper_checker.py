"""What is wrong with the papers a form makes: elements nobody finds, names twice, gates that hold nothing."""

import dataclasses
import re
from collections.abc import Iterator

from app.core.citations import cites, without
from app.core.elements import TITLE, element_type, fact_of
from app.core.places import Mistake
from app.core.questionnaire import RESERVED, UNREDACTED, DocumentSpec, Form
from app.core.reach import NAMED, opened
from app.core.shape import nearest

FEWEST = 4
"""A reason has so many words beside what it cites."""
WORD = re.compile(r"[A-Za-z’']{2,}")


def mistakes(form: Form) -> Iterator[Mistake]:
    """Every mistake in the words about twins, names of papers, redactions and what gates hold."""
    yield from _reserved(form)
    yield from _clashes(form)
    yield from _holds(form)
    yield from _redactions(form)
    for document in form.documents:
        yield from _reveals(form, document)


def _reveals(form: Form, document: DocumentSpec) -> Iterator[Mistake]:
    """Lines that open a paper without saying why and by which law, or open names that are not there."""
    known = {each.path for each in form.questions()} | set(form.facts)
    for line in document.reveals:
        said = f"`reveals: {line[:40]}` of `{document.name}`"
        if not cites(line):
            sentence = (
                f"{said} names no law; say by which statute, rule or constitution this may be revealed."
            )
            yield Mistake(document.place, sentence, "contained")
        reason = NAMED.sub("", line)
        if len(WORD.findall(without(reason))) < FEWEST:
            sentence = f"{said} gives no reason; say in a sentence why its readers must see this."
            yield Mistake(document.place, sentence, "contained")
    for name in sorted(opened(document) - known):
        sentence = f"`reveals:` of `{document.name}` opens `{name}`, which is neither asked nor a fact"
        yield Mistake(document.place, f"{sentence}{nearest(name, known)}.", "unknown name")


def of_elements(form: Form) -> Iterator[Mistake]:
    """Every `each:` that names no elements; a form with one is not loaded, for its papers cannot be told."""
    for document in form.documents:
        if document.each:
            yield from _each(form, document)


def _each(form: Form, document: DocumentSpec) -> Iterator[Mistake]:
    said = f"`each: {document.each[:60]}` of `{document.name}`"
    fact_name, _, field = document.each.partition(".")
    fact = fact_of(form, document)
    if not field:
        yield Mistake(document.place, f"{said} names no field; write it as FACT.FIELD.")
        return
    if fact is None or fact.calculation is None:
        known = [name for name, each in form.facts.items() if each.calculation and not each.of]
        hint = nearest(fact_name, known)
        yield Mistake(document.place, f"{said} names no calculated fact of this form{hint}.", "unknown name")
        return
    fields = [each.name for each in dataclasses.fields(fact.calculation.result)]
    if field not in fields:
        sentence = f"{said}: `{field}` is no field of that result{nearest(field, fields)}."
        yield Mistake(document.place, sentence, "unknown name")
        return
    element = element_type(form, document)
    if element is None:
        yield Mistake(document.place, f"{said} must name a field that holds a tuple of results.")
    elif TITLE not in {each.name for each in dataclasses.fields(element)}:
        yield Mistake(
            document.place, f"{said}: its elements have no `{TITLE}`, which the papers are named by."
        )


def _reserved(form: Form) -> Iterator[Mistake]:
    """Names that would be taken for papers the packet adds by itself."""
    for document in form.documents:
        for prefix, what in RESERVED.items():
            if document.name.startswith(prefix):
                yield Mistake(
                    document.place,
                    f"`{document.name[:60]}` begins with `{prefix}`, as the names of {what} do;"
                    " choose another.",
                )


def _clashes(form: Form) -> Iterator[Mistake]:
    """Names that the papers made of one document would share with another document."""
    names = {document.name for document in form.documents}
    for document in form.documents:
        for other in sorted(names - {document.name}):
            rest = other.removeprefix(f"{document.name}_")
            if rest == other:
                continue
            number = rest.removesuffix(UNREDACTED)
            numbered = bool(document.each) and number.isdigit()
            if numbered or (document.twins and f"_{rest}" == UNREDACTED):
                yield Mistake(
                    document.place, f"`{document.name}` makes a paper named `{other}` itself; rename one."
                )


def _holds(form: Form) -> Iterator[Mistake]:
    names = [document.name for document in form.documents]
    for gate in form.gates:
        for name in gate.holds:
            if name not in names:
                yield Mistake(
                    gate.place,
                    f"`holds: {name[:60]}` of `{gate.name}` is not a document of this form"
                    f"{nearest(name, names)}; name documents as they stand under `documents:`.",
                    "unknown name",
                )


def _redactions(form: Form) -> Iterator[Mistake]:
    for question in form.questions():
        if question.redact and question.keep not in ("open", "confidential"):
            yield Mistake(
                question.place,
                f"`{question.name}` is {question.keep}, so it stands in no redacted paper;"
                " take `redact:` out, or keep it open or confidential.",
            )
