"""A filled Word file says what was answered, is whole and valid, and tells nothing about how it was made."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from openxml_audit import OpenXmlValidator

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents import package, reading, word
from app.documents.errors import BrokenDocument, NameMissing, NotPlain, OpenGap
from app.documents.package import w
from tests.documents.engine.conftest import Template
from tests.documents.engine.papers import LETTER, begin, table

GAP = f"{GAP_OPEN}to be confirmed: pay & more{GAP_CLOSE}"


def one(template: Template, text: str = "A{{ x }}Z") -> Path:
    return template((text, "Body Text"))


def words(path: Path, **context: object) -> str:
    return reading.words_of_docx(word.render(path, context, title="Paper"))


@pytest.mark.parametrize(
    "typed",
    [
        "<b>bold</b> & <",
        "{{ 7*7 }}",
        "{% if x %}",
        "{{ x",
        "{_{ a }_} {_% b %_}",
        "]]>",
        "&amp;",
        "“quoted” ’n’",
        "漢字 🙂 שלום",
    ],
)
def test_what_is_typed_is_what_is_printed(template: Template, typed: str) -> None:
    assert words(one(template), x=typed) == f"A{typed}Z"


def test_an_answer_with_jinja_marks_is_not_evaluated_in_any_part(letter_docx: bytes) -> None:
    text = reading.words_of_docx(letter_docx)
    assert "She said: {{ 7*7 }} {% raw %} & <b>nothing</b>." in text
    assert not any(b">49<" in part for part in package.unpack(letter_docx).values())


def test_a_line_feed_is_a_line_break_and_a_tab_a_tab(template: Template) -> None:
    body = Document(io.BytesIO(word.render(one(template), {"x": "b\nc\td"}, title="Paper"))).paragraphs[0]
    assert body.text == "Ab\nc\tdZ"
    assert len(body._p.findall(f".//{w('br')}")) == 1


def test_several_blanks_are_kept(template: Template) -> None:
    assert (
        "A  b   c  Z"
        in Document(io.BytesIO(word.render(one(template), {"x": "  b   c  "}, title="P"))).paragraphs[0].text
    )


def test_a_missing_name_raises_with_its_name(template: Template) -> None:
    with pytest.raises(NameMissing, match="'x' is undefined"):
        words(one(template))


def test_a_missing_part_raises_with_its_name(template: Template) -> None:
    with pytest.raises(NameMissing, match="“y”"):
        words(one(template, "{{ x.y }}"), x={})


def test_half_a_character_is_refused(template: Template) -> None:
    with pytest.raises(NotPlain):
        words(one(template), x="a\ud800b")


def test_broken_xml_is_refused_never_mended() -> None:
    with pytest.raises(BrokenDocument):
        package.parse("<w:body xmlns:w='x'><w:p>a & b</w:p></w:body>")
    # The control: what docxtpl would make of it.
    mended = etree.fromstring("<a>a & b <c></a>", etree.XMLParser(recover=True))
    assert "&" not in etree.tostring(mended, encoding="unicode")


def test_a_gap_becomes_a_highlighted_bracket_of_its_own(template: Template) -> None:
    made = Document(io.BytesIO(word.render(one(template), {"x": GAP}, title="Paper"))).paragraphs[0]
    assert [(run.text, run.style.name) for run in made.runs] == [
        ("A", "Default Paragraph Font"),
        ("[to be confirmed: pay & more]", "Gap"),
        ("Z", "Default Paragraph Font"),
    ]


def test_two_gaps_in_one_value_are_both_marked(template: Template) -> None:
    assert words(one(template), x=f"{GAP} and {GAP}").count("[to be confirmed: pay & more]") == 2


def test_a_gap_in_bold_words_stays_bold(tmp_path: Path) -> None:
    document = begin()
    document.add_paragraph(style="Body Text").add_run("{{ x }}").bold = True
    document.save(str(tmp_path / "a.docx"))
    made = Document(io.BytesIO(word.render(tmp_path / "a.docx", {"x": GAP}, title="Paper")))
    assert all(run.bold for run in made.paragraphs[0].runs if run.text)


def test_a_clean_copy_with_an_open_gap_is_refused_by_name(template: Template) -> None:
    with pytest.raises(OpenGap, match="to be confirmed: pay & more"):
        word.render(one(template), {"x": GAP}, title="Paper", copy="clean")


def test_only_a_review_copy_says_draft_on_every_page(template: Template) -> None:
    review, clean = (
        Document(io.BytesIO(word.render(one(template), {"x": ""}, title="P", copy=copy)))
        for copy in ("review", "clean")
    )
    assert review.sections[0].header.paragraphs[0].text == "DRAFT – for attorney review – do not send"
    assert clean.sections[0].header.is_linked_to_previous


@pytest.mark.parametrize(
    ("layout", "style", "foot"), [("letter", "Body Text", "Page 1 of 1"), ("pleading", "Pleading text", "1")]
)
def test_pages_are_counted_below_and_a_court_sees_the_number_alone(
    template: Template, layout: str, style: str, foot: str
) -> None:
    made = package.unpack(word.render(template(("x", style), layout=layout), {}, title="P"))
    assert package.text_of(package.parse(made["word/footer1.xml"])) == foot


def test_an_emptied_cell_keeps_a_paragraph(tmp_path: Path) -> None:
    document = begin()
    cell = table(document, [[("{%p if x %}", "Table text")]]).rows[0].cells[0]
    cell.add_paragraph("word", style="Table text")
    cell.add_paragraph("{%p endif %}", style="Table text")
    document.save(str(tmp_path / "a.docx"))
    made = Document(io.BytesIO(word.render(tmp_path / "a.docx", {"x": False}, title="P")))
    assert len(made.tables[0].rows[0].cells[0].paragraphs) == 1


def test_a_table_without_rows_is_gone(tmp_path: Path) -> None:
    document = begin()
    row = (
        [("{%tr for a in b %}", "Table text")],
        [("{{ a }}", "Table text")],
        [("{%tr endfor %}", "Table text")],
    )
    table(document, row)
    document.add_paragraph("after", style="Body Text")
    document.save(str(tmp_path / "a.docx"))
    made = Document(io.BytesIO(word.render(tmp_path / "a.docx", {"b": []}, title="P")))
    assert (len(made.tables), [p.text for p in made.paragraphs]) == (0, ["after"])


def test_tables_that_would_touch_are_kept_apart(tmp_path: Path) -> None:
    document = begin()
    for mark in "ab":
        table(document, [[(mark, "Table text")]])
        if mark == "a":
            for text in ("{%p if x %}", "between", "{%p endif %}"):
                document.add_paragraph(text, style="Body Text")
    document.save(str(tmp_path / "a.docx"))
    body = package.parse(
        package.unpack(word.render(tmp_path / "a.docx", {"x": False}, title="P"))[package.MAIN]
    )[0]
    assert [child.tag.rpartition("}")[2] for child in body] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_paragraph_whose_words_all_fell_away_prints_nothing(template: Template) -> None:
    made = template(
        ("{{ x }}", "Body Text"), ("{% if x %}more{% endif %}", "Body Text"), ("end", "Body Text")
    )
    assert len(Document(io.BytesIO(word.render(made, {"x": ""}, title="P"))).paragraphs) == 1


def test_a_table_is_as_wide_as_the_text_in_the_proportions_of_its_grid(letter_docx: bytes) -> None:
    body = package.parse(package.unpack(letter_docx)[package.MAIN])
    assert [int(column.get(w("w"))) for column in body.iter(w("gridCol"))] == [4680, 4680]


def test_the_validator_finds_nothing(letter_docx: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(letter_docx)
    assert OpenXmlValidator().validate(tmp_path / "a.docx").errors == []


def test_the_validator_would_find_a_cell_without_a_paragraph(letter_docx: bytes, tmp_path: Path) -> None:
    parts = package.unpack(letter_docx)
    emptied = re.sub(rb"(</w:tcPr>)<w:p>.*?</w:p>(</w:tc>)", rb"\1\2", parts[package.MAIN], count=1)
    assert emptied != parts[package.MAIN]
    (tmp_path / "a.docx").write_bytes(package.pack({**parts, package.MAIN: emptied}))
    assert OpenXmlValidator().validate(tmp_path / "a.docx").errors


def test_the_file_tells_its_title_and_language_and_nothing_else(template: Template) -> None:
    made = package.unpack(word.render(one(template), {"x": ""}, title="Smith & Sons <1>"))
    core = package.parse(made["docProps/core.xml"])
    assert {child.tag.rpartition("}")[2]: child.text for child in core} == {
        "title": "Smith & Sons <1>",
        "language": "en-US",
    }


ALLOWED = {
    *("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels"),
    *(f"word/{part}.xml" for part in "styles numbering fontTable theme/theme1 settings".split()),
    *("word/footer1.xml", "word/header1.xml"),
    "docProps/core.xml",
}


def test_the_file_holds_only_the_parts_a_paper_needs(letter_docx: bytes) -> None:
    assert set(package.unpack(letter_docx)) == ALLOWED


def test_no_trace_of_editing_is_left(template: Template) -> None:
    made = one(template)
    parts = package.opened(made)
    traced = parts[package.MAIN].replace(
        b"<w:p>", b'<w:p w:rsidR="00AB12CD"><w:bookmarkStart w:id="9" w:name="x"/>'
    )
    made.write_bytes(
        package.pack({**parts, package.MAIN: traced.replace(b"</w:p>", b'<w:bookmarkEnd w:id="9"/></w:p>')})
    )
    text = b"".join(package.unpack(word.render(made, {"x": ""}, title="P")).values())
    assert b"rsid" not in text
    assert b"bookmark" not in text


def test_no_member_of_the_file_tells_a_time(letter_docx: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(letter_docx)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_letter_reads_as_it_should(letter_docx: bytes) -> None:
    text = reading.words_of_docx(letter_docx).splitlines()
    assert text[:4] == ["Sample & Example Legal Aid", "1 First Street", "555-0142", "March 5, 2026"]
    assert "Week 5 | $61.73" in text
    assert [line for line in text if line[:2] in ("1.", "(a", "2.")] == [
        "1. Pay $185.18.",
        "(a) a part",
        "2. Keep every record.",
    ]
    assert "Re: Wages of Zoë O’Brien-Nguyễn until [to be confirmed: last day of work]" in text


def test_the_context_is_not_changed(template: Template) -> None:
    context = {"x": "y"}
    words(one(template), **context)
    assert context == {"x": "y"}
    assert LETTER["days"] == 14
