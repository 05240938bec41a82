"""What the templates of a draft may name: an interview, the office and the day as plain data, by audience."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from app.core.elements import elements
from app.core.evaluation import FactValue, NotAsked, Open
from app.core.interview import Interview
from app.core.kinds.date_text import long
from app.core.office import Attorney, Office
from app.core.questionnaire import DocumentSpec, Fact, Keep, Question
from app.core.reach import classes, kept_from
from app.core.values import Blank, Gap, Item
from app.documents.binding import bound
from app.documents.blacked import Blacked
from app.documents.exhibits import listed
from app.documents.exhibits.listed import INDEX
from app.documents.office_context import attorney_context, office_context
from app.documents.packet import HELD
from app.documents.plain_values import emptied, mark, plain_of, shape_of
from app.documents.redaction import Redaction
from app.documents.syntax import Use
from app.documents.traces import Source, Traces

SIGNS = "signing_attorney"
"""The attorney's choice that names the attorney of the office profile who signs."""


@dataclass(frozen=True)
class Context:
    """The plain data one paper is made from, and the names kept away from it with their class."""

    data: dict[str, object]
    kept_away: Mapping[str, Keep]

    def narrowed(self, uses: Iterable[Use]) -> dict[str, object]:
        """Only what a template names: each paper gets no more of a draft than it prints or asks."""
        parts: dict[str, set[str | None]] = {}
        for use in uses:
            parts.setdefault(use.path[0], set()).add(use.path[1] if len(use.path) > 1 else None)
        return {
            name: _narrowed(self.data[name], wanted) for name, wanted in parts.items() if name in self.data
        }


@dataclass
class Contexts:
    """The contexts of one reading of a draft; what is costly to make plain is made plain once."""

    interview: Interview
    office: Office
    preview: bool = False
    """Whether what is unanswered prints as a marked gap: for looking at a draft while it is answered."""
    traces: Traces | None = None
    """Where a preview remembers which text came from which answer."""
    held: frozenset[str] = frozenset()
    """Papers that a gate holds back: to papers for the client and the office they are not made."""
    redaction: Redaction | None = None
    """The list that redacted papers follow."""
    _facts: dict[object, object] = field(default_factory=dict)

    def for_document(self, document: DocumentSpec) -> Context:
        """The context of one paper of the form: only names whose class may reach its audience."""
        form = self.interview.form
        kept_away = kept_from(form, document, self._redacted if document.twins else self.classes)
        blacked = self.redaction.blacked(self.interview) if document.twins and self.redaction else None
        data = self._data(kept_away, blacked) | {"made": self._made(document)}
        if document.index and "this" not in kept_away:
            element = elements(document, self.interview.facts)[document.index - 1]
            data["this"] = bound(_shown(plain_of(element), blacked))
        if document.name == INDEX.name:
            data["exhibit_index"] = listed.index(self.interview, data)
        return Context(data, kept_away)

    def _made(self, reader: DocumentSpec) -> dict[str, object]:
        """Which papers are in the packet, as the reader of this one may know it."""
        held = self.held if reader.audience not in HELD else frozenset()
        made = {each.template for each in self.interview.documents if each.name not in held}
        return {document.name: document.name in made for document in self.interview.form.documents}

    @cached_property
    def classes(self) -> dict[str, Keep]:
        """The class of every name of the form."""
        return classes(self.interview.form)

    @cached_property
    def _redacted(self) -> dict[str, Keep]:
        """The same in a redacted paper."""
        return classes(self.interview.form, redacted=True)

    @cached_property
    def attorney(self) -> Attorney | None:
        """The attorney who signs, or None when that is open."""
        wanted = self.interview.state(SIGNS)
        if isinstance(wanted, str):
            return self.office.attorney(wanted)
        only = self.office.attorneys if self.interview.form.question(SIGNS) is None else ()
        return only[0] if len(only) == 1 else None

    def _data(self, kept_away: Iterable[str], blacked: Blacked | None) -> dict[str, object]:
        data: dict[str, object] = {}
        for question in self._top():
            if question.name not in kept_away and question.kind_name != "notice":
                self._put(data, question, kept_away, blacked)
        for fact in self.interview.form.facts.values():
            if not fact.of and fact.name not in kept_away:
                data[fact.name] = _shown(self._fact(fact, self.interview.facts[fact.name], ""), blacked)
        return data | {
            "office": office_context(self.office),
            "attorney": attorney_context(self.attorney),
            "today": bound(long(self.interview.today)),
        }

    def _top(self) -> Iterable[Question]:
        return (question for section in self.interview.form.sections for question in section.questions)

    def _put(
        self, data: dict[str, object], question: Question, kept_away: Iterable[str], blacked: Blacked | None
    ) -> None:
        state = self.interview.state(question.name)
        if question.is_list:
            data[question.name] = [
                self._item(question, item, kept_away, blacked) for item in self.interview.items(question)
            ]
        elif not isinstance(state, NotAsked | Open):
            data[question.name] = self._answer(question, state, blacked=blacked)
        elif self.preview:
            data[question.name] = self._answer(question, Gap("not known"))

    def _item(
        self, question: Question, item: Item, kept_away: Iterable[str], blacked: Blacked | None
    ) -> dict[str, object]:
        shown = [each for each in question.each if each.path not in kept_away and each.kind_name != "notice"]
        data: dict[str, object] = {
            each.name: self._answer(each, item.answers[each.name], item.id, blacked)
            for each in shown
            if each.name in item.answers
        }
        if self.preview:
            waiting = [each for each in shown if each.name not in data]
            data |= {each.name: self._answer(each, Gap("not known"), item.id) for each in waiting}
        for fact in self.interview.form.facts.values():
            if fact.of == question.name and fact.name not in kept_away:
                value = self.interview.item_facts[fact.name, item.id]
                data[fact.name] = _shown(self._fact(fact, value, item.id), blacked)
        return data

    def _answer(
        self, question: Question, value: object, item: str | None = None, blacked: Blacked | None = None
    ) -> object:
        hidden = blacked is not None and blacked.hides(question) and not isinstance(value, Gap | Blank)
        plain = blacked.answer(question, value) if blacked and hidden else answer(question, value)
        # What a person typed stands as it was typed, every blank of it.
        plain = bound(plain) if question.kind_name == "date" else plain
        return self.traces.traced(plain, Source(question.path, item)) if self.traces else plain

    def _fact(self, fact: Fact, value: FactValue, item: str) -> object:
        key = (fact.name, item)
        if key not in self._facts:
            self._facts[key] = bound(_fact(fact, value))
        return self._facts[key]


def _shown(plain: object, blacked: Blacked | None) -> object:
    """A result in plain data, as its readers may see it."""
    return blacked.result(plain) if blacked else plain


def _narrowed(value: object, wanted: set[str | None]) -> object:
    if not isinstance(value, dict) or None in wanted:
        return value
    return {part: value[part] for part in value if part in wanted}


def answer(question: Question, value: object) -> object:
    """One answer as templates see it: a gap as its mark, a blank as nothing."""
    if isinstance(value, Gap):
        return question.kind.gap(mark(question.short), question.settings)
    if isinstance(value, Blank):
        return emptied(question.kind.gap("", question.settings))
    return question.kind.plain(value, question.settings)


def _fact(fact: Fact, value: FactValue) -> object:
    if fact.calculation is None:
        return value.truth.true
    if value.result is not None:
        return plain_of(value.result)
    return shape_of(fact.calculation.result, mark(fact.means) if value.gap else "")
