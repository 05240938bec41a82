"""Any page of tables and paragraphs has the bytes of stock, whatever its words, styles and pages."""

import os
from html import escape

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.documents.layouts import Copy
from tests.documents.swift.conftest import Both

WORDS = st.sampled_from(
    ["wages", "AVAToefl", "$1,234.50", "½", "Nguyễn", "Żółkiewska", "שלום", "שכר 12", "אב,", "Δίκη", "труд",
     "–", "“so”", "e\u0301", "a\u00adsoft\u00adhyphen", "no\u00a0break", "zero\u200bwidth", "x" * 70, "a-b",
     "https://example.org/a/b", "fi", "\u202bright\u202c", "東", "🙂", "  ", "\u2028", "tab\there"]
)  # fmt: skip
TEXT = st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=12).filter(str.isprintable)


def run(text: str, element: str | None) -> str:
    return f"<{element}>{escape(text)}</{element.split()[0]}>" if element else escape(text)


RUN = st.builds(
    run, TEXT, st.sampled_from([None, None, "strong", "em", 'span class="gap"', 'span lang="es"'])
)
STYLE = st.sampled_from(
    ["body-text", "numbered-paragraph", "lettered-item", "bullet-item", "heading-2", "flag-check",
     "sheet-warning", "prayer-intro", "signature-line", "privileged-heading", "new-page-heading",
     "pleading-quote", "count-heading"]
)  # fmt: skip
FOREIGN = st.sampled_from(
    ["text-align: justify", "width: 50%; padding: 3%", "float: right; width: 2in", "hyphens: auto",
     "position: absolute; left: 0; border-left: 2pt solid", "letter-spacing: 1pt; word-spacing: 3pt",
     "border: 1pt dotted red; border-radius: 3pt", "font-variant: small-caps", "white-space: pre-wrap",
     "opacity: 0.5", "font-size: 0", "overflow: hidden; text-overflow: ellipsis; white-space: nowrap",
     "columns: 2", "display: inline-block; max-width: calc(20% + 10pt)", "visibility: hidden",
     "border: solid; border-color: red blue", "background: linear-gradient(#fff, #ccc)", "display: flex",
     "box-shadow: 1pt 1pt gray", "position: relative; top: 2pt", "text-decoration: underline",
     "border-bottom: 2pt solid transparent", "max-height: 1in; overflow: hidden", "display: grid",
     "break-before: page", "margin: auto; width: min-content", "direction: rtl; border-left: 1pt solid"]
)  # fmt: skip
"""Styles our papers do not use: the hot paths must know when to step aside."""


def paragraph(style: str, foreign: str | None, runs: list[str]) -> str:
    own = f' style="{foreign}"' if foreign else ""
    return f'<p class="{style}"{own}>{"".join(runs)}</p>'


PARAGRAPH = st.builds(paragraph, STYLE, st.none() | FOREIGN, st.lists(RUN, max_size=3))
ITEMS = st.lists(RUN, min_size=1, max_size=4).map(
    lambda runs: f"<ul>{''.join(f'<li>{r}</li>' for r in runs)}</ul>"
)


@st.composite
def table(draw: st.DrawFn) -> str:
    wide = draw(st.integers(1, 7))
    look = draw(
        st.sampled_from(["ruled-table", "ruled-table-total", "compact-table", "key-table", "caption-table"])
    )
    cell = st.builds(
        lambda text, style, lean: (
            f'<td class="{style}">{escape(text)}</td>'
            if lean
            else f'<td><p class="{style}">{escape(text)}</p></td>'
        ),
        TEXT | WORDS | st.just(""),
        st.sampled_from(["table-text", "table-number", "compact-text"]),
        st.booleans(),
    )
    row = st.lists(cell, min_size=wide, max_size=wide).map(lambda cells: f"<tr>{''.join(cells)}</tr>")
    rows = draw(st.lists(row, min_size=1, max_size=4)) * draw(st.sampled_from([1, 1, 1, 12]))
    head = "".join(f'<th scope="col"><p class="table-heading">Column {n}</p></th>' for n in range(wide))
    head = f"<thead><tr>{head}</tr></thead>" if draw(st.booleans()) else ""
    cols = f"<colgroup>{'<col>' * wide}</colgroup>"
    return f'<table class="{look}">{cols}{head}<tbody>{"".join(rows)}</tbody></table>'


PARTS = st.lists(PARAGRAPH | table() | ITEMS, min_size=1, max_size=8).map("\n".join)


@settings(
    max_examples=int(os.environ.get("SWIFT_PAGES", 40)),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(
    parts=PARTS, layout=st.sampled_from(["letter", "pleading", "sheet", "landscape", "memo"]),
    copy=st.sampled_from(["review", "clean"]), way=st.sampled_from(["ltr", "ltr", "rtl"]),
)  # fmt: skip
def test_any_page_has_the_bytes_of_stock(both: Both, parts: str, layout: str, copy: Copy, way: str) -> None:
    page = (
        '<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title>T</title></head>'
        f'<body><div style="direction: {way}">{parts}</div></body></html>'
    )
    stock, ours = both(page, layout, copy)
    assert ours == stock
