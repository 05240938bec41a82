"""What a check found, kept in the data folder under the form it was about; it holds no word of a client."""

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.core.faults import Fault

FOLDER = "checks"


@dataclass(frozen=True)
class Result:
    """What was found in a package on a day."""

    digest: str
    day: date
    faults: tuple[Fault, ...]


def read(data: Path, name: str) -> Result | None:
    """What was kept about a form, or None when nothing was that can be read."""
    try:
        kept = json.loads(_file(data, name).read_text("utf-8"))
        faults = tuple(Fault(**each) for each in kept["faults"])
        return Result(str(kept["digest"]), date.fromisoformat(kept["day"]), faults)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write(data: Path, name: str, result: Result) -> None:
    """Keep a result in place of the one before; a disk that takes none only costs another check."""
    content = {
        "digest": result.digest,
        "day": result.day.isoformat(),
        "faults": [vars(fault) for fault in result.faults],
    }
    with suppress(OSError, ValueError, TypeError):
        _replace(_file(data, name), json.dumps(content, ensure_ascii=False, default=_plain).encode())


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(mode=0o700, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(part, path)
    except OSError:
        Path(part).unlink(missing_ok=True)
        raise


def _plain(value: Any) -> Any:
    return dict(value) if hasattr(value, "items") else str(value)


def _file(data: Path, name: str) -> Path:
    return data / FOLDER / f"{name.replace('/', '-') or 'shared'}.json"
