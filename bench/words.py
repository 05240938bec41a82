"""Whether two ways of making a paper say the same: a fast file with other words proves nothing."""

import subprocess
import tempfile
from pathlib import Path

from app.documents import reading


class OtherWords(Exception):
    """Two files that should say the same do not; there is nothing to compare the times of."""


def of_docx(data: bytes) -> list[str]:
    """The words of a Word file, without headers and footers."""
    return reading.words_of_docx(data).split()


def of_pdf(data: bytes) -> list[str]:
    """The words of a PDF as poppler reads them."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "paper.pdf"
        file.write_bytes(data)
        read = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True)
    return read.stdout.split()


def same(what: str, ours: list[str], theirs: list[str]) -> None:
    """Raise OtherWords, with the first place, unless both have the same words."""
    if ours == theirs and ours:
        return
    at = next(
        (n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs))
    )
    here, there = " ".join(ours[at : at + 6]), " ".join(theirs[at : at + 6])
    raise OtherWords(f"{what}: ours says “{here}” where the peer says “{there}” (word {at + 1}).")
