"""Builds a Form from the nodes of its files, gathering every mistake on the way."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar, cast

from app.core import conditions
from app.core.calculation import Calculation, Catalogue
from app.core.kinds import KINDS, LIST
from app.core.loader import Node, Pairs, Row, Text
from app.core.places import Mistake, Mistakes
from app.core.questionnaire import DocumentSpec, Fact, Flag, Form, Gate, Must, Question, Section
from app.core.shape import (
    SECTION_WORDS,
    DocumentShape,
    FactShape,
    FlagShape,
    FormShape,
    GateShape,
    QuestionShape,
    SectionShape,
    Shape,
    SharedShape,
    fit,
    nearest,
)

Source = Callable[[str], Node]
Part = TypeVar("Part", bound=Shape)
WORD = re.compile(r"[a-z][a-z0-9_]*")


class Builder:
    """Reads one form; `mistakes` holds everything that was wrong."""

    def __init__(self, source: Source, catalogue: Catalogue) -> None:
        self.source = source
        self.catalogue = catalogue
        self.mistakes: list[Mistake] = []
        self.files: list[str] = []
        self.facts: dict[str, Fact] = {}
        self.flags: list[Flag] = []
        self.gates: list[Gate] = []
        self.count = 0

    def form(self, file: str, name: str) -> Form | None:
        """The form in `file`, or None with the mistakes kept."""
        node = self._file(file)
        shape = self._fit(FormShape, node) if node else None
        if shape is None or not isinstance(node, Pairs):
            return None
        if shape.form != name:
            self._wrong(node, f"`form:` must say {name}, the name of the file.")
        sections = self._sections(node, shared=False)
        self._conclusions(node)
        documents = tuple(self._documents(node))
        return Form(
            name, shape.title, tuple(shape.authority), shape.status, tuple(sections), self.facts,
            tuple(self.flags), tuple(self.gates), documents, tuple(self.files), shape.about, shape.review_by,
        )  # fmt: skip

    def _file(self, file: str) -> Node | None:
        self.files.append(file)
        try:
            return self.source(file)
        except Mistakes as found:
            self.mistakes += found.mistakes
            return None

    def _sections(self, node: Pairs, *, shared: bool) -> list[Section]:
        row = node.get("sections")
        sections: list[Section] = []
        for child in row.nodes if isinstance(row, Row) else ():
            if not isinstance(child, Pairs):
                self._wrong(child, "A section is `section: TITLE` with its questions below.")
            elif (include := child.get("include")) is not None:
                sections += self._included(include)
            else:
                sections += self._section(child, shared)
        return sections

    def _included(self, node: Node) -> list[Section]:
        if not isinstance(node, Text) or not re.fullmatch(r"shared/[a-z][a-z0-9_]*", node.text):
            self._wrong(node, "`include:` names a shared file, like shared/client.")
            return []
        content = self._file(f"questionnaires/{node.text}.yaml")
        shape = self._fit(SharedShape, content) if content else None
        if shape is None or not isinstance(content, Pairs):
            return []
        sections = self._sections(content, shared=True)
        self._conclusions(content)
        return sections

    def _section(self, node: Pairs, shared: bool) -> list[Section]:
        words = Pairs(tuple((key, value) for key, value in node if key.text in SECTION_WORDS), node.place)
        shape = self._fit(SectionShape, words)
        if shape is None:
            return []
        questions = []
        for key, value in node:
            if key.text not in SECTION_WORDS:
                questions += self._question(key, value, shape, shared)
        by_attorney = shape.answered_by is not None
        when = self._condition(words.get("when"))
        return [Section(shape.section, tuple(questions), node.place, when, by_attorney, shape.intro)]

    def _question(
        self, key: Text, node: Node, section: SectionShape, shared: bool, in_list: str = "", keep: str = ""
    ) -> list[Question]:
        shape = self._fit(QuestionShape, node, key)
        if shape is None or not isinstance(node, Pairs) or not self._good_name(key):
            return []
        self.count += 1
        number = self.count
        kept = shape.keep or keep or section.keep
        if kept is None:
            self._wrong(key, f"`{key.text}` needs `keep:` (open, confidential, counsel only or vault), here or on its section.")
        each: list[Question] = []
        inner = node.get("each")
        for name, child in inner if isinstance(inner, Pairs) else ():
            each += self._question(name, child, section, shared, key.text, kept or "")
        self._fits_kind(key, node, shape, in_list)
        return [
            Question(
                name=key.text, number=number, section=section.section, place=key.place, ask=shape.ask,
                kind_name=shape.kind, keep=cast(Any, kept or "counsel only"), help=shape.help,
                when=self._condition(node.get("when")), law=tuple(shape.law), unsure=shape.unsure is not None,
                may_be_blank=shape.may_be_blank == "yes", label=shape.label, example=shape.example,
                must=tuple(self._musts(node)), choices=shape.choices, least=self._number(node, "least"),
                most=self._number(node, "most"), exact=shape.exact == "yes",
                safe_at_home=shape.safe_at_home is not None, one=shape.one, as_table=shape.asked_as is not None,
                each=tuple(each), in_list=in_list, shared=shared, read_by=shape.read_by,
                leave_out=shape.leave_out, office_default=shape.office_default,
                by_attorney=section.answered_by is not None,
            )
        ]  # fmt: skip

    def _good_name(self, key: Text) -> bool:
        if WORD.fullmatch(key.text):
            return True
        self._wrong(key, f"`{key.text[:60]}` is not a name; use small letters, digits and _.")
        return False

    def _fits_kind(self, key: Text, node: Pairs, shape: QuestionShape, in_list: str) -> None:
        if shape.kind not in (*KINDS, LIST):
            self._wrong(node.get("kind") or key, f"`{shape.kind[:40]}` is not a kind{nearest(shape.kind, [*KINDS, LIST])}.")
        if shape.kind in ("choose one", "choose any") and not shape.choices:
            self._wrong(key, f"`{key.text}` has nothing to choose from; add `from:`.")
        if shape.kind == LIST and (not shape.each or not shape.one or in_list):
            self._wrong(key, f"`{key.text}` is a list: it needs `one:` and `each:` and cannot stand inside another.")
        if shape.kind == "story" and not shape.read_by:
            self._wrong(key, f"`{key.text}` is a story: say `read by:` whom, and what to `leave out:`.")

    def _musts(self, node: Pairs) -> list[Must]:
        row = node.get("must")
        musts = []
        for child in row.nodes if isinstance(row, Row) else ():
            say = child.get("say") if isinstance(child, Pairs) else None
            that = self._condition(child.get("that")) if isinstance(child, Pairs) else None
            if that and isinstance(say, Text):
                musts.append(Must(that, say.text))
        return musts

    def _number(self, node: Pairs, word: str) -> Decimal | None:
        text = node.get(word)
        if not isinstance(text, Text) or not text.text:
            return None
        try:
            return Decimal(text.text)
        except InvalidOperation:
            self._wrong(text, f"`{word}` must be a number.")
            return None

    def _conclusions(self, node: Pairs) -> None:
        for key, child, fact in self._named(node, "facts", FactShape):
            self._fact(key, child, fact)
        for key, child, flag in self._named(node, "flags", FlagShape):
            when = self._condition(child.get("when"))
            self.flags.append(Flag(key.text, flag.level, flag.say, tuple(flag.law), key.place, when))
        for key, child, gate in self._named(node, "gates", GateShape):
            when = self._condition(child.get("when"))
            self.gates.append(Gate(key.text, gate.say, tuple(gate.law), key.place, when))

    def _fact(self, key: Text, node: Pairs, shape: FactShape) -> None:
        calculation = self._calculation(node, shape)
        inputs = shape.inputs if isinstance(shape.inputs, Mapping) else {name: name for name in shape.inputs}
        if calculation:
            self._check_inputs(key, calculation, inputs)
        elif node.get("when") is None and not shape.calculate:
            self._wrong(key, f"`{key.text}` needs `when:` or `calculate:`.")
        when = self._condition(node.get("when"))
        self.facts[key.text] = Fact(
            key.text, shape.means, key.place, tuple(shape.law), when, calculation, inputs, shape.of
        )

    def _calculation(self, node: Pairs, shape: FactShape) -> Calculation | None:
        if not shape.calculate:
            return None
        found = self.catalogue.get(shape.calculate)
        if found is None:
            where = node.get("calculate") or node
            self._wrong(where, f"`{shape.calculate}` is not a calculation{nearest(shape.calculate, list(self.catalogue))}.")
        return found

    def _check_inputs(self, key: Text, calculation: Calculation, inputs: Mapping[str, str]) -> None:
        for name in inputs:
            if name not in calculation.inputs:
                self._wrong(key, f"`{name}` is not an input of {calculation.name}{nearest(name, calculation.inputs)}.")
        for name in sorted(calculation.needs - set(inputs)):
            self._wrong(key, f"{calculation.name} needs `{name}` in `from:`.")

    def _documents(self, node: Pairs) -> list[DocumentSpec]:
        return [
            DocumentSpec(
                key.text, shape.title, shape.audience, key.place, shape.layout,
                self._condition(child.get("when")), tuple(shape.cites), tuple(shape.reveals),
            )
            for key, child, shape in self._named(node, "documents", DocumentShape)
        ]  # fmt: skip

    def _named(self, node: Pairs, word: str, shape: type[Part]) -> list[tuple[Text, Pairs, Part]]:
        """The fitting children of `word`; those that do not fit were said by the file's own shape."""
        mapping = node.get(word)
        found = []
        for key, child in mapping if isinstance(mapping, Pairs) else ():
            fitted = fit(shape, child)
            if isinstance(fitted, shape) and isinstance(child, Pairs):
                found.append((key, child, fitted))
        return found

    def _condition(self, node: Node | None) -> conditions.Condition | None:
        return None if node is None else conditions.read(node, self.mistakes.append)

    def _fit(self, shape: type[Part], node: Node, key: Text | None = None) -> Part | None:
        fitted = fit(shape, node)
        if isinstance(fitted, list):
            place = key.place if key else None
            self.mistakes += [Mistake(place, each.sentence) if place and each.place == node.place else each for each in fitted]
            return None
        return fitted

    def _wrong(self, node: Node, sentence: str) -> None:
        self.mistakes.append(Mistake(node.place, sentence))
