"""What the proof says of a small form and what the oracle knows of it, in the same words."""

import json
import re
from collections import Counter
from collections.abc import Iterator

from app.core import answer_file, interview, loader
from app.core.answers import Answers
from app.core.faults import Fault
from app.core.proof.proving import prove
from app.core.proof.uses import Clause, Guard
from tests.check.oracle import TODAY, Truths, confirmed
from tests.check.small_forms import Small

Told = tuple[str, str, str]
"""A rule, a place, and the name or the choice it is about where a place has several."""
NAMED = re.compile(r"“\{%.*?%\}”|`([^`]+)`")


def by_proof(small: Small) -> dict[Told, Fault]:
    """What the proof finds."""
    return {_told(fault): fault for fault in prove(small.form, small.readings, TODAY)}


def _told(fault: Fault) -> Told:
    named = NAMED.search(fault.sentence)
    several = fault.rule == "unreachable choice" or (fault.rule == "undefined" and not fault.file)
    return fault.rule, fault.place, (named[1] or "") if named and several else ""


def by_trying(truths: Truths) -> set[Told]:
    """What the oracle knows."""
    small, form = truths.small, truths.small.form
    if not truths.interviews:
        return {("unreachable question", f"{form.files[0]}:1:1", "")}
    return {
        *(("undefined", f"{document}.docx: {place}", "") for document, place in truths.missed),
        *(("undefined", str(place), name) for place, name in truths.wordings),
        *_unreachable(truths),
        *_always(truths),
        *(told for document in small.papers for told in _clauses(truths, document)),
    }


def _unreachable(truths: Truths) -> Iterator[Told]:
    form, places = truths.small.form, Counter[Told]()
    for question in form.questions():
        asked = question.path in truths.asked
        places["unreachable question", str(question.place), ""] = asked
        for key in question.choices if asked else ():
            places["unreachable choice", str(question.place), key] = (question.path, key) in truths.chosen
    for what, conclusions in (("flag", form.flags), ("gate", form.gates)):
        for each in conclusions:
            places[f"unreachable {what}", str(each.place), ""] = each.name in truths.raised
    for document in form.documents:
        places["unreachable document", str(document.place), ""] = document.name in truths.due
    return (told for told, reached in places.items() if not reached)


def _always(truths: Truths) -> Iterator[Told]:
    form = truths.small.form
    for each in (*form.sections, *form.questions(), *form.flags, *form.gates, *form.documents):
        if each.when is not None and truths.holds.get(each.place) == {True}:
            yield "always true", str(each.place), ""


def _clauses(truths: Truths, document: str) -> Iterator[Told]:
    """Passages that never print though what stands around them does, and guards nothing ever stops at."""
    met = truths.papers.get(document)
    if met is None:
        return
    clauses = truths.small.readings[document].clauses
    printed = {clause.around for clause in clauses if clause.place in met.printed} | {()}
    for clause in clauses:
        place = f"{document}.docx: {clause.place}"
        if clause.place not in met.printed:
            if clause.around[:-1] in printed:
                yield "unreachable clause", place, ""
        elif _unstopped(clause, clauses) and (clause.place, False) not in met.guards | {
            (missed, False) for missed in met.missed
        }:
            yield "always true", place, ""


def _unstopped(clause: Clause, clauses: tuple[Clause, ...]) -> bool:
    """Whether it is the passage of an `if` that has no else beside it."""
    own = clause.around[-1]
    if not isinstance(own, Guard):
        return False
    other = (*clause.around[:-1], Guard(own.path, not own.wanted))
    return all(each.around != other for each in clauses)


def answers_of(small: Small, fault: Fault) -> Answers:
    """The answers of a fault, read as `draftwell assemble` would read them from a file."""
    data = json.dumps(fault.answers).encode()
    file = answer_file.read(small.form, loader.parse(data, "answers.json"))
    assert file.mistakes == [], file.mistakes
    return file.answers


def really(small: Small, fault: Fault) -> bool:
    """Whether the answers of an `undefined` really lead to a name that is not there."""
    answers = answers_of(small, fault)
    if fault.file:
        return confirmed(small, answers, fault.file.removesuffix(".docx"), fault.spot)
    truths, reading = Truths(small, 1), interview.read(small.form, answers, TODAY)
    assert not reading.missing
    truths.take(reading)
    return _told(fault)[1:] in {(str(place), name) for place, name in truths.wordings}
