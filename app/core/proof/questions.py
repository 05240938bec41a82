"""The values a question takes, by its kind and its settings, as terms."""

from app.core.kinds import Refused
from app.core.kinds.numbers import Number as NumberKind
from app.core.kinds.people import ADDRESS_PARTS, NAME_PARTS, STATES, ZIP
from app.core.proof.domains import Add, Anything, Domain, One, Plain, Several, Words, YesNo
from app.core.proof.measures import Day, Number
from app.core.proof.terms import Term, every, fresh, some
from app.core.questionnaire import Question


class Parts(Plain):
    """A name or an address; printed it is a mapping, so an `if` always takes it."""

    exact = True

    def __init__(self, name: str, add: Add, parts: dict[str, Domain]) -> None:
        super().__init__(name, add)
        self.parts = parts

    def part(self, name: str) -> Domain:
        """One part, or a text that is there."""
        return self.parts.get(name) or Words(f"{self.name}.{name}", self.add)

    def equal(self, value: object) -> Term:
        """Whether each part that anybody asks for is that of this value."""
        return every(part.equal(getattr(value, name)) for name, part in self.parts.items())


def domain_of(question: Question, key: str, add: Add) -> Domain:
    """The values of one question about one item; `key` names it among all."""
    kind, settings = question.kind, question.settings
    if isinstance(kind, NumberKind):
        least = kind.floor if settings.least is None else settings.least
        most = kind.ceiling if settings.most is None else settings.most
        return Number(key, add, kind.places).within(least, most)
    match question.kind_name:
        case "yes or no":
            return YesNo(key, add)
        case "choose one" | "choose any":
            return (One if question.kind_name == "choose one" else Several)(key, add, tuple(question.choices))
        case "date":
            return Day(key, add, exactly=question.exact)
        case "name" | "address":
            return _name(key, add) if question.kind_name == "name" else _address(key, add, question)
        case "story":
            return Anything(key, add)
    return Words(key, add, lambda words: _readable(question, words))


def _readable(question: Question, words: str) -> bool:
    """Whether an answer can come to just these words."""
    try:
        return bool(question.kind.read(words, question.settings) == words)
    except Refused:
        return False


def _name(key: str, add: Add) -> Domain:
    parts: dict[str, Domain] = {
        part: Words(f"{key}.{part}", add, bool, fresh(f"{key}.{part}?")) for part in NAME_PARTS
    }
    add(some([parts["first"].truthy, parts["last"].truthy]))
    return Parts(key, add, parts)


def _address(key: str, add: Add, question: Question) -> Domain:
    possible = {"state": STATES.__contains__, "zip": lambda words: bool(ZIP.fullmatch(words))}
    parts: dict[str, Domain] = {
        part: Words(f"{key}.{part}", add, possible.get(part, bool), _filled(key, part))
        for part in ADDRESS_PARTS
    }
    substitute = YesNo(f"{key}.safe_at_home", add, None if question.safe_at_home else False)
    return Parts(key, add, {**parts, "safe_at_home": substitute})


def _filled(key: str, part: str) -> Term:
    return fresh(f"{key}.unit?") if part == "unit" else True
