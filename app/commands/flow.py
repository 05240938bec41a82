"""A form's flow as a picture: sections with their questions, what each rests on, and the papers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.commands.condition_words import words
from app.core.conditions import Condition, names
from app.core.questionnaire import FOLDERS, Form, Question, Section

KINDS = {"yes or no": "yes/no", "choose one": "choice", "choose any": "choices"}


@dataclass(frozen=True)
class Row:
    """One line of the picture: a question, a fact or a paper, with what it rests on."""

    name: str
    text: str
    note: str = ""
    when: str = ""
    rests: tuple[str, ...] = ()
    """The names of the rows its condition looks at."""
    depth: int = 0


@dataclass(frozen=True)
class Box:
    """A titled group of rows: a section, the facts, or the papers."""

    title: str
    rows: tuple[Row, ...]
    when: str = ""
    rests: tuple[str, ...] = field(default=())


class NoSection(Exception):
    """The form has no section of that title; `str` names those it has."""


def boxes(form: Form, section: str = "") -> list[Box]:
    """Every section with its questions, then the facts and the papers; or one section alone."""
    found = [_section(form, each) for each in form.sections]
    if section:
        own = [box for box in found if box.title.casefold() == section.casefold()]
        if not own:
            raise NoSection(
                f"There is no section “{section[:60]}”; there are: {', '.join(b.title for b in found)}."
            )
        return own
    return [*found, *_facts(form), _papers(form)]


def _section(form: Form, section: Section) -> Box:
    rows = [row for question in section.questions for row in _question(form, question)]
    title = section.title + (" (for an attorney)" if section.by_attorney else "")
    return Box(title, tuple(rows), words(section.when), _rests(form, section.when))


def _question(form: Form, question: Question) -> Iterator[Row]:
    kind = (
        f"list of: {question.one}" if question.is_list else KINDS.get(question.kind_name, question.kind_name)
    )
    depth = 1 if question.in_list else 0
    rests = _rests(form, question.when, question.in_list)
    yield Row(question.path, f"{question.number}. {question.short}", kind, words(question.when), rests, depth)
    for each in question.each:
        yield from _question(form, each)


def _facts(form: Form) -> Iterator[Box]:
    rows = []
    for fact in form.facts.values():
        note = f"calculated: {fact.calculation.name}" if fact.calculation else "fact"
        inputs = {name.partition(".")[0] for name in fact.inputs.values()}
        rests = tuple(sorted({*_rests(form, fact.when), *(name for name in inputs if form.question(name))}))
        rows.append(Row(fact.name, f"{fact.name}: {fact.means}", note, words(fact.when), rests))
    if rows:
        yield Box("What follows: facts", tuple(rows))


def _papers(form: Form) -> Box:
    rows = [
        Row(spec.name, spec.title, FOLDERS[spec.audience], words(spec.when), _rests(form, spec.when))
        for spec in form.documents
    ]
    return Box("Papers", tuple(rows))


def _rests(form: Form, condition: Condition | None, parent: str = "") -> tuple[str, ...]:
    """The rows a condition looks at, a name inside the same list before one outside it."""
    found = []
    for name in sorted(names(condition)):
        inner = f"{parent}.{name}" if parent else ""
        found.append(inner if inner and form.question(inner) else name)
    return tuple(found)


def rows_of(found: Sequence[Box]) -> dict[str, Row]:
    """Every row by its name."""
    return {row.name: row for box in found for row in box.rows}
