"""`draftwell check`: everything wrong with forms and templates, and what somebody is to look at again."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from app.casework import checking, checking_marks, checking_together
from app.commands import check_paths, stage
from app.commands.check_paths import Found
from app.commands.progress import bar
from app.commands.saying import NotDone, note
from app.core.faults import Level
from app.core.forms import names
from app.documents import writing

LEVELS: Mapping[Level, str] = {"mistake": "Mistakes", "not ruled out": "Not ruled out", "due": "Due"}
FOLDER = click.Path(path_type=Path)


@click.command()
@click.argument("form_names", metavar="[FORM]...", nargs=-1)
@click.option("--strict", is_flag=True, help="What is due or not ruled out counts as a mistake.")
@click.option("--mark", type=FOLDER, help="A new folder: the Word files with their faults as comments.")
@click.option("--paths", type=FOLDER, help="A new folder for the answers that lead to a fault, as files.")
@stage.today_option
@stage.json_option
def check(
    form_names: tuple[str, ...], strict: bool, mark: Path | None, paths: Path | None,
    today: date | None, as_json: bool,
) -> None:  # fmt: skip
    """Find everything wrong with forms and templates; without a name, with all of them.

    Where a fault shows on some answers only, the fewest that show it are printed; `draftwell assemble` runs
    them. What rests on how a calculation turns out may be no fault: it is said as not ruled out. A day that
    has passed is said as due. Exit 1 when there is a mistake; with --strict also for these two.

    \b
    Example:
      draftwell check mo/wage_claim --strict
      draftwell check mo/wage_claim --mark marked --paths paths
    """
    _free(mark, paths)
    day = stage.day_of(today)
    found, count = _found(form_names, day)
    if as_json:
        click.echo(json.dumps([_entry(each) for each in found], ensure_ascii=False, indent=2))
    else:
        for each in found:
            click.echo("\n".join(check_paths.lines(each, day, paths)))
    _write(found, mark, paths)
    _close(found, count, strict)


def _found(form_names: tuple[str, ...], day: date) -> tuple[list[Found], int]:
    """Everything found, with the form it was found in, and how many forms were looked at."""
    root = stage.root()
    chosen = [stage.known_form(name) for name in dict.fromkeys(form_names)] or names(root)
    with bar("Checking", len(chosen)) as step:
        by_form = checking_together.of_forms(root, chosen, day, step)
    shared = [*checking.office_faults(root), *checking.law_faults(day)]
    return [*check_paths.numbered(by_form), *(Found("", each) for each in shared)], len(chosen)


def _free(*folders: Path | None) -> None:
    """Raise unless every folder to be written is new or empty, and none is asked for twice."""
    asked = [folder for folder in folders if folder]
    if len({folder.resolve() for folder in asked}) < len(asked):
        raise NotDone(f"--mark and --paths both name {asked[0]}; give each a folder of its own.")
    for folder in asked:
        writing.check_free(folder)


def _write(found: Sequence[Found], mark: Path | None, paths: Path | None) -> None:
    """Write the marked copies and the answers that were asked for, each folder whole or not at all."""
    if mark:
        copies = checking_marks.copies(stage.root(), [each.fault for each in found])
        _put(copies, mark, "Word files with comments")
    if paths:
        _put(check_paths.files(found), paths, "Answer files")


def _put(files: Mapping[str, bytes], out: Path, what: str) -> None:
    if files:
        writing.write(files, out)
    note(f"{what} in {out}: {len(files)}." if files else f"{what}: none, so {out} was not written.")


def _entry(each: Found) -> dict[str, Any]:
    fault = each.fault
    return {
        "form": each.form,
        "rule": fault.rule,
        "level": fault.level,
        "place": fault.place,
        "file": fault.file,
        "spot": fault.spot,
        "sentence": fault.sentence,
        "answers": fault.answers,
    }


def _close(found: Sequence[Found], forms: int, strict: bool) -> None:
    """The counts, and exit 1 for what counts as a mistake."""
    counts = Counter(each.fault.level for each in found)
    said = ". ".join(f"{words}: {counts[level]}" for level, words in LEVELS.items())
    note(f"Forms checked: {forms}. {said}.")
    if counts["mistake"] or (strict and found):
        raise click.exceptions.Exit(1)
