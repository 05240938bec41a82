"""Draftwell: facts, given once, into draft papers an attorney can trust."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from app.config import Settings


def create_app(settings: "Settings") -> "Flask":
    """The web application on an open store; raises the store's Unsafe, Damaged or Newer with a sentence."""
    # Here and not at the top: the pure floors below must load without a web server.
    from app.web.application import make
    from app.web.opening import open_desk

    return make(open_desk(settings), https=settings.https, host=settings.host)
