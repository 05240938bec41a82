"""A list page: its items with change, copy and remove, and the question whether there is another one."""

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from app.casework import drafting, items, reading
from app.casework.changing import Overtaken
from app.casework.path import Spot
from app.casework.reading import NotAsked, Opened
from app.casework.said import Said
from app.core import same_items
from app.core.interview import Asked
from app.core.kinds import Refused, refuse
from app.core.questionnaire import Question
from app.web import access, addresses, conflict, notices, question, stamps, words

bp = Blueprint("listing", __name__)


def page(now: Opened, asked: Asked) -> Response | str | tuple[str, int]:
    """Show a list, or do what was asked of it."""
    if request.method == "GET":
        return show(now, asked)
    try:
        return _act(now, asked.question)
    except Refused as refused:
        return show(now, asked, str(refused)), 422
    except Overtaken as overtaken:
        return conflict.page(overtaken, "That is all of this list", question.typed_fields()), 409


def _act(now: Opened, asked: Question) -> Response:
    desk, who, stamp, ref = access.desk(), access.who(), stamps.stamp(), now.draft.id
    do = request.form.get("do", "")
    if do.startswith("like-"):
        outcome = items.duplicate_item(desk, who, ref, asked.number, do[5:45], stamp)
        return redirect(addresses.spot(ref, outcome.next), 303)
    if do == "add" or (do == "save" and request.form.get("a0") == "yes"):
        outcome = items.add_item(desk, who, ref, asked.number, stamp)
        return redirect(addresses.spot(ref, outcome.next), 303)
    said: Said = question.BUTTONS.get(do, True)
    if do == "save" and request.form.get("a0") != "no":
        raise refuse(f"Say whether there is another {asked.one}.")
    return question.onward(ref, drafting.answer(desk, who, ref, Spot(asked.number), said, stamp))


def show(now: Opened, asked: Asked, sentence: str = "") -> str:
    """The page of a list."""
    parent = asked.question
    return render_template(
        "list.html",
        page=question.Page(now, asked),
        parent=parent,
        ask=words.say(now, parent.ask, asked),
        help=words.say(now, parent.help, asked),
        why=words.say(now, parent.why, asked),
        items=[_item(now, parent, id) for id in now.answers.items(parent.path)],
        same=[same_items.said(parent, places) for places in same_items.found(now.answers, parent)],
        least=int(parent.least or 0),
        sentence=sentence,
        hidden=stamps.hidden(now.revision, now.print_at(parent)),
        notices=notices.before(now, asked),
        back=request.values.get("b", "") if addresses.BACK.fullmatch(request.values.get("b", "")) else "",
    )


def _item(now: Opened, parent: Question, id: str) -> dict[str, object]:
    own = [each for each in now.interview.asked if each.question.in_list == parent.name and each.item == id]
    first = next((each for each in own if not each.answered), own[0] if own else None)
    return {
        "id": id,
        "title": words.item_title(now, parent, id),
        "open": sum(not each.answered for each in own),
        "change": addresses.spot(now.draft.id, Spot(first.question.number, id)) if first else "",
        "remove": f"/d/{now.draft.id}/{parent.number}/{id}/x",
        "rows": [
            (each.question.short, words.of_value(each.question, each.value), _spot(now, each)) for each in own
        ],
    }


def _spot(now: Opened, asked: Asked) -> str:
    return addresses.spot(now.draft.id, Spot(asked.question.number, asked.item))


@bp.route("/d/<ref>/<int:number>/<item>/x", methods=["GET", "POST"])
def remove(ref: str, number: int, item: str) -> Response | str | tuple[str, int]:
    now = reading.open_draft(access.desk(), access.who(), ref)
    try:
        parent = items.list_at(now, number)
    except NotAsked:
        return redirect(f"/d/{ref}/c", 303)
    if request.method == "POST":
        items.remove_item(access.desk(), access.who(), ref, number, item, stamps.stamp())
        return redirect(f"/d/{ref}/{number}", 303)
    if item not in now.answers.items(parent.path):
        return redirect(f"/d/{ref}/{number}", 303)
    title = words.item_title(now, parent, item)
    return render_template(
        "remove.html", ref=ref, parent=parent, title=title, hidden=stamps.hidden(now.revision)
    )
