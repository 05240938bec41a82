"""`draftwell user`: the people who may sign in."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import click

from app.commands import stage
from app.commands.saying import NotDone
from app.config import Settings
from app.store import journal, people
from app.store.store import Store, open_store
from app.store.who import COMMAND_LINE


@click.group()
def user() -> None:
    """Add or list the people who may sign in.

    \b
    Example:
      draftwell user add "Dana Sample" --bar-number 99001
      draftwell user list
    """


@contextmanager
def _store() -> Iterator[Store]:
    store = open_store(Settings.read(os.environ))
    try:
        yield store
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
    if not name.strip() or not name.isprintable():
        raise NotDone('Give the person\'s name in letters, like: draftwell user add "Dana Sample".')
    now = datetime.now(UTC)
    with _store() as store, store.transaction() as t:
        person = people.create(t, COMMAND_LINE, name.strip(), now, bar_number=bar_number)
        journal.write(t, COMMAND_LINE, "person.add", person.id, now)
    click.echo(f"Added {person.name} ({person.id}).")


@user.command("list")
@stage.json_option
def list_(as_json: bool) -> None:
    """List everybody who may sign in.

    \b
    Example:
      draftwell user list --json
    """
    with _store() as store, store.reading() as t:
        everyone = people.everyone(t, COMMAND_LINE)
    entries = [
        {"id": one.id, "name": one.name, "role": one.role, "bar_number": one.bar_number} for one in everyone
    ]
    if as_json:
        click.echo(json.dumps(entries, ensure_ascii=False, indent=2))
        return
    for entry in entries:
        bar = f", bar number {entry['bar_number']}" if entry["bar_number"] else ""
        click.echo(f"{entry['id']}  {entry['name']} ({entry['role']}{bar})")
