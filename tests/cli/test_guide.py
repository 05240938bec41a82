"""The guide for authors says what is so: each of its commands and changes is made, in its order."""

import re
import shlex
import shutil
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from docx.text.paragraph import Paragraph

from app.cli import main
from app.documents import package
from tests.cli.checkouts import REPOSITORY

GUIDE = (REPOSITORY / "docs/guide.md").read_text("utf-8")
BLOCK = re.compile(r"^```(?P<kind>[a-z ]+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
FORM = "questionnaires/mo/deposit.yaml"


def blocks() -> Iterator[tuple[str, str]]:
    """Every fenced block of the guide with its kind, in order."""
    return ((found["kind"], found["text"]) for found in BLOCK.finditer(GUIDE))


@dataclass
class Reader:
    """Somebody who does what the guide says, in a folder of their own."""

    root: Path
    typed: str
    said: str = ""
    before: str = ""
    done: list[str] = field(default_factory=list)

    def do(self, kind: str, text: str) -> None:
        acts = {
            "letter": self.save, "sh": self.run, "text": self.see, "yaml before": self.find,
            "yaml after": self.change, "yaml end": self.append, "word": self.write,
        }  # fmt: skip
        if kind in acts:
            acts[kind](text)

    def save(self, text: str) -> None:
        document = Document()
        for line in text.splitlines():
            document.add_paragraph(line)
        document.save(str(self.root / "letter.docx"))

    def run(self, text: str) -> None:
        self.said = "".join(map(self.command, text.splitlines()))

    def see(self, text: str) -> None:
        assert [line for line in text.splitlines() if line not in self.said] == [], self.said

    def find(self, text: str) -> None:
        self.before = text

    def append(self, text: str) -> None:
        path = self.root / FORM
        path.write_text(path.read_text("utf-8") + text, "utf-8")

    def command(self, line: str) -> str:
        words, _, target = line.partition(" > ")
        result = CliRunner().invoke(main, shlex.split(words)[1:], input=self.typed)
        assert result.exit_code in (0, 1), f"{line}\n{result.output}"
        self.done.append(line)
        if target:
            (self.root / target).write_text(result.stdout, "utf-8")
        return result.output

    def change(self, after: str) -> None:
        path = self.root / FORM
        text = path.read_text("utf-8")
        assert text.count(self.before) == 1, self.before
        path.write_text(text.replace(self.before, after), "utf-8")

    def write(self, text: str) -> None:
        """Type paragraphs below the one the guide names, as Word does it."""
        path = self.root / "templates/docx/mo/deposit/letter.docx"
        document = Document(str(path))
        above = next(each for each in document.paragraphs if each.text.startswith("Please send"))
        for line in reversed(text.splitlines()):
            new = Paragraph(deepcopy(above._p), above._parent)
            above._p.addnext(new._p)
            new.text = line
        document.save(str(path))
        path.write_bytes(package.pack(package.opened(path)))


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    for name in ("questionnaires", "templates"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    shutil.copy(REPOSITORY / "office.example.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    return Reader(tmp_path, next(text for kind, text in blocks() if kind == "typed"))


def test_everything_the_guide_says_to_do_works_and_shows_what_it_says(reader: Reader) -> None:
    for kind, text in blocks():
        reader.do(kind, text)
    assert len(reader.done) >= 10
    assert list((reader.root / "packet-gaps/2-other-side").glob("*.pdf"))


def test_the_guide_has_no_block_that_the_test_passes_over() -> None:
    done = {"letter", "sh", "text", "yaml before", "yaml after", "yaml end", "word", "typed"}
    assert {kind for kind, _ in blocks()} - done == {"sh prepare"}


def test_a_sentence_that_is_not_so_would_be_noticed(reader: Reader) -> None:
    reader.do("sh", "draftwell forms\n")
    with pytest.raises(AssertionError):
        reader.do("text", "mo/moon\n")


def test_every_picture_of_the_guide_is_there_and_small() -> None:
    pictures = [REPOSITORY / "docs" / name for name in re.findall(r"!\[.*?\]\((.*?)\)", GUIDE)]
    assert pictures
    assert [each for each in pictures if not 0 < each.stat().st_size < 100_000] == []
