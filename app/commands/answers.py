"""`draftwell answers FORM`: an answer file to begin with, every question explained; or its JSON Schema."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from app.commands import stage, yaml_words
from app.commands.condition_words import words
from app.commands.saying import NotDone
from app.core import corners, examples
from app.core.answers import Answers
from app.core.questionnaire import Form, Question, Section
from app.documents import writing


@click.command()
@click.argument("form_name", metavar="FORM")
@click.option("--schema", "as_schema", is_flag=True, help="Print the JSON Schema of answer files instead.")
@click.option("--corner", type=click.Choice(list(corners.CORNERS)), help="Print a corner case instead.")
@click.option(
    "--corners", "folder", type=click.Path(path_type=Path), help="A new folder to write every corner case to."
)
@stage.today_option
@stage.json_option
def answers(
    form_name: str,
    as_schema: bool,
    corner: str | None,
    folder: Path | None,
    today: date | None,
    as_json: bool,
) -> None:
    """Print an example answer file for a form, a corner case of it, or its JSON Schema.

    Corner cases are complete answer files at the ends of what a form allows: the shortest and the longest
    interview, empty and long lists, everything left open, hostile words. `assemble` takes each of them.

    \b
    Example:
      draftwell answers mo/wage_claim > answers.yaml
      draftwell answers mo/wage_claim --corner longest > longest.yaml
      draftwell answers mo/wage_claim --corners corners
    """
    form = stage.form_of(form_name)
    day = stage.day_of(today)
    if as_schema:
        click.echo(json.dumps(examples.schema(form), ensure_ascii=False, indent=2))
        return None
    if folder:
        return _write_corners(form, day, folder)
    given = _corner(form, corner, day) if corner else examples.example(form, day)
    if as_json:
        click.echo(json.dumps(examples.as_file(form, given), ensure_ascii=False, indent=2, default=str))
    else:
        click.echo("\n".join(lines(form, given)))
    return None


def _write_corners(form: Form, day: date, folder: Path) -> None:
    """Write a file for each corner case, all or none."""
    stage.free(folder)
    files = {}
    for name, corner in corners.CORNERS.items():
        about = f"# {name}: {corner.means}"
        content = "\n".join([about, *lines(form, _corner(form, name, day))])
        files[f"{name}.yaml"] = f"{content}\n".encode()
    writing.write(files, folder)
    click.echo(f"{len(files)} answer files in {folder}, each a corner of {form.name}.")


def _corner(form: Form, name: str, day: date) -> Answers:
    try:
        return corners.answers(form, name, day)
    except corners.NoCorner as found:
        raise NotDone(f"{found} Change the questionnaire's examples, or write this case by hand.") from found


def lines(form: Form, given: Answers) -> Iterator[str]:
    """The lines of an answer file that explains every question."""
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
    made = [
        line
        for each, answer in answered
        if answer is not None
        for line in yaml_words.lines(each.name, examples.raw_of(each, answer), "    ")
    ]
    yield "  - " + (made[0].strip() if made else "{}")
    yield from made[1:]
