"""Characters without a glyph are told of before a page is laid out, and only those that would be drawn."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from app.documents import fonts, pdf, undrawn
from app.documents.notes import Note
from app.documents.twin import twin_path
from tests.documents.packet import small


def test_every_face_draws_what_the_serif_does() -> None:
    regular = set(fonts.glyphs())
    # U+F004 is for private use and stands in the serif faces alone.
    for file in fonts.files():
        with TTFont(file, lazy=True) as face:
            assert regular - set(face.getBestCmap()) <= ({0xF004} if "Sans" in file.name else set())


def test_it_is_told_without_laying_out_a_page(small_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "laid_out", None)
    draft = small.draft(small_root, job="cook \u4e2d")
    paper = draft.plan.paper("letter")
    assert paper
    data = draft.contexts.for_document(paper.spec).data
    assert undrawn.characters(twin_path(draft.source(paper)), data) == ("\u4e2d",)


def test_what_a_paper_leaves_out_is_not_told(tmp_path: Path, small_root: Path) -> None:
    root = small_root.parent / "own"
    if not root.exists():
        small.lay_out(root)
    source = small.template(root, "letter", "letter", ["{% if tipped %}{{ job }}{% endif %}Pay."])
    twin = twin_path(source)
    assert undrawn.characters(twin, {"tipped": False, "job": "\u4e2d"}) == ()
    assert undrawn.characters(twin, {"tipped": True, "job": "\u4e2d"}) == ("\u4e2d",)


def test_the_template_s_own_characters_and_those_of_a_note_are_told(small_root: Path) -> None:
    root = small_root.parent / "other"
    source = small.template(small.lay_out(root), "letter", "letter", ["Pay \u6c49."])
    note = Note("flag", "check", "Ask \u4e2d")
    assert undrawn.characters(twin_path(source), {}, [note]) == ("\u4e2d", "\u6c49")


def test_capitals_without_a_glyph_are_told(small_root: Path) -> None:
    root = small_root.parent / "capitals"
    source = small.template(small.lay_out(root), "letter", "letter", ["{{ job | caps }}"])
    small_letter = next(
        chr(code) for code in fonts.glyphs() if fonts.missing(chr(code).upper()) and chr(code).islower()
    )
    assert undrawn.characters(twin_path(source), {"job": small_letter})


def test_the_finding_is_the_paper_s(small_root: Path) -> None:
    draft = small.draft(small_root, job="cook \u4e2d")
    paper = draft.plan.paper("letter")
    assert paper
    (found,) = [each for each in draft.make(paper).findings if each.kind == "no glyph"]
    assert (found.words, found.question) == ("\u4e2d", "job")


def test_without_the_check_nothing_is_told(small_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control."""
    monkeypatch.setattr(fonts, "missing", lambda text: set())
    draft = small.draft(small_root, job="cook \u4e2d")
    paper = draft.plan.paper("letter")
    assert paper
    assert not [each for each in draft.make(paper).findings if each.kind == "no glyph"]
