"""Which printed text came from which answer, so that a preview can lead a value back to its question."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Source:
    """The question, and for a question about an item its item, that a printed text answers."""

    question: str
    item: str | None = None


@dataclass
class Traces:
    """Remembers texts by identity: every traced text is an object of its own, kept as long as this is."""

    _sources: dict[int, tuple[str, Source]] = field(default_factory=dict)

    def traced(self, value: object, source: Source) -> object:
        """The same plain data with each text in it remembered; a single letter cannot be told apart."""
        if isinstance(value, dict):
            return {key: self.traced(part, source) for key, part in value.items()}
        if isinstance(value, list | tuple):
            return [self.traced(part, source) for part in value]
        if not isinstance(value, str) or len(value) < 2:
            return value
        own = value[:1] + value[1:]
        self._sources[id(own)] = (own, source)
        return own

    def source(self, value: object) -> Source | None:
        """Where a text came from; None for anything else."""
        known = self._sources.get(id(value))
        return known[1] if known and known[0] is value else None
