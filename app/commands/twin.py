"""`draftwell twin`: the HTML twins of Word templates."""

from pathlib import Path

import click

from app.commands.progress import bar
from app.commands.saying import not_done
from app.commands.templates import chosen
from app.commands.writing import written
from app.documents import twin as twins
from app.documents.errors import DocumentError


@click.command()
@click.argument("templates", metavar="[TEMPLATE.docx]...", nargs=-1, type=click.Path(path_type=Path))
def twin(templates: tuple[Path, ...]) -> None:
    """Turn Word templates into their HTML twins; without a name, all of them.

    A twin is written only when its words have changed. What a twin cannot hold is said with its place.

    \b
    Example:
      draftwell twin templates/docx/mo/wage_claim/demand_letter.docx
    """
    paths = chosen(templates)
    wrong: list[str] = []
    with bar("Twins", len(paths)) as step:
        for path in paths:
            try:
                _write(path)
            except DocumentError as error:
                wrong += str(error).splitlines()
            step()
    if wrong:
        raise not_done(wrong)
    click.echo(f"Templates with a current twin: {len(paths)}.")


def _write(path: Path) -> None:
    html = twins.twin_of(path)
    target = twins.twin_path(path)
    if target.is_file() and target.read_text("utf-8") == html:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    written(target, html.encode())
    click.echo(f"wrote {target}")
