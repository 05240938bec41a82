"""`draftwell blocks`: shared blocks and styles inside Word templates, brought up to date."""

from pathlib import Path

import click

from app.commands import stage
from app.commands.progress import bar
from app.commands.saying import not_done
from app.commands.templates import FOLDER, chosen
from app.documents import blocks as shared
from app.documents.errors import DocumentError


@click.command()
@click.argument("templates", metavar="[TEMPLATE.docx]...", nargs=-1, type=click.Path(path_type=Path))
def blocks(templates: tuple[Path, ...]) -> None:
    """Bring the shared blocks inside Word templates up to date; without a name, in all of them.

    Run `draftwell twin` afterwards, because a changed template needs a new twin.

    \b
    Example:
      draftwell blocks
    """
    paths = chosen(templates)
    wrong: list[str] = []
    changed = 0
    with bar("Blocks", len(paths)) as step:
        for path in paths:
            try:
                if shared.bring_up_to_date(path, stage.root() / FOLDER / "_blocks"):
                    changed += 1
                    click.echo(f"changed {path}")
            except DocumentError as error:
                wrong += str(error).splitlines()
            step()
    if wrong:
        raise not_done(wrong)
    click.echo(f"Templates changed: {changed} of {len(paths)}.")
