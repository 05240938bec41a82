"""What rests, through any number of facts, on a question whose answer cannot be known where it is needed.

While a form is answered, a condition is decided and a wording is said at the place of its question, when only
what stands before it has been asked. A fact that leads to a later question is open there. An input that a
calculation can do without does not count: it is worked out without it, as the calculation is made to be.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.core.compared import ORDERED
from app.core.conditions import Condition, Every, OfItems, Some, Test
from app.core.piping import piped
from app.core.places import Mistake, Place
from app.core.questionnaire import Form, Question

SAID = "is asked only after this, so it is never known here; ask it earlier, or take the fact out"


def mistakes(form: Form) -> Iterator[Mistake]:
    """Every condition and wording of a question or section that rests through a fact on a later question."""
    known: set[str] = set()
    for section in form.sections:
        yield from _too_early(form, section.when, section.intro, section.place, None, known)
        for question in section.questions:
            yield from _question(form, question, None, known)
            known.add(question.path)
            for each in question.each:
                yield from _question(form, each, question, known)
                known.add(each.path)


def _question(form: Form, question: Question, parent: Question | None, known: set[str]) -> Iterator[Mistake]:
    said = question.ask + question.help + question.why
    yield from _too_early(form, question.when, said, question.place, parent, known)


def _too_early(
    form: Form, when: Condition | None, said: str, place: Place, parent: Question | None, known: set[str]
) -> Iterator[Mistake]:
    resting = Resting(form)
    named = [(name, where) for name, where in _named(when, place)]
    named += [(name.split(".")[0], place) for name in sorted(piped(said))]
    for name, where in dict.fromkeys(named):
        if name not in form.facts or _inner(parent, name):
            # What is named without a fact between is the checker's own to say.
            continue
        late = [path for path in resting.on(name, parent) if path not in known]
        for path in late[:1]:
            more = f" (and {len(late) - 1} more)" if len(late) > 1 else ""
            yield Mistake(where, f"`{name}` rests on `{path}`{more}, which {SAID}.", "asked later")


def _named(condition: Condition | None, place: Place) -> Iterator[tuple[str, Place]]:
    """The names a condition looks at, each with the place of its sentence."""
    match condition:
        case Test(name=name, place=where):
            yield name.split(".")[0], where
            yield from ((operand.split(".")[0], where) for operand in compared(condition))
        case Every(parts) | Some(parts):
            for part in parts:
                yield from _named(part, place)
        case OfItems(part=part):
            yield from _named(part, place)


def compared(test: Test) -> tuple[str, ...]:
    """What stands where another name may stand in a comparison."""
    return test.operands if test.comparison in ORDERED else ()


@dataclass
class Resting:
    """The questions that names of a form rest on, by path; a name is read as the interview reads it."""

    form: Form
    _busy: set[tuple[str, str]] = field(default_factory=set)

    def on(self, name: str, parent: Question | None = None) -> list[str]:
        """The paths of all questions a name leads to from inside a list, or from outside, in file order."""
        self._busy.clear()
        found = set(self._of(name.split(".")[0], parent))
        return [question.path for question in self.form.questions() if question.path in found]

    def under(self, condition: Condition | None, parent: Question | None = None) -> list[str]:
        """The same for everything a condition looks at."""
        self._busy.clear()
        found = set(self._in(condition, parent))
        return [question.path for question in self.form.questions() if question.path in found]

    def _in(self, condition: Condition | None, parent: Question | None) -> Iterator[str]:
        match condition:
            case Test(name=name):
                yield from self._of(name.split(".")[0], parent)
                for operand in compared(condition):
                    yield from self._of(operand.split(".")[0], parent)
            case Every(parts) | Some(parts):
                for part in parts:
                    yield from self._in(part, parent)
            case OfItems(item=item, part=part):
                inside = next((each for each in self.form.lists() if each.one == item), None)
                if inside is not None:
                    yield inside.path
                    yield from self._in(part, inside)

    def _of(self, name: str, parent: Question | None) -> Iterator[str]:
        if (own := _inner(parent, name)) is not None:
            yield own.path
        elif name in self.form.facts:
            yield from self._of_fact(name, parent)
        elif (question := self.form.question(name)) is not None:
            yield question.path

    def _of_fact(self, name: str, parent: Question | None) -> Iterator[str]:
        seen = (name, parent.path if parent else "")
        if seen in self._busy:
            return
        self._busy.add(seen)
        fact = self.form.facts[name]
        yield from self._in(fact.when, parent)
        needs = fact.calculation.needs if fact.calculation else frozenset()
        for value in (value for parameter, value in fact.inputs.items() if parameter in needs):
            root = value.split(".")[0]
            yield from self._of(root, parent)
            question = self.form.question(root) if _inner(parent, root) is None else None
            # A calculation receives a list with everything that was asked about its items.
            yield from (each.path for each in question.each) if question else ()


def _inner(parent: Question | None, name: str) -> Question | None:
    return next((each for each in parent.each if each.name == name), None) if parent else None
