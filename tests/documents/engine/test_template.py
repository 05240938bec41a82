"""A Word template is checked before it is rendered: what it says, what it holds, what it would lose."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from app.documents import package
from app.documents import template as reader
from tests.documents.engine.conftest import Template
from tests.documents.engine.papers import begin, table
from tests.documents.engine.test_syntax import PAYLOADS


def mistakes(document: Document, tmp_path: Path) -> list[str]:
    document.save(str(tmp_path / "paper.docx"))
    return [str(mistake) for mistake in reader.mistakes(tmp_path / "paper.docx")]


def test_the_sample_papers_hold_no_mistake(letter: Path, pleading: Path) -> None:
    assert reader.mistakes(letter) == []
    assert reader.mistakes(pleading) == []


def test_a_mistake_tells_its_paragraph_and_how_it_begins(template: Template) -> None:
    made = template(("Fine.", "Body Text"), ("Pay {{ a + b }} now", "Body Text"))
    (mistake,) = reader.mistakes(made)
    assert str(mistake).startswith("paragraph 2 (“Pay {{ a + b }} now”): “{{ a + b }}” may hold")


def test_a_mistake_in_a_table_tells_its_cell(tmp_path: Path) -> None:
    document = begin()
    table(document, [[("a", "Table text"), ("{{ a b }}", "Table text")]])
    (mistake,) = mistakes(document, tmp_path)
    assert mistake.startswith("table 1, row 1, cell 2")


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["{%p if a %} more", "x", "{%p endif %}"], "swallows its whole paragraph"),
        (["{%p if a %}{%p if b %}", "x", "{%p endif %}"], "swallows its whole paragraph"),
        (["{%tr if a %}", "x", "{%tr endif %}"], "outside a table"),
        (["{% if a %}one", "two{% endif %}"], "is not closed"),
        (["{%p if a %}", "x"], "is not closed"),
        (["x", "{%p endfor %}"], "has no “for” before it"),
        (["{%p if a == 'b' %}", "x", "{%p endif %}"], "is not one of"),
        (["{{r a }}"], "may hold a name"),
        (["x", "", "y"], "empty paragraph"),
    ],
)
def test_a_tag_in_the_wrong_place_is_a_mistake(template: Template, texts: list[str], said: str) -> None:
    found = reader.mistakes(template(*((text, "Body Text") for text in texts)))
    assert said in " ".join(str(mistake) for mistake in found)


def test_a_row_tag_swallows_its_row(tmp_path: Path) -> None:
    document = begin()
    row = [("{%tr for a in b %}", "Table text"), ("lost", "Table text")]
    table(document, [row, [("{%tr endfor %}", "Table text"), ("", "Table text")]])
    assert "swallows its whole row" in " ".join(mistakes(document, tmp_path))


def by_hand(change: Callable[[Document], object]) -> Document:
    document = begin()
    document.add_paragraph("Some words", style="Body Text")
    change(document)
    return document


def element(name: str, **attributes: str) -> object:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def run(document: Document) -> object:
    return document.paragraphs[-1].runs[-1]


CHANGES: list[tuple[str, Callable[[Document], object]]] = [
    ("alignment", lambda d: setattr(d.paragraphs[-1], "alignment", 1)),
    ("spacing", lambda d: setattr(d.paragraphs[-1].paragraph_format, "space_after", Pt(30))),
    ("an indent", lambda d: setattr(d.paragraphs[-1].paragraph_format, "left_indent", Pt(30))),
    ("a font size", lambda d: setattr(run(d).font, "size", Pt(30))),
    ("a font", lambda d: setattr(run(d).font, "name", "Courier New")),
    ("underlining", lambda d: setattr(run(d).font, "underline", True)),
    ("capitals", lambda d: setattr(run(d).font, "all_caps", True)),
    ("hidden text", lambda d: setattr(run(d).font, "hidden", True)),
    ("a page or column break", lambda d: run(d).add_break(WD_BREAK.PAGE)),
    ("a tab", lambda d: run(d).add_text("a\tb")),
    ("a section break", lambda d: d.add_section()),
    ("no style of its own", lambda d: d.add_paragraph("x")),
    ("the style “Draft mark”", lambda d: d.add_paragraph("x", style="Draft mark")),
    ("a field", lambda d: run(d)._r.append(element("w:fldChar", fldCharType="begin"))),
    ("a field", lambda d: d.paragraphs[-1]._p.append(element("w:fldSimple", instr="INCLUDETEXT x"))),
    ("a link", lambda d: d.paragraphs[-1]._p.append(element("w:hyperlink", anchor="x"))),
    ("a tracked change", lambda d: d.paragraphs[-1]._p.append(element("w:ins", id="1", author="A"))),
    ("a comment", lambda d: d.paragraphs[-1]._p.append(element("w:commentRangeStart", id="1"))),
    ("a content control", lambda d: d.element.body.insert(0, element("w:sdt"))),
    ("another file", lambda d: d.element.body.insert(0, element("w:altChunk"))),
    ("a list", lambda d: d.paragraphs[-1]._p.get_or_add_pPr().append(element("w:numPr"))),
    ("a picture", lambda d: run(d)._r.append(element("w:drawing"))),
    ("its header holds something", lambda d: setattr(d.sections[0].header.paragraphs[0], "text", "{{ a }}")),
    ("its footer holds something", lambda d: setattr(d.sections[0].footer.paragraphs[0], "text", "page")),
    ("“Category” must name its layout", lambda d: setattr(d.core_properties, "category", "memoir")),
    ("the table has no style of its own", lambda d: d.add_table(1, 1)),
]


@pytest.mark.parametrize(("said", "change"), CHANGES, ids=[said for said, _ in CHANGES])
def test_what_a_twin_could_not_carry_is_a_mistake(
    said: str, change: Callable[[Document], object], tmp_path: Path
) -> None:
    assert said in " ".join(mistakes(by_hand(change), tmp_path))


def test_without_such_a_change_there_is_no_mistake(tmp_path: Path) -> None:
    assert mistakes(by_hand(lambda _: None), tmp_path) == []


def test_bold_and_italic_by_hand_are_fine(tmp_path: Path) -> None:
    assert mistakes(by_hand(lambda d: setattr(run(d), "bold", True)), tmp_path) == []


def test_a_court_paper_may_not_use_a_style_below_thirteen_points(template: Template) -> None:
    found = reader.mistakes(template(("x", "Small print"), layout="pleading"))
    assert "Rule 55.02" in str(found[0])


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("word/vbaProject.bin", "a macro"),
        ("word/media/image1.png", "a picture"),
        ("word/embeddings/oleObject1.bin", "an embedded file"),
        ("word/comments.xml", "comments"),
        ("word/activeX/activeX1.xml", "an ActiveX control"),
        ("word/fonts/font1.odttf", "an embedded font"),
        ("word/anything.xml", "the part “word/anything.xml”"),
    ],
)
def test_a_part_that_is_not_text_or_styles_is_a_mistake(template: Template, part: str, said: str) -> None:
    made = template(("x", "Body Text"))
    made.write_bytes(package.pack({**package.opened(made), part: b"<x/>"}))
    assert said in str(reader.mistakes(made)[0])


def test_a_link_to_the_outside_is_a_mistake(template: Template) -> None:
    made = template(("x", "Body Text"))
    link = b'<Relationships><Relationship Id="r" TargetMode="External" Target="https://example.org/a.dotm"/></Relationships>'
    made.write_bytes(package.pack({**package.opened(made), "word/_rels/settings.xml.rels": link}))
    assert "links to something outside" in str(reader.mistakes(made)[0])


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04broken"])
def test_a_file_that_is_no_word_file_is_said_to_be_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(data)
    assert "not a Word file" in str(reader.mistakes(path)[0])


def test_an_xml_with_entities_is_refused(template: Template) -> None:
    made = template(("x", "Body Text"))
    parts = package.opened(made)
    bomb = b'<!DOCTYPE a [<!ENTITY e "eeee">]>' + parts[package.MAIN].partition(b"?>")[2].replace(
        b">x<", b">&e;<"
    )
    made.write_bytes(package.pack({**parts, package.MAIN: bomb}))
    assert "document type" in str(reader.mistakes(made)[0])


def test_a_tag_that_word_has_cut_into_runs_is_read_whole(tmp_path: Path) -> None:
    document = begin()
    paragraph = document.add_paragraph("Dear {", style="Body Text")
    for piece in ("{ cli", "ent.", "name }", "}, hello"):
        paragraph.add_run(piece)
    document.save(str(tmp_path / "paper.docx"))
    (use,) = reader.uses(tmp_path / "paper.docx")
    assert use.path == ("client", "name")


@pytest.mark.parametrize("payload", [payload for payload in PAYLOADS if "\n" not in payload])
def test_no_payload_gets_past_a_paragraph_or_a_cell(payload: str, tmp_path: Path) -> None:
    document = begin()
    document.add_paragraph(f"a {payload} b", style="Body Text")
    table(document, [[(payload, "Table text")]])
    places = {mistake.split(" (")[0].split(":")[0] for mistake in mistakes(document, tmp_path)}
    assert {"paragraph 1", "table 1, row 1, cell 1"} <= places


@pytest.mark.parametrize(
    "hidden",
    ['<w:bookmarkStart w:id="7" w:name="{{ 7*7 }}"/>', '<w:bookmarkStart w:id="7" w:name="{{ a }}"/>'],
)
def test_a_tag_outside_the_words_is_found_too(template: Template, hidden: str) -> None:
    made = template(("x", "Body Text"))
    parts = package.opened(made)
    changed = parts[package.MAIN].replace(b"<w:p>", f'{hidden}<w:bookmarkEnd w:id="7"/><w:p>'.encode(), 1)
    made.write_bytes(package.pack({**parts, package.MAIN: changed}))
    assert "docxtpl reads other tags" in str(reader.mistakes(made)[0])
