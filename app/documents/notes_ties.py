"""What ties the flags of a form to its papers: the names each rests on, and the tags that read them."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from functools import cached_property

from app.core.conditions import Condition, tests
from app.core.piping import piped
from app.core.questionnaire import Flag, Form, Keep
from app.core.reach import classes, mentioned, rests_on
from app.documents.notes import Anchor

_MOST = 16
_KNOWN: OrderedDict[int, "Ties"] = OrderedDict()


class Ties:
    """The ties of one form, each worked out once."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._tiers: dict[tuple[str, frozenset[Anchor]], tuple[frozenset[Anchor], ...]] = {}
        self._keeps: dict[str, frozenset[Keep]] = {}
        self._read_by: dict[str, set[tuple[str, ...]]] = {}

    def keeps(self, flag: Flag) -> frozenset[Keep]:
        """The classes of all answers behind a flag, those its sentence pipes included."""
        if flag.name not in self._keeps:
            names = rests_on(self.form, flag.when) | self._piped(flag)
            self._keeps[flag.name] = frozenset(keep for name in names for keep in self._classes_of(name))
        return self._keeps[flag.name]

    def tiers(self, flag: Flag, used: frozenset[Anchor]) -> tuple[frozenset[Anchor], ...]:
        """The tags of a paper that read what a flag is about, nearest first; none when it is about others."""
        key = (flag.name, used)
        if key not in self._tiers:
            if len(self._tiers) > 64 * len(self.form.flags):
                self._tiers.clear()
            self._tiers[key] = tuple(filter(None, self._found(flag, used)))
        return self._tiers[key]

    def _found(self, flag: Flag, used: frozenset[Anchor]) -> Iterator[frozenset[Anchor]]:
        """The very parts the flag names, its own names, and printed names that it rests on further back.

        A value that is printed goes before a passage that is there for it, and that before a phrase.
        """
        parts = self._parts(flag.when) | {tuple(name.split(".")) for name in piped(flag.say) if "." in name}
        direct = self._asked(mentioned(self.form, flag.when) | self._piped(flag))
        behind = rests_on(self.form, flag.when) - direct
        near = [each for each in used if self._read(each[1]) & parts]
        own = [each for each in used if self._asked({self._name(each[1])}) & direct]
        for tags, says in ((near, "print"), (near, "around"), (own, "print"), (own, "around")):
            yield _those(tags, says)
        yield _those(near, "if")
        yield _those(own, "if")
        yield _those([each for each in used if self._asked({self._name(each[1])}) & behind], "print")

    def _parts(self, condition: Condition | None) -> set[tuple[str, ...]]:
        """Parts of results that a condition looks at: `("owed", "has_federal")`."""
        found: set[tuple[str, ...]] = set()
        waiting, seen = [condition], set[str]()
        while waiting:
            for test in tests(waiting.pop()):
                found |= {tuple(name.split(".")) for name in (test.name, *test.operands) if "." in name}
                fact = self.form.facts.get(test.name)
                if fact is not None and fact.calculation is None and fact.name not in seen:
                    seen.add(fact.name)
                    waiting.append(fact.when)
        return found

    def _read(self, path: tuple[str, ...]) -> set[tuple[str, ...]]:
        """The parts that a path reads, through a fact that is nothing but a comparison."""
        if path[0] not in self._read_by:
            fact = self.form.facts.get(path[0])
            only_compares = fact is not None and fact.calculation is None
            self._read_by[path[0]] = self._parts(fact.when) if fact and only_compares else set()
        return self._read_by[path[0]] | {path[:2]}

    def _piped(self, flag: Flag) -> set[str]:
        return {name.split(".")[0] for name in piped(flag.say)}

    def _asked(self, names: set[str]) -> set[str]:
        """The names, and what stands behind those that are nothing but a comparison with a name."""
        found: set[str] = set()
        waiting = set(names)
        while waiting:
            name = waiting.pop()
            found.add(name)
            fact = self.form.facts.get(name)
            if fact is not None and fact.calculation is None:
                waiting |= mentioned(self.form, fact.when) - found
        return found

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


def _those(tags: Iterable[Anchor], says: str) -> frozenset[Anchor]:
    """Of some tags those that print or that ask; each that asks may stand around paragraphs or in one."""
    kind = "print" if says == "print" else "if"
    return frozenset((says, path) for what, path in tags if what == kind)


def of(form: Form) -> Ties:
    """The ties of a form, kept for a while."""
    known = _KNOWN.get(id(form))
    if known is None or known.form is not form:
        _KNOWN[id(form)] = known = Ties(form)
        while len(_KNOWN) > _MOST:
            _KNOWN.popitem(last=False)
    return known
