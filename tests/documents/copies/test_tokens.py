"""Notes change no word, and none of the tokens that anchor them is left, whatever template and answers."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents import notes_anchors, package, pdf, reading, template, word
from app.documents.compiled import paper
from app.documents.errors import NotPlain
from app.documents.notes import Note
from tests.documents.copies import notes
from tests.documents.engine import papers

GAP = f"{GAP_OPEN}to be confirmed: sum & <more>{GAP_CLOSE}"
TEXT = st.sampled_from(["", "a", "<b> & </w:p>", "a\nb\tc", GAP, f"x {GAP} y", "]]> -->", "{{ x }}"])
WORDS = st.sampled_from(
    ["Words.", "{{ x }}", "{{ y.z }} more"]
    + ["{% if b %}yes{% else %}{{ x }}{% endif %}", "{% if not c %}{{ y.z }}{% endif %}"]
)
LINES = st.recursive(
    WORDS.map(lambda line: [line]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: two[0] + two[1]),
        inner.map(lambda lines: ["{%p if b %}", *lines, "{%p else %}", "Else.", "{%p endif %}"]),
        inner.map(lambda lines: ["{%p for v in rows %}", "{{ v.k }}", *lines, "{%p endfor %}"]),
    ),
    max_leaves=5,
)
CONTEXT = st.fixed_dictionaries(
    {
        "x": TEXT,
        "y": st.fixed_dictionaries({"z": TEXT}),
        "b": st.booleans(),
        "c": st.booleans(),
        "rows": st.lists(st.fixed_dictionaries({"k": TEXT}), max_size=2),
    }
)
ANCHORS = (
    *(("print", path) for path in (("x",), ("y", "z"), ("rows", "[]", "k"))),
    ("around", ("b",)),
    ("if", ("c",)),
)
NOTES = tuple(
    Note("flag", "check", f"Of {anchor}", "Law", anchors=(frozenset({anchor}),)) for anchor in ANCHORS
) + (Note("gap", "must fix", "Sum", label="sum & <more>"),)
TOKENS = {notes_anchors.HERE, notes_anchors.GONE, notes_anchors.END, GAP_OPEN, GAP_CLOSE}


def written(folder: Path, lines: list[str]) -> Path:
    return papers.write(
        folder / "a.docx", [("Begin.", "Body Text"), *((each, "Body Text") for each in lines)]
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=LINES, context=CONTEXT)
def test_notes_change_no_word_of_the_word_file(
    tmp_path: Path, lines: list[str], context: dict[str, Any]
) -> None:
    source = written(tmp_path, lines)
    plain = word.render(source, context, title="x")
    noted = word.render(source, context, title="x", notes=NOTES)
    text = "".join(part.decode() for name, part in package.unpack(noted).items() if name.endswith(".xml"))
    assert not TOKENS & set(text)
    assert reading.words_of_docx(noted) == reading.words_of_docx(plain)
    said = [each.said for each in notes.comments(noted)]
    assert len(set(said)) == len(said)
    assert ("Blank. Sum" in said) == ("[to be confirmed: sum & <more>]" in reading.words_of_docx(plain))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=LINES, context=CONTEXT)
def test_both_ways_to_a_word_file_and_the_pdf_put_notes_on_the_same_paragraphs(
    tmp_path: Path, lines: list[str], context: dict[str, Any]
) -> None:
    source = written(tmp_path, lines)
    quick = word.render(source, context, title="x", notes=NOTES)
    read = template.read(source)
    assert paper.ready(read, "review") is not None
    slow = word._thoroughly(read, "a", context, "x", "review", NOTES)
    assert notes.comments(quick) == notes.comments(slow)
    assert package.unpack(quick)[package.MAIN] == package.unpack(slow)[package.MAIN]
    made = pdf.render(papers.with_twin(source), context, title="x", notes=NOTES)
    assert [box.said for box in notes.boxes(made)] == [each.said for each in notes.comments(quick)]
    assert reading.difference(quick, made.data) is None


@pytest.mark.parametrize("token", sorted(TOKENS - {GAP_OPEN, GAP_CLOSE}))
def test_a_token_in_an_answer_is_refused(tmp_path: Path, token: str) -> None:
    source = written(tmp_path, ["{{ x }}"])
    with pytest.raises(NotPlain, match="not a character"):
        word.render(source, {"x": f"a{token}1{notes_anchors.END}"}, title="x", notes=NOTES)
