"""CHK-5: each trap of Word and docxtpl that can be seen is a mistake with its rule, place and way out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from app.core.faults import RULES
from app.documents import syntax
from app.documents import template as reader
from app.documents.syntax import Mistake
from tests.documents.check.conftest import Template
from tests.documents.engine.papers import begin, table

Change = Callable[[Document], object]


def found(document: Document, tmp_path: Path) -> list[Mistake]:
    document.save(str(tmp_path / "paper.docx"))
    return reader.mistakes(tmp_path / "paper.docx")


def with_words(change: Change) -> Document:
    document = begin()
    document.add_paragraph("Some words", style="Body Text")
    table(document, [[("a", "Table text"), ("b", "Table text")]])
    change(document)
    return document


def element(xml: str) -> object:
    return parse_xml(xml.replace("/>", f" {nsdecls('w')}/>", 1) if xml.endswith("/>") else xml)


def append(holder: Callable[[Document], object], xml: str) -> Change:
    def change(document: Document) -> None:
        holder(document).append(element(xml))  # type: ignore[attr-defined]

    return change


def paragraph(document: Document) -> object:
    return document.paragraphs[-1]._p


def run(document: Document) -> object:
    return document.paragraphs[-1].runs[-1]._r


def look(document: Document) -> object:
    return document.paragraphs[-1].runs[-1]._r.get_or_add_rPr()


def end_sign(document: Document) -> object:
    settings = document.paragraphs[-1]._p.get_or_add_pPr()
    sign = OxmlElement("w:rPr")
    settings.append(sign)
    return sign


def header(document: Document) -> object:
    return document.sections[0].header.paragraphs[0]._p


def grid(document: Document) -> object:
    return document.tables[0]._tbl


def row(document: Document) -> object:
    return document.tables[0].rows[0]._tr


def cell(document: Document) -> object:
    return document.tables[0].cell(0, 0)._tc


def cell_settings(document: Document) -> object:
    return document.tables[0].cell(0, 0)._tc.get_or_add_tcPr()


LOST: list[tuple[str, Change]] = [
    ("a field stands here; it would say for ever", append(paragraph, '<w:fldSimple w:instr="PAGE"/>')),
    ("a field stands here; it would say for ever", append(run, '<w:fldChar w:fldCharType="begin"/>')),
    ("a tracked change stands here; accept or reject it", append(paragraph, "<w:ins/>")),
    ("a tracked change stands here; accept or reject it", append(paragraph, "<w:moveTo/>")),
    ("a tracked change stands here; accept or reject it", append(look, "<w:rPrChange/>")),
    ("a tracked change stands at the end of the paragraph; accept", append(end_sign, "<w:del/>")),
    ("hidden text stands at the end of the paragraph; delete it", append(end_sign, "<w:vanish/>")),
    ("a tracked change stands here", append(cell_settings, "<w:cellDel/>")),
    ("a footnote stands here; put its words into the text", append(run, '<w:footnoteReference w:id="2"/>')),
    ("an endnote stands here; put its words into the text", append(run, '<w:endnoteReference w:id="2"/>')),
    ("a comment stands here; delete it in Word", append(paragraph, '<w:commentRangeStart w:id="2"/>')),
    ("a link stands here; take the link away", append(paragraph, '<w:hyperlink w:anchor="x"/>')),
    ("a content control stands here; take it away", append(paragraph, "<w:sdt/>")),
    ("a content control stands here; take it away", append(grid, "<w:sdt/>")),
    ("a content control stands here; take it away", append(row, "<w:sdt/>")),
    ("a content control stands here; take it away", append(cell, "<w:sdt/>")),
    ("a cell merged downwards is set by hand; give each row", append(cell_settings, "<w:vMerge/>")),
    ("a merged cell is set by hand", append(cell_settings, "<w:hMerge/>")),
    ("a table stands inside a table; put it after", lambda d: d.tables[0].cell(0, 0).add_table(1, 1)),
    ("hidden text is set by hand; delete it", append(look, "<w:vanish/>")),
    ("its header holds something", append(header, "<w:fldSimple/>")),
]  # fmt: skip


@pytest.mark.parametrize(("said", "change"), LOST, ids=[f"{n} {said}" for n, (said, _) in enumerate(LOST)])
def test_what_the_pdf_would_lose_is_a_mistake_with_a_way_out(
    said: str, change: Change, tmp_path: Path
) -> None:
    mistakes = found(with_words(change), tmp_path)
    assert any(said in each.sentence and each.rule == "lost in the PDF" for each in mistakes)


def test_without_any_of_these_there_is_no_mistake(tmp_path: Path) -> None:
    """The control."""
    assert found(with_words(lambda _: None), tmp_path) == []


def test_what_stands_between_paragraphs_is_placed_at_the_next_one(tmp_path: Path) -> None:
    document = begin()
    for text in ("One.", "Two.", "Three."):
        document.add_paragraph(text, style="Body Text")
    document.paragraphs[1]._p.addprevious(element("<w:sdt/>"))  # type: ignore[arg-type]
    document.paragraphs[2]._p.addnext(element("<w:altChunk/>"))  # type: ignore[arg-type]
    places = {each.place: each.sentence[:17] for each in found(document, tmp_path)}
    assert places == {
        "paragraph 2 (“Two.”)": "a content control",
        "paragraph 3 (“Three.”)": "another file stan",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ a “b” }}", "; a curly quotation mark stands in it: retype the tag"),
        ("{{ a\u200b }}", "“U+200B” (zero width space) stands in it"),
        ("{{ a\u00ad }}", "“U+00AD” (soft hyphen) stands in it"),
        ("{{ \u0430 }}", "“\u0430” (cyrillic small letter a) stands in it"),
        ("{{ a – b }}", "; a dash stands in it"),
        ("{% vm %}", "a tag cannot merge or colour cells here"),
        ("{% hm %}", "a tag cannot merge or colour cells here"),
        ("{% cellbg a %}", "a tag cannot merge or colour cells here"),
        ("{%tc if a %}", "only “{%p” (a whole paragraph) and “{%tr” (a whole row)"),
        ("{{r a }}", "only “{%p” (a whole paragraph) and “{%tr” (a whole row)"),
        ("{%- if a %}x{% endif %}", "a hyphen or plus at its edge is not used here"),
        ("{ { a } }", "“{ {” is no tag and would be printed as it stands"),
        ("{_{ a }_}", "“{_{” is no tag and would be printed as it stands"),
        ("Dear {client_name}", "“{client_name}” is no tag and would be printed as it stands"),
        ("{% if a %}{% endif %}", "“{% if a %}” holds nothing"),
        ("{% for a in b %}{% endfor %}", "“{% for a in b %}” holds nothing"),
        ("{% for a in loop.index %}x{% endfor %}", "“loop.index” is no list"),
        ("{{ 9**9**9 }}", "“{{ 9**9**9 }}” may hold a name"),
    ],
)
def test_what_is_no_tag_is_a_mistake_that_says_why(template: Template, text: str, said: str) -> None:
    mistakes = reader.mistakes(template(text))
    assert any(said in each.sentence and each.rule == "tag" for each in mistakes), mistakes


def test_a_tag_that_runs_on_into_the_next_paragraph_is_a_mistake_in_both(template: Template) -> None:
    mistakes = reader.mistakes(template("{{ a", "b }}"))
    assert [each.rule for each in mistakes] == ["tag", "tag"]


def test_an_empty_passage_of_whole_paragraphs_is_a_mistake(template: Template) -> None:
    (mistake,) = reader.mistakes(template("x", "{%p if not a %}", "{%p endif %}"))
    assert mistake.place == "paragraph 2 (“{%p if not a %}”)"
    assert mistake.sentence == "“{% if not a %}” holds nothing; write in it, or take it out."


@pytest.mark.parametrize(
    "text",
    [
        "{{\u00a0a\u00a0}}",
        "{%\u00a0if a %}x{% endif %}",
        "“{{ a }}”",
        "A {set of words}, {1} and { } and {}.",
        "{% if a %} {% endif %}",
        "{% if a %}{% else %}x{% endif %}",
        "{{a|money}}",
    ],
)
def test_what_does_no_harm_is_no_mistake(template: Template, text: str) -> None:
    assert reader.mistakes(template(text)) == []


def test_a_tag_too_long_for_a_sentence_is_cut(template: Template) -> None:
    (mistake,) = reader.mistakes(template(f"{{{{ {'a ' * 500} }}}}"))
    assert len(mistake.sentence) < 200


def bookmark(name: str = "clause") -> object:
    return element(f'<w:bookmarkStart w:id="7" w:name="{name}"/>')


def looped(mark: object, at: int) -> Document:
    document = begin()
    for text in ("Before.", "{%p for a in b %}", "In it.", "{%p endfor %}", "After."):
        document.add_paragraph(text, style="Body Text")
    document.paragraphs[at].runs[0]._r.addprevious(mark)  # type: ignore[arg-type]
    return document


def test_a_bookmark_in_a_loop_is_a_mistake_of_its_own_rule(tmp_path: Path) -> None:
    (mistake,) = found(looped(bookmark(), 2), tmp_path)
    assert mistake == Mistake(
        "paragraph 3 (“In it.”)",
        "the bookmark “clause” stands in a loop, which would repeat it; take it out.",
        "in a loop",
    )


@pytest.mark.parametrize("at", [0, 4])
def test_a_bookmark_outside_the_loop_is_none(tmp_path: Path, at: int) -> None:
    assert found(looped(bookmark(), at), tmp_path) == []


@pytest.mark.parametrize("name", ["_GoBack", "block_caption"])
def test_bookmarks_of_word_and_of_shared_blocks_may_stand_in_a_loop(tmp_path: Path, name: str) -> None:
    assert [each for each in found(looped(bookmark(name), 2), tmp_path) if each.rule == "in a loop"] == []


@pytest.mark.parametrize("kind", ["footnoteReference", "endnoteReference", "commentReference"])
def test_notes_and_comments_in_a_loop_are_mistakes_of_that_rule_too(tmp_path: Path, kind: str) -> None:
    holder = OxmlElement("w:r")
    mark = OxmlElement(f"w:{kind}")
    mark.set(qn("w:id"), "2")
    holder.append(mark)
    assert {each.rule for each in found(looped(holder, 2), tmp_path)} == {"in a loop", "lost in the PDF"}
    assert {each.rule for each in found(looped(holder, 0), tmp_path)} == {"lost in the PDF"}


def test_a_bookmark_in_a_loop_within_a_paragraph_is_a_mistake(tmp_path: Path) -> None:
    document = begin()
    words = document.add_paragraph("x{% for a in b %}", style="Body Text")
    words.add_run("y{% endfor %}z")._r.addprevious(bookmark())  # type: ignore[arg-type]
    assert [each.rule for each in found(document, tmp_path)] == ["in a loop"]


def test_a_bookmark_in_a_repeated_row_is_a_mistake(tmp_path: Path) -> None:
    document = begin()
    texts = ("{%tr for a in b %}", "{{ a }}", "{%tr endfor %}", "after")
    made = table(document, [[(text, "Table text")] for text in texts])
    made.cell(1, 0).paragraphs[0]._p.append(bookmark())  # type: ignore[arg-type]
    made.cell(3, 0).paragraphs[0]._p.append(bookmark("other"))  # type: ignore[arg-type]
    assert [str(each) for each in found(document, tmp_path)] == [
        "table 1, row 2, cell 1 (“{{ a }}”): the bookmark “clause” stands in a loop, "
        "which would repeat it; take it out."
    ]


@pytest.mark.parametrize(
    ("rows", "layout", "rule"),
    [
        ([("x", "Normal")], "letter", "style"),
        ([("x", "Small print")], "pleading", "style"),
        ([("x", "Body Text"), ("", "Body Text")], "letter", "style"),
        ([("x", "Body Text")], "memoir", "layout"),
        ([("{{ a b }}", "Body Text")], "letter", "tag"),
    ],
)
def test_each_mistake_names_the_rule_it_breaks(
    template: Template, rows: list[tuple[str, str]], layout: str, rule: str
) -> None:
    assert {each.rule for each in reader.mistakes(template(*rows, layout=layout))} == {rule}
    assert rule in RULES


@pytest.mark.parametrize("text", ["{{", "{%", "{{ a ", "{% if ", "}}"])
def test_a_text_of_nothing_but_openings_is_read_at_once(text: str) -> None:
    assert len(syntax.mistakes(text * 50_000)) == 50_000
