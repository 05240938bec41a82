"""What would reach somebody who may not see it: in papers, by the mere making of papers, and on pages.

A page is read by whoever answers. A client sees what they answered themselves again, and nothing that only an
attorney may see of what attorneys answered; nobody sees what lies in the vault in a wording, neither clients
on a page nor attorneys in a flag. Which questions follow tells of the answers they depend on, so that counts
too, but for inputs that a calculation can do without: they are open while clients answer.
"""

from collections.abc import Iterator, Mapping, Sequence

from app.core.asked_later import Resting
from app.core.conditions import Condition
from app.core.faults import Fault
from app.core.piping import piped
from app.core.places import Place
from app.core.questionnaire import DocumentSpec, Flag, Form, Gate, Keep, Question, Section
from app.core.reach import (
    REACHES,
    behind,
    classes,
    kept_from,
    leads_to,
    reaches,
    strictest,
)

RULE = "contained"
EACH = "[]"
"""How a path says “an item of this list”."""
Known = Mapping[str, Keep]
"""What `reach.classes` says of the paper's form, `redacted` for a paper with twins."""


def faults(form: Form) -> Iterator[Fault]:
    """Every such fault that the questionnaire alone shows."""
    known = {twins: classes(form, redacted=twins) for twins in (False, True)}
    for document in form.documents:
        yield from _made(form, document, known[document.twins])
    yield from _pages(form, known[False])
    yield from _conclusions(form, known[False])


def of_path(form: Form, document: DocumentSpec, path: Sequence[str], known: Known) -> str:
    """Why a paper may not print, ask or repeat what a template calls by this path, or nothing.

    The path has `[]` after a list whose item is meant, or leaves it out.
    """
    steps = [step for step in path if step != EACH]
    if steps[0] == "made" and len(steps) > 1:
        return _of_made(form, document, steps[1], known)
    kept = kept_from(form, document, known)
    for name in _names(form, steps):
        if name in kept:
            said = f"`{name}` is {kept[name]}, so it may not stand in a {kind_of(document)}"
            return f"{said}{_way_out(kept[name])}."
    return ""


def kind_of(document: DocumentSpec) -> str:
    """What a paper is called in the sentence that says what may not stand in it."""
    if document.audience == "court" and document.filing != "public":
        return f"paper for court that is filed {document.filing}"
    return f"paper for {document.audience}"


def _names(form: Form, steps: Sequence[str]) -> Iterator[str]:
    """The names a path reads, as their classes are known: a list, its question, a fact about its item."""
    yield steps[0]
    question = form.question(steps[0])
    if len(steps) > 1 and question is not None and question.is_list:
        fact = form.facts.get(steps[1])
        yield steps[1] if fact is not None and fact.of == question.name else f"{question.name}.{steps[1]}"


def _way_out(keep: Keep) -> str:
    return "" if keep == "vault" else "; take it out, or say why with `reveals:` on the document"


def _of_made(form: Form, document: DocumentSpec, name: str, known: Known) -> str:
    """Why a paper may not ask whether another one is made."""
    other = form.document(name)
    if other is None or other.name == document.name:
        return ""
    for found, keep in _reasons(form, other, known):
        if not reaches(keep, document, found):
            said = f"`made.{name}` tells whether that paper is made, which rests on `{found}`"
            return f"{said} ({keep}), and this is a {kind_of(document)}{_way_out(keep)}."
    return ""


def _reasons(form: Form, document: DocumentSpec, known: Known) -> Iterator[tuple[str, Keep]]:
    """What the making of a paper tells of, with its class."""
    yield from sorted(behind(form, document.when, known).items())
    fact = document.each.partition(".")[0]
    if fact in known:
        yield fact, known[fact]


def _made(form: Form, document: DocumentSpec, known: Known) -> Iterator[Fault]:
    """Papers that are there only when something is so that their readers may not know.

    For each element of a result a court paper may be made whatever that rests on but the vault, as
    `reach.kept_from` says; its readers see their own paper alone.
    """
    court = document.audience == "court"
    for name, keep in _reasons(form, document, known):
        own = document.each.partition(".")[0] == name
        if reaches(keep, document, name) or (court and own and keep != "vault"):
            continue
        said = (
            f"`{document.name}` is made or not by `{name}`, which is {keep}, and its readers may not see that"
        )
        yield Fault(RULE, str(document.place), f"{said}{_reason_wanted(keep)}.")


def _reason_wanted(keep: Keep) -> str:
    return "; take it out of the condition" + ("" if keep == "vault" else ", or say why with `reveals:`")


def _pages(form: Form, known: Known) -> Iterator[Fault]:
    for section in form.sections:
        yield from _told(form, section, piped(section.intro), section.place, known)
        yield from _asked(form, section, section.when, section.place)
        for question in section.questions:
            for each in (question, *question.each):
                said = each.ask + each.help + each.why + "".join(must.say for must in each.must)
                yield from _told(form, section, piped(said), each.place, known)
                parent = question if each is not question else None
                yield from _asked(form, section, each.when, each.place, parent)


def _told(form: Form, section: Section, names: set[str], place: Place, known: Known) -> Iterator[Fault]:
    """Names in wording on a page that its reader may not see."""
    for name in sorted({name.split(".")[0] for name in names}):
        keep = _class_of(form, name, known)
        if keep == "vault":
            sentence = f"{{{name}}} lies in the vault and may stand in no wording; take it out."
            yield Fault(RULE, str(place), sentence)
        elif not section.by_attorney and (secret := _of_attorney(form, {name}, known)):
            said = f"{{{name}}} rests on `{secret}`, which attorneys answer and clients may not see"
            yield Fault(RULE, str(place), f"{said}; take it out.")


def _asked(
    form: Form, section: Section, when: Condition | None, place: Place, parent: Question | None = None
) -> Iterator[Fault]:
    """A question to clients that is asked or not by what only attorneys may see."""
    if section.by_attorney or when is None:
        return
    resting = Resting(form)
    for path in resting.under(when, parent):
        question = form.question(path)
        if question is not None and _is_hidden(question):
            said = (
                f"Clients are asked this or not by `{path}`, which attorneys answer and clients may not see"
            )
            yield Fault(RULE, str(place), f"{said}; take it out of the condition.")


def _of_attorney(form: Form, names: set[str], known: Known) -> str:
    """The first attorneys' answer behind some names that may not reach a client, or nothing."""
    if all(_class_of(form, name, known) in REACHES["client"] for name in names):
        return ""
    behind_them = leads_to(form, names)
    hidden = (each for each in form.questions() if each.name in behind_them and _is_hidden(each))
    return next((each.path for each in hidden), "")


def _is_hidden(question: Question) -> bool:
    return question.by_attorney and question.keep not in REACHES["client"]


def _class_of(form: Form, name: str, known: Known) -> Keep:
    if name in form.facts:
        return known[name]
    return strictest(each.keep for each in form.questions() if each.name == name)


def _conclusions(form: Form, known: Known) -> Iterator[Fault]:
    """Flags and gates that would say what lies in the vault; attorneys may read everything else."""
    conclusions: tuple[Flag | Gate, ...] = (*form.flags, *form.gates)
    for each in conclusions:
        for name in sorted({name.split(".")[0] for name in piped(each.say)}):
            if _class_of(form, name, known) == "vault":
                sentence = f"{{{name}}} lies in the vault and may stand in no wording; take it out."
                yield Fault(RULE, str(each.place), sentence)
