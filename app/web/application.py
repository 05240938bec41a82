"""Puts the web application together: pages, who may use them, headers, templates, errors."""

import io
import logging
from typing import IO

from flask import Flask, Request, request
from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader
from werkzeug.wrappers import Response

from app.casework.desk import Desk
from app.web import (
    access,
    approve,
    check,
    choices,
    entrance,
    errors,
    exhibits,
    forms_page,
    headers,
    home,
    limits,
    listing,
    office,
    papers,
    question,
    review,
    serving,
    static_files,
    table,
    templates_pages,
)

TITLE = "Notes"
"""The one title of every page: a tab, a history and a task switcher say nothing (SAFE-3)."""
PAGES = (
    static_files, entrance, home, question, listing, table, check, review, choices, papers, approve, exhibits,
    office, forms_page, templates_pages,
)  # fmt: skip


class InMemory(Request):
    """A request whose files stay in memory: on disk they would lie in clear."""

    def _get_file_stream(self, *args: object, **named: object) -> IO[bytes]:
        return io.BytesIO()


def make(desk: Desk, *, https: bool = False, host: str = "127.0.0.1") -> Flask:
    """The application on an open desk."""
    app = Flask(__name__, static_folder=None, template_folder="templates")
    app.request_class = InMemory
    app.config.update(
        SESSION_COOKIE_SECURE=https,
        MAX_CONTENT_LENGTH=limits.LARGEST,
        MAX_FORM_MEMORY_SIZE=limits.LARGEST,
        PROPAGATE_EXCEPTIONS=False,
    )
    if host in ("127.0.0.1", "localhost", "::1"):
        app.config["TRUSTED_HOSTS"] = ["localhost", "127.0.0.1", "[::1]"]
    app.extensions["desk"] = desk
    app.logger.handlers = [logging.NullHandler()]
    app.url_map.strict_slashes = False
    _templates(app)
    access.register(app)
    errors.register(app)
    for module in PAGES:
        app.register_blueprint(module.bp)
    _answers(app, https=https)
    serving.register(app, https=https)
    return app


def _templates(app: Flask) -> None:
    own = PackageLoader("app.web", "templates")
    macros = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    app.jinja_env.loader = ChoiceLoader([own, macros])
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        NEUTRAL_TITLE=TITLE,
        asset=static_files.address,
        layout_address=static_files.layout_address,
        exit_address=entrance.exit_address,
        form_token=access.form_token,
    )


def _answers(app: Flask, *, https: bool) -> None:
    every = headers.headers(https=https)

    @app.after_request
    def finish(response: Response) -> Response:
        for name, value in every.items():
            response.headers.setdefault(name, value)
        if request.headers.get("X-Step") and response.status_code == 303:
            return _step(response)
        return response


def _step(response: Response) -> Response:
    """For the page's own script: where to go on, as an answer it can read."""
    going = response.headers.pop("Location")
    response.status_code = 204
    response.headers["X-Go"] = going
    response.set_data(b"")
    return response
