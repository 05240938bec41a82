"""What a filled paper needs before Word may see it: `wordfix` and `wordtables`, done in its text.

Marks that no answer can hold (they are no characters, and refused at entry) tell where a paragraph, a cell or
a table stands that may have come out empty. None of them is left in the text.
"""

import re
from collections.abc import Callable

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents import wordkeep

PARAGRAPH, CELL, CELL_END, TABLE, TABLE_END, KEPT = "\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6\ufddf"
"""Stand before a paragraph that may be empty, around a cell and a table that may be, and in tables for
what keeps a paragraph on the page of the next one: `wordkeep` says in which rows it is there."""

_KEPT = "<w:keepNext/>"

_GAP = re.compile(f"{GAP_OPEN}([^{GAP_OPEN}{GAP_CLOSE}]*){GAP_CLOSE}")
_RUN = re.compile(
    r'<w:r>(<w:rPr>.*?</w:rPr>|<w:rPr/>)?<w:t xml:space="preserve">([^<]*)</w:t></w:r>', re.DOTALL
)
_RUN_STYLE = re.compile(r"<w:rStyle [^>]*/>")
_WORDS = re.compile(r"<w:t(?: [^>]*)?>[^<]|<w:br")
_T = '<w:t xml:space="preserve">'
_TBL, _P, _T_END = "</w:tbl>", "</w:p>", "</w:t>"


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
        pieces += (text[done : run.start()], _gaps_split(run, style))
        done = run.end()
    return "".join((*pieces, text[done:]))


def _gaps_split(run: re.Match[str], style: str) -> str:
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


def kept_in_tables(source: str) -> str:
    """A source whose tables have a mark in place of what keeps their paragraphs together."""

    def marked(inside: str) -> str:
        return f"{TABLE}{inside.replace(_KEPT, KEPT)}{TABLE_END}"

    return _between(source, TABLE, TABLE_END, marked)


def tables_stay_apart(source: str) -> bool:
    """Whether a paragraph follows every table of a source whatever the answers are."""
    _, *rest = source.split(_TBL)
    return all(piece.removeprefix(TABLE_END).startswith(("<w:p>", "<w:p ")) for piece in rest)


def without_emptied(text: str, cell_paragraph: str, spacer: str, note: str) -> str:
    """Paragraphs and tables whose words all fell away are gone; cells keep one.

    With a `spacer` tables that touch are set apart by it. Paragraphs in the style `note` stay with a table.
    """
    if CELL in text:
        text = _between(text, CELL, CELL_END, lambda inside: _cell(inside, cell_paragraph))
    if PARAGRAPH in text:
        first, *rest = _split(text, PARAGRAPH)
        text = "".join((first, *map(_paragraph, rest)))
    if TABLE in text:
        text = _tables(text, note)
    return _apart(text, spacer) if spacer else text


def _split(text: str, mark: str) -> list[str]:
    """What `str.split` gives; it looks at each character, while `find` skips those that are not meant."""
    pieces: list[str] = []
    done, place = 0, text.find(mark)
    while place >= 0:
        pieces.append(text[done:place])
        done = place + 1
        place = text.find(mark, done)
    pieces.append(text[done:])
    return pieces


def _between(text: str, mark: str, end: str, change: Callable[[str], str]) -> str:
    first, *rest = _split(text, mark)
    pieces = [first]
    for piece in rest:
        inside, _, after = piece.partition(end)
        pieces += (change(inside), after)
    return "".join(pieces)


def _paragraph(piece: str) -> str:
    end = piece.index(_P) + len(_P)
    # The usual case first: words before the first end of a text.
    words = piece.find(_T_END, 0, end)
    if words > 0 and piece[words - 1] != ">":
        return piece
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


def _tables(text: str, note: str) -> str:
    first, *rest = _split(text, TABLE)
    pieces = [first]
    for piece in rest:
        inside, _, after = piece.partition(TABLE_END)
        has_note = wordkeep.note_begins(after, note)
        pieces += (wordkeep.rows_as_text(inside, KEPT, has_note=has_note), after)
    return "".join(pieces)


def _apart(text: str, spacer: str) -> str:
    """Word joins tables that touch, and wants a paragraph after the last one."""
    place = text.find(_TBL)
    while place >= 0:
        place += len(_TBL)
        if not text.startswith(("<w:p>", "<w:p "), place):
            text = text[:place] + spacer + text[place:]
        place = text.find(_TBL, place)
    return text
