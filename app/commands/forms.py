"""`draftwell forms`: what forms there are."""

import json

import click

from app.commands import stage
from app.commands.saying import note
from app.core.forms import names
from app.core.places import Mistakes


@click.command()
@stage.json_option
def forms(as_json: bool) -> None:
    """List the forms there are.

    \b
    Example:
      draftwell forms
    """
    known = names(stage.root())
    entries = [entry for name in known if (entry := _entry(name))]
    if as_json:
        click.echo(json.dumps(entries, ensure_ascii=False, indent=2))
    else:
        _print(entries)
    if not known:
        note("There is no form here; stand in a checkout with a folder questionnaires/.")
    if len(entries) < len(known):
        raise click.exceptions.Exit(1)


def _entry(name: str) -> dict[str, str] | None:
    """What is listed of a form, or None when it does not load."""
    try:
        form = stage.form_of(name)
    except Mistakes:
        note(f"{name} has mistakes; `draftwell check {name}` lists them.")
        return None
    listed = {"form": form.name, "title": form.title, "about": form.about}
    return listed | {"status": form.status, "review_by": form.review_by}


def _print(entries: list[dict[str, str]]) -> None:
    for entry in entries:
        click.echo(f"{entry['form']:<24} {entry['title']} ({entry['status']})")
