"""What a document's template reads on every path that comes to it, and passages no path prints."""

from collections.abc import Iterator

from app.core.proof.claims import Danger, Hope
from app.core.proof.papers import Paper
from app.core.proof.terms import every, no
from app.core.proof.uses import Clause, Guard, Reading


class Template:
    """The template of one document in terms."""

    def __init__(self, paper: Paper, reading: Reading) -> None:
        self.paper, self.reading = paper, reading
        self.clauses = {(clause.around, clause.place) for clause in reading.clauses}

    def dangers(self) -> Iterator[Danger]:
        """Every reading of a name that may not be there."""
        document = self.paper.document
        for use in self.reading.uses:
            way = self.paper.way(use.around)
            term = every([way.holds, no(self.paper.thing(use.path, way.at).there)])
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
            here, before = self.paper.way(clause.around).holds, self.paper.way(outer).holds
            words = f"No path prints “{clause.words}”: {self._why(clause)}; change the guard, or take it out."
            yield self._hope(clause, here, "unreachable clause", words, before)
            if isinstance(own, Guard) and (*outer, Guard(own.path, not own.wanted)) not in others:
                name = self._called(own.path, outer)
                guard = f"{{% if {'' if own.wanted else 'not '}{name} %}}"
                words = f"“{guard}” holds on every path that comes to it; take the guard out, or change it."
                yield self._hope(clause, every([before, no(here)]), "always true", words, here)

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
