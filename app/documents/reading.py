"""Read a finished Word file or PDF back as words, and say whether the two hold the same ones."""

import re
import unicodedata
from collections.abc import Iterator

from lxml import etree

from app.documents import package, reading_pdf, rightward
from app.documents.numbering import Numbers, numbers_of
from app.documents.package import w
from app.documents.reading_pdf import JOINT

_TYPED = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_CELLS = " | "


def words_of_docx(data: bytes) -> str:
    """The words of a Word file, a paragraph or row a line, list numbers in, headers and footers out."""
    return "\n".join(line for line in (normal(line) for line in _docx_lines(data)) if line)


def words_of_pdf(data: bytes) -> str:
    """The words of a tagged PDF in the order of its tags, a paragraph or row a line, margins out.

    Where a line of the page ends in a hyphen, dash or slash, a blank after it cannot be seen: none is put.
    """
    lines = (_joined(line) for line in reading_pdf.lines(data, cells=_CELLS))
    return "\n".join(line for line in (normal(line) for line in lines) if line)


def difference(docx: bytes, pdf: bytes) -> str | None:
    """The first place where the PDF's words are not the Word file's, as a sentence; None if they agree.

    Every character counts, in the form `normal` gives; only where a line of the page ends may the PDF lack
    the blank or the paragraph end that the Word file has there.
    """
    expected = "\n".join(normal(line) for line in _docx_lines(docx, cells="\n") if normal(line))
    found = JOINT.join(line for line in reading_pdf.lines(pdf, cells=JOINT) if line.strip())
    return _first_difference(
        expected, JOINT.join(normal(piece) for piece in found.split(JOINT) if normal(piece))
    )


def normal(text: str) -> str:
    """The form in which words are compared: composed (NFC), blanks of any kind and number as one blank.

    The joiner U+034F prints nothing, so it is no part of the words.
    """
    return " ".join(unicodedata.normalize("NFC", text.replace("\u034f", "")).split())


def _first_difference(expected: str, found: str) -> str | None:
    at = here = 0
    while at < len(expected) or here < len(found):
        wanted, seen = expected[at : at + 1], found[here : here + 1]
        if seen == JOINT:
            at += wanted in (" ", "\n") and wanted != ""
            here += 1
        elif wanted == seen:
            at, here = at + 1, here + 1
        elif turned := rightward.turned(expected, at, found, here):
            at, here = at + turned, here + turned
        else:
            return (
                f"After “{expected[max(0, at - 40) : at]}” the Word file says “{expected[at : at + 40]}”, "
                f"the PDF “{found[here : here + 40].replace(JOINT, ' ')}”."
            )
    return None


def _joined(line: str) -> str:
    return re.sub(f"{JOINT}+", "", re.sub(rf"(?<![-‐–—/{JOINT}]){JOINT}+", " ", line))


def _docx_lines(data: bytes, cells: str = _CELLS) -> Iterator[str]:
    parts = package.unpack(data)
    body = package.parse(parts[package.MAIN]).find(w("body"))
    numbers = numbers_of(parts)
    for child in () if body is None else body:
        if child.tag == w("p"):
            yield _paragraph(child, numbers)
        elif child.tag == w("tbl"):
            yield from _rows(child, numbers, cells)


def _rows(table: etree._Element, numbers: Numbers, cells: str) -> Iterator[str]:
    for row in table.findall(w("tr")):
        yield cells.join(
            "\n".join(_paragraph(paragraph, numbers) for paragraph in cell.iter(w("p")))
            for cell in row.findall(w("tc"))
        )


def _paragraph(paragraph: etree._Element, numbers: Numbers) -> str:
    typed = "".join(_run(run) for run in paragraph.iter(w("r")))
    label = numbers.label(paragraph)
    return f"{label} {typed}" if label else typed


def _run(run: etree._Element) -> str:
    return "".join(
        (child.text or "") if child.tag == w("t") else _TYPED.get(str(child.tag).rpartition("}")[2], "")
        for child in run
    )
