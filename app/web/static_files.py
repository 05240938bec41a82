"""Styles, scripts and fonts under an address that changes with them, so that browsers may keep them."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Blueprint, Response, abort, send_from_directory

from app.web import access, headers

bp = Blueprint("static_files", __name__)
FOLDER = Path(__file__).with_name("static")


@bp.get("/s/<version>/<path:name>")
def file(version: str, name: str) -> Response:
    if version != print_of_all():
        abort(404)
    response = send_from_directory(FOLDER, name, etag=False, conditional=False)
    response.headers["Cache-Control"] = headers.FOR_EVER
    del response.headers["Last-Modified"]
    return response


@bp.get("/l/<version>/layout.css")
def layout(version: str) -> Response:
    if version != _layout_print():
        abort(404)
    response = Response(_layout(), mimetype="text/css")
    response.headers["Cache-Control"] = headers.FOR_EVER
    return response


def _layout() -> str:
    """The styles of printed papers, for a paper inside a page only."""
    file = access.desk().root / "templates" / "html" / "_layout" / "styles.css"
    css = file.read_text("utf-8") if file.is_file() else ""
    css = css.replace('"Liberation Sans"', '"Liberation Sans", Arial, sans-serif')
    return f".paper {{\n{css}\n}}\n"


def _layout_print() -> str:
    return hashlib.sha256(_layout().encode()).hexdigest()[:16]


def layout_address() -> str:
    """Where a page finds the styles of printed papers."""
    return f"/l/{_layout_print()}/layout.css"


@cache
def print_of_all() -> str:
    """A print of every file's content."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(FOLDER).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def address(name: str) -> str:
    """Where a page finds one of these files."""
    return f"/s/{print_of_all()}/{name}"
