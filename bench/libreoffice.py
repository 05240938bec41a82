"""LibreOffice as others call it: cold, behind a client for each document, or with a connection that stays."""

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

CLIENT = Path(__file__).resolve().parent / "uno_client.py"
PATIENCE = 90
"""Seconds a LibreOffice may take to begin."""


def missing() -> list[str]:
    """A sentence for what the peers need and this machine has not."""
    if not has_soffice():
        return ["LibreOffice is not installed, so no peer that uses it was measured."]
    if not has_uno():
        return ["python3-uno is not installed, so no warm LibreOffice was measured."]
    if not has_unoserver():
        return ["unoserver is not installed, so docassemble's way was not measured."]
    return []


def has_soffice() -> bool:
    """Whether there is a LibreOffice."""
    return shutil.which("soffice") is not None


def has_uno() -> bool:
    """Whether a connection to it can be made."""
    return has_soffice() and python_with_uno() is not None


def has_unoserver() -> bool:
    """Whether docassemble's client and its server are here."""
    return has_uno() and importlib.util.find_spec("unoserver") is not None


@lru_cache(maxsize=1)
def python_with_uno() -> str | None:
    """A Python that can import `uno`: the system's, seldom this one."""
    for python in ("/usr/bin/python3", shutil.which("python3"), sys.executable):
        if python and subprocess.run([python, "-c", "import uno"], capture_output=True).returncode == 0:
            return python
    return None


def cold(docx: Path, profile: Path) -> None:
    """Convert one Word file to a PDF beside it by a LibreOffice started for it."""
    command = [*_soffice(profile), "--convert-to", "pdf", "--outdir", str(docx.parent), str(docx)]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)


@contextmanager
def listener() -> Iterator[int]:
    """A warm LibreOffice that listens at a port, ended with the block."""
    port = free_port()
    with tempfile.TemporaryDirectory() as name:
        accept = f"--accept=socket,host=127.0.0.1,port={port},tcpNoDelay=1;urp;"
        with _running([*_soffice(Path(name)), "--nodefault", accept]):
            yield port


class Connection:
    """A connection to a warm listener that stays; its process ends with the one that made it."""

    def __init__(self, port: int) -> None:
        client = [str(python_with_uno()), str(CLIENT), str(port)]
        self._process = subprocess.Popen(client, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._expect("ready")

    def convert(self, docx: Path, pdf: Path) -> None:
        """Make a PDF of a Word file."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{docx}\t{pdf}\n")
        self._process.stdin.flush()
        self._expect("done")

    def _expect(self, word: str) -> None:
        assert self._process.stdout is not None
        if self._process.stdout.readline().strip() != word:
            raise RuntimeError("The connection to LibreOffice broke.")


@contextmanager
def unoserver() -> Iterator[int]:
    """A warm unoserver, run by the Python that has `uno`; the port its clients ask at."""
    port, found = free_port(), importlib.util.find_spec("unoserver")
    assert found is not None
    assert found.origin is not None
    package = Path(found.origin).parent
    with tempfile.TemporaryDirectory() as name:
        # Only this package of ours is lent to the other Python, with what tells its release.
        for each in (package, *package.parent.glob("unoserver-*.dist-info")):
            (Path(name) / each.name).symlink_to(each)
        command = [
            str(python_with_uno()), "-m", "unoserver.server", "--port", str(port),
            "--uno-port", str(free_port()), "--user-installation", str(Path(name) / "profile"),
        ]  # fmt: skip
        with _running(command, env={**os.environ, "PYTHONPATH": name}) as process:
            _await_port(port, process)
            yield port


def unoconvert(port: int, docx: Path, pdf: Path) -> None:
    """Convert as docassemble does: a client process for each document."""
    client = [str(Path(sys.executable).with_name("unoconvert")), "--port", str(port), str(docx), str(pdf)]
    subprocess.run(client, check=True, capture_output=True, timeout=PATIENCE)


def free_port() -> int:
    """A port nobody listens at."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _soffice(profile: Path) -> list[str]:
    return ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo"]


def _await_port(port: int, process: "subprocess.Popen[str]") -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise RuntimeError("unoserver did not begin.")


@contextmanager
def _running(command: list[str], **how: object) -> Iterator["subprocess.Popen[str]"]:
    """A process with all its own, ended together however the block ends: soffice is a shell around others."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **how}
    process = subprocess.Popen(command, start_new_session=True, **quiet)  # type: ignore[call-overload]
    try:
        yield process
    finally:
        for sign in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(process.pid, sign)
                process.wait(5)
            except ProcessLookupError:
                break
            except subprocess.TimeoutExpired:
                continue
