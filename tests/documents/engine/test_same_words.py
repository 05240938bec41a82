"""Whatever is typed comes out of DOCX and PDF as it was typed, and out of both alike."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents import fonts, pdf, reading, word
from tests.documents.engine.papers import with_twin, write

DRAWN = sorted(
    chr(code)
    for code in fonts.glyphs()
    if unicodedata.category(chr(code))[0] in "LNPS"
    and unicodedata.bidirectional(chr(code)) not in ("R", "AL", "AN")
)
TYPED = st.text(
    st.one_of(
        st.sampled_from(DRAWN),
        st.sampled_from(" \n\t\u00a0\u0301\u0323<>&'\"{}%#[]|-–"),
        st.characters(codec="ascii", categories=["L", "N", "P", "S"]),
    ),
    max_size=200,
)
HOSTILE = st.lists(
    st.sampled_from(
        [
            "{{ x }}",
            "{% if x %}",
            "{%p if x %}",
            "{# x #}",
            "</w:t>",
            "<p>",
            "&amp;",
            "]]>",
            "{_{",
            "%_}",
            "\u0430",
            " ",
        ]
    ),
    max_size=12,
).map("".join)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = [
        ("{%p for x in xs %}", "Body Text"),
        ("A{{ x }}Z", "Numbered point"),
        ("{%p endfor %}", "Body Text"),
    ]
    path = write(tmp_path_factory.mktemp("same") / "paper.docx", rows)
    with_twin(path)
    return path


@settings(max_examples=40)
@given(xs=st.lists(TYPED | HOSTILE, min_size=1, max_size=4))
def test_every_typed_character_is_in_both_papers(paper: Path, xs: list[str]) -> None:
    docx = word.render(paper, {"xs": xs}, title="T")
    made = pdf.render(paper.with_suffix(".html"), {"xs": xs}, title="T")
    assert reading.words_of_docx(docx).split("\n") == [
        reading.normal(f"{number}. A{x}Z") for number, x in enumerate(xs, start=1)
    ]
    assert reading.difference(docx, made.data) is None


@given(x=TYPED)
def test_what_is_typed_never_adds_a_paragraph(paper: Path, x: str) -> None:
    docx = word.render(paper, {"xs": [x]}, title="T")
    assert len(reading.words_of_docx(docx).split("\n")) == 1
