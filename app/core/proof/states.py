"""What a name may come to at one point of an interview, as terms: exactly one of six things."""

from dataclasses import dataclass, field

from app.core.proof.domains import Domain
from app.core.proof.terms import Kleene, Term, every, no, some
from app.core.questionnaire import Question


@dataclass(frozen=True)
class State:
    """A value, a gap, a blank, not asked, hanging on a gap, or asked only later."""

    value: Term
    domain: Domain
    gap: Term = False
    blank: Term = False
    away: Term = False
    open: Term = False
    later: Term = False

    @property
    def there(self) -> Term:
        """Whether a template finds it: it was asked, and is a value, a gap or a blank."""
        return some([self.value, self.gap, self.blank])

    @property
    def empty(self) -> Term:
        """Nothing was said, and that is certain."""
        return some([self.blank, self.away])

    @property
    def unsure(self) -> bool:
        """Whether it may hang on a gap or wait for a question asked only later."""
        return self.open is not False or self.later is not False


def asked(truth: Kleene, gap: Term, blank: Term, domain: Domain) -> State:
    """The state of a question that is asked when `truth` is certainly true."""
    yes = truth.true
    given = every([yes, no(gap), no(blank)])
    hangs = every([truth.open, no(truth.later)])
    return State(
        given, domain, every([yes, gap]), every([yes, no(gap), blank]), truth.false, hangs,
        every([truth.open, truth.later]),
    )  # fmt: skip


@dataclass
class Scope:
    """One place for an item of a list: whether an item is there, and what is known of it so far."""

    question: Question
    number: int
    present: Term
    states: dict[str, State] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether a name is asked about this item."""
        return any(each.name == name for each in self.question.each)
