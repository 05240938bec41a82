"""The office profile on one page."""

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from app.casework import office
from app.core.office import as_file
from app.core.places import Mistakes
from app.store.errors import Conflict
from app.web import access, office_fields, stamps
from app.web.fields import Fault

bp = Blueprint("office", __name__)


@bp.route("/o", methods=["GET", "POST"])
def page() -> Response | str | tuple[str, int]:
    desk = access.desk()
    if request.method == "GET":
        return _form(office_fields.texts(as_file(office.profile(desk))))
    # Several check boxes of one name are one text with commas, as their question reads it.
    typed = {name: ", ".join(request.form.getlist(name)) for name in request.form if name.startswith("o-")}
    content, faults = office_fields.content(typed)
    if faults:
        return _form(typed, faults), 422
    try:
        office.save(desk, access.who(), content, stamps.stamp())
    except Mistakes as found:
        return _form(typed, office_fields.faults(found, content, typed)), 422
    except Conflict:
        said = "Somebody changed the profile after you opened this page. Compare, then save again."
        return _form(typed, [Fault("#top", said)]), 409
    return redirect("/o?saved=1", 303)


def _form(typed: dict[str, str], faults: list[Fault] | None = None) -> str:
    return render_template(
        "office.html",
        groups=office_fields.groups(access.desk(), typed),
        typed=typed,
        faults=faults or [],
        wrong={fault.href[1:]: fault.text for fault in faults or []},
        saved=bool(request.args.get("saved")) and not faults,
        hidden=stamps.hidden(was=office.print_of(access.desk())),
    )
