"""What a document's template reads on every path that comes to it, and passages no path prints."""

from collections.abc import Iterator, Sequence

from app.core.proof.claims import Danger, Hope
from app.core.proof.papers import Paper
from app.core.proof.terms import Term, every, no, some
from app.core.proof.uses import Clause, Guard, Loop, Reading


class Template:
    """The template of one document in terms."""

    def __init__(self, paper: Paper, reading: Reading) -> None:
        self.paper, self.reading = paper, reading
        self.clauses = {(clause.around, clause.place) for clause in reading.clauses}

    def dangers(self) -> Iterator[Danger]:
        """Every reading of a name that may not be there."""
        document = self.paper.document
        for use in self.reading.uses:
            ways = self.paper.ways(use.around)
            term = some(every([way.holds, no(self.paper.thing(use.path, way.at).there)]) for way in ways)
            if term is not False:
                place = f"{self.reading.file}: {use.place}"
                yield Danger(
                    term, self._called(use.path, use.around), place, f"the document `{document.name}`",
                    document=document.name, use=use, file=self.reading.file,
                )  # fmt: skip

    def hopes(self) -> Iterator[Hope]:
        """Every passage that some path must print, and every guard that some path must not pass."""
        others = {clause.around for clause in self.reading.clauses}
        for clause in self.reading.clauses:
            outer, own = clause.around[:-1], clause.around[-1]
            here = some(way.holds for way in self.paper.ways(clause.around))
            before = some(way.holds for way in self.paper.ways(outer))
            words = f"No path prints “{clause.words}”: {self._why(clause)}; change the guard, or take it out."
            yield self._hope(clause, here, "unreachable clause", words, before)
            if isinstance(own, Guard) and (*outer, Guard(own.path, not own.wanted)) not in others:
                name = self._called(own.path, outer)
                guard = f"{{% if {'' if own.wanted else 'not '}{name} %}}"
                words = f"“{guard}” holds on every path that comes to it; take the guard out, or change it."
                yield self._hope(clause, self._stopped(outer, own), "always true", words, here)

    def _stopped(self, outer: Sequence[Guard | Loop], own: Guard) -> Term:
        """Whether a guard that is come to does not let by."""
        ways = self.paper.ways(outer)
        things = [(way, self.paper.thing(own.path, way.at)) for way in ways]
        taken = [(way, each.there, each.truthy if own.wanted else no(each.truthy)) for way, each in things]
        return some(every([way.holds, no(every([there, by]))]) for way, there, by in taken)

    def _hope(self, clause: Clause, term: object, rule: str, words: str, unless: object) -> Hope:
        place = f"{self.reading.file}: {clause.place}"
        return Hope(term, rule, place, words, unless, self.reading.file, clause.place)

    def _why(self, clause: Clause) -> str:
        own = clause.around[-1]
        name = self._called(own.path, clause.around[:-1])
        if isinstance(own, Guard):
            return f"`{name}` is never {'yes' if own.wanted else 'no'} there"
        return f"`{name}` has never anything in it there"

    def _called(self, path: tuple[str, ...], around: tuple[object, ...]) -> str:
        """A path in the author's words: an item by the list it is of."""
        for step in around:
            if not isinstance(step, Guard) and path[0] == f"@{getattr(step, 'number', 0)}":
                outer = self._called(getattr(step, "path", ()), around[: around.index(step)])
                return ".".join((outer, *path[1:]))
        return ".".join(path)
