"""`draftwell answers FORM`: an answer file to begin with, every question explained; or its JSON Schema."""

import json
from collections.abc import Iterator
from datetime import date

import click

from app.commands import stage, yaml_words
from app.commands.condition_words import words
from app.core import examples
from app.core.answers import Answers
from app.core.questionnaire import Form, Question, Section


@click.command()
@click.argument("form_name", metavar="FORM")
@click.option("--schema", "as_schema", is_flag=True, help="Print the JSON Schema of answer files instead.")
@stage.today_option
@stage.json_option
def answers(form_name: str, as_schema: bool, today: date | None, as_json: bool) -> None:
    """Print an example answer file for a form, or its JSON Schema.

    \b
    Example:
      draftwell answers mo/wage_claim > answers.yaml
    """
    form = stage.form_of(form_name)
    if as_schema:
        click.echo(json.dumps(examples.schema(form), ensure_ascii=False, indent=2))
        return
    given = examples.example(form, stage.day_of(today))
    if as_json:
        click.echo(json.dumps(examples.as_file(form, given), ensure_ascii=False, indent=2, default=str))
    else:
        click.echo("\n".join(_file(form, given)))


def _file(form: Form, given: Answers) -> Iterator[str]:
    yield f"# Answers to {form.title} ({form.name}). All invented; put the true answers in its place."
    yield "# Where an answer is not there: {gap: not known} or {gap: not safe}, if the question allows it."
    for section in form.sections:
        yield from _section(section, given)


def _section(section: Section, given: Answers) -> Iterator[str]:
    asked = " (for an attorney; may be left out until one decides)" if section.by_attorney else ""
    yield f"\n# == {section.title}{asked}"
    for question in section.questions:
        if question.kind_name == "notice":
            continue
        yield ""
        yield from _explained(question)
        if question.is_list:
            yield from _list(question, given)
        else:
            yield from _answer(question, given)


def _explained(question: Question) -> Iterator[str]:
    yield f"# {question.ask} ({_about(question)})"
    yield from _choices(question)
    for each in question.each:
        if each.kind_name != "notice":
            yield f"#   {each.name}: {each.ask} ({_about(each)})"
            yield from _choices(each)


def _about(question: Question) -> str:
    """The kind and what else matters to whoever writes the answer."""
    about = [f"one entry for each {question.one}" if question.is_list else question.kind_name]
    about += ["may be empty"] if question.may_be_blank else []
    about += ["{gap: not known} is possible"] if question.unsure else []
    about += [f"asked when {condition}"] if (condition := words(question.when)) else []
    return "; ".join(about)


def _choices(question: Question) -> Iterator[str]:
    indent = "    " if question.in_list else "  "
    yield from (f"# {indent}{key}: {choice}" for key, choice in question.choices.items())


def _answer(question: Question, given: Answers) -> Iterator[str]:
    """The example's answer; a question off the example's path stays a comment."""
    answer = given.get(question.path)
    if answer is not None:
        yield from yaml_words.lines(question.name, examples.raw_of(question, answer))
    else:
        example = yaml_words.lines(question.name, examples.raw_example(question))
        yield from (f"# {line}".rstrip() for line in example)


def _list(question: Question, given: Answers) -> Iterator[str]:
    items = given.items(question.path)
    if given.get(question.path) is None or not items:
        yield f"{'# ' if given.get(question.path) is None else ''}{question.name}: []"
        return
    yield f"{question.name}:"
    for item in items:
        yield from _item(question, given, item)


def _item(question: Question, given: Answers, item: str) -> Iterator[str]:
    answered = ((each, given.get(each.path, item)) for each in question.each)
    lines = [
        line
        for each, answer in answered
        if answer is not None
        for line in yaml_words.lines(each.name, examples.raw_of(each, answer), "    ")
    ]
    yield "  - " + (lines[0].strip() if lines else "{}")
    yield from lines[1:]
