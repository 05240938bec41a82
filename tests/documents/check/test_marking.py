"""CHK-6: every finding in a Word template becomes a Word comment at its spot, and nothing else changes."""

import io
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from openxml_audit import OpenXmlValidator

from app.documents import marking, package, spots
from app.documents import template as reader
from app.documents.errors import BrokenDocument
from app.documents.layouts import bundle
from app.documents.package import MAIN, w
from tests.documents.check.conftest import Template
from tests.documents.engine.papers import begin, table

SHIPPED = sorted((bundle() / "docx" / "mo").rglob("*.docx"))
MARKS = ("commentRangeStart", "commentRangeEnd")


def comments(data: bytes) -> list[tuple[str, str, str]]:
    """Author, text and the words commented on, as python-docx and the text of the body give them."""
    opened = Document(io.BytesIO(data))
    body = package.parse(package.unpack(data)[MAIN])
    return [(each.author, each.text, _words(body, str(each.comment_id))) for each in opened.comments]


def _words(body: etree._Element, number: str) -> str:
    """The words between both ends of a comment."""
    said, inside = "", False
    for element in body.iter():
        if element.tag in map(w, MARKS) and element.get(w("id")) == number:
            inside = element.tag == w("commentRangeStart")
        elif inside and element.tag == w("t"):
            said += element.text or ""
    return said


def without_comments(data: bytes) -> bytes:
    """The body of a file as if nobody had commented on it."""
    root = package.parse(package.unpack(data)[MAIN])
    for mark in list(root.iter(*map(w, MARKS), w("commentReference"))):
        taken = mark if mark.tag != w("commentReference") else mark.getparent()
        assert taken is not None
        above = taken.getparent()
        assert above is not None
        above.remove(taken)
    return etree.tostring(root, method="c14n")


def judged(data: bytes, folder: Path) -> list[str]:
    (folder / "judged.docx").write_bytes(data)
    return [error.description for error in OpenXmlValidator().validate(folder / "judged.docx").errors]


def test_a_comment_stands_at_its_paragraph(template: Template) -> None:
    made = template("One.", "Two.", "Three.").read_bytes()
    said = comments(marking.marked(made, [("paragraph 2", "Mend this.")]))
    assert said == [("Draftwell check", "Mend this.", "Two.")]


def test_a_comment_stands_at_its_cell_with_all_its_paragraphs(tmp_path: Path) -> None:
    document = begin()
    made = table(document, [[("a", "Table text"), ("b", "Table text")]])
    made.rows[0].cells[1].add_paragraph("c", style="Table text")
    document.save(str(tmp_path / "paper.docx"))
    data = (tmp_path / "paper.docx").read_bytes()
    notes = [("table 1, row 1, cell 2", "Mend this."), ("table 1", "And that.")]
    assert [(text, on) for _, text, on in comments(marking.marked(data, notes))] == [
        ("Mend this.", "bc"),
        ("And that.", "a"),
    ]


@pytest.mark.parametrize("spot", ["", "paragraph 9", "table 1, row 1, cell 1", "the file", "nowhere"])
def test_a_spot_that_is_not_there_is_the_first_paragraph(template: Template, spot: str) -> None:
    made = template("One.", "Two.").read_bytes()
    assert comments(marking.marked(made, [(spot, "x")])) == [("Draftwell check", "x", "One.")]


def test_a_whole_place_is_a_spot_too(template: Template) -> None:
    made = template("One.", "Two.").read_bytes()
    place = "paragraph 2 (“Two.”), under “Facts”"
    assert comments(marking.marked(made, [(place, "x")]))[0][2] == "Two."


def test_several_notes_at_one_spot_are_as_many_comments(template: Template) -> None:
    made = template("One.", "Two.").read_bytes()
    said = comments(marking.marked(made, [("paragraph 2", "a"), ("paragraph 2", "b"), ("paragraph 1", "c")]))
    assert said == [
        (marking.AUTHOR, "a", "Two."),
        (marking.AUTHOR, "b", "Two."),
        (marking.AUTHOR, "c", "One."),
    ]


def test_comments_of_a_person_are_kept(tmp_path: Path) -> None:
    document = begin()
    run = document.add_paragraph("One.", style="Body Text").runs[0]
    document.add_comment(run, "By hand", author="Ruth Quist")
    document.save(str(tmp_path / "paper.docx"))
    own = (tmp_path / "paper.docx").read_bytes()
    data = marking.marked(own, [("paragraph 1", "By the check")])
    assert comments(data) == [
        ("Ruth Quist", "By hand", "One."),
        (marking.AUTHOR, "By the check", "One."),
    ]
    assert judged(data, tmp_path) == judged(own, tmp_path)


def test_a_file_marked_twice_has_both_comments(template: Template) -> None:
    once = marking.marked(template("One.").read_bytes(), [("paragraph 1", "a")])
    assert [text for _, text, _ in comments(marking.marked(once, [("paragraph 1", "b")]))] == ["a", "b"]


def test_a_sentence_is_written_as_it_is(template: Template) -> None:
    sentence = "“{{ a }}” & <w:t> may\x00 not\nstand here \ud800."
    said = comments(marking.marked(template("One.").read_bytes(), [("", sentence)]))
    assert said[0][1] == "“{{ a }}” & <w:t> may\ufffd not stand here \ufffd."


def test_without_a_note_the_file_is_the_same(template: Template) -> None:
    made = template("One.").read_bytes()
    assert marking.marked(made, []) == made


def test_the_same_notes_give_the_same_bytes(template: Template) -> None:
    made = template("One.").read_bytes()
    assert marking.marked(made, [("", "x")]) == marking.marked(made, [("", "x")])


def test_a_template_full_of_mistakes_is_marked_at_each_of_them(template: Template, tmp_path: Path) -> None:
    made = template("{{ a b }}", ("x", "Normal"), "{%p if a %} lost", "", layout="none")
    notes = [(spots.spot(each.place), each.sentence) for each in reader.mistakes(made)]
    data = marking.marked(made.read_bytes(), notes)
    assert [text for _, text, _ in comments(data)] == [sentence for _, sentence in notes]
    assert {on for _, _, on in comments(data)} >= {"{{ a b }}", "x", "{%p if a %} lost"}
    assert judged(data, tmp_path) == []


def test_a_body_without_a_paragraph_gets_one(template: Template) -> None:
    parts = package.opened(template("x"))
    root = package.parse(parts[MAIN])
    for paragraph in list(root.iter(w("p"))):
        root[0].remove(paragraph)
    data = marking.marked(package.pack({**parts, MAIN: package.written(root)}), [("paragraph 1", "x")])
    assert comments(data) == [(marking.AUTHOR, "x", "")]


@pytest.mark.parametrize("data", [b"", b"hello", package.pack({MAIN: b"<a/>"}), package.pack({MAIN: b"<a"})])
def test_what_is_no_word_file_is_not_marked(data: bytes) -> None:
    with pytest.raises(BrokenDocument):
        marking.marked(data, [("", "x")])


@pytest.mark.parametrize("path", SHIPPED[::7], ids=lambda path: path.stem)
def test_nothing_but_comments_is_added_to_a_shipped_template(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    body = package.parse(package.unpack(data)[MAIN])[0]
    places = [spots.spot(each.place) for each in spots.paragraphs(body, {})]
    made = marking.marked(data, [(each, f"At {each}.") for each in places])
    before, after = package.unpack(data), package.unpack(made)
    changed = {MAIN, "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert {name for name in after if before.get(name) != after[name]} == changed
    assert without_comments(made) == without_comments(data)
    assert len(comments(made)) == len(places) > 5
    assert judged(made, tmp_path) == []


def test_a_comment_too_many_would_be_noticed(template: Template, tmp_path: Path) -> None:
    """The control."""
    data = marking.marked(template("One.").read_bytes(), [("", "x")])
    parts = package.unpack(data)
    broken = parts["word/comments.xml"].replace(b'w:id="0"', b'w:no="0"')
    assert judged(package.pack({**parts, "word/comments.xml": broken}), tmp_path)
    assert without_comments(data) != without_comments(template("Two.").read_bytes())
