"""A real office served by `draftwell serve` in a process of its own, and a browser's side of one answer."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from itertools import count
from pathlib import Path
from urllib.parse import urlencode

from bench.drafts import Prepared

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"http://localhost:\d+(/in/\S+)")
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@contextmanager
def serving(data: Path, key: Path) -> Iterator["Visitor"]:
    """The pages of an office on loopback, and somebody signed in; the server ends with the block."""
    port = _free_port()
    environment = {**os.environ, "DRAFTWELL_DATA": str(data), "DRAFTWELL_KEY_FILE": str(key)}
    command = [sys.executable, "-u", "-m", "app.cli", "serve", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            yield Visitor(port, _link(server))
        finally:
            server.terminate()


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _link(server: "subprocess.Popen[str]") -> str:
    assert server.stdout is not None
    for line in server.stdout:
        if found := LINK.search(line):
            next(iter(server.stdout)), next(iter(server.stdout))
            return found[1]
    raise RuntimeError("The server ended before it printed a sign-in link.")


class Visitor:
    """A person's browser: one connection that stays open, one cookie."""

    def __init__(self, port: int, link: str) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)
        self.host = {"Host": f"localhost:{port}"}
        self.numbers = count()
        signed_in = self.ask("POST", link)
        self.host["Cookie"] = str(signed_in.headers["Set-Cookie"]).split(";")[0]

    def ask(self, method: str, address: str, body: str = "") -> HTTPResponse:
        """One request, its answer read to the end and kept in `text`."""
        self.connection.request(method, address, body, {**self.host, **(FORM if body else {})})
        response = self.connection.getresponse()
        self.text = response.read().decode()
        return response


class Answering:
    """Answers one question over and over, each time otherwise: `open` shows the page, `post` sends it."""

    def __init__(self, visitor: Visitor, prepared: Prepared) -> None:
        self.visitor, self.prepared = visitor, prepared
        self.body = ""

    def open(self) -> None:
        """The page of the question, as before every answer: it brings the form's proof, key and revision."""
        self.visitor.ask("GET", self.prepared.address)
        hidden = dict(HIDDEN.findall(self.visitor.text))
        said = self.prepared.said(next(self.visitor.numbers))
        self.body = urlencode({**hidden, **said, "do": "save"})

    def post(self) -> None:
        """Send the answer: session, form proof, reading, sealing, journal, redirect."""
        response = self.visitor.ask("POST", self.prepared.address, self.body)
        if response.status != 303:
            raise RuntimeError(f"The answer was not taken ({response.status}).")
