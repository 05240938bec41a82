"""Serves the pages with waitress: our headers on its own error answers too, and nothing on disk meanwhile."""

from functools import partial
from typing import Any

import waitress  # type: ignore[import-untyped]
from flask import Flask
from waitress.channel import HTTPChannel  # type: ignore[import-untyped]
from waitress.task import ErrorTask  # type: ignore[import-untyped]

from app.web import headers, limits

THREADS = 8
IN_MEMORY = 128 * 1024 * 1024
"""Bytes before waitress would put a request or an answer on disk, where facts must not lie in clear."""


def register(app: Flask, *, https: bool) -> None:
    """Leave with the application how to serve it: `app.extensions["server"](host, port)` has `run()`."""
    app.extensions["server"] = partial(create_server, app, https=https)


def create_server(app: Flask, host: str, port: int, *, https: bool = False) -> Any:
    """A server that listens and waits for `run()`; raises OSError when the port is taken."""
    listening: dict[int, Any] = {}
    server = waitress.create_server(
        app,
        map=listening,
        host=host,
        port=port,
        threads=THREADS,
        ident=None,
        clear_untrusted_proxy_headers=True,
        max_request_body_size=limits.LARGEST + limits.ANSWER,
        inbuf_overflow=IN_MEMORY,
        outbuf_overflow=IN_MEMORY,
    )
    # A name like localhost may stand for several addresses, with a listener each.
    for each in listening.values():
        if hasattr(each, "channel_class"):
            each.channel_class = _channel(headers.headers(https=https))
    return server


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
