"""For the attorney: what stands in the way of clean copies, the approval that makes them, and the copies."""

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from app.casework import approved, approving, clean_copies, clean_filing
from app.casework.clean_copies import Lapsed
from app.core.kinds import Problem, Refused
from app.documents.errors import DocumentError, OpenGap
from app.documents.refusals import Withheld
from app.web import access, approve_view, papers, stamps, withheld
from app.web.approve_view import NO_TROUBLE, TOP, Trouble
from app.web.fields import Fault

bp = Blueprint("approve", __name__)
PARTS = {"name": "a0", "bar_number": "a1"}


@bp.get("/d/<ref>/v")
def page(ref: str) -> str:
    return _page(ref)


@bp.post("/d/<ref>/v")
def decide(ref: str) -> Response | tuple[str, int]:
    desk, who, stamp = access.desk(), access.who(), stamps.stamp()
    try:
        if request.form.get("do") == "withdraw":
            approving.withdraw(desk, who, ref, stamp)
        else:
            said = {part: request.form.get(box, "") for part, box in PARTS.items()}
            approving.approve(desk, who, ref, **said, ruled=_ruled(ref), stamp=stamp)
    except Refused as refused:
        found = [
            Fault(f"#{PARTS.get(each.part, 'main-content')}", each.sentence) for each in refused.problems
        ]
        return _page(ref, Trouble(tuple(found))), 422
    except OpenGap as waiting:
        return _page(ref, Trouble((Fault("#gaps", str(waiting)),))), 422
    except DocumentError as refused:
        return _page(ref, _trouble(ref, refused)), 409
    return redirect(f"/d/{ref}/v", 303)


@bp.post("/d/<ref>/v/f")
def download(ref: str) -> Response | tuple[str, int]:
    try:
        if request.form.get("set") == "efile":
            return papers.handed_out(clean_filing.download(access.desk(), access.who(), ref))
        made = clean_copies.download(access.desk(), access.who(), ref, papers.wanted_by(request.form))
    except Lapsed as lapsed:
        return _page(ref, Trouble((Fault(TOP, str(lapsed)),))), 409
    return papers.handed_out(made)


def _ruled(ref: str) -> frozenset[str]:
    """The open gaps the page had a tick for; one tick stands for all those that no paper prints."""
    ticked, rest = request.form.getlist("g"), request.form.get("rest") == "yes"
    if not ticked and not rest:
        return frozenset()
    _, stands = approved.in_the_way(access.desk(), access.who(), ref)
    return frozenset(gap.label for gap in stands.gaps if gap.label in ticked or (rest and not gap.titles))


def _fault(problem: Problem) -> Fault:
    return Fault(f"#{PARTS[problem.part]}" if problem.part in PARTS else TOP, problem.sentence)


def _trouble(ref: str, refused: DocumentError) -> Trouble:
    faults = tuple(Fault(TOP, line) for line in str(refused).splitlines())
    if not isinstance(refused, Withheld):
        return Trouble(faults)
    now = approved.look(access.desk(), access.who(), ref).now
    return Trouble(faults, withheld.links(now, refused.findings))


def _page(ref: str, trouble: Trouble = NO_TROUBLE) -> str:
    seen = approved.look(access.desk(), access.who(), ref)
    if seen.standing:
        return approve_view.standing(seen, seen.standing, trouble)
    return approve_view.waiting(*approved.in_the_way(access.desk(), access.who(), ref), trouble)
