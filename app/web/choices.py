"""The attorney's choices: what is decided, what is not, and what each way comes to."""

from flask import Blueprint, render_template

from app.casework import figures, reading
from app.web import access, check

bp = Blueprint("choices", __name__)


@bp.get("/d/<ref>/a")
def page(ref: str) -> str:
    now = reading.open_draft(access.desk(), access.who(), ref)
    asked = [each for each in now.interview.asked if each.question.by_attorney and not each.question.in_list]
    return render_template(
        "choices.html",
        ref=ref,
        now=now,
        lines=[(each, check.line(now, each, "a")) for each in asked],
        undecided=sum(each.is_gap for each in asked),
        figures=figures.of(now.interview),
    )
