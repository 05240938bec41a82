"""Who may use which page; a page that is not listed here is used by nobody."""

import hashlib
import hmac
from typing import Literal

from flask import Flask, abort, current_app, g, request
from werkzeug.exceptions import Forbidden

from app.casework import people, reading
from app.casework.desk import Desk
from app.store.sessions import Session
from app.store.who import Who
from app.web import limits

Allowed = Literal["anyone", "signed in"]

WHO_MAY: dict[str, Allowed] = {
    "static_files.file": "anyone",
    "static_files.layout": "signed in",
    "entrance.sign_in": "anyone",
    "entrance.leave": "anyone",
    "entrance.away": "anyone",
    "entrance.about_leaving": "anyone",
    "entrance.sign_out": "signed in",
    "home.drafts": "signed in",
    "home.start": "signed in",
    "home.overview": "signed in",
    "home.rename": "signed in",
    "home.delete": "signed in",
    "question.page": "signed in",
    "question.about_item": "signed in",
    "listing.remove": "signed in",
    "table.paste": "signed in",
    "check.page": "signed in",
    "review.page": "signed in",
    "review.lift": "signed in",
    "choices.page": "signed in",
    "approve.page": "signed in",
    "approve.decide": "signed in",
    "approve.download": "signed in",
    "exhibits.page": "signed in",
    "exhibits.change": "signed in",
    "papers.page": "signed in",
    "papers.preview": "signed in",
    "papers.download": "signed in",
    "office.page": "signed in",
    "forms_page.page": "signed in",
    "templates_pages.page": "signed in",
    "templates_pages.paper": "signed in",
    "templates_pages.in_force": "signed in",
    "templates_pages.bring": "signed in",
    "templates_pages.proposal": "signed in",
    "templates_pages.decide": "signed in",
    "templates_pages.file": "signed in",
}
"""Endpoint → who may use it. Everybody's own drafts only: the store scopes every call by who makes it.

Templates are the whole office's: everybody may propose one, and nobody puts their own in force.
"""

OTHER_SITES = ("cross-site", "same-site")


class SignedOut(Forbidden):
    """Nobody is signed in, or no longer."""

    description = "You are signed out."


def register(app: Flask) -> None:
    """Stand before every page."""
    app.before_request(_admit)


def desk() -> Desk:
    """The office's desk."""
    found: Desk = current_app.extensions["desk"]
    return found


def who() -> Who:
    """Who is signed in."""
    found: Who = g.who
    return found


def cookie_name() -> str:
    """The session cookie's name; with HTTPS the browser itself guards where it came from."""
    return "__Host-s" if current_app.config["SESSION_COOKIE_SECURE"] else "s"


def form_token() -> str:
    """What proves that a form came from a page of this session."""
    return hmac.digest(g.token.encode(), b"form", hashlib.sha256).hex() if g.get("token") else ""


def _admit() -> None:
    g.who = g.token = None
    limits.allow(request, limits.of_endpoint(request.endpoint))
    rule = WHO_MAY.get(request.endpoint or "")
    session = _session()
    if session:
        g.who = session.who
    if request.endpoint is None and session:
        return
    if rule is None or (rule == "signed in" and session is None):
        raise SignedOut
    if request.method == "POST":
        _same_site()
        if rule == "signed in":
            _room_for_long_answers()
            _from_our_form()


def _session() -> Session | None:
    token = request.cookies.get(cookie_name(), "")
    if not token or len(token) > 200 or request.endpoint == "static_files.file":
        return None
    session = people.session(desk(), token)
    g.token = token if session else None
    return session


def _room_for_long_answers() -> None:
    if request.endpoint == "question.page" and (request.content_length or 0) > limits.ANSWER:
        values = request.view_args or {}
        question = reading.question_of(desk(), who(), values["ref"], values["number"])
        limits.allow(request, limits.of_question(question))


def _same_site() -> None:
    if request.headers.get("Sec-Fetch-Site", "none") in OTHER_SITES:
        abort(403, "This form was sent from another site, so nothing was done.")


def _from_our_form() -> None:
    given = request.form.get("csrf", "")
    if not hmac.compare_digest(given.encode("utf-8", "replace"), form_token().encode()):
        raise StaleForm


class StaleForm(Forbidden):
    """The form does not belong to this session: it is from before signing in, or from elsewhere."""

    description = "This page was opened before you last signed in, so nothing was saved."
