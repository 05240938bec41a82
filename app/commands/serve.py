"""`draftwell serve`: the pages on this machine, with a sign-in link."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import click
from flask import Flask

from app.casework import checked, office, people
from app.commands.saying import NotDone
from app.config import Settings
from app.core.office import load_office
from app.documents import box, fonts


@click.command()
@click.option("--host", default=None, help="The address to listen on; without it, this machine only.")
@click.option("--port", type=click.IntRange(1, 65535), default=None, help="The port; without it, 8000.")
@click.option(
    "--office",
    "profile",
    type=click.Path(path_type=Path),
    help="The office profile to begin with while there is none.",
)
@click.pass_obj
def serve(
    create_app: Callable[[Settings], Flask], host: str | None, port: int | None, profile: Path | None
) -> None:
    """Serve the pages on this machine and print a sign-in link that works once.

    \b
    Example:
      draftwell serve --port 8080 --office office.yaml
    """
    given = {"DRAFTWELL_HOST": host, "DRAFTWELL_PORT": str(port) if port else None}
    settings = Settings.read({**os.environ, **{name: value for name, value in given.items() if value}})
    app = create_app(settings)
    desk = app.extensions["desk"]
    if profile and office.begin(desk, people.owner(desk).who, load_office(profile)):
        click.echo(f"The office profile begins as {profile}; change it on the page Office.")
    try:
        server = app.extensions["server"](settings.host, settings.port)
    except OSError as error:
        taken = f"Port {settings.port} on {settings.host} cannot be used ({error.strerror})"
        raise NotDone(f"{taken}; give another with --port.") from error
    token = people.sign_in_link(desk, people.owner(desk).id)
    click.echo(f"Sign in within 15 minutes, once, with this link:\n\n  {address(settings)}/in/{token}\n")
    for sentence in fonts.warnings():
        click.echo(sentence, err=True)
    signal.signal(signal.SIGTERM, _interrupted)
    box.begin()
    checked.begin(desk)
    try:
        with suppress(KeyboardInterrupt):
            click.echo(f"Serving on {address(settings)}; Ctrl-C ends it.")
            server.run()
    finally:
        box.end()


def _interrupted(*_: object) -> None:
    """A polite request to end ends as Ctrl-C does, so that the children of the box are ended too."""
    raise KeyboardInterrupt


def address(settings: Settings) -> str:
    """Where the pages are, as a person types it."""
    shown = "localhost" if settings.host in ("127.0.0.1", "::1") else settings.host
    return f"http{'s' if settings.https else ''}://{shown}:{settings.port}"
