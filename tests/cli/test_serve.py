"""`draftwell serve` really serves, prints a link that signs in once, and refuses what is unsafe."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.checkouts import REPOSITORY, Process, Run


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(params=[signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "ended politely"])
def link(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The sign-in link of a server that runs while the test does, and ends well when it is told to."""
    port = free_port()
    profile = str(REPOSITORY / "office.example.yaml")
    command = [sys.executable, "-m", "app.cli", "serve", "--port", str(port), "--office", profile]
    environment = {
        **os.environ, "PYTHONUNBUFFERED": "1",
        "DRAFTWELL_DATA": str(tmp_path / "data"), "DRAFTWELL_KEY_FILE": str(tmp_path / "key/master.key"),
    }  # fmt: skip
    with subprocess.Popen(
        command, cwd=REPOSITORY, env=environment, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        told = ""
        while "Ctrl-C" not in told:
            line = server.stdout.readline()
            assert line, "the server ended before it served"
            told += line
        found = re.search(rf"http://localhost:{port}/in/\S+", told)
        assert found is not None
        yield found[0]
        server.send_signal(request.param)
        assert server.wait(20) == 0


def test_the_printed_link_opens_the_page_that_signs_in(link: str) -> None:
    with urllib.request.urlopen(link, timeout=20) as answer:
        assert answer.status == 200
        assert "Server" not in answer.headers


def test_an_office_begins_with_the_profile_it_is_given(link: str, tmp_path: Path) -> None:
    assert "Prairie Lantern" in (tmp_path / "data" / "office.yaml").read_text(encoding="utf-8")


def test_pages_are_not_served_to_the_network_without_https(run: Run) -> None:
    result = run("serve", "--host", "0.0.0.0")
    assert result.exit_code == 2
    assert "without HTTPS" in result.stderr


def test_a_port_in_use_is_a_sentence(draftwell: Process, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = draftwell("serve", "--port", port, DRAFTWELL_KEY_FILE=str(tmp_path / "key/master.key"))
    assert (result.returncode, result.stdout) == (2, "")
    assert f"Port {port}" in result.stderr
    assert "--port" in result.stderr
