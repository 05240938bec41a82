"""What every test stands on: no network beyond this machine, and repeatable random examples."""

import os
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from bench import figures

pytest.register_assert_rewrite("tests.situations.playing")

settings.register_profile(
    "daily", max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("proof", settings.get_profile("daily"), max_examples=2000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "daily"))

LOOPBACK = ("127.", "::1", "localhost")


class NetworkUsedError(AssertionError):
    """A test, or the code under it, reached for another machine."""


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Refuse every connection that leaves the machine, so that a passing test needs no network."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith(LOOPBACK):
            raise NetworkUsedError(f"a test reached for {address[0]}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Callable[[str, str, int | str], None]:
    """Note how far a test went, `figure("Faithful", "texts read back", 2000)`, for bench/proof.md."""
    test = request.node.nodeid.partition("[")[0]

    def note(promise: str, what: str, value: int | str) -> None:
        figures.record(figures.Figure(promise, what, value, test))

    return note
