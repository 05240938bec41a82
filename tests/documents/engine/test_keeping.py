"""Tables stay whole while they are short, and totals and notes stay with rows: in Word and in print alike."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table, _Row

from app.documents import template, word, wordkeep
from tests.documents.engine import papers
from tests.documents.engine.papers import LETTER, PLEADING
from tests.documents.engine.test_orphans import printed

Render = Callable[[Path, dict[str, object]], bytes]


def quickly(source: Path, context: dict[str, object]) -> bytes:
    return word.render(source, context, title="T")


def thoroughly(source: Path, context: dict[str, object]) -> bytes:
    return word._thoroughly(template.read(source), source.stem, context, "T", "review")


BOTH = pytest.mark.parametrize("render", [quickly, thoroughly])


def source(folder: Path, after: str) -> Path:
    """A letter with a heading, a table of any number of rows and a paragraph in the style `after`."""
    document = papers.begin()
    document.add_paragraph("Sums", style="Heading 2")
    rows = [
        [("{%tr for row in rows %}", "Table text"), ("", "Table text")],
        [("{{ row }}", "Table text"), ("x", "Table text")],
        [("{%tr endfor %}", "Table text"), ("", "Table text")],
    ]
    papers.table(document, rows)
    document.add_paragraph("What follows", style=after)
    document.save(str(folder / "sums.docx"))
    return folder / "sums.docx"


def kept(row: _Row) -> bool:
    found = {p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for p in row._tr.iter(qn("w:p"))}
    assert len(found) == 1
    return found.pop()


def table(data: bytes) -> Table:
    return Document(BytesIO(data)).tables[0]


@BOTH
@pytest.mark.parametrize("count", [1, 2, 3, 6, 7, 8, 9, 12, 60])
def test_a_short_table_of_word_is_kept_whole_and_a_long_one_at_both_ends(
    tmp_path: Path, count: int, render: Render
) -> None:
    data = render(source(tmp_path, "Body Text"), {"rows": [f"{n}" for n in range(count)]})
    found = [number for number, row in enumerate(table(data).rows) if kept(row)]
    last = count - 1
    assert found == (list(range(last)) if count <= wordkeep.SHORT else [0, 1, last - 2, last - 1])


@BOTH
@pytest.mark.parametrize("after", ["Table note", "Body Text", "Heading 2"])
@pytest.mark.parametrize("count", [1, 5, 20])
def test_the_last_row_is_kept_with_a_note_and_with_nothing_else(
    tmp_path: Path, count: int, after: str, render: Render
) -> None:
    data = render(source(tmp_path, after), {"rows": [f"{n}" for n in range(count)]})
    assert kept(table(data).rows[-1]) == (after == "Table note")


@BOTH
def test_the_paragraph_before_a_signature_is_kept_with_it(tmp_path: Path, render: Render) -> None:
    for made, context in ((papers.pleading(tmp_path), PLEADING), (papers.letter(tmp_path), LETTER)):
        paragraphs = Document(BytesIO(render(made, dict(context)))).paragraphs
        names = [paragraph.style.name if paragraph.style else "" for paragraph in paragraphs]
        first = next(at for at, name in enumerate(names) if name in ("Signature block line", "Closing"))
        assert paragraphs[first - 1].paragraph_format.keep_with_next
        assert not paragraphs[first - 2].paragraph_format.keep_with_next


HEAD = '<thead><tr><th class="table-heading">row 0</th></tr></thead>'


def rows_of(filler: int, count: int, style: str, *, head: bool, after: str = "") -> list[list[str]]:
    """On each page the rows of a table that stands below a heading and so many points of nothing."""
    rows = "".join(f'<tr><td class="table-text">row {n}</td></tr>' for n in range(1, count + 1))
    body = f"<colgroup><col></colgroup>{HEAD if head else ''}<tbody>{rows}</tbody>"
    made = f'<h2 class="heading-2">row sums</h2><table class="{style}">{body}</table>{after}'
    pages = printed(f'<div style="height: {filler}pt"></div>{made}')
    found = [[line for line in lines if line.startswith("row")] for lines in pages]
    return [lines for lines in found if lines]


STYLES = ("ruled-table", "ruled-table-total", "compact-table", "key-table", "fill-in-table")


@pytest.mark.parametrize("style", STYLES)
def test_a_short_table_stands_whole_below_its_heading(style: str) -> None:
    for filler in range(380, 640, 26):
        assert len(rows_of(filler, 6, style, head=True)) == 1
        assert len(rows_of(filler, 7, style, head=False)) == 1


def test_a_longer_table_is_broken() -> None:
    assert max(len(rows_of(filler, 8, "fill-in-table", head=False)) for filler in range(380, 640, 26)) == 2


@pytest.mark.parametrize("style", STYLES)
def test_neither_a_heading_nor_a_total_stands_with_a_single_row(style: str) -> None:
    broken = 0
    for filler in range(380, 640, 13):
        pages = rows_of(filler, 12, style, head=True)
        broken += len(pages) - 1
        assert pages[0][:4] == ["row sums", "row 0", "row 1", "row 2"]
        assert pages[-1][-3:] == ["row 10", "row 11", "row 12"]
    assert broken


def test_a_note_stands_on_the_page_of_its_tables_last_row() -> None:
    note = '<p class="table-note">row note</p>'
    for filler in range(380, 640, 13):
        assert rows_of(filler, 12, "ruled-table", head=True, after=note)[-1][-2:] == ["row 12", "row note"]


def test_a_statement_stands_on_the_page_of_its_signature_rule() -> None:
    block = (
        '<h2 class="heading-2">row heading</h2><p class="body-text">row statement</p>'
        '<p class="signature-rule">row signed</p>'
    )
    for filler in range(500, 640, 10):
        pages = printed(f'<div style="height: {filler}pt"></div>{block}')
        assert [sum(line.startswith("row") for line in lines) for lines in pages if lines] == [3]
