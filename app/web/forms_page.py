"""The forms of the office, whether each is offered, and everything the check found in it."""

from collections.abc import Sequence

from flask import Blueprint, render_template

from app.casework import answer_text, checked, offering
from app.core.faults import Fault, Level
from app.web import access

bp = Blueprint("forms_page", __name__)
LEVELS: dict[Level, tuple[str, str]] = {
    "mistake": ("Mistakes", "must-fix"),
    "not ruled out": ("Not ruled out", "check"),
    "due": ("Due", "note"),
}
"""What a group of faults is called, and its look."""
TAGS = {"offered": "", "being checked": "open", "not offered": "held"}


@bp.get("/f")
def page() -> str:
    desk = access.desk()
    shared = checked.faults(desk, checked.SHARED)
    return render_template(
        "forms.html",
        forms=[(each, TAGS[each.state], _groups(each.faults)) for each in offering.standing(desk)],
        shared=_groups(shared or ()),
        waiting=shared is None,
    )


def _groups(faults: Sequence[Fault]) -> list[dict[str, object]]:
    """The faults by level, each with the answers that lead to it as the text of an answer file."""
    return [
        {
            "title": title,
            "look": look,
            "faults": [(each, _answers(each)) for each in faults if each.level == level],
        }
        for level, (title, look) in LEVELS.items()
        if any(each.level == level for each in faults)
    ]


def _answers(fault: Fault) -> str:
    return "" if fault.answers is None else answer_text.written(fault.answers)
