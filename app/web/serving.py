"""Serves the pages with waitress: our headers on its own error answers too, and nothing on disk meanwhile."""

from collections.abc import Callable
from typing import Any

import waitress
from flask import Flask
from waitress.channel import HTTPChannel
from waitress.task import ErrorTask

from app.casework import people
from app.config import Settings
from app.web import headers, limits
from app.web.application import make
from app.web.opening import open_desk

THREADS = 8
IN_MEMORY = 128 * 1024 * 1024
"""Bytes of a request or an answer before waitress would put them on disk, where facts must not lie in clear."""


def create_server(app: Flask, settings: Settings, host: str, port: int) -> Any:
    """A waitress server for the application; raises OSError when the port is taken."""
    server = waitress.create_server(
        app, host=host, port=port, threads=THREADS, ident=None, clear_untrusted_proxy_headers=True,
        max_request_body_size=limits.LARGEST + limits.ANSWER, inbuf_overflow=IN_MEMORY, outbuf_overflow=IN_MEMORY,
    )  # fmt: skip
    for each in getattr(server, "map", {0: server}).values():
        if hasattr(each, "channel_class"):
            each.channel_class = _channel(headers.headers(https=settings.https))
    return server


def serve(
    settings: Settings, host: str | None = None, port: int | None = None, *, say: Callable[[str], object] = print
) -> None:
    """Open the store, print a fresh sign-in link, and serve until stopped; raises Unsafe or OSError with a sentence."""
    desk = open_desk(settings)
    app = make(desk, https=settings.https, host=host or settings.host)
    server = create_server(app, settings, host or settings.host, port or settings.port)
    address = address_of(settings, host or settings.host, port or settings.port)
    token = people.sign_in_link(desk, people.owner(desk).id)
    say(f"Sign in within 15 minutes, once, with this link:\\n\\n  {address}/in/{token}\\n")
    say(f"Serving on {address}; Ctrl-C ends it.")
    server.run()


def address_of(settings: Settings, host: str, port: int) -> str:
    """The address people type."""
    shown = "localhost" if host in ("127.0.0.1", "::1", "localhost") else host
    return f"http{'s' if settings.https else ''}://{shown}:{port}"


def _channel(every: dict[str, str]) -> type[HTTPChannel]:
    class Task(ErrorTask):  # type: ignore[misc]
        """An error answer of waitress itself, with the headers of every other answer."""

        def execute(self) -> None:
            self.response_headers.extend(every.items())
            super().execute()

    class Channel(HTTPChannel):  # type: ignore[misc]
        """A connection that answers with our headers whatever happens."""

        error_task_class = Task

    return Channel
