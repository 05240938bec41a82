"""The glyphs of a page are read quickly as they are read operator by operator, and say what the tags say."""

import io

import pikepdf

from app.documents import leak_pdf, reading
from app.documents.leak_texts import squeezed
from app.documents.paper import Made


def fonts(page: pikepdf.Page) -> dict[bytes, leak_pdf.Glyphs]:
    return {
        name[1:].encode(): leak_pdf.glyphs(font.ToUnicode.read_bytes())
        for name, font in page.resources.Font.items()
    }


def test_both_readers_of_a_page_read_the_same(made: Made) -> None:
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        for page in pdf.pages:
            known = fonts(page)
            quick = leak_pdf.quickly(page.obj.Contents.read_bytes(), known)
            assert quick == leak_pdf.slowly(page, known)
            assert len(quick) > 100


def test_every_line_of_the_tags_stands_on_a_page(made: Made) -> None:
    seen = squeezed("\n".join(leak_pdf.pages(made.pdf)))
    lines = [squeezed(line) for line in reading.words_of_pdf(made.pdf).split("\n")]
    assert lines
    assert [line for line in lines if line not in seen] == []


def test_a_page_drawn_with_plain_strings_is_read_too() -> None:
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.obj.Contents = pdf.make_stream(b"BT 1 0 0 1 72 700 Tm [(Wenzel) -250 ( Mari\\147old)] TJ ET")
        pdf.save(made)
    (text,) = leak_pdf.pages(made.getvalue())
    assert text.strip() == "Wenzel Marigold"
