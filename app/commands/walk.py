"""`draftwell walk FORM`: a form answered in the terminal, line by line; or its flow as a picture."""

from datetime import date
from pathlib import Path

import click

from app.commands import stage, walk_file
from app.commands.flow import NoSection, boxes
from app.commands.flow_svg import drawing
from app.commands.saying import NotDone, note
from app.commands.walk_asking import QUIT, Instead, heard, shown
from app.commands.walk_session import Session, Stopped
from app.commands.writing import written
from app.core.answers import EMPTY
from app.core.interview import Interview
from app.core.questionnaire import FOLDERS, Form


@click.command()
@click.argument("form_name", metavar="FORM")
@click.option(
    "--answers", "file", type=click.Path(path_type=Path), help="The answer file to begin or go on with."
)
@click.option("--flow", type=click.Path(path_type=Path), help="Ask nothing; draw the flow to this .svg file.")
@click.option("--section", default="", help="With --flow: this section alone, by its title.")
@stage.today_option
def walk(form_name: str, file: Path | None, flow: Path | None, section: str, today: date | None) -> None:
    """Answer a form in the terminal, or draw its flow. Every answer is kept in an answer file at once.

    Type ? at a question for help. At the end come all answers, what follows from them, and the papers due.
    Ends with 1 when something is still open.

    \b
    Example:
      draftwell walk mo/wage_claim --answers answers.yaml
      draftwell walk mo/wage_claim --flow flow.svg --section "The work"
    """
    form = stage.form_of(form_name)
    if flow:
        _draw(form, flow, section)
        return
    path = file or Path(f"answers_{form_name.rpartition('/')[2]}.yaml")
    if file is None and path.exists():
        raise NotDone(f"{path} is there already; go on with it by --answers {path}, or name another file.")
    walk_file.check(path)
    given = walk_file.read(form, path) if path.exists() else EMPTY
    session = Session(form, stage.day_of(today), path, given)
    click.echo(f"{form.title}. Every answer is kept in {path}. Type ? at a question for help.")
    try:
        _through(session)
    except (KeyboardInterrupt, EOFError, Stopped):
        session.keep()
        click.echo()
        note(f"Saved to {session.file}; go on with: draftwell walk {form_name} --answers {session.file}")
    _end(session)


def _draw(form: Form, path: Path, section: str) -> None:
    """Write the picture of the flow, on letter pages one below the other."""
    if path.suffix.lower() != ".svg":
        raise NotDone(f"{path} must end in .svg.")
    try:
        found = boxes(form, section)
    except NoSection as problem:
        raise NotDone(str(problem)) from problem
    written(path, drawing(f"{form.title} ({form.name})", found).encode())
    click.echo(f"wrote {path}; open it in a browser to print it.")


def _through(session: Session) -> None:
    """Ask, show all answers, and ask again what the person wants to change, until nothing is."""
    while True:
        session.run()
        session.keep()
        reading = session.reading()
        click.echo("\n" + "\n".join(_list(reading)))
        click.echo("Enter a number to change that answer, or nothing to end.")
        try:
            text = heard("> ")
        except Instead as instead:
            if instead.word == QUIT:
                return
            continue
        if not text:
            return
        if text.isdecimal() and 0 < int(text) <= len(reading.asked):
            asked = reading.asked[int(text) - 1]
            session.at = (asked.question.path, asked.item)
            session.later.discard(session.at)


def _list(reading: Interview) -> list[str]:
    lines = ["== Check your answers"]
    for number, asked in enumerate(reading.asked, 1):
        where = ""
        if asked.item:
            items = reading.answers.items(asked.question.in_list)
            where = f"{items.index(asked.item) + 1}, "
        lines.append(f"{number}. {where}{asked.question.short}: {shown(asked.question, asked.value)}")
    return lines


def _end(session: Session) -> None:
    """Say what follows from the answers, and end with 1 when something is open."""
    reading = session.reading()
    lines = ["", "== What follows"]
    lines += [f"{flag.level}: {flag.say} [{'; '.join(flag.law)}]" for flag in reading.flags]
    lines += [f"gate {gate.name}: {gate.say} [{'; '.join(gate.law)}]" for gate in reading.gates]
    lines += [
        f"left out while {', '.join(left.because)} is not known: {left.what}" for left in reading.left_out
    ]
    lines += [f"paper: {spec.title} ({FOLDERS[spec.audience]})" for spec in reading.documents]
    click.echo("\n".join(lines if len(lines) > 2 else [*lines, "Nothing yet."]))
    if not reading.complete:
        still = len(reading.missing) + len(reading.broken)
        note(f"Still open: {still}. {session.file} holds what was answered.")
        raise click.exceptions.Exit(1)
    click.echo(
        f"{session.file} is complete: draftwell assemble {session.form.name} {session.file} --out packet"
    )
