"""Builds what follows from the answers: facts, flags, gates and the papers that are due."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.core.calculation import Calculation
from app.core.gathering import Gathering, Part
from app.core.loader import Pairs, Text
from app.core.question_builder import check_free
from app.core.questionnaire import DocumentSpec, Fact, Flag, Gate
from app.core.shape import DocumentShape, FactShape, FlagShape, GateShape, fit, nearest


@dataclass
class ConclusionBuilder:
    """The conclusions of one form and its shared files, in the order they are read."""

    gathering: Gathering
    facts: dict[str, Fact] = field(default_factory=dict)
    flags: list[Flag] = field(default_factory=list)
    gates: list[Gate] = field(default_factory=list)

    def take(self, node: Pairs) -> None:
        """Read the facts, flags and gates of one file."""
        condition = self.gathering.condition
        for key, child, fact in self._named(node, "facts", FactShape):
            self._fact(key, child, fact)
        for key, child, flag in self._named(node, "flags", FlagShape):
            when = condition(child.get("when"))
            self.flags.append(Flag(key.text, flag.level, flag.say, tuple(flag.law), key.place, when))
        for key, child, gate in self._named(node, "gates", GateShape):
            when = condition(child.get("when"))
            holds = tuple(gate.holds)
            self.gates.append(Gate(key.text, gate.say, tuple(gate.law), key.place, when, holds))

    def documents(self, node: Pairs) -> tuple[DocumentSpec, ...]:
        """The papers of a form, in filing order."""
        named = self._named(node, "documents", DocumentShape)
        return tuple(self._document(key, child, shape) for key, child, shape in named)

    def _document(self, key: Text, node: Pairs, shape: DocumentShape) -> DocumentSpec:
        self._filed(key, shape)
        return DocumentSpec(
            key.text, shape.title, shape.audience, key.place, shape.layout,
            self.gathering.condition(node.get("when")), tuple(shape.cites), tuple(shape.reveals),
            shape.filing or "public", shape.each, shape.twins is not None,
        )  # fmt: skip

    def _filed(self, key: Text, shape: DocumentShape) -> None:
        """Keep a mistake for each of the words about filing that does not fit this paper."""
        wrong = self.gathering.wrong
        if shape.audience != "court":
            for word in ("filing", "twins"):
                if getattr(shape, word):
                    wrong(key, f"`{key.text}` is not `for: court`, so `{word}:` means nothing; take it out.")
        elif shape.twins and shape.filing not in (None, "public"):
            wrong(key, f"`{key.text}` has `twins: redacted`, so its own `filing:` is public; take it out.")
        if shape.filing == "vault" and not shape.reveals:
            wrong(key, f"`{key.text}` opens the vault; say why, with the law, in `reveals:`.", "contained")

    def _fact(self, key: Text, node: Pairs, shape: FactShape) -> None:
        check_free(self.gathering, key)
        calculation = self._calculation(node, shape)
        inputs = shape.inputs if isinstance(shape.inputs, Mapping) else {name: name for name in shape.inputs}
        if calculation:
            self._check_inputs(key, calculation, inputs)
        elif node.get("when") is None and not shape.calculate:
            self.gathering.wrong(key, f"`{key.text}` needs `when:` or `calculate:`.")
        if key.text in self.facts:
            first = self.facts[key.text].place
            self.gathering.wrong(key, f"`{key.text}` is a fact already at {first}; keep one.")
        when, law = self.gathering.condition(node.get("when")), tuple(shape.law)
        fact = Fact(key.text, shape.means, key.place, law, when, calculation, inputs, shape.of)
        self.facts[key.text] = fact

    def _calculation(self, node: Pairs, shape: FactShape) -> Calculation | None:
        catalogue = self.gathering.catalogue
        if shape.calculate and shape.calculate not in catalogue:
            hint = nearest(shape.calculate, list(catalogue))
            where = node.get("calculate") or node
            self.gathering.wrong(where, f"`{shape.calculate}` is not a calculation{hint}.", "unknown name")
        return catalogue.get(shape.calculate)

    def _check_inputs(self, key: Text, calculation: Calculation, inputs: Mapping[str, str]) -> None:
        for name in inputs:
            if name not in calculation.inputs:
                hint = nearest(name, calculation.inputs)
                self.gathering.wrong(
                    key, f"`{name}` is not an input of {calculation.name}{hint}.", "unknown name"
                )
        for name in sorted(calculation.needs - set(inputs)):
            self.gathering.wrong(key, f"{calculation.name} needs `{name}` in `from:`.")

    def _named(self, node: Pairs, word: str, shape: type[Part]) -> Iterator[tuple[Text, Pairs, Part]]:
        """The fitting children of `word`; those that do not fit were said by the file's own shape."""
        mapping = node.get(word)
        for key, child in mapping if isinstance(mapping, Pairs) else ():
            fitted = fit(shape, child)
            if isinstance(child, Pairs) and not isinstance(fitted, list):
                yield key, child, fitted
