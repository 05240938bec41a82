"""Generated templates and contexts: compiled and docxtpl's own files are the same, part by part."""

from typing import Any

from docxtpl import Listing, R
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from app.documents.compiled import grids, program, proof
from app.documents.word import compile
from tests.documents.compiled import made

WORDS = st.text(st.sampled_from("ab é’<>&\"'\n\t\a\f\r]{}%_\x0b🙂"), max_size=12)
PIECES = st.sampled_from(
    [
        "words ",
        "{{ a }}",
        "{{ b|e }}",
        "{{r c }}",
        "{% if a %}{{ b }}{% else %}no{% endif %}",
        "{# x #}",
        "{{- a -}}",
        "{% for i in d %}{{ i.e }}{{ loop.index }}{% endfor %}",
        "{_{",
        "& < >",
        "{{ a ~ b }}",
        "{{ f.g }}",
        "“{{ d[0].e }}”",
    ]
)
LINES = st.lists(PIECES, min_size=1, max_size=4).map("".join)
BLOCKS = st.one_of(
    LINES.map(lambda line: [line]),
    LINES.map(lambda line: ["{%p for i in d %}", line, "{{ i.e }}", "{%p endfor %}"]),
    LINES.map(lambda line: ["{%p if b %}", line, "{%p else %}", "{%p endif %}"]),
)
VALUES = st.one_of(
    WORDS,
    st.integers(),
    st.none(),
    WORDS.map(R),
    WORDS.map(Listing),
    st.sampled_from([Markup("<w:br/>"), Markup("<")]),
)
CONTEXTS = st.fixed_dictionaries(
    {"a": VALUES, "b": WORDS, "c": VALUES, "d": st.lists(st.fixed_dictionaries({"e": VALUES}), max_size=3)}
)
CELLS = st.lists(
    st.sampled_from(["x", "{{ a }}", "{% if b %}y{% endif %}", "{% hm %}z"]), min_size=3, max_size=3
)
ROWS = st.one_of(
    CELLS.map(lambda cells: [cells]),
    CELLS.map(lambda cells: [["{%tr for i in d %}", "", ""], cells, ["{%tr endfor %}", "", ""]]),
    CELLS.map(lambda cells: [["{%tr if b %}", "", ""], cells, ["{%tr endif %}", "", ""]]),
    st.just([["{%tc for i in d %}", "{{ i.e }}", "{%tc endfor %}"]]),
    st.just([["{% colspan 2 %}", "{% cellbg b %}", "{% vm %}"]]),
)
GENERATED = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def agree(data: bytes, context: dict[str, Any], autoescape: bool) -> None:
    ours = made.outcome(lambda: compile(data).render(context, None, autoescape))
    assert ours == made.outcome(lambda: made.by_docxtpl(data, context, None, autoescape))


@given(st.lists(BLOCKS, min_size=1, max_size=4), CONTEXTS, st.booleans())
@GENERATED
def test_generated_paragraphs(blocks: list[list[str]], context: dict[str, Any], autoescape: bool) -> None:
    agree(made.template(*(line for block in blocks for line in block)), context, autoescape)


@given(st.lists(ROWS, min_size=1, max_size=3), CONTEXTS, st.sets(st.integers(0, 2)), st.booleans())
@GENERATED
def test_generated_tables(
    rows: list[list[list[str]]], context: dict[str, Any], merged: set[int], autoescape: bool
) -> None:
    flat = [row for block in rows for row in block]
    agree(made.table(flat, merged=[n for n in merged if n < len(flat)]), context, autoescape)


@given(LINES, LINES, LINES, CONTEXTS, st.booleans())
@GENERATED
def test_generated_headers_and_footers(
    header: str, footer: str, line: str, context: dict[str, Any], autoescape: bool
) -> None:
    agree(made.page(header, footer, line), context, autoescape)


def test_a_table_of_plain_rows_is_known_beforehand_and_one_with_columns_is_not() -> None:
    plain = [["a", "b"], ["{%tr for w in d %}", ""], ["{{ w.e }}", "x"], ["{%tr endfor %}", ""]]
    columns = [["{%tc for w in d %}", "{{ w.e }}", "{%tc endfor %}"]]
    opened = [program.opened(made.table(rows)) for rows in (plain, columns)]
    assert [each is not None and each.static for each in opened] == [True, False]


def test_a_missing_cell_is_seen_in_filled_text() -> None:
    cell, grid = "<w:tc><w:p/></w:tc>", "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    full, short = (f"<w:tbl>{grid}<w:tr>{cell * n}</w:tr></w:tbl>" for n in (2, 1))
    assert grids.tables_settled(full)
    assert not grids.tables_settled(short)


def test_only_plain_data_counts_as_plain() -> None:
    assert sorted(proof.plain_texts({"a": ["b", {"c": 1}]}) or []) == ["a", "b", "c"]
    assert proof.plain_texts({"a": [Markup("b")]}) is None
