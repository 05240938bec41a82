"""Namespaces under more than one name, and places where no Word file is: as in docxtpl."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from app.documents.compiled import grids, program
from app.documents.word import compile
from tests.documents.compiled import made

MAIN = "word/document.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
OTHER = "urn:example:other"
CELL = "<x:tc><x:p><x:r><x:t>{{ a }}</x:t></x:r></x:p></x:tc>"
PIECES = {
    "a paragraph": f'<x:p xmlns:x="{W}"><x:r><x:t x:y="1">{{{{ a }}}}</x:t></x:r></x:p>',
    "a paragraph without a name": f'<p xmlns="{W}"><r><t>{{{{ a }}}}</t></r></p>',
    "a paragraph of the same name": f'<w:p xmlns:w="{W}"><w:r><w:t>{{{{ a }}}}</w:t></w:r></w:p>',
    "a drawing": f'<w:p><w:r><w:drawing><d:inline xmlns:d="{WP}"><d:docPr id="9" name="{{{{ a }}}}"/>'
    "</d:inline></w:drawing></w:r></w:p>",
    "a table": f'<x:tbl xmlns:x="{W}"><x:tblGrid><x:gridCol/></x:tblGrid><x:tr>{CELL}</x:tr></x:tbl>',
    "a table to mend": f'<x:tbl xmlns:x="{W}"><x:tblGrid/><x:tr>{CELL}</x:tr></x:tbl>',
    "two names inside": f'<w:p><o:a xmlns:o="{OTHER}"><q:b xmlns:q="{OTHER}">{{{{ a }}}}</q:b></o:a></w:p>',
    "one name twice": f'<w:p><o:a xmlns:o="{OTHER}"/><o:b xmlns:o="{OTHER}">{{{{ a }}}}</o:b></w:p>',
    "one name for two": f'<w:p><o:a xmlns:o="{OTHER}"><o:b xmlns:o="{OTHER}/2">{{{{ a }}}}</o:b></o:a></w:p>',
    "a loop": f'<w:p><w:r><w:t>{{% for i in b %}}<x:br xmlns:x="{W}"/>{{{{ i }}}}'
    "{% endfor %}</w:t></w:r></w:p>",
    "nothing odd": "<w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p>",
}
VALUES = st.sampled_from(
    ["x", "A & <b>", Markup(f'<x:tab xmlns:x="{W}"/>'), Markup(f"<x:tab xmlns:x='{W}'/>"), "\ufffe", 7]
)


def template(*pieces: str) -> bytes:
    """A file with these pieces in front of what an empty one has, just as they are written here."""
    with zipfile.ZipFile(io.BytesIO(made.template())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[MAIN] = re.sub(rb"<w:body>", b"<w:body>" + "".join(pieces).encode(), parts[MAIN], count=1)
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return kept.getvalue()


@given(st.lists(st.sampled_from(sorted(PIECES)), min_size=1, max_size=3), VALUES, st.booleans())
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_namespace_has_the_name_docxtpl_gives_it(names: list[str], value: Any, autoescape: bool) -> None:
    data = template(*(PIECES[name] for name in names))
    context = {"a": value, "b": [1, value]}
    ours = made.outcome(lambda: compile(data).render(context, None, autoescape))
    assert ours == made.outcome(lambda: made.by_docxtpl(data, context, None, autoescape))


def test_a_second_name_is_seen_when_the_template_is_opened() -> None:
    seen = {name: program.opened(template(piece)) for name, piece in PIECES.items()}
    once = sorted(name for name, opened in seen.items() if opened is not None and opened.named)
    assert once == ["a paragraph of the same name", "nothing odd", "one name for two", "one name twice"]


def test_the_quotes_around_a_namespace_do_not_matter() -> None:
    assert grids.named_once(f"""<a xmlns:x="{OTHER}"><b xmlns:x = '{OTHER}'/></a>""")
    assert not grids.named_once(f"""<a xmlns:x="{OTHER}"><b xmlns='{OTHER}'/></a>""")


def unpacked(folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(made.template("{{ a }}"))) as archive:
        archive.extractall(folder)
    return folder


@pytest.mark.parametrize("data", [None, b"", b"words", b"PK\3\4 and no more"])
def test_where_no_word_file_is_the_mistake_is_that_of_docxtpl(tmp_path: Path, data: bytes | None) -> None:
    place = tmp_path / "letter.docx"
    if data is not None:
        place.write_bytes(data)
    with pytest.raises(PackageNotFoundError) as stock:
        DocxTemplate(str(place)).render({})
    with pytest.raises(PackageNotFoundError) as ours:
        compile(place)
    assert str(ours.value) == str(stock.value)


def test_an_unpacked_word_file_is_filled_too(tmp_path: Path) -> None:
    folder = unpacked(tmp_path)
    stock = DocxTemplate(str(folder))
    stock.render({"a": "x"})
    assert made.parts(compile(folder).render({"a": "x"})) == made.parts(made.saved(stock))
