"""CHK-8: a file that is no Word template ends in one sentence, soon, with the limit it broke named."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from app.documents import blocks, guarded, marking, package, template
from app.documents.errors import DocumentError
from app.documents.package import MAIN
from tests.documents.hostile.placements import PARAGRAPH, in_body
from tests.documents.hostile.test_broken_files import FILES, MEGABYTE, with_main

SOON = 10
"""Seconds, on a machine that does other things too; most files take a hundredth of it."""


def tagged(tag: str, count: int) -> bytes:
    words = PARAGRAPH.format(f"<w:r><w:t>{tag}</w:t></w:r>")
    return package.pack(in_body(words * count))


BAD: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "a text renamed": (
        lambda: b"Dear Sir or Madam,",
        "This is not a Word file (.docx); save it as Word Document (*.docx).",
    ),
    "an empty file": (
        lambda: b"",
        "This is not a Word file (.docx): it is empty; save it as Word Document (*.docx).",
    ),
    "a PDF renamed": (FILES["a PDF"], "This is not a Word file (.docx): it is a PDF; save it as"),
    "rich text renamed": (
        FILES["RTF"],
        "This is not a Word file (.docx): it is rich text (.rtf); save it as",
    ),
    "a locked file": (
        FILES["an old Word file"],
        "This is not a Word file (.docx): it is locked with a password, or of the old kind (.doc)",
    ),
    "an encrypted zip": (FILES["encrypted"], "This is not a Word file (.docx)"),
    "a zip bomb": (
        FILES["a part of 300 megabytes"],
        "The file unpacks to more than a Word template may hold, which is 200 parts and 30 MB.",
    ),
    "a bomb that lies": (FILES["sizes of gigabytes"], "unpacks to more than a Word template may hold"),
    "5,000 parts": (FILES["5,000 parts"], "which is 200 parts and 30 MB."),
    "a billion laughs": (FILES["a billion laughs"], "This is not well-formed XML"),
    "200 megabytes": (
        lambda: b"PK\3\4" + bytes(200 * MEGABYTE),
        "The file is larger than 30 MB, the most for a template.",
    ),
    "ten thousand tags": (
        lambda: tagged("{{ a }}", 10_000),
        "it holds more than 5,000 tags, the most for a template; make several of it.",
    ),
    "ten thousand powers": (
        lambda: tagged("{{ 9**9**9 }}", 10_000),
        "it holds more than 5,000 tags, the most for a template; make several of it.",
    ),
    "one power": (lambda: tagged("{{ 9**9**9 }}", 1), "“{{ 9**9**9 }}” may hold a name"),
    "nothing but openings": (
        lambda: with_main(in_body("")[MAIN].replace(b"Plain", b"{{" * MEGABYTE)),
        "it holds more than 5,000 tags, the most for a template; make several of it.",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_it_ends_in_one_sentence_soon(name: str, tmp_path: Path) -> None:
    made, said = BAD[name]
    path = tmp_path / "x.docx"
    path.write_bytes(made())
    begun = time.perf_counter()
    (mistake,) = template.mistakes(path)
    assert time.perf_counter() - begun < SOON
    assert said in mistake.sentence
    assert "\n" not in str(mistake)
    with pytest.raises(DocumentError):
        guarded.reading(tmp_path, path)


def test_a_folder_with_such_a_name_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "x.docx").mkdir()
    (mistake,) = template.mistakes(tmp_path / "x.docx")
    assert mistake.sentence == "It is a folder, not a Word file (.docx)."
    with pytest.raises(DocumentError, match="x.docx: It is a folder"):
        template.read(tmp_path / "x.docx")


def test_a_template_within_the_limit_is_read_soon(tmp_path: Path) -> None:
    """The control."""
    (tmp_path / "x.docx").write_bytes(tagged("{{ a }}", template.MOST_TAGS))
    begun = time.perf_counter()
    assert template.mistakes(tmp_path / "x.docx") == []
    assert len(guarded.reading(tmp_path, tmp_path / "x.docx").uses) == template.MOST_TAGS
    assert time.perf_counter() - begun < 3 * SOON


@pytest.mark.parametrize("name", ["a text renamed", "an empty file", "a zip bomb", "a locked file"])
def test_the_other_readers_of_word_files_say_the_same(name: str, tmp_path: Path) -> None:
    made, said = BAD[name]
    (tmp_path / "x.docx").write_bytes(made())
    for read in (lambda: marking.marked(made(), [("", "x")]), lambda: blocks.names_in(tmp_path / "x.docx")):
        with pytest.raises(DocumentError) as caught:
            read()
        assert said in str(caught.value)
