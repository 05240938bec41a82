"""The drafts of a person: starting, going on, naming, deleting; and the overview of one draft."""

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from app.casework import approved, drafting, lifting, offering, path, reading
from app.casework.reading import Opened
from app.core.interview import SectionProgress
from app.core.kinds import Refused
from app.web import access, addresses, stamps, taken

bp = Blueprint("home", __name__)


@bp.get("/")
def drafts() -> str:
    return _home()


def _home(sentence: str = "", typed: str = "", chosen: str = "") -> str:
    desk, who = access.desk(), access.who()
    standing = offering.standing(desk)
    offered = [each.form for each in standing if each.state == "offered" and each.form]
    titles = {each.name: each.title for each in standing}
    return render_template(
        "home.html",
        drafts=[(draft, titles.get(draft.form, draft.form)) for draft in drafting.listed(desk, who)],
        forms=offered,
        waiting=[each for each in standing if each.state != "offered"],
        clients=drafting.clients(desk, who),
        sentence=sentence,
        typed=typed,
        matter=request.form.get("a2", ""),
        chosen=chosen or (offered[0].name if len(offered) == 1 else ""),
        hidden=stamps.hidden(),
    )


@bp.post("/d")
def start() -> Response | tuple[str, int]:
    title, form = request.form.get("a0", ""), request.form.get("a1", "")
    try:
        offering.require(access.desk(), form)
        matter = request.form.get("a2") or None
        ref = drafting.start(access.desk(), access.who(), form, title, stamps.stamp(), matter)
    except Refused as refused:
        return _home(str(refused), title, form), 422
    return redirect(f"/d/{ref}", 303)


@bp.get("/d/<ref>")
def overview(ref: str) -> str:
    now = reading.open_draft(access.desk(), access.who(), ref)
    return render_template(
        "overview.html",
        now=now,
        ref=ref,
        tasks=[_task(now, each) for each in now.interview.sections if not each.section.by_attorney],
        choices=[each for each in now.interview.sections if each.section.by_attorney],
        resume=_resume(now),
        taken=taken.panels(now),
        lifted={each.gate for each in lifting.lifted(access.desk(), access.who(), ref)},
        approval=approved.look(access.desk(), access.who(), ref),
    )


def _resume(now: Opened) -> str:
    found = now.interview.next
    return addresses.spot(now.draft.id, path.page_of(now.interview, found)) if found else ""


def _task(now: Opened, progress: SectionProgress) -> dict[str, object]:
    first = next((each for each in progress.asked if not each.answered), progress.asked[0])
    return {
        "title": progress.section.title,
        "href": addresses.spot(now.draft.id, path.page_of(now.interview, first)),
        "answered": progress.answered,
        "asked": len(progress.asked),
        "complete": progress.complete,
    }


@bp.route("/d/<ref>/n", methods=["GET", "POST"])
def rename(ref: str) -> Response | str | tuple[str, int]:
    draft = drafting.find(access.desk(), access.who(), ref)
    if request.method == "GET":
        return render_template(
            "rename.html", draft=draft, typed=draft.title, sentence="", hidden=stamps.hidden()
        )
    typed = request.form.get("a0", "")
    try:
        drafting.rename(access.desk(), access.who(), ref, typed, stamps.stamp())
    except Refused as refused:
        page = render_template(
            "rename.html", draft=draft, typed=typed, sentence=str(refused), hidden=stamps.hidden()
        )
        return page, 422
    return redirect("/", 303)


@bp.route("/d/<ref>/x", methods=["GET", "POST"])
def delete(ref: str) -> Response | str:
    if request.method == "POST":
        drafting.delete(access.desk(), access.who(), ref, stamps.stamp())
        return redirect("/", 303)
    draft = drafting.find(access.desk(), access.who(), ref)
    return render_template("delete.html", draft=draft, hidden=stamps.hidden())
