"""What ties the flags of a form to its papers: the names each is about, and the tags that read them."""

from collections import OrderedDict
from collections.abc import Iterator
from functools import cached_property

from app.core.conditions import Condition, Test, tests
from app.core.piping import piped
from app.core.questionnaire import Flag, Form, Keep
from app.core.reach import classes, mentioned, rests_on
from app.documents.notes import Anchor

_Asked = tuple[str, str, tuple[str, ...]]
"""A test wherever it stands: its name, its comparison and what it compares with."""
_MOST = 16
_KNOWN: OrderedDict[int, "Ties"] = OrderedDict()


class Ties:
    """The ties of one form, each worked out once."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._tiers: dict[tuple[str, frozenset[Anchor]], tuple[frozenset[Anchor], ...]] = {}
        self._keeps: dict[str, frozenset[Keep]] = {}

    def keeps(self, flag: Flag) -> frozenset[Keep]:
        """The classes of all answers behind a flag, those its sentence pipes included."""
        if flag.name not in self._keeps:
            names = rests_on(self.form, flag.when) | {name.split(".")[0] for name in piped(flag.say)}
            self._keeps[flag.name] = frozenset(keep for name in names for keep in self._classes_of(name))
        return self._keeps[flag.name]

    def tiers(self, flag: Flag, used: frozenset[Anchor]) -> tuple[frozenset[Anchor], ...]:
        """The tags of a paper that print what a flag is about or ask the same; or none."""
        key = (flag.name, used)
        if key not in self._tiers:
            if len(self._tiers) > 64 * len(self.form.flags):
                self._tiers.clear()
            self._tiers[key] = tuple(filter(None, self._found(flag, used)))
        return self._tiers[key]

    def _found(self, flag: Flag, used: frozenset[Anchor]) -> Iterator[frozenset[Anchor]]:
        """Printed parts that the flag names, printed answers it is about, passages its condition opens."""
        asked = set(self._asked(flag.when))
        names = piped(flag.say) | {name for test in asked for name in (test[0], *test[2])}
        parts = {name for name in names if "." in name}
        answers = {name for name in piped(flag.say) | {test[0] for test in asked} if "." not in name}
        answers |= mentioned(self.form, flag.when) - {name.split(".")[0] for name in parts}
        printed = [each for each in used if each[0] == "print"]
        yield frozenset(each for each in printed if ".".join(each[1][:2]) in parts)
        yield frozenset(each for each in printed if self._name(each[1]) in answers)
        yield frozenset(("around", path) for says, path in used if says == "if" and self._asks(path, asked))

    def _asked(self, condition: Condition | None) -> Iterator[_Asked]:
        """The tests of a condition, and of each fact in it that is nothing but one comparison."""
        for test in tests(condition):
            yield _plain(test)
            if only := self._comparison(test.name):
                yield only

    def _asks(self, path: tuple[str, ...], asked: set[_Asked]) -> bool:
        """Whether a tag that opens a passage by a yes of this path asks one of these tests."""
        name = self._name(path)
        yes = {(each, "is", ("yes",)) for each in (name, ".".join(path[:2]))}
        return not asked.isdisjoint(yes | {(name, "is answered", ())}) or self._comparison(name) in asked

    def _comparison(self, name: str) -> _Asked | None:
        """The comparison that a fact of this name is, if it is nothing else."""
        fact = self.form.facts.get(name)
        when = fact.when if fact and fact.calculation is None else None
        return _plain(when) if isinstance(when, Test) else None

    def _name(self, path: tuple[str, ...]) -> str:
        """The question or fact a path reads: of an item its question, else what the path begins with."""
        of_item = len(path) > 2 and path[1] == "[]" and path[0] not in self.form.facts
        return path[2] if of_item else path[0]

    @cached_property
    def _classes(self) -> dict[str, Keep]:
        return classes(self.form)

    def _classes_of(self, name: str) -> Iterator[Keep]:
        if name in self.form.facts:
            yield self._classes[name]
        yield from (question.keep for question in self.form.questions() if question.name == name)


def _plain(test: Test) -> _Asked:
    return test.name, test.comparison, test.operands


def of(form: Form) -> Ties:
    """The ties of a form, kept for a while."""
    known = _KNOWN.get(id(form))
    if known is None or known.form is not form:
        _KNOWN[id(form)] = known = Ties(form)
        while len(_KNOWN) > _MOST:
            _KNOWN.popitem(last=False)
    return known
