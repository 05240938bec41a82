"""What a filled paper needs before Word may see it: `wordfix` and `wordtables`, done in its text.

Marks that no answer can hold (they are no characters, and refused at entry) tell where a paragraph, a cell or
a table stands that may have come out empty. None of them is left in the text.
"""

import re
from collections.abc import Callable

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents import wordtables

PARAGRAPH, CELL, CELL_END, TABLE, TABLE_END = "\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6"
"""Stand before a paragraph that may be empty, and around a cell and a table that may be."""

KEPT = "<w:keepNext/>"
"""Keeps a paragraph on the page of the next one; in tables it is there only for short ones."""

_GAP = re.compile(f"{GAP_OPEN}([^{GAP_OPEN}{GAP_CLOSE}]*){GAP_CLOSE}")
_RUN = re.compile(
    r'<w:r>(<w:rPr>.*?</w:rPr>|<w:rPr/>)?<w:t xml:space="preserve">([^<]*)</w:t></w:r>', re.DOTALL
)
_RUN_STYLE = re.compile(r"<w:rStyle [^>]*/>")
_WORDS = re.compile(r"<w:t(?: [^>]*)?>[^<]|<w:br")
_T = '<w:t xml:space="preserve">'
_TBL, _P = "</w:tbl>", "</w:p>"


class Complicated(Exception):
    """The text cannot be brought into shape as text; `wordfix` must do it."""


def with_gaps(text: str, style: str) -> str:
    """Every marked blank in a run of its own, in the character style with this id."""
    pieces: list[str] = []
    done = 0
    while (place := text.find(GAP_OPEN, done)) >= 0:
        run = _RUN.match(text, text.rfind("<w:r>", done, place))
        if run is None or run.end() < place:
            raise Complicated
        pieces += (text[done : run.start()], _split(run, style))
        done = run.end()
    return "".join((*pieces, text[done:]))


def _split(run: re.Match[str], style: str) -> str:
    plain = run[1] or ""
    look = _RUN_STYLE.sub("", plain[len("<w:rPr>") : -len("</w:rPr>")])
    marked = f'<w:rPr><w:rStyle w:val="{style}"/>{look}</w:rPr>'
    runs = (
        f"<w:r>{marked}{_T}[{piece}]</w:t></w:r>" if number % 2 else f"<w:r>{plain}{_T}{piece}</w:t></w:r>"
        for number, piece in enumerate(_GAP.split(run[2]))
    )
    return "".join(runs)


def with_breaks(text: str) -> str:
    """A line feed becomes a line break, a tab a tab; neither stands anywhere but in words."""
    return text.replace("\n", f"</w:t><w:br/>{_T}").replace("\t", f"</w:t><w:tab/>{_T}")


def without_emptied(text: str, cell_paragraph: str, spacer: str) -> str:
    """Paragraphs and tables whose words all fell away are gone; cells keep one; tables do not touch."""
    if CELL in text:
        text = _between(text, CELL, CELL_END, lambda inside: _cell(inside, cell_paragraph))
    if PARAGRAPH in text:
        first, *rest = text.split(PARAGRAPH)
        text = "".join((first, *map(_paragraph, rest)))
    if TABLE in text:
        text = _between(text, TABLE, TABLE_END, _table)
    return _apart(text, spacer)


def _between(text: str, mark: str, end: str, change: Callable[[str], str]) -> str:
    first, *rest = text.split(mark)
    pieces = [first]
    for piece in rest:
        inside, _, after = piece.partition(end)
        pieces += (change(inside), after)
    return "".join(pieces)


def _paragraph(piece: str) -> str:
    end = piece.index(_P) + len(_P)
    return piece if _WORDS.search(piece, 0, end) else piece[end:]


def _cell(inside: str, paragraph: str) -> str:
    count = inside.count(_P)
    first, *rest = inside.split(PARAGRAPH)
    kept = [first]
    for piece in rest:
        shown = piece if count == 1 else _paragraph(piece)
        count -= shown is not piece
        kept.append(shown)
    made = "".join(kept)
    return made if made.endswith(_P) else made + paragraph


def _table(inside: str) -> str:
    rows = inside.count("<w:tr>") + inside.count("<w:tr ")
    if rows > wordtables.SHORT:
        return inside.replace(KEPT, "")
    return inside if rows else ""


def _apart(text: str, spacer: str) -> str:
    """Word joins tables that touch, and wants a paragraph after the last one."""
    place = text.find(_TBL)
    while place >= 0:
        place += len(_TBL)
        if not text.startswith(("<w:p>", "<w:p "), place):
            text = text[:place] + spacer + text[place:]
        place = text.find(_TBL, place)
    return text
