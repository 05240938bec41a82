"""`draftwell new FORM`: a form to begin with, whole and working, from the starter or from a letter."""

from datetime import date
from pathlib import Path

import click

from app.casework import starting
from app.casework.starting import NotBegun
from app.commands import stage
from app.commands.saying import NotDone
from app.documents.errors import DocumentError

LIMIT = 10_000_000
"""How many bytes a letter may have."""


@click.command()
@click.argument("form_name", metavar="FORM")
@click.option("--from", "letter", type=click.Path(path_type=Path), help="A letter (.docx) to begin with.")
@click.option("--title", default="", help="The title of the form; without it, made from its name.")
@stage.today_option
def new(form_name: str, letter: Path | None, title: str, today: date | None) -> None:
    """Begin a form, from a starter or from a Word letter.

    It has a questionnaire, a Word template with its twin, and a situation with its golden words.
    With --from, an ordinary Word letter is brought over: its paragraphs get the styles of the base document,
    and [brackets], ____, {{ tags }} and words like CLIENT NAME become questions. Nothing is written over.

    \b
    Example:
      draftwell new mo/first_letter
      draftwell new mo/deposit --from letter.docx --title "Return of a deposit"
    """
    try:
        begun = starting.begin(stage.root(), form_name, title.strip(), stage.day_of(today), _read(letter))
    except NotBegun as found:
        raise NotDone(str(found)) from found
    except DocumentError as error:
        raise NotDone(f"{letter}: {error}" if letter else str(error)) from error
    for note in begun.notes:
        click.echo(note)
    for name in sorted(begun.files):
        click.echo(f"wrote {name}")
    click.echo(f"Next: draftwell walk {form_name}, then draftwell check {form_name}")


def _read(letter: Path | None) -> bytes | None:
    """The bytes of the letter; raises NotDone when it is none, or too large."""
    if letter is None:
        return None
    if letter.suffix.lower() != ".docx":
        raise NotDone(f"{letter} is not a .docx file; in Word, use “Save as” and “Word document (.docx)”.")
    with letter.open("rb") as file:
        data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise NotDone(f"{letter} has more than {LIMIT:,} bytes; take the pictures out.")
    return data
