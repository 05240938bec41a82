"""`draftwell show FORM`: a form's questions, what follows from them, and its papers."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import click

from app.commands import stage
from app.commands.condition_words import words
from app.commands.show_entry import form_entry
from app.core.questionnaire import DocumentSpec, Fact, Flag, Form, Gate, Question

Part = TypeVar("Part")


@click.command()
@click.argument("form_name", metavar="FORM")
@stage.json_option
def show(form_name: str, as_json: bool) -> None:
    """Show a form's questions, what follows from them, and its papers.

    \b
    Example:
      draftwell show mo/wage_claim
    """
    form = stage.form_of(form_name)
    click.echo(
        json.dumps(form_entry(form), ensure_ascii=False, indent=2) if as_json else "\n".join(_lines(form))
    )


def _lines(form: Form) -> Iterator[str]:
    review = f", to be reviewed by {form.review_by}" if form.review_by else ""
    yield f"{form.name}: {form.title} ({form.status}{review})"
    if form.about:
        yield form.about
    yield f"Law: {'; '.join(form.authority)}"
    for section in form.sections:
        asked = " (an attorney answers)" if section.by_attorney else ""
        yield f"\n{section.title}{asked}{_when(words(section.when))}"
        for question in section.questions:
            yield from _question(question, "")
            for each in question.each:
                yield from _question(each, "    ")
    yield from _part("Facts", form.facts.values(), _fact)
    yield from _part("Flags", form.flags, _flag)
    yield from _part("Gates", form.gates, _gate)
    yield from _part("Documents", form.documents, _document)


def _part(title: str, entries: Iterable[Part], said: Callable[[Part], str]) -> Iterator[str]:
    lines = [said(entry) for entry in entries]
    if lines:
        yield f"\n{title}"
        yield from lines


def _when(condition: str) -> str:
    return f", when {condition}" if condition else ""


def _law(law: tuple[str, ...]) -> str:
    return f" [{'; '.join(law)}]" if law else ""


def _question(question: Question, indent: str) -> Iterator[str]:
    extras = [question.kind_name, question.keep]
    extras += ["may be blank"] if question.may_be_blank else []
    extras += ["may be unsure"] if question.unsure else []
    extras += [f"redacted as {question.redact}"] if question.redact else []
    yield f"{indent}{question.number:>4}  {question.name} ({', '.join(extras)}){_law(question.law)}"
    yield f"{indent}      {question.ask}"
    if question.why:
        yield f"{indent}      why: {question.why}"
    if question.when is not None:
        yield f"{indent}      asked when {words(question.when)}"
    for key, choice in question.choices.items():
        yield f"{indent}        {key}: {choice}"


def _fact(fact: Fact) -> str:
    how = f"calculated by {fact.calculation.name}" if fact.calculation else f"when {words(fact.when)}"
    return f"      {fact.name}: {fact.means} ({how}){_law(fact.law)}"


def _flag(flag: Flag) -> str:
    return f"      {flag.name} ({flag.level}{_when(words(flag.when))}): {flag.say}{_law(flag.law)}"


def _gate(gate: Gate) -> str:
    when = f" (when {words(gate.when)})" if gate.when else ""
    held = f" (holds {', '.join(gate.holds)})" if gate.holds else ""
    return f"      {gate.name}{when}{held}: {gate.say}{_law(gate.law)}"


def _document(document: DocumentSpec) -> str:
    when, cites = _when(words(document.when)), _law(document.cites)
    return f"      {document.name}: {document.title}, for {document.audience}{_made(document)}{when}{cites}"


def _made(document: DocumentSpec) -> str:
    """How many papers the document makes, and how the court files them."""
    filed = f", filed {document.filing}" if document.filing != "public" else ""
    each = f", one for each of {document.each}" if document.each else ""
    return f"{filed}{each}{', redacted and whole' if document.twins else ''}"
