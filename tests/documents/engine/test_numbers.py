"""Numbered paragraphs inside a loop begin at one again for each item: in Word, LibreOffice and the PDF."""

import re
import subprocess
from pathlib import Path

import pytest

from app.documents import pdf, reading, word
from tests.documents.engine.papers import with_twin, write

ROWS = (
    ("{%p for person in people %}", "Body Text"),
    ("{{ person.name }} owes:", "INTRO"),
    ("{%p for thing in person.things %}", "Body Text"),
    ("{{ thing }}", "POINT"),
    ("{%p endfor %}", "Body Text"),
    ("{%p endfor %}", "Body Text"),
)
CONTEXT: dict[str, object] = {
    "people": [
        {"name": "Ana", "things": ["wages", "tips", "tools"]},
        {"name": "Bo", "things": ["rent", "keys"]},
    ]
}
PAIRS = (("List intro", "Numbered point", "123"), ("Prayer intro", "Prayer item", "ABC"))


@pytest.fixture(params=PAIRS, ids=lambda pair: pair[1])
def paper(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    intro, point, labels = request.param
    rows = [(text, {"INTRO": intro, "POINT": point}.get(style, style)) for text, style in ROWS]
    layout = "pleading" if intro.startswith("Prayer") else "letter"
    path = write(
        tmp_path / "paper.docx", [r for r in rows if r[1] != "Body Text" or r[0].startswith("{%p")], layout
    )
    with_twin(path)
    return path, labels


def wanted(labels: str) -> list[str]:
    """Each thing with its number: the numbers begin again for the second person."""
    named = [
        *zip(labels, ("wages", "tips", "tools"), strict=True),
        *zip(labels, ("rent", "keys"), strict=False),
    ]
    return [f"{label}. {thing}" for label, thing in named]


def numbered(words: str) -> list[str]:
    return re.findall(r"\b\w\.[ \t]+(?:wages|tips|tools|rent|keys)", words.replace("\t", " "))


def test_in_word_and_in_the_pdf(paper: tuple[Path, str]) -> None:
    path, labels = paper
    docx = word.render(path, CONTEXT, title="Paper")
    made = pdf.render(path.with_suffix(".html"), CONTEXT, title="Paper")
    assert numbered(reading.words_of_docx(docx)) == wanted(labels)
    assert numbered(reading.words_of_pdf(made.data)) == wanted(labels)


def test_in_libreoffice(paper: tuple[Path, str], tmp_path: Path) -> None:
    path, labels = paper
    (tmp_path / "made.docx").write_bytes(word.render(path, CONTEXT, title="Paper"))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "txt:Text", "--outdir", str(tmp_path), str(tmp_path / "made.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert numbered((tmp_path / "made.txt").read_text(encoding="utf-8-sig")) == wanted(labels)
