"""What makes papers on this machine: code, libraries and faces, in one hash that changes with any."""

import hashlib
import os
import platform
import sys
import sysconfig
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from weasyprint.text.ffi import pango

from app.documents import fonts


@cache
def print_of() -> str:
    """A SHA-256 over everything but form and answers that a paper's bytes rest on."""
    hashed = hashlib.sha256()
    for part in _parts():
        hashed.update(len(part).to_bytes(8, "big") + part)
    return hashed.hexdigest()


def _parts() -> Iterator[bytes]:
    yield sys.version.encode()
    yield platform.platform().encode()
    yield str(pango.pango_version()).encode()
    yield os.environ.get("DRAFTWELL_SWIFT", "").encode()
    yield "\n".join(_installed()).encode()
    own = Path(__file__).resolve().parents[1]
    for path in (*sorted(own.rglob("*.py")), *sorted(own.rglob("*.yaml")), *fonts.files()):
        yield path.name.encode()
        yield path.read_bytes()


def _installed() -> list[str]:
    """The installed packages: the names of their information folders hold their versions."""
    folders = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    return sorted(name for folder in folders for name in os.listdir(folder) if name.endswith(".dist-info"))
