"""A list on one page: a row for each item, with sums, repeating, filling a range and pasting."""

from collections.abc import Sequence

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from app.casework import cells, drafting, filling, items, pasting, reading, tables
from app.casework.cells import Column, Row
from app.casework.changing import Overtaken
from app.casework.path import Spot
from app.casework.reading import NotAsked, Opened
from app.casework.tables import CellMistake, Table, TableRefused
from app.core.interview import Asked
from app.core.kinds import Refused
from app.core.questionnaire import Question
from app.core.values import Blank, Gap
from app.web import access, addresses, notices, question, stamps, table_view

bp = Blueprint("table", __name__)
BLANK_ROWS = 5
GAPS: dict[str, Gap | Blank] = {"not-known": Gap("not known"), "not-safe": Gap("not safe"), "blank": Blank()}


def page(now: Opened, asked: Asked) -> Response | str | tuple[str, int]:
    """Show a table, or do what was asked of it."""
    parent = asked.question
    if request.method == "GET":
        return _render(now, asked, cells.rows_of(now.answers, parent) + _blank(now, parent))
    rows = sent_rows(parent)
    try:
        return _act(now, parent, rows)
    except TableRefused as refused:
        return _render(now, asked, rows, refused.mistakes), 422
    except Refused as refused:
        return _render(now, asked, rows, [CellMistake(None, _box(), "", str(refused))]), 422
    except Overtaken as overtaken:
        said = [CellMistake(None, "", "", f"{overtaken} The rows that are saved now stand below yours.")]
        fresh = overtaken.now
        return _render(
            fresh, fresh.asked(parent.number), rows, said, cells.rows_of(fresh.answers, parent)
        ), 409


def _act(now: Opened, parent: Question, rows: list[Row]) -> Response:
    desk, who, stamp, ref = access.desk(), access.who(), stamps.stamp(), now.draft.id
    do = request.form.get("do", "")
    if do in GAPS:
        return question.onward(ref, drafting.answer(desk, who, ref, Spot(parent.number), GAPS[do], stamp))
    if do == "repeat":
        rows += filling.repeated(parent, rows, _number(request.form.get("times", "1")))
    if do == "fill":
        rows += filling.filled(
            parent, rows, request.form.get("first", ""), request.form.get("last", ""), _cells(parent, "f")
        )
    outcome = tables.save_table(desk, who, ref, parent.number, Table(rows, finished=do == "done"), stamp)
    if do == "done" and outcome.next != Spot(parent.number):
        return question.onward(ref, outcome)
    more = f"?m={BLANK_ROWS}" if do == "more" else ""
    more = "?s=1" if do == "save" else more
    mark = "#open" if do == "done" else "#end" if do in ("more", "repeat", "fill") else ""
    return redirect(f"/d/{ref}/{parent.number}{more}{mark}", 303)


def sent_rows(parent: Question) -> list[Row]:
    """The rows of the form that was sent."""
    count = _number(request.form.get("rows", "0"))
    rows = []
    for index in range(min(count, items.MOST + 50)):
        item = request.form.get(f"i{index}", "")[:40] or None
        rows.append(Row(item, _cells(parent, f"c{index}"), f"x{index}" in request.form))
    return rows


def _box() -> str:
    """The box a sentence about the whole table belongs to, for the tools below it."""
    return {"fill": "first", "repeat": "times"}.get(request.form.get("do", ""), "")


def _cells(parent: Question, prefix: str) -> dict[str, str]:
    names = ((column.key, f"{prefix}-{column.key}") for column in cells.columns(parent))
    return {key: request.form[name] for key, name in names if name in request.form}


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0


def _blank(now: Opened, parent: Question) -> list[Row]:
    there = len(now.answers.items(parent.path))
    wanted = min(_number(request.args.get("m", "0")), 20) or (0 if there else 3)
    return [Row() for _ in range(wanted)]


def _render(
    now: Opened,
    asked: Asked,
    rows: Sequence[Row],
    mistakes: Sequence[CellMistake] = (),
    theirs: Sequence[Row] = (),
) -> str:
    parent = asked.question
    back = request.values.get("b", "")
    refilling = request.form if request.form.get("do") == "fill" else {}
    return render_template(
        "table.html",
        page=question.Page(now, asked),
        view=table_view.view(now, asked, rows, mistakes, theirs, _cells(parent, "f")),
        filling=refilling,
        saved="s" in request.args,
        hidden=stamps.hidden(now.revision, now.print_at(parent)),
        notices=notices.before(now, asked),
        back=back if addresses.BACK.fullmatch(back) else "",
    )


@bp.route("/d/<ref>/<int:number>/t", methods=["GET", "POST"])
def paste(ref: str, number: int) -> Response | str | tuple[str, int]:
    now = reading.open_draft(access.desk(), access.who(), ref)
    try:
        parent = items.list_at(now, number)
    except NotAsked:
        return redirect(f"/d/{ref}/c", 303)
    if request.method == "GET" or not parent.as_table:
        return _paste_page(now, parent, [])
    text, replace = request.form.get("a0", ""), request.form.get("a1") == "replace"
    try:
        rows = pasting.rows_in(text, paste_columns(now, parent))
        table = Table(rows, replace=replace)
        tables.save_table(access.desk(), access.who(), ref, number, table, stamps.stamp())
    except TableRefused as refused:
        return _paste_page(
            now, parent, [table_view.said(each, "Row") for each in refused.mistakes], text
        ), 422
    except Refused as refused:
        return _paste_page(now, parent, [str(refused)], text), 422
    except Overtaken as overtaken:
        return _paste_page(
            overtaken.now, parent, [f"{overtaken} Check the rows, then paste again."], text
        ), 409
    return redirect(f"/d/{ref}/{number}", 303)


def paste_columns(now: Opened, parent: Question) -> list[Column]:
    """The columns a pasted row is read by: those a new row has, then those asked only now and then."""
    asked = cells.asked_in(now.interview, parent)[""]
    every = cells.columns(parent)
    return [each for each in every if each.question.path in asked] + [
        each for each in every if each.question.path not in asked
    ]


def _paste_page(now: Opened, parent: Question, sentences: Sequence[str], text: str = "") -> str:
    asked = cells.asked_in(now.interview, parent)[""]
    return render_template(
        "paste.html",
        ref=now.draft.id,
        parent=parent,
        columns=[each for each in cells.columns(parent) if each.question.path in asked],
        sentences=sentences,
        text=text,
        there=len(now.answers.items(parent.path)),
        hidden=stamps.hidden(now.revision, now.print_at(parent)),
    )
