"""Names that a wording of the questionnaire pipes while it is shown: each must be asked by then."""

from collections.abc import Iterator

from app.core.piping import piped
from app.core.proof.claims import Danger
from app.core.proof.states import State
from app.core.proof.terms import Term, every, no, some
from app.core.proof.universe import Universe
from app.core.proof.walking import Shown
from app.core.questionnaire import Flag, Gate


def dangers(universe: Universe) -> Iterator[Danger]:
    """Every wording with a name that may not be asked when it is shown.

    A wording of a question counts while the question is asked, the sentence of a `must` while it is broken,
    what a flag or a gate says while it is certainly raised: one raised only because of a gap says so itself.
    """
    for shown in universe.walk.shown:
        yield from _of_question(universe, shown)
    concluded: tuple[Flag | Gate, ...] = (*universe.form.flags, *universe.form.gates)
    for each in concluded:
        raised = universe.holds[id(each)].true
        what = "flag" if isinstance(each, Flag) else "gate"
        for name in sorted(piped(each.say)):
            missing = _missing(universe, name, universe.evaluation.look(_whole(universe, name)))
            yield Danger(
                every([raised, missing]), name, str(each.place), f"what the {what} `{each.name}` says"
            )


def _of_question(universe: Universe, shown: Shown) -> Iterator[Danger]:
    for name in sorted(piped(shown.text)):
        term = every([shown.shown, _missing(universe, name, shown.look(name))])
        if shown.question is not None:
            about = (
                f"the sentence of a `must` of `{shown.question.path}`"
                if shown.must
                else (f"the wording of `{shown.question.path}`")
            )
            yield Danger(term, name, str(shown.question.place), about, complete=shown.must is None)
        elif shown.section is not None:
            reader = f"the introduction of “{shown.section.title}”"
            yield Danger(term, name, str(shown.section.place), reader)


def _whole(universe: Universe, name: str) -> str:
    root = name.partition(".")[0]
    return name if root in universe.form.facts else root


def _missing(universe: Universe, name: str, state: State) -> Term:
    """Not asked, hanging on something unknown, or asked only later; a fact does not arise."""
    fact = universe.form.facts.get(name.partition(".")[0])
    if fact is None:
        return no(state.there)
    return some([state.later, state.away if fact.calculation else False])
