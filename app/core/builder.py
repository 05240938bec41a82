"""Builds a Form from the nodes of its files, gathering every mistake on the way."""

import re
from collections.abc import Callable

from app.core.calculation import Catalogue
from app.core.conclusion_builder import ConclusionBuilder
from app.core.gathering import Gathering
from app.core.loader import Node, Pairs, Row, Text
from app.core.places import Mistake, Mistakes
from app.core.question_builder import Around, QuestionBuilder
from app.core.questionnaire import Form, Review, Section
from app.core.shape import SECTION_WORDS, FormShape, SectionShape, SharedShape

Source = Callable[[str], Node]
UNTITLED = SectionShape.model_validate({"section": ""})


class Builder:
    """Reads one form; `mistakes` holds everything that was wrong."""

    def __init__(self, source: Source, catalogue: Catalogue) -> None:
        self.source = source
        self.gathering = Gathering(catalogue)
        self.files: list[str] = []
        self.questions = QuestionBuilder(self.gathering)
        self.conclusions = ConclusionBuilder(self.gathering)

    @property
    def mistakes(self) -> list[Mistake]:
        """Everything wrong so far."""
        return self.gathering.mistakes

    def form(self, file: str, name: str) -> Form | None:
        """The form in `file`, or None with the mistakes kept."""
        node = self._file(file)
        shape = self.gathering.fit(FormShape, node) if node else None
        if not isinstance(node, Pairs):
            return None
        if shape and shape.form != name:
            self.gathering.wrong(node, f"`form:` must say {name}, the name of the file.")
        sections = self._sections(node, shared=False)
        self.conclusions.take(node)
        documents = self.conclusions.documents(node)
        if shape is None:
            return None
        return Form(
            name, shape.title, tuple(shape.authority), shape.status, tuple(sections), self.conclusions.facts,
            tuple(self.conclusions.flags), tuple(self.conclusions.gates), documents, tuple(self.files),
            shape.about, shape.review_by, Review(**shape.reviewed.model_dump()) if shape.reviewed else None,
        )  # fmt: skip

    def _file(self, file: str) -> Node | None:
        self.files.append(file)
        try:
            return self.source(file)
        except Mistakes as found:
            self.gathering.mistakes += found.mistakes
            return None

    def _sections(self, node: Pairs, *, shared: bool) -> list[Section]:
        row = node.get("sections")
        sections: list[Section] = []
        for child in row.nodes if isinstance(row, Row) else ():
            if not isinstance(child, Pairs):
                self.gathering.wrong(child, "A section is `section: TITLE` with its questions below.")
            elif (include := child.get("include")) is not None:
                sections += self._included(include)
            else:
                sections += self._section(child, shared)
        return sections

    def _included(self, node: Node) -> list[Section]:
        if not isinstance(node, Text) or not re.fullmatch(r"shared/[a-z][a-z0-9_]*", node.text):
            self.gathering.wrong(node, "`include:` names a shared file, like shared/client.")
            return []
        content = self._file(f"questionnaires/{node.text}.yaml")
        if content is None:
            return []
        self.gathering.fit(SharedShape, content)
        if not isinstance(content, Pairs):
            return []
        sections = self._sections(content, shared=True)
        self.conclusions.take(content)
        return sections

    def _section(self, node: Pairs, shared: bool) -> list[Section]:
        words = Pairs(tuple((key, value) for key, value in node if key.text in SECTION_WORDS), node.place)
        rest = Pairs(tuple((key, value) for key, value in node if key.text not in SECTION_WORDS), node.place)
        shape = self.gathering.fit(SectionShape, words)
        questions = self.questions.questions(rest, Around(shape or UNTITLED, shared))
        when = self.gathering.condition(words.get("when"))
        if shape is None:
            return []
        if shape.asked and not shared:
            self.gathering.wrong(node, "`asked:` is for shared files; these questions are this form's own.")
        by_attorney = shape.answered_by is not None
        return [Section(shape.section, questions, node.place, when, by_attorney, shape.intro)]
