"""Proves a form: what its papers and wordings may meet on every path, and what no path comes to.

`prove` looks at all complete interviews at once: every asked question answered (a value, a gap or a blank
where it is allowed) and no `must` broken, on the day of the check. Dates are free from 1900 to 2100, so
every period up to today is covered. A name that a template, a question or a flag reads and that is not
there on some path is `undefined`; the fault carries the shortest such path as the content of an answer
file. What a calculation returns is free within its declared type, so that nothing is missed; a path that
only such values lead to and that real calculations did not take is `not ruled out`.

`readings` holds the Reading of each document's template by the document's name as the form declares it,
before `each:` and `twins:` make several papers of it; a document without a reading is proved without its
template. `confirm(document, answers, use)` really fills that document's template with these answers
(every paper of it) and says whether a name was missing in it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from app.core.answers import Answers
from app.core.examples import as_file
from app.core.faults import Fault, Level
from app.core.proof import reachable, wordings
from app.core.proof.claims import Danger, Hope
from app.core.proof.papers import Paper
from app.core.proof.templates import Template
from app.core.proof.universe import Universe
from app.core.proof.uses import GuardedUse, Loop, Reading
from app.core.proof.witness import Witness, Witnesses
from app.core.questionnaire import Form

Confirm = Callable[[str, Answers, GuardedUse], bool]
"""Whether filling a document's template with these answers really meets a name that is not there."""
SAID = 3
"""How many deciding answers a sentence names."""


def prove(
    form: Form, readings: Mapping[str, Reading], today: date, confirm: Confirm | None = None
) -> list[Fault]:
    """Every fault of the rules undefined, unreachable … and always true, questionnaire first."""
    universe = Universe(form, today, _depth(readings))
    if universe.check() is None:
        sentence = (
            "No interview of this form can be completed: its checks (`must:`) leave no way; change them."
        )
        return [Fault("unreachable question", f"{form.files[0]}:1:1", sentence)]
    known = [document for document in form.documents if document.name in readings]
    templates = [Template(Paper(universe, each), readings[each.name]) for each in known]
    dangers = [*wordings.dangers(universe), *(danger for each in templates for danger in each.dangers())]
    hopes = [*reachable.hopes(universe), *(hope for each in templates for hope in each.hopes())]
    return [*_met(universe, dangers, confirm), *_lost(universe, hopes)]


def _depth(readings: Mapping[str, Reading]) -> int:
    """How many loops stand in one another at most."""
    uses = (use for reading in readings.values() for use in reading.uses)
    return max((sum(isinstance(step, Loop) for step in use.around) for use in uses), default=0) or 1


def _met(universe: Universe, dangers: Sequence[Danger], confirm: Confirm | None) -> Iterator[Fault]:
    """The dangers that some path comes to, each with the shortest such path."""
    witnesses = Witnesses(universe)
    found: set[int] = set()
    for complete in (True, False):
        asked = {at: each.term for at, each in enumerate(dangers) if each.complete is complete}
        found |= universe.possible(asked, complete=complete)
    for at in sorted(found):
        yield _undefined(universe, dangers[at], witnesses, confirm)


def _undefined(universe: Universe, danger: Danger, witnesses: Witnesses, confirm: Confirm | None) -> Fault:
    use = danger.use
    really = None
    if confirm is not None and use is not None:
        really = lambda answers: confirm(danger.document, answers, use)  # noqa: E731
    witness = witnesses.of(danger.term, complete=danger.complete, confirm=really)
    file = as_file(universe.form, witness.answers)
    level: Level = "mistake" if witness.walked else "not ruled out"
    spot = spot_of(use.place) if use else ""
    return Fault("undefined", danger.place, _sentence(danger, witness), level, file, danger.file, spot)


def spot_of(place: str) -> str:
    """Where in a Word file, without the words that stand there and the heading above."""
    return place.split(" (“")[0].split(", under “")[0]


def _sentence(danger: Danger, witness: Witness) -> str:
    deciding = ", ".join(witness.because[:SAID]) + (" …" if len(witness.because) > SAID else "")
    when = f" when {deciding}" if deciding else " on some path"
    said = f"`{danger.name}` is not there in {danger.reader}{when}"
    if not witness.walked and not witness.settles:
        return f"{said}, though filling it came to no missing name; look at that path."
    if not witness.walked:
        rests = ", ".join(f"`{name}`" for name in witness.settles[:SAID])
        return f"{said} and a calculation comes out so; look whether {rests} can make it, or guard the name."
    ask = "guard it with an `if`" if danger.use else "reword it"
    return f"{said}; {ask}, or ask it on every path that comes here."


def _lost(universe: Universe, hopes: Sequence[Hope]) -> Iterator[Fault]:
    """What no path comes to, unless what stands around it is out of reach too."""
    shown = universe.reached({at: each.term for at, each in enumerate(hopes)})
    lost = [at for at in range(len(hopes)) if at not in shown]
    around = universe.reached({at: hopes[at].unless for at in lost})
    for at in lost:
        hope = hopes[at]
        if at in around:
            yield Fault(hope.rule, hope.place, hope.sentence, file=hope.file, spot=spot_of(hope.spot))
