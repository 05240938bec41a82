"""A PDF is tagged, set in our own faces, fetches nothing and says what was answered."""

import io
import re
import subprocess
from pathlib import Path

import pikepdf
import pytest
import weasyprint

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents import fonts, pdf, reading, reading_pdf, styles, undrawn, word
from app.documents.errors import FetchRefused, NameMissing, NotPlain, OpenGap, TwinMissing
from app.documents.fetcher import ADDRESS, Bundle, Refused
from app.documents.layouts import LAYOUTS, Copy, bundle
from tests.documents.engine.conftest import Template
from tests.documents.engine.papers import with_twin

LAYOUT_FOLDER = bundle() / "html" / "_layout"


def page(inside: str) -> str:
    return f'<!DOCTYPE html><html lang="en-US"><head><title>T</title></head><body>{inside}</body></html>'


def lay_out(inside: str, layout: str = "letter", copy: Copy = "clean") -> bytes:
    return pdf.laid_out(page(inside), LAYOUTS[layout], copy).data


def poppler(data: bytes, *options: str) -> str:
    return subprocess.run(
        ["pdftotext", *options, "-", "-"], input=data, capture_output=True, check=True
    ).stdout.decode()


def test_the_file_says_it_is_accessible(letter_pdf: pdf.Pdf) -> None:
    with pikepdf.open(io.BytesIO(letter_pdf.data)) as opened:
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang) == "en-US"
        assert b"pdfuaid:part" in opened.Root.Metadata.read_bytes()


def test_the_title_is_the_papers_and_nothing_else_is_told(letter_pdf: pdf.Pdf) -> None:
    with pikepdf.open(io.BytesIO(letter_pdf.data)) as opened:
        told = {key: str(value) for key, value in opened.docinfo.items()}
    assert told == {"/Title": "Demand letter", "/Producer": "Draftwell"}


def test_header_cells_of_tables_are_tagged_as_such(letter_pdf: pdf.Pdf) -> None:
    with pikepdf.open(io.BytesIO(letter_pdf.data)) as opened:
        kinds = [
            str(thing.S)
            for thing in opened.objects
            if isinstance(thing, pikepdf.Dictionary) and "/S" in thing
        ]
    assert kinds.count("/TH") == 2
    assert kinds.count("/TR") == 7


def all_tables(cell: str) -> str:
    """A table of each style with a row of each style for cells; `cell` says how one is written."""

    def row(name: str, element: str = "td") -> str:
        words = ("Words that run over the end of the line. " * 9, "17", "")
        cells = (cell.format(cell=element, style=styles.slug(name), words=each) for each in words)
        return f"<tr>{''.join(cells)}</tr>"

    rows = "".join(row(name) for name in styles.CELLS)
    head = "".join(row(name, "th") for name in styles.CELLS if "heading" in name)
    inside = f"<thead>{head}</thead><tbody>{rows}</tbody>"
    return "".join(f'<table class="{styles.slug(name)}">{inside}</table>' for name in styles.TABLES)


def places(data: bytes) -> list[float]:
    """The edges of each word in the order of the text, in points."""
    found = re.findall(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)"', poppler(data, "-bbox"))
    return [float(edge) for word in found for edge in word]


def test_a_cell_that_is_its_paragraph_is_printed_as_one_that_holds_it() -> None:
    itself = lay_out(all_tables('<{cell} class="{style}">{words}</{cell}>'))
    holding = lay_out(all_tables('<{cell}><p class="{style}">{words}</p></{cell}>'))
    assert len(places(itself)) > 4000
    assert places(itself) == pytest.approx(places(holding), abs=0.002)


def heading_tags(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as opened:
        tags = [str(thing.get("/S", "")) for thing in opened.objects if isinstance(thing, pikepdf.Dictionary)]
    return [tag for tag in tags if tag.startswith("/H")]


def test_no_level_of_headings_is_skipped() -> None:
    inside = "<h2>a</h2><h2>b</h2><h3>c</h3><h1>d</h1><h3>e</h3><h2>f</h2>"
    assert heading_tags(lay_out(inside)) == ["/H1", "/H1", "/H2", "/H1", "/H2", "/H2"]


def test_the_number_of_pages_is_told(pleading_pdf: pdf.Pdf) -> None:
    with pikepdf.open(io.BytesIO(pleading_pdf.data)) as opened:
        assert len(opened.pages) == pleading_pdf.pages > 2


@pytest.mark.parametrize("copy", ["review", "clean"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_only_a_review_copy_says_draft_and_says_it_on_every_page(layout: str, copy: Copy) -> None:
    text = poppler(lay_out('<p class="new-page-heading">a</p>' * 3, layout, copy))
    assert [part.count("DRAFT") for part in text.split("\f")[:3]] == [copy == "review"] * 3


@pytest.mark.parametrize("copy", ["review", "clean"])
def test_a_memo_says_on_every_page_that_it_is_privileged(copy: Copy) -> None:
    assert "PRIVILEGED" in poppler(lay_out("<p>a</p>", "memo", copy))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_has_the_paper_word_has(layout: str) -> None:
    with pikepdf.open(io.BytesIO(lay_out("<p>a</p>", layout))) as opened:
        box = [float(edge) for edge in opened.pages[0].MediaBox]
    assert box == [0, 0, LAYOUTS[layout].width * 72, LAYOUTS[layout].height * 72]


# What a page may try to fetch; each would be read by WeasyPrint as it comes.
ATTEMPTS = [
    '<img src="file:///etc/hostname" alt="x">',
    '<img src="http://127.0.0.1:9/a.png" alt="x">',
    '<img src="https://example.org/a.png" alt="x">',
    '<img src="ftp://example.org/a.png" alt="x">',
    '<img src="a.png" alt="x">',
    '<img src="../../../etc/hostname" alt="x">',
    '<img src="styles.css?x" alt="x">',
    '<img src="data:image/png;base64,aGk=" alt="x">',
    '<link rel="attachment" href="file:///etc/hostname">',
    '<link rel="attachment" href="http://169.254.169.254/latest/meta-data/">',
    '<a rel="attachment" href="file:///etc/hostname">x</a>',
    '<link rel="stylesheet" href="file:///etc/hostname">',
    '<link rel="stylesheet" href="https://example.org/a.css">',
    '<style>@import "file:///etc/hostname";</style>',
    "<style>@import url(https://example.org/a.css);</style>",
    "<style>@font-face { font-family: x; src: url(file:///etc/hostname) }</style><p>x</p>",
    "<style>@font-face { font-family: x; src: url(https://example.org/a.woff) }</style><p>x</p>",
    '<p style="background: url(file:///etc/hostname)">x</p>',
    '<p style="background: url(https://example.org/a.png)">x</p>',
    '<p style="list-style-image: url(https://example.org/a.png); display: list-item">x</p>',
    '<p style="border-image-source: url(https://example.org/a.png)">x</p>',
    "<style>p::before { content: url(https://example.org/a.png) }</style><p>x</p>",
    "<style>@page { background: url(https://example.org/a.png) }</style><p>x</p>",
    '<object data="file:///etc/hostname"></object>',
    '<embed src="file:///etc/hostname">',
    '<svg width="9" height="9"><image href="https://example.org/a.png" width="9" height="9"/></svg>',
]


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_a_page_that_fetches_is_refused(attempt: str) -> None:
    with pytest.raises(FetchRefused, match="only its own style sheets are served"):
        lay_out(attempt)


def test_with_weasyprints_own_fetcher_a_file_would_be_embedded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("planted")
    inside = f'<link rel="attachment" href="{secret.as_uri()}"><p>x</p>'
    leaked = weasyprint.HTML(string=page(inside)).write_pdf()
    with pikepdf.open(io.BytesIO(leaked)) as opened:
        assert [file.get_file().read_bytes() for file in opened.attachments.values()] == [b"planted"]
    with pytest.raises(FetchRefused):
        lay_out(inside)


def test_the_bundle_serves_its_style_sheets_and_nothing_beside_them() -> None:
    served = Bundle(LAYOUT_FOLDER)
    assert b"body-text" in served.fetch(f"{ADDRESS}styles.css").read()
    for address in (f"{ADDRESS}page.html", f"{ADDRESS}../fonts/liberation2.conf", "file:///etc/hostname"):
        with pytest.raises(Refused):
            served.open(address)


def test_only_our_own_faces_are_used_even_for_what_they_lack() -> None:
    data = lay_out('<p class="body-text">Latin 漢字 🙂 ☐</p><p class="sheet-text">sans</p>')
    with pikepdf.open(io.BytesIO(data)) as opened:
        names = {str(font.BaseFont) for font in opened.pages[0].resources.Font.values()}
    assert {re.sub(r"^/[A-Z]{6}\+", "", name) for name in names} <= {"Liberation-Serif", "Liberation-Sans"}


def test_what_our_faces_cannot_draw_is_told_before_anything_is_laid_out(template: Template) -> None:
    twin = with_twin(template(("A{{ x }}", "Body Text")))
    assert undrawn.characters(twin, {"x": "Łukasz Nguyễn 漢 🙂\n\u00a0"}) == ("漢", "🙂")
    assert fonts.missing("“quotes” – § é ễ ﬁ ½ €") == set()


def test_no_letter_is_taken_for_another() -> None:
    names = "Łukasz Nguyễn Đặng “quotes” ’n’ Çelik Škoda Ñandú Œuvre ﬁ ffi § ½ € – — Ёлка Ωμέγα Ọ̀ṣun"
    (line,) = reading_pdf.lines(lay_out(f'<p class="body-text">{names}</p>'), cells=" ")
    assert line == names


@pytest.mark.parametrize(
    "typed", ["<b>bold</b> & <", "{{ 7*7 }}", "{% if x %}", "]]>", "&amp;", "<script>", "<!-- x -->"]
)
def test_what_is_typed_is_what_is_printed(template: Template, typed: str) -> None:
    made = pdf.render(with_twin(template(("A{{ x }}Z", "Body Text"))), {"x": typed}, title="T")
    assert reading_pdf.lines(made.data, cells=" ") == [f"A{typed}Z"]


def test_markup_in_the_title_stays_words(template: Template) -> None:
    made = pdf.render(with_twin(template(("x", "Body Text"))), {}, title="</title><img src=x>")
    with pikepdf.open(io.BytesIO(made.data)) as opened:
        assert str(opened.docinfo.Title) == "</title><img src=x>"


def test_a_gap_is_marked_and_keeps_a_clean_copy_back(template: Template) -> None:
    twin = with_twin(template(("A {{ x }}", "Body Text")))
    gap = {"x": f"{GAP_OPEN}to be confirmed: pay{GAP_CLOSE}"}
    assert reading_pdf.lines(pdf.render(twin, gap, title="T").data, cells=" ") == ["A [to be confirmed: pay]"]
    assert '<span class="gap">[to be confirmed: pay]</span>' in pdf.body(twin, gap)
    with pytest.raises(OpenGap):
        pdf.render(twin, gap, title="T", copy="clean")


def test_a_preview_may_wrap_every_printed_value(template: Template) -> None:
    from markupsafe import Markup

    from app.documents.filters import in_html

    def wrapped(value: object) -> str:
        return Markup("<mark>{}</mark>").format(in_html(value))

    twin = with_twin(template(("A {{ x }}", "Body Text")))
    assert (
        pdf.body(twin, {"x": "<b>"}, finalize=wrapped)
        == '<p class="body-text">A <mark>&lt;b&gt;</mark></p>\n'
    )


def test_missing_names_and_foreign_values_are_refused(template: Template) -> None:
    twin = with_twin(template(("A {{ x }}", "Body Text")))
    with pytest.raises(NameMissing):
        pdf.render(twin, {}, title="T")
    with pytest.raises(NotPlain):
        pdf.render(twin, {"x": None}, title="T")


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.partition("\n")[2],
        lambda text: text.replace("layout letter", "layout poster"),
        lambda text: text.replace("{{ x }}", "{{ x() }}"),
        lambda text: text.replace('class="body-text"', 'class="{{ x }}"'),
    ],
    ids=["no head", "no such layout", "foreign syntax", "a tag in an element"],
)
def test_a_twin_the_engine_did_not_write_is_refused(template: Template, change: object) -> None:
    twin = with_twin(template(("A {{ x }}", "Body Text")))
    twin.write_text(change(twin.read_text(encoding="utf-8")), encoding="utf-8")  # type: ignore[operator]
    with pytest.raises(TwinMissing, match="draftwell twin"):
        pdf.render(twin, {"x": "y"}, title="T")


def test_the_log_is_never_told_what_a_person_wrote() -> None:
    import logging

    heard: list[str] = []
    listener = logging.Handler()
    listener.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger().addHandler(listener)
    try:
        lay_out("<p>漢</p>")
    finally:
        logging.getLogger().removeHandler(listener)
    assert heard == []


@pytest.mark.parametrize("row", ["{{ gap }} {{ gap }}", "{{ gap }}  {{ gap }}, {{ gap }} {{ gap }}"])
def test_a_blank_between_two_marked_blanks_can_be_read(template: Template, row: str) -> None:
    path = template((row, "Body Text"))
    with_twin(path)
    context: dict[str, object] = {"gap": f"{GAP_OPEN}to be confirmed: pay{GAP_CLOSE}"}
    made = pdf.render(path.with_suffix(".html"), context, title="Paper")
    assert reading.difference(word.render(path, context, title="Paper"), made.data) is None
