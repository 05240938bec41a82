"""What belongs to a draft is found in a clean copy, unless an answer says it itself."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from app.documents import clean, leftovers
from app.documents.errors import DocumentError
from app.documents.leak_layers import Layer
from app.documents.paper import Made
from tests.documents.guard import files
from tests.documents.packet import small

HASH = "0123456789abcdef" * 4
SAID = {
    "{{ client_name.full }}": "a tag of its template",
    "{% if a %}": "a tag of its template",
    "[to be confirmed: rate]": "the mark of a blank",
    "\ufdd0rate\ufdd1": "a sign that only the engine uses",
    "\ufdd712\ufdd9": "a sign that only the engine uses",
    "DRAFT – for attorney review – do not send": "the mark of a draft",
    HASH: "a hash",
    "templates/docx/mo/small/letter.docx": "the place of a template",
}
IN_WORD = {
    '<w:commentReference w:id="0"/>': "a comment",
    "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>": "a tracked change",
    "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>": "a tracked change",
    "<w:pPr><w:pPrChange/></w:pPr>": "a tracked change",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>": "hidden text",
    '<w:r w:rsidR="00AB12CD"><w:t>x</w:t></w:r>': "a trace of editing",
}


def _root(name: str, value: pikepdf.Object) -> Callable[[pikepdf.Pdf], None]:
    def change(opened: pikepdf.Pdf) -> None:
        opened.Root[name] = value

    return change


def _annotated(opened: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9])
    opened.pages[0].obj.Annots = pikepdf.Array([opened.make_indirect(note)])


def _attached(opened: pikepdf.Pdf) -> None:
    opened.attachments["a.txt"] = pikepdf.AttachedFileSpec(opened, b"a", filename="a.txt")


def _unseen(opened: pikepdf.Pdf) -> None:
    opened.pages[0].obj.Contents = opened.make_stream(b"BT 3 Tr (unseen) Tj ET")


IN_PDF: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "a margin note": _root("/StructTreeRoot", pikepdf.Dictionary(S=pikepdf.Name.Art)),
    "a note or a mark of a reader": _annotated,
    "another file": _attached,
    "hidden text": _unseen,
}


def told(docx: bytes = b"", pdf: bytes = b"", **shown: object) -> str:
    return " ".join(leftovers.found(docx, pdf, shown))


def said(text: str) -> tuple[bytes, bytes]:
    return files.WORDS["runs of a Word file"](text), files.WORDS["the Info of a PDF"](text)


@pytest.mark.parametrize("text", SAID)
def test_words_of_a_draft_are_found_in_both_files(text: str) -> None:
    docx, pdf = said(text)
    assert f"{SAID[text]} in a page header of the Word file" in told(docx)
    assert f"{SAID[text]} in the properties, bookmarks and tags of the PDF" in told(b"", pdf)


@pytest.mark.parametrize("text", SAID)
def test_what_an_answer_says_itself_is_no_leftover(text: str) -> None:
    assert told(*said(text), story=[f"She wrote {text} there."]) == ""


@pytest.mark.parametrize("runs", IN_WORD)
def test_what_word_keeps_of_editing_is_found(runs: str) -> None:
    docx = files.docx(("word/footer1.xml", files.document(runs)))
    assert f"still {IN_WORD[runs]} in a page footer" in told(docx)


def test_hidden_text_that_is_shown_again_is_no_leftover() -> None:
    runs = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r>'
    assert told(files.docx(("word/footer1.xml", files.document(runs)))) == ""


@pytest.mark.parametrize("name", ["customXml/item1.xml", "docProps/custom.xml", "word/comments.xml"])
def test_a_part_that_no_paper_needs_is_found(name: str) -> None:
    assert "a part that no paper needs" in told(files.docx((name, b"<a/>")))


@pytest.mark.parametrize("what", IN_PDF)
def test_what_a_pdf_may_not_hold_is_found(what: str) -> None:
    assert f"still {what} in" in told(b"", files.pdf(IN_PDF[what]))


def test_a_hash_kept_as_bytes_is_found() -> None:
    assert "a hash" in told(b"", files.BYTES["an inflated stream"](HASH.encode()))


def test_a_review_copy_is_full_of_them_and_a_clean_copy_has_none(small_root: Path, made: Made) -> None:
    assert "the mark of a draft in page 1 of the PDF" in told(made.docx, made.pdf)
    draft = small.draft(small_root)
    for document in ("letter", "exhibit"):
        paper = draft.plan.paper(document)
        assert paper
        kept = draft.make(paper, "clean", ruled=frozenset(_labels(made)))
        assert leftovers.found(kept.docx, kept.pdf, {}) == ()


def _labels(made: Made) -> tuple[str, ...]:
    return made.marks


def test_a_clean_packet_is_refused_with_a_sentence(small_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = small.draft(small_root)
    monkeypatch.setattr(leftovers, "_in_text", _always)
    with pytest.raises(DocumentError, match="is no clean copy. There is still a hash in"):
        clean.packet(draft, frozenset(gap.label for gap in clean.obstacles(draft).gaps))


def _always(layer: Layer, told: str) -> list[str]:
    return [f"There is still a hash in {layer.place}."]


def test_without_its_patterns_nothing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control."""
    monkeypatch.setattr(leftovers, "_SAID", {})
    assert told(*said("{{ client_name.full }}")) == ""
