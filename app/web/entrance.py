"""Coming in by a link that works once, and leaving: signing out, and the quick exit."""

from flask import Blueprint, g, redirect, render_template, request
from werkzeug.wrappers import Response

from app.casework import office, people
from app.core.places import Mistakes
from app.store.errors import NotFound
from app.web import access

bp = Blueprint("entrance", __name__)
DEFAULT_EXIT = "https://www.weather.gov/"
"""Where the quick exit leads unless the office says otherwise: a public page with nothing personal on it."""


@bp.route("/in/<token>", methods=["GET", "POST"])
def sign_in(token: str) -> Response | str | tuple[str, int]:
    # Looking at a link does not use it up: mail scanners and previews only look.
    if request.method == "GET":
        return render_template("sign_in.html")
    try:
        session = people.sign_in(access.desk(), token[:200])
    except NotFound:
        return render_template("sign_in.html", used=True), 403
    if g.token:
        people.sign_out(access.desk(), g.token)
    response = redirect("/", 303)
    https = access.cookie_name().startswith("__Host-")
    response.set_cookie(
        access.cookie_name(), session, httponly=True, samesite="Strict", secure=https, path="/"
    )
    return response


@bp.post("/out")
def sign_out() -> Response:
    return _ended(redirect("/away", 303))


@bp.get("/exit")
def leave() -> Response | str:
    # The one GET that changes something: a link works without scripts and may lead elsewhere, a form may not.
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        return render_template("away.html")
    response = _ended(redirect(exit_address(), 303))
    response.headers["Clear-Site-Data"] = '"cookies", "storage"'
    return response


@bp.get("/away")
def away() -> str:
    return render_template("away.html")


@bp.get("/leaving")
def about_leaving() -> str:
    return render_template("leaving.html")


def exit_address() -> str:
    """Where the quick exit leads."""
    try:
        return office.profile(access.desk()).exit_address or DEFAULT_EXIT
    except Mistakes:
        return DEFAULT_EXIT


def _ended(response: Response) -> Response:
    if g.token:
        people.sign_out(access.desk(), g.token)
    https = access.cookie_name().startswith("__Host-")
    response.delete_cookie(access.cookie_name(), httponly=True, samesite="Strict", secure=https, path="/")
    return response
