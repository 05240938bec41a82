"""Whatever goes wrong, one calm page with one sentence; never a trace, never a fact in the log."""

import logging

from flask import Flask, g, render_template, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from app.casework import standing
from app.casework.reading import NotAsked
from app.core.kinds import Refused
from app.core.places import Mistakes
from app.documents.box import OverLimit
from app.documents.errors import DocumentError
from app.store.errors import Conflict, NotFound, StoreError
from app.web import access, limits

log = logging.getLogger("draftwell")

SENTENCES = {
    400: "The browser sent something that cannot be read. Go back and try again.",
    403: "This is not yours to use, so nothing was done.",
    404: "There is nothing here: it may have been deleted, or the address is wrong.",
    405: "This page cannot be used in that way. Go back and try again.",
    413: "This is too long to be taken in one piece, so nothing was saved. Go back and shorten it.",
    429: "Too many requests at once. Wait a minute and try again.",
}
TOO_LARGE = (
    f"This file has more than {limits.FILE // 1_000_000} MB, so nothing was kept. Go back, save it smaller"
    " or scan it in parts."
)
BROKEN = "Something went wrong on our side, so nothing was saved. Go back and try again."


def register(app: Flask) -> None:
    """Answer every error with a page."""
    app.register_error_handler(access.SignedOut, _signed_out)
    app.register_error_handler(access.StaleForm, _stale)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(NotFound, lambda error: _page(404, str(error)))
    app.register_error_handler(NotAsked, lambda error: _page(404, str(error)))
    app.register_error_handler(Refused, lambda error: _page(422, str(error)))
    app.register_error_handler(Conflict, lambda error: _page(409, str(error)))
    app.register_error_handler(StoreError, lambda error: _page(503, str(error)))
    app.register_error_handler(DocumentError, _document)
    app.register_error_handler(Mistakes, _mistakes)
    app.register_error_handler(Exception, _unknown)


def _page(status: int, sentence: str) -> tuple[str, int]:
    if not g.get("who"):
        return render_template("signed_out.html", sentence="", kept=[]), status
    return render_template("error.html", sentence=sentence), status


def _document(error: DocumentError) -> tuple[str, int]:
    """A paper that cannot be had; an office default behind it is named in words, with the way to its page."""
    refused = error.__cause__
    parts = [each.part for each in refused.problems] if isinstance(refused, Refused) else []
    asked = standing.questions(access.desk()) if parts and g.get("who") else {}
    unfit = [part for part in parts if part in asked]
    if not unfit:
        return _page(503 if isinstance(error, OverLimit) else 409, str(error))
    names = " and ".join(f"“{standing.title(asked[name][0])}”" for name in unfit)
    sentence = f"No paper can be made, because a default of the office is no answer to its question: {names}."
    return render_template("error.html", sentence=sentence, office=f"/o#o-defaults-{unfit[0]}"), 409


def _http(error: HTTPException) -> tuple[str, int]:
    status = error.code or 500
    if status == 413 and request.endpoint in ("exhibits.change", "templates_pages.bring"):
        return _page(status, TOO_LARGE)
    own = error.description if status == 403 and error.description != type(error).description else None
    return _page(status, own or SENTENCES.get(status, BROKEN))


def _signed_out(error: access.SignedOut) -> tuple[str, int]:
    return render_template("signed_out.html", sentence="You are signed out.", kept=_typed()), 403


def _stale(error: access.StaleForm) -> tuple[str, int]:
    return render_template("stale.html", sentence=error.description, kept=_typed()), 403


def _mistakes(error: Mistakes) -> tuple[str, int]:
    """A form or the office profile does not load: a calm page with the first place."""
    log.error("does not load: %s", error)
    first = error.mistakes[0]
    return _page(503, f"A file of this office does not load, so nothing can be shown: {first}")


def _unknown(error: Exception) -> tuple[str, int]:
    # What failed and where, but no value and no message: either may hold what somebody said.
    log.error("%s in %s%s", type(error).__name__, request.endpoint, _where(error))
    return _page(500, BROKEN)


def _where(error: Exception) -> str:
    trace, places = error.__traceback__, []
    while trace:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rsplit('/app/', 1)[-1]}:{trace.tb_lineno}")
        trace = trace.tb_next
    return "".join(f" < {place}" for place in places[-6:])


def _typed() -> list[str]:
    """What was typed into the form that was turned away, so that it is not lost with it."""
    if request.method != "POST":
        return []
    limits.allow(request, limits.TABLE)
    try:
        said = [text for name, text in request.form.items(multi=True) if name[:1] in "aco" and name != "csrf"]
    except RequestEntityTooLarge:
        return []
    return [text for text in said if text.strip()]
