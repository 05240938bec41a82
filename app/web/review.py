"""For the attorney: the flags, and the gates with the form that lifts one."""

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from app.casework import lifting, papers, people, reading
from app.casework.reading import Opened
from app.core.interview import Raised
from app.core.kinds import Refused
from app.core.questionnaire import LEVELS
from app.documents.memo_flag import unknown
from app.store.errors import NotFound
from app.web import access, stamps, withheld
from app.web.fields import Fault

bp = Blueprint("review", __name__)
PARTS = ("name", "bar_number", "reason")


@bp.get("/d/<ref>/r")
def page(ref: str) -> str:
    found = papers.planned(access.desk(), access.who(), ref)
    now = found.now
    lifts = {each.gate: each for each in found.lifts}
    sure = [each for each in now.interview.flags if each.certain]
    flags = {level: [each for each in sure if each.level == level] for level in LEVELS}
    return render_template(
        "review.html",
        ref=ref,
        now=now,
        flags=flags,
        maybe=_maybe(now),
        gates=[(_number(now, each), each, lifts.get(each.name)) for each in now.interview.gates],
        to_bring=found.to_bring,
        kept=withheld.of(now),
        left_out=now.interview.left_out,
        unlisted=found.unlisted,
        to_court=any(each.audience == "court" for each in now.form.documents),
        hidden=stamps.hidden(now.revision),
    )


@bp.route("/d/<ref>/r/<int:number>", methods=["GET", "POST"])
def lift(ref: str, number: int) -> Response | str | tuple[str, int]:
    now = reading.open_draft(access.desk(), access.who(), ref)
    gate = next((each for each in now.interview.gates if _number(now, each) == number), None)
    if gate is None:
        return redirect(f"/d/{ref}/r", 303)
    if request.method == "GET":
        person = people.find(access.desk(), access.who().id)
        name = "" if person.name == people.OWNER else person.name
        return _form(now, gate, number, {"name": name, "bar_number": person.bar_number, "reason": ""})
    said = {part: request.form.get(f"a{index}", "") for index, part in enumerate(PARTS)}
    try:
        if request.form.get("do") == "withdraw":
            lifting.withdraw(access.desk(), access.who(), ref, gate.name, stamps.stamp())
        else:
            lifting.lift(access.desk(), access.who(), ref, gate.name, **said, stamp=stamps.stamp())
    except Refused as refused:
        return _form(now, gate, number, said, refused), 422
    except NotFound:
        pass
    return redirect(f"/d/{ref}/r", 303)


def _maybe(now: Opened) -> dict[str, list[Raised]]:
    """The flags that stand only because something is not known, by what that is; must fix first."""
    found: dict[str, list[Raised]] = {}
    for each in sorted(now.interview.flags, key=lambda flag: LEVELS.index(flag.level)):
        if not each.certain:
            names = sorted(each.because)
            cause = unknown(now.form, names) if names else "something is not known"
            found.setdefault(cause, []).append(each)
    return found


def _form(
    now: Opened, gate: Raised, number: int, said: dict[str, str], refused: Refused | None = None
) -> str:
    problems = {each.part: each.sentence for each in refused.problems} if refused else {}
    places = {part: f"#a{index}" for index, part in enumerate(PARTS)}
    return render_template(
        "lift.html",
        ref=now.draft.id,
        gate=gate,
        number=number,
        said=said,
        problems=problems,
        faults=[Fault(places.get(part, "#a0"), text) for part, text in problems.items()],
        hidden=stamps.hidden(now.revision),
    )


def _number(now: Opened, gate: Raised) -> int:
    return [each.name for each in now.form.gates].index(gate.name) + 1
