"""What of a questionnaire some path must come to, and conditions that may not hold on every path."""

from collections.abc import Iterator

from app.core.conditions import Condition
from app.core.places import Place
from app.core.proof.claims import Hope
from app.core.proof.domains import One, Several
from app.core.proof.terms import Kleene, Term, every, no
from app.core.proof.universe import Universe
from app.core.proof.walking import Spot
from app.core.questionnaire import Flag, Gate

CHANGE = "change its condition, or take it out"


def hopes(universe: Universe) -> Iterator[Hope]:
    """Every section, question, choice, document, flag and gate, with its condition."""
    for section, holds in universe.walk.sections:
        yield from _when(section.when, holds, section.place, f"the section “{section.title}”", True)
    for spot in universe.walk.spots:
        if spot.scope is None or spot.scope.number == 1:
            yield from _question(universe, spot)
    raised: tuple[Flag | Gate, ...] = (*universe.form.flags, *universe.form.gates)
    for each in raised:
        what = "flag" if isinstance(each, Flag) else "gate"
        holds = universe.holds[id(each)]
        sentence = f"No path raises the {what} `{each.name}`; {CHANGE}."
        yield Hope(no(holds.false), f"unreachable {what}", str(each.place), sentence)
        yield from _when(each.when, holds, each.place, f"the {what} `{each.name}`", True)
    for document in universe.form.documents:
        holds = universe.holds[id(document)]
        sentence = f"No path makes the document `{document.name}`; {CHANGE}."
        yield Hope(universe.due[document.name], "unreachable document", str(document.place), sentence)
        yield from _when(document.when, holds, document.place, f"the document `{document.name}`", True)


def _when(condition: Condition | None, holds: Kleene, place: Place, what: str, comes: Term) -> Iterator[Hope]:
    if condition is not None:
        sentence = f"The condition of {what} holds on every path that comes to it; change it, or take it out."
        yield Hope(every([comes, no(holds.true)]), "always true", str(place), sentence, unless=comes)


def _question(universe: Universe, spot: Spot) -> Iterator[Hope]:
    question, place = spot.question, str(spot.question.place)
    comes = spot.around.true
    asked = every([spot.scope.present, spot.asked]) if spot.scope else spot.asked
    sentence = f"No path asks `{question.path}`; {CHANGE}."
    yield Hope(asked, "unreachable question", place, sentence)
    yield from _when(question.when, spot.when, question.place, f"the question `{question.path}`", comes)
    if isinstance(spot.domain, One | Several):
        given = every([asked, spot.state.value])
        for key, term in spot.domain.keys.items():
            words = (
                f"No path keeps the choice `{key}` of `{question.path}`; take it out, or change the check."
            )
            yield Hope(every([given, term]), "unreachable choice", place, words, unless=asked)
