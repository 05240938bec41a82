"""`draftwell user`: the people who may sign in."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager

import click

from app.casework import people
from app.casework.desk import Desk
from app.commands import stage
from app.commands.saying import NotDone
from app.commands.serve import address
from app.config import Settings
from app.store.store import open_store


@click.group()
def user() -> None:
    """Add or list the people who may sign in, and give one a fresh sign-in link.

    \b
    Example:
      draftwell user add "Dana Sample" --bar-number 99001
      draftwell user link
      draftwell user list
    """


@contextmanager
def _desk() -> Iterator[Desk]:
    settings = Settings.read(os.environ)
    store = open_store(settings)
    try:
        yield Desk(store, stage.root(), settings.data)
    finally:
        store.close()


@user.command()
@click.argument("name")
@click.option("--bar-number", default="", help="The Missouri bar number of an attorney.")
def add(name: str, bar_number: str) -> None:
    """Add a person.

    \b
    Example:
      draftwell user add "Dana Sample" --bar-number 99001
    """
    with _desk() as desk:
        person = people.create_owner(desk, name, bar_number)
    click.echo(f"Added {person.name} ({person.id}).")


@user.command("list")
@stage.json_option
def list_(as_json: bool) -> None:
    """List everybody who may sign in.

    \b
    Example:
      draftwell user list --json
    """
    with _desk() as desk:
        everyone = people.everyone(desk)
    if as_json:
        entries = [{"id": one.id, "name": one.name, "bar_number": one.bar_number} for one in everyone]
        click.echo(json.dumps(entries, ensure_ascii=False, indent=2))
        return
    for one in everyone:
        bar = f", bar number {one.bar_number}" if one.bar_number else ""
        click.echo(f"{one.id}  {one.name}{bar}")


@user.command()
@click.argument("person", default="")
def link(person: str) -> None:
    """Print a fresh sign-in link, for PERSON (an id of `user list`) or for the first person there is.

    \b
    Example:
      draftwell user link
    """
    with _desk() as desk:
        known = {one.id for one in people.everyone(desk)}
        if person and person not in known:
            raise NotDone(f"Nobody has the id `{person[:60]}`; `draftwell user list` shows them.")
        token = people.sign_in_link(desk, person or people.owner(desk).id)
    where = address(Settings.read(os.environ))
    click.echo(f"Sign in within 15 minutes, once, with this link:\n\n  {where}/in/{token}")
