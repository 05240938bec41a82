"""The files of the exhibits: one form for each, to bring a file or take it away; works without a script."""

import hashlib
from dataclasses import replace

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from app.casework import exhibits
from app.casework.acts import print_of
from app.documents.exhibits.refusals import NotAdmitted
from app.web import access, limits, stamps
from app.web.fields import Fault

bp = Blueprint("exhibits", __name__)
NONE = "Choose a file first."


@bp.get("/d/<ref>/e")
def page(ref: str) -> str:
    return _page(ref)


@bp.post("/d/<ref>/e/<item>")
def change(ref: str, item: str) -> Response | tuple[str, int]:
    desk, who, stamp = access.desk(), access.who(), stamps.stamp()
    if request.form.get("do") == "remove":
        exhibits.remove(desk, who, ref, item, stamp)
        return redirect(f"/d/{ref}/e", 303)
    given = request.files.get("file")
    try:
        if given is None or not given.filename:
            raise NotAdmitted(NONE)
        data = given.stream.read()
        # The same form sent again with another file is another request.
        content = print_of([stamp.content, hashlib.sha256(data).hexdigest()])
        exhibits.attach(desk, who, ref, item, given.filename, data, replace(stamp, content=content))
    except NotAdmitted as refused:
        return _page(ref, item, str(refused)), 422
    return redirect(f"/d/{ref}/e", 303)


def _page(ref: str, item: str = "", sentence: str = "") -> str:
    found = exhibits.look(access.desk(), access.who(), ref)
    question = found.now.form.question(exhibits.LIST)
    return render_template(
        "exhibits.html",
        ref=ref,
        rows=found.rows,
        wrong=item,
        sentence=sentence,
        faults=[Fault(f"#f-{item}", sentence)] if sentence else [],
        listed=f"/d/{ref}/{question.number}" if question else "",
        most=limits.FILE // 1_000_000,
        hidden=stamps.hidden(),
    )
