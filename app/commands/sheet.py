"""`draftwell sheet FORM --out rows.xlsx`: the empty spreadsheet of a form."""

from pathlib import Path

import click

from app.casework import sheet_file
from app.commands import stage
from app.commands.saying import NotDone
from app.commands.writing import written


@click.command()
@click.argument("form_name", metavar="FORM")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The .xlsx file to write.")
def sheet(form_name: str, out: Path) -> None:
    """Write the empty spreadsheet of a form, for a batch.

    One line makes one packet; the sheet “Read me” inside explains every column.

    \b
    Example:
      draftwell sheet mo/wage_claim --out rows.xlsx
    """
    if out.suffix.lower() != ".xlsx":
        raise NotDone(f"{out} must end in .xlsx.")
    if out.exists():
        raise NotDone(f"{out} is there already; it may be filled in, so it is not written over.")
    written(out, sheet_file.workbook(stage.form_of(form_name)))
    click.echo(f"{out} is ready to be filled in; then: draftwell batch {form_name} {out} --out packets")
