"""The bench's two papers made by docxtpl and by WeasyPrint as their own documentation shows it."""

from functools import lru_cache
from io import BytesIO

from docxtpl import DocxTemplate
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from app.documents import fonts, layouts, pdf
from app.documents.environment import fill
from bench import ours
from bench.ours import TITLES, context, source

SHEETS = layouts.folder_of()


def docx(paper: str, number: int) -> bytes:
    """The Word file by docxtpl, told to escape (it would lose text otherwise)."""
    template = DocxTemplate(source(paper))
    template.render(context(paper, number), autoescape=True)
    made = BytesIO()
    template.save(made)
    return made.getvalue()


@lru_cache(maxsize=64)
def page(paper: str, number: int) -> str:
    """The page that WeasyPrint is given; made once, beforehand where a single paper is timed."""
    # Stock draws with the product's faces too: another face would break lines elsewhere.
    fonts.configuration()
    body = pdf.body(source(paper).with_suffix(".html"), ours.context(paper, number))
    skeleton = (SHEETS / "page.html").read_text(encoding="utf-8")
    return fill(skeleton, {"language": "en-US", "title": TITLES[paper], "body": body})


def pdf_of(paper: str, number: int, variant: str = "pdf/a-2a") -> bytes:
    """The tagged PDF of the same page and style sheets, of the same kind as the product's unless told."""
    known = FontConfiguration()
    names = (f"{layout(paper)}.css", "draft.css")
    sheets = [CSS(filename=SHEETS / name, font_config=known) for name in names]
    data: bytes = HTML(string=page(paper, number)).write_pdf(
        stylesheets=sheets, font_config=known, pdf_variant=variant
    )
    return data


def layout(paper: str) -> str:
    """The page layout of a paper."""
    return pdf.read(source(paper).with_suffix(".html")).layout.name
