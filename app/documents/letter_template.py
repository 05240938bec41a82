"""A Word template made from the base document, the letterhead block and the lines of a letter."""

from collections.abc import Iterable
from io import BytesIO
from itertools import groupby
from pathlib import Path

from docx import Document

from app.documents import blocks, package
from app.documents.letter_reading import Line


def made(lines: Iterable[Line], title: str, templates: Path) -> bytes:
    """The template as a Word file, with the same bytes each time; `templates` is the folder `docx`."""
    document = Document(str(templates / "_base.docx"))
    document.core_properties.category = "letter"
    document.core_properties.title = title
    blocks.place(document, "letterhead", templates / "_blocks")
    for line in lines:
        paragraph = document.add_paragraph(style=line.style)
        for look, signs in groupby(line.words, key=lambda each: each[1]):
            run = paragraph.add_run("".join(sign for sign, _ in signs))
            if look:
                run.style = look
    file = BytesIO()
    document.save(file)
    return package.pack(package.unpack(file.getvalue()))
