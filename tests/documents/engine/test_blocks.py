"""A shared block is kept once and copied into every template that marks it; so are the styles of the base."""

from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from app.documents import blocks, package, template, twin
from app.documents.blocks import NoSuchBlock
from app.documents.package import w
from tests.documents.engine.papers import BASE, BLOCKS, begin

NAMES = [
    "caption",
    "caption_in_re",
    "caption_respondent",
    "certificate_of_service",
    "judge_signature",
    "letter_signature",
    "letterhead",
    "pleading_signature",
    "privileged_heading",
    "verification",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shared blocks and of the base document, to change."""
    (tmp_path / "_blocks").mkdir()
    for path in BLOCKS.glob("*.docx"):
        (tmp_path / "_blocks" / path.name).write_bytes(path.read_bytes())
    (tmp_path / "_base.docx").write_bytes(BASE.read_bytes())
    return tmp_path / "_blocks"


@pytest.fixture
def paper(folder: Path) -> Path:
    document = begin()
    document.add_paragraph("before", style="Body Text")
    blocks.place(document, "letterhead", folder)
    document.add_paragraph("after", style="Body Text")
    path = folder.parent / "paper.docx"
    document.save(str(path))
    blocks.bring_up_to_date(path, folder)
    return path


def texts(path: Path) -> list[str]:
    return [paragraph.text for paragraph in Document(str(path)).paragraphs]


def change_letterhead(folder: Path) -> None:
    document = Document(str(folder / "letterhead.docx"))
    document.paragraphs[0].text = "New {{ office.name }}"
    document.save(str(folder / "letterhead.docx"))


@pytest.mark.parametrize("name", NAMES)
def test_a_shared_block_holds_no_mistake_and_has_the_styles_of_the_base(name: str) -> None:
    assert template.mistakes(BLOCKS / f"{name}.docx") == []
    assert blocks.is_current(BLOCKS / f"{name}.docx", BLOCKS)


def test_a_fresh_template_is_current(paper: Path, folder: Path) -> None:
    assert blocks.names_in(paper) == ["letterhead"]
    assert blocks.is_current(paper, folder)
    assert not blocks.bring_up_to_date(paper, folder)


def test_a_changed_block_is_copied_in_between_its_bookmarks(paper: Path, folder: Path) -> None:
    change_letterhead(folder)
    assert not blocks.is_current(paper, folder)
    assert blocks.bring_up_to_date(paper, folder)
    assert texts(paper) == [
        "before",
        "New {{ office.name }}",
        *texts(folder / "letterhead.docx")[1:],
        "after",
    ]
    assert blocks.is_current(paper, folder)


def test_what_was_changed_in_the_template_itself_is_put_right(paper: Path, folder: Path) -> None:
    document = Document(str(paper))
    document.paragraphs[1].text = "hand-made"
    document.save(str(paper))
    blocks.bring_up_to_date(paper, folder)
    assert "hand-made" not in texts(paper)


def test_bookmarks_that_word_has_moved_into_paragraphs_are_found(paper: Path, folder: Path) -> None:
    parts = package.opened(paper)
    root = package.parse(parts[package.MAIN])
    start, end = next(root.iter(w("bookmarkStart"))), next(root.iter(w("bookmarkEnd")))
    first, following = start.getnext(), end.getnext()
    assert first is not None
    assert following is not None
    first.insert(1, start)
    following.insert(1, end)
    paper.write_bytes(package.pack({**parts, package.MAIN: package.written(root)}))
    change_letterhead(folder)
    blocks.bring_up_to_date(paper, folder)
    assert texts(paper) == [
        "before",
        "New {{ office.name }}",
        *texts(folder / "letterhead.docx")[1:],
        "after",
    ]


def test_a_style_changed_in_the_template_is_put_right(paper: Path, folder: Path) -> None:
    document = Document(str(paper))
    document.styles["Body Text"].font.name = "Comic Sans MS"
    document.save(str(paper))
    assert not blocks.is_current(paper, folder)
    blocks.bring_up_to_date(paper, folder)
    assert package.opened(paper)["word/styles.xml"] == package.opened(BASE)["word/styles.xml"]


def test_a_block_nobody_has_is_named(paper: Path, folder: Path) -> None:
    (folder / "letterhead.docx").unlink()
    with pytest.raises(NoSuchBlock, match="no shared block “letterhead”"):
        blocks.is_current(paper, folder)


def test_a_bookmark_without_an_end_is_named(paper: Path, folder: Path) -> None:
    parts = package.opened(paper)
    root = package.parse(parts[package.MAIN])
    etree.strip_elements(root, w("bookmarkEnd"))
    paper.write_bytes(package.pack({**parts, package.MAIN: package.written(root)}))
    with pytest.raises(NoSuchBlock, match="block_letterhead has no end"):
        blocks.is_current(paper, folder)


def test_bookmarks_leave_no_mark_in_the_twin(paper: Path) -> None:
    assert "block_" not in twin.twin_of(paper)
