"""Word templates written on the spot, and two papers that use most of what the engine can do."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from docx import Document
from docx.document import Document as OpenDocument
from docx.oxml import OxmlElement
from docx.shared import Inches
from docx.table import Table

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents import blocks, twin
from app.documents.layouts import bundle

Rows = Sequence[tuple[str, str]]
BASE = bundle() / "docx" / "_base.docx"
BLOCKS = bundle() / "docx" / "_blocks"


def begin(layout: str = "letter") -> OpenDocument:
    """The base document, opened to be written in."""
    document = Document(str(BASE))
    document.core_properties.category = layout
    return document


def table(document: OpenDocument, rows: Sequence[Rows], style: str = "Ruled table", head: int = 0) -> Table:
    """Add a table of (text, style) cells, the first `head` rows repeated on each page."""
    made = document.add_table(len(rows), len(rows[0]), style=style)
    for column in made.columns:
        column.width = Inches(6.5 / len(rows[0]))
    for number, (row, cells) in enumerate(zip(made.rows, rows, strict=True)):
        for cell, (text, cell_style) in zip(row.cells, cells, strict=True):
            cell.paragraphs[0].text, cell.paragraphs[0].style = text, cell_style
        if number < head:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return made


def write(path: Path, rows: Rows, layout: str = "letter") -> Path:
    """A template of these paragraphs."""
    document = begin(layout)
    for text, style in rows:
        document.add_paragraph(text, style=style)
    document.save(str(path))
    return path


def with_twin(docx: Path) -> Path:
    """Write the twin of a template beside it."""
    html = docx.with_suffix(".html")
    html.write_text(twin.twin_of(docx), encoding="utf-8")
    return html


Context = dict[str, object]

LETTER: Context = {
    "office": {"letterhead": {"name": "Sample & Example Legal Aid", "lines": ["1 First Street", "555-0142"]}},
    "attorney": {"name": "Ruth Quist", "signature": ["Ruth Quist", "Missouri Bar No. 00000"]},
    "client_name": {"full": "Zoë O’Brien-Nguyễn"},
    "sent": date(2026, 3, 5),
    "recipient": ["Whit & Sons <Cleaning>, LLC", "48 Industrial Drive", "Independence, MO 64055"],
    "represented": False,
    "story": ["First paragraph.", "She said: {{ 7*7 }} {% raw %} & <b>nothing</b>."],
    "rows": [{"label": f"Week {n}", "sum": Decimal(n) * Decimal("12.345")} for n in range(1, 6)],
    "total": Decimal("185.18"),
    "last_day": f"{GAP_OPEN}to be confirmed: last day of work{GAP_CLOSE}",
    "days": 14,
}  # fmt: skip

PLEADING: Context = {
    "caption": {
        "court": "In the Circuit Court of Jackson County, Missouri", "paper": "Petition", "case_number": "",
        "division": "", "first_party": "Ana María Díaz", "first_role": "Plaintiff",
        "second_party": "Whit & Sons", "second_role": "Defendant",
    },
    "signed_by_attorney": True, "filed_limited": True,
    "attorney": {"name": "Ruth Quist", "bar_number": "00000", "phone": "816-555-0142",
                 "email": "r@example.org"},
    "office": {"name": "Sample Legal Aid", "fax": "", "address": {"lines": ["1 First Street", "Liberty"]}},
    "facts": [{"text": f"Fact {n} of the petition, told at some length. " * 4, "parts": ["one;", "two."]}
              for n in range(1, 8)],
    "counts": ["Unpaid Wages", "Breach of Contract"],
    "prayer": ["the unpaid wages;", "costs."],
}  # fmt: skip


def letter(folder: Path) -> Path:
    """A demand letter with a table, lists, an inline condition, a gap and shared blocks."""
    document = begin("letter")

    def add(text: str, style: str = "Body Text") -> None:
        document.add_paragraph(text, style=style)

    blocks.place(document, "letterhead", BLOCKS)
    add("{{ sent }}", "Date line")
    for text in ("{%p for line in recipient %}", "{{ line }}", "{%p endfor %}"):
        add(text, "Address line")
    add("Re: Wages of {{ client_name.full }} until {{ last_day }}", "Re line")
    add("Dear Sir or Madam:", "Salutation")
    add("{% if represented %}You have an attorney.{% else %}Pass this on.{% endif %} Read on.")
    for text in ("{%p for part in story %}", "{{ part }}", "{%p endfor %}"):
        add(text)
    rows = [
        [("Week", "Table heading"), ("Sum", "Table heading number")],
        [("{%tr for row in rows %}", "Table text"), ("", "Table text")],
        [("{{ row.label }}", "Table text"), ("{{ row.sum | money }}", "Table number")],
        [("{%tr endfor %}", "Table text"), ("", "Table text")],
        [("Total", "Table total label"), ("{{ total | money }}", "Table total")],
    ]
    table(document, rows, "Ruled table total", head=1)
    add("Within {{ days | words }} ({{ days }}) days:", "List intro")
    add("Pay {{ total | money }}.", "Numbered point")
    add("a part", "Lettered point")
    add("Keep every record.", "Numbered point")
    blocks.place(document, "letter_signature", BLOCKS)
    document.save(str(folder / "letter.docx"))
    return folder / "letter.docx"


def pleading(folder: Path) -> Path:
    """A petition with caption, numbered paragraphs, counts, prayers, signature block and certificates."""
    document = begin("pleading")

    def add(text: str, style: str) -> None:
        document.add_paragraph(text, style=style)

    blocks.place(document, "caption", BLOCKS)
    add("Plaintiff states:", "Pleading text")
    add("{%p for fact in facts %}", "Pleading text")
    add("{{ fact.text }}", "Numbered paragraph")
    add("{%p for part in fact.parts %}", "Pleading text")
    add("{{ part }}", "Lettered item")
    add("{%p endfor %}", "Pleading text")
    add("{%p endfor %}", "Pleading text")
    add("{%p for count in counts %}", "Pleading text")
    add("{{ count }}", "Count heading")
    add("Plaintiff restates the paragraphs above.", "Numbered paragraph")
    add("WHEREFORE, Plaintiff asks for:", "Prayer intro")
    for text in ("{%p for order in prayer %}", "{{ order }}", "{%p endfor %}"):
        add(text, "Prayer item")
    add("{%p endfor %}", "Pleading text")
    blocks.place(document, "pleading_signature", BLOCKS)
    document.save(str(folder / "pleading.docx"))
    return folder / "pleading.docx"
