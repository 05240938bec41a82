"""`draftwell`, and `python -m app.cli`: finds the command asked for; says in a sentence what went wrong."""

import importlib
from typing import Any

import click

from app import create_app
from app.commands.saying import NotDone, told
from app.core.shape import nearest

COMMANDS = {
    "forms": "List the forms there are.",
    "show": "Show a form's questions, what follows from them, and its papers.",
    "law": "List the legal figures in force on a day.",
    "new": "Begin a form, from a starter or from a Word letter.",
    "walk": "Answer a form in the terminal, or draw its flow.",
    "answers": "Print an example answer file for a form, or its JSON Schema.",
    "assemble": "Make one packet of review copies from an answer file.",
    "sheet": "Write the empty spreadsheet of a form, for a batch.",
    "batch": "Make a packet from each line of a spreadsheet.",
    "check": "Find everything wrong with forms and templates.",
    "twin": "Turn Word templates into their HTML twins.",
    "blocks": "Bring the shared blocks inside Word templates up to date.",
    "reference": "Print the reference of the language of forms.",
    "user": "Add or list the people who may sign in.",
    "serve": "Serve the pages on this machine and print a sign-in link.",
}
"""Every command with its sentence; its module is loaded only when it is used, so that help is quick."""


class Commands(click.Group):
    """The commands by name, each in a module of its own under `app.commands`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            hint = nearest(args[0], list(COMMANDS))
            raise NotDone(f"`{args[0][:60]}` is not a command{hint}; `draftwell --help` lists them.")
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        found = getattr(importlib.import_module(f"app.commands.{cmd_name}"), cmd_name)
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        with told():
            return super().invoke(ctx)


@click.command(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="draftwell", prog_name="draftwell")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Turn facts, given once, into drafts an attorney can trust: Word and PDF.

    \b
    Example:
      draftwell answers mo/wage_claim > answers.yaml
      draftwell assemble mo/wage_claim answers.yaml --out packet

    Exit 0: done. 1: done, with something set aside or found. 2: not done; the reason is on the error output.
    """
    # The commands do not know the pages; `serve` is handed the factory from here.
    ctx.obj = create_app


if __name__ == "__main__":
    main(prog_name="draftwell")
