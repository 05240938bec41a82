"""`draftwell check`: mistakes in forms and templates, and dates on which somebody has to look again."""

import json
from datetime import date

import click

from app.casework import checking
from app.casework.checking import Finding
from app.commands import stage
from app.commands.progress import bar
from app.commands.saying import note
from app.core.forms import names


@click.command()
@click.argument("form_names", metavar="[FORM]...", nargs=-1)
@click.option("--strict", is_flag=True, help="What is due counts as a mistake.")
@stage.today_option
@stage.json_option
def check(form_names: tuple[str, ...], strict: bool, today: date | None, as_json: bool) -> None:
    """Look for mistakes in forms and templates; without a name, in all of them.

    A date that has passed (a form or a legal figure to be looked at again) is said as due and is no mistake,
    unless --strict is given. Exit 1 when there is a mistake.

    \b
    Example:
      draftwell check mo/wage_claim --strict
    """
    day = stage.day_of(today)
    chosen = [stage.known_form(name) for name in form_names] or names(stage.root())
    findings: list[Finding] = []
    with bar("Checking", len(chosen)) as step:
        for name in chosen:
            findings += checking.form_findings(stage.root(), name, day)
            step()
    findings += [*checking.office_findings(stage.root()), *checking.law_findings(day)]
    _print(findings, len(chosen), as_json)
    if any(strict or finding.level == "mistake" for finding in findings):
        raise click.exceptions.Exit(1)


def _print(findings: list[Finding], forms: int, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([vars(finding) for finding in findings], ensure_ascii=False, indent=2))
        return
    for finding in findings:
        click.echo(str(finding))
    mistakes = sum(finding.level == "mistake" for finding in findings)
    due = len(findings) - mistakes
    note(f"Forms checked: {forms}. Mistakes: {mistakes}. Due: {due}.")
