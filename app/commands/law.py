"""`draftwell law`: the legal figures in force, with where each comes from and when it was last checked."""

import json
from datetime import date

import click

from app.commands import stage
from app.law import parameters
from app.law.parameters import Parameter


@click.command()
@click.option("--on", "day", type=stage.DAY, default=None, help="The day to look at; without it, today.")
@stage.json_option
def law(day: date | None, as_json: bool) -> None:
    """List the legal figures in force on a day.

    \b
    Example:
      draftwell law --on 2025-03-02
    """
    on = stage.day_of(day)
    rows = parameters.in_force(on)
    if as_json:
        click.echo(json.dumps([_entry(row, on) for row in rows], ensure_ascii=False, indent=2))
        return
    click.echo(f"In force on {on.isoformat()}:")
    for row in rows:
        click.echo(f"\n{row.key}: {_value(row)}, since {row.effective_from.isoformat()}{_until(row)}")
        click.echo(f"  {row.title}\n  {row.citation}; {row.source}\n  {_checked(row, on)}")


def _value(row: Parameter) -> str:
    return f"{row.value} {row.unit}".strip()


def _until(row: Parameter) -> str:
    return f" until {row.effective_to.isoformat()}" if row.effective_to else ""


def _checked(row: Parameter, on: date) -> str:
    sure = "" if row.confirmed else "; NOT CONFIRMED, read the law itself before relying on it"
    due = "; due for a new look" if row.review_by <= on else ""
    return f"last checked {row.last_checked.isoformat()}, again by {row.review_by.isoformat()}{due}{sure}"


def _entry(row: Parameter, on: date) -> dict[str, object]:
    return {
        "key": row.key,
        "title": row.title,
        "value": str(row.value),
        "unit": row.unit,
        "effective_from": row.effective_from.isoformat(),
        "effective_to": row.effective_to.isoformat() if row.effective_to else None,
        "citation": row.citation,
        "source": row.source,
        "last_checked": row.last_checked.isoformat(),
        "confirmed": row.confirmed,
        "review_by": row.review_by.isoformat(),
        "due": row.review_by <= on,
    }
