"""The guard of conftest.py: no test passes because another machine answered."""

import socket

import pytest


def test_reaching_for_another_machine_is_refused() -> None:
    with socket.socket() as one, pytest.raises(AssertionError, match=r"192\.0\.2\.1"):
        one.connect(("192.0.2.1", 80))


def test_this_machine_may_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass
