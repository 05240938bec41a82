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

CONNECTIONS = 30
"""At a time. Each may hold one request in memory while it arrives, of up to 10 MB: 300 MB together.

Browsers keep up to six open for a while, so an idle one makes room soon; whoever comes meanwhile waits.
"""
IDLE = 20
"""Seconds after which a connection that nothing comes over, and that waits for no answer, is closed."""


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
        connection_limit=CONNECTIONS,
        channel_timeout=IDLE,
        cleanup_interval=IDLE // 2,
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
