"""What most commands begin with: the checkout, a form of it, the day, and an office profile."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from app.casework import checkout
from app.commands.saying import NotDone
from app.core import forms, office
from app.core.answers import EMPTY
from app.core.defaults import overlay
from app.core.kinds import Refused
from app.core.office import Office
from app.core.questionnaire import Form
from app.core.shape import nearest
from app.law.catalogue import CALCULATIONS


class Day(click.ParamType):
    """A day written 2026-03-02."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; a usage error for anything else."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is not a day; write one like 2026-03-02.", param, ctx)


DAY = Day()
"""The type of every option that takes a day."""

today_option = click.option(
    "--today", type=DAY, default=None, help="The day of the drafts; without it, the day it is."
)
office_option = click.option(
    "--office", "office_file", type=click.Path(path_type=Path), help="The office profile, like office.yaml."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program to read.")


def root() -> Path:
    """The folder with the forms and templates."""
    return checkout.root(Path.cwd())


def form_of(name: str) -> Form:
    """The form a command names; raises NotDone when there is none, Mistakes when it does not load."""
    known_form(name)
    return forms.load_form(root(), name, CALCULATIONS)


def known_form(name: str) -> str:
    """The name, if a form has it; raises NotDone with the nearest one that there is."""
    known = forms.names(root())
    if name not in known:
        hint = nearest(name, known) or f"; the forms here are: {', '.join(known) or 'none'}"
        raise NotDone(f"There is no form `{name[:60]}`{hint}.")
    return name


def office_of(path: Path | None, form: Form) -> Office:
    """The office profile in a file, or the empty one; raises Mistakes, or NotDone if it misfits the form."""
    if path is None:
        return office.EMPTY
    found = office.load_office(path)
    try:
        overlay(form, EMPTY, found.defaults)
    except Refused as refused:
        raise NotDone(f"{path}: a default does not fit its question, {refused}") from refused
    return found


def day_of(given: date | None) -> date:
    """The day asked for, or the day it is here."""
    return given or date.today()


def free(out: Path) -> None:
    """Raise NotDone if a folder to be written is there already and not empty."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise NotDone(f"{out} is there already and is no folder; choose another --out.")
    if out.is_dir() and any(out.iterdir()):
        raise NotDone(f"{out} is there already and not empty; choose another --out, or empty it.")
