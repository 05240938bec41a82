"""`draftwell batch FORM ROWS --out DIR`: a packet from each line of a spreadsheet."""

import json
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import click

from app.casework import batch as work
from app.casework import batch_manifest, kept, workbook
from app.casework.archive import Unfit
from app.casework.batch import Order
from app.casework.batch_manifest import Outcome
from app.casework.kept import Kept
from app.casework.rows import Rows, rows
from app.commands import stage
from app.commands.progress import bar, busy
from app.commands.saying import NotDone, not_done, note
from app.config import Settings
from app.core.places import Mistake, Mistakes
from app.core.questionnaire import Form
from app.documents import fonts
from app.store.errors import StoreError
from app.store.store import open_store

FORMATS = (".xlsx", ".csv")


@click.command()
@click.argument("form_name", metavar="FORM")
@click.argument("rows_file", metavar="ROWS", type=click.Path(path_type=Path))
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="The folder to write; must be new or empty."
)
@stage.today_option
@stage.office_option
@click.option(
    "--processes", type=click.IntRange(1, 64), default=None, help="How many at once; without it, one a core."
)
@click.option("--fresh", is_flag=True, help="Make every packet anew, also those made before and kept.")
@stage.json_option
def batch(
    form_name: str, rows_file: Path, out: Path, today: date | None, office_file: Path | None,
    processes: int | None, fresh: bool, as_json: bool,
) -> None:  # fmt: skip
    """Make a packet from each line of a spreadsheet (.xlsx; .csv for a form without lists).

    Every line is checked before the first packet is made; with a mistake in any of them nothing is written.
    A packet that fails while it is made is set aside with its reason in manifest.csv (exit 1). Packets are
    kept sealed in the data folder for a week, so that an unchanged line is not made again.

    \b
    Example:
      draftwell batch mo/wage_claim rows.xlsx --out packets
    """
    form = stage.form_of(form_name)
    office = stage.office_of(office_file, form)
    stage.free(out)
    filled = _rows(form, rows_file)
    day = stage.day_of(today)
    with bar("Checking", len(filled.packets)) as step:
        judged, wrong = work.judged(form, filled.packets, office, day, step)
    if mistakes := filled.mistakes + wrong:
        raise _refused(filled, mistakes, rows_file)
    for name in filled.unread:
        note(f"not used: the sheet {name}")
    for sentence in fonts.warnings():
        note(sentence)
    order = Order(form_name, office, day)
    with _kept(fresh) as before, bar("Making packets", len(judged)) as step:
        count = processes or os.cpu_count() or 1
        outcomes = work.run(stage.root(), order, judged, out, count, step, before)
    _report(outcomes, out, as_json)


@contextmanager
def _kept(fresh: bool) -> Iterator[Kept | None]:
    """What was made before; nothing, with the reason, where the office's data cannot be opened."""
    try:
        settings = Settings.read(os.environ)
        store = open_store(settings)
    except StoreError as error:
        note(f"no packet is kept for the next time: {error}")
        yield None
        return
    with closing(store):
        yield kept.of(store, settings.data, fresh=fresh)


def _rows(form: Form, path: Path) -> Rows:
    if path.suffix.lower() == ".csv" and form.lists():
        names = ", ".join(question.name for question in form.lists())
        raise NotDone(f"{path}: a .csv holds no lists ({names}); fill in the .xlsx of `draftwell sheet`.")
    try:
        with busy("Reading the spreadsheet"):
            return rows(form, workbook.tables(path))
    except Unfit as error:
        raise NotDone(f"{path}: {error}") from error
    except Mistakes as found:
        raise _refused(Rows(), list(found.mistakes), path) from found


def _refused(filled: Rows, mistakes: list[Mistake], path: Path) -> NotDone:
    return not_done(filled.spoken(mistake, path.name) for mistake in sorted(set(mistakes)))


def _report(outcomes: list[Outcome], out: Path, as_json: bool) -> None:
    aside = [outcome for outcome in outcomes if not outcome.made]
    for outcome in aside:
        note(f"set aside: row {outcome.row}: {outcome.reason}")
    for outcome in outcomes:
        if outcome.held_back:
            note(f"held back: row {outcome.row}: {', '.join(outcome.held_back)}, until a gate is lifted")
    if as_json:
        click.echo(json.dumps([vars(outcome) for outcome in outcomes], ensure_ascii=False, indent=2))
    else:
        made, before = len(outcomes) - len(aside), sum(outcome.before for outcome in outcomes)
        known = f" ({before} as made before)" if before else ""
        click.echo(f"{made} of {len(outcomes)} packets in {out}{known}; {batch_manifest.NAME} lists them.")
        if held := sum(bool(outcome.held_back) for outcome in outcomes):
            which = "1 packet is" if held == 1 else f"{held} packets are"
            click.echo(f"{which} not whole: the column held_back says which papers wait for a lifted gate.")
    if aside:
        raise click.exceptions.Exit(1)
