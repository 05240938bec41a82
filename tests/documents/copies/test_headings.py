"""A heading beside which notes stand keeps them out of its bookmark and of its tag: both go with the file."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest

from app.documents import notes_html, notes_tags, pdf, reading
from tests.documents.copies import notes
from tests.documents.copies.test_margin import note
from tests.documents.engine import papers
from tests.documents.engine.conftest import Template

SECRET = "The client fears the letter."
NAME = 'Ana "Annie" & Co. <b>'


def made(template: Template) -> pdf.Pdf:
    rows = (
        ("Demand of {{ x }}", "Heading 1"),
        ("Claim of {{ y }}", "Count heading"),
        ("Hello.", "Body Text"),
    )
    twin = papers.with_twin(template(*rows))
    told = (note(SECRET), note(SECRET, (frozenset({("print", ("y",))}),)))
    return pdf.render(twin, {"x": NAME, "y": NAME}, title="A letter", notes=told)


def outline(data: bytes) -> list[str]:
    with pikepdf.open(BytesIO(data)) as file, file.open_outline() as found:
        return [title for each in found.root for title in _titles(each)]


def _titles(item: Any) -> list[str]:
    return [item.title, *(title for each in item.children for title in _titles(each))]


def headings_with_notes(data: bytes) -> int:
    with pikepdf.open(BytesIO(data)) as file:
        tags = [each for each in file.objects if isinstance(each, pikepdf.Dictionary) and "/S" in each]
        return sum(_holds_note(each) for each in tags if str(each.S).startswith("/H"))


def _holds_note(tag: pikepdf.Dictionary) -> bool:
    kids = [each for each in tag.K if isinstance(each, pikepdf.Dictionary)]
    return any(each.S == "/Note" or _holds_note(each) for each in kids)


def test_a_bookmark_holds_the_words_of_its_heading_alone(template: Template) -> None:
    made_of = made(template)
    assert [SECRET in box.said for box in notes.boxes(made_of)] == [True, True]
    assert outline(made_of.data) == [f"Demand of {NAME}", f"COUNT I: Claim of {NAME}"]


def test_the_bookmarks_of_joined_papers_hold_no_note(template: Template) -> None:
    found = outline(pdf.joined([("A letter", made(template))], title="All"))
    assert found == ["A letter", f"Demand of {NAME}", f"COUNT I: Claim of {NAME}"]


def test_without_its_own_words_a_bookmark_would_hold_the_note(template: Template) -> None:
    """The control."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(notes_html, "_opened", lambda before, own: before)
        assert SECRET in outline(made(template).data)[0]


def test_the_tag_of_a_heading_holds_no_note(template: Template) -> None:
    made_of = made(template)
    assert headings_with_notes(made_of.data) == 0
    assert headings_with_notes(pdf.joined([("A letter", made_of)], title="All")) == 0
    assert len(notes.boxes(made_of)) == 2
    assert reading.words_of_pdf(made_of.data).splitlines()[0] == f"Demand of {NAME}"


def test_without_the_lift_it_would_hold_one(template: Template) -> None:
    """The control."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(notes_tags, "_lift", lambda file, tag: None)
        assert headings_with_notes(made(template).data) == 2
