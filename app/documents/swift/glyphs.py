"""The glyphs of a kept line are read from one buffer and written from pieces known since their first use.

Stock asks cffi for every field of every glyph and adds to one string. Here the glyphs of a run are unpacked
at once, and what one glyph of one width adds to the string is worked out once for each font of a page, by
stock's own sums in stock's order. Ellipses, fonts with pictures, raised or missing glyphs and lines shaped
anew go to stock before anything is written; what they have told the font by then stock would have told it
first as well.
"""

import struct
from typing import Any

from weasyprint.draw import text as stock
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from app.documents.swift import shaping

_GLYPHS = struct.Struct("=IiiiI")
"""PangoGlyphInfo: glyph, width, horizontal and vertical offset, flags; 20 bytes on every machine we know."""
_LAST_GLYPH = 0xFFFF
"""OpenType has no more; above lie Pango's marks for empty and unknown glyphs."""

_draw = stock.draw_first_line


def draw_first_line(stream: Any, textbox: Any, text_overflow: str, block_ellipsis: str, matrix: Any) -> Any:
    """The body of `draw_first_line`; answers the emojis left to draw, of which our way has none."""
    layout = textbox.pango_layout
    if not getattr(layout, "kept", False):
        return _draw(stream, textbox, text_overflow, block_ellipsis, matrix)
    runs = None
    if text_overflow == "clip" and block_ellipsis == "none" and textbox.text.strip():
        # Cells that say the same share one line, drawn once on a page.
        drawn_on, runs = layout.__dict__.get("_swift_runs") or (None, None)
        if drawn_on is not stream:
            runs = _runs(stream, textbox)
            layout.__dict__["_swift_runs"] = stream, runs
    if runs is None:
        shaping.shape_again(layout)
        return _draw(stream, textbox, text_overflow, block_ellipsis, matrix)
    stream.set_text_matrix(*matrix.values)
    for face, shown in runs:
        stream.set_font_size(face.font.hash, face.size)
        if shown or face is runs[-1][0]:
            stream.show_text(shown)
    return []


class _Face:
    """A font of one size on one page, and the pieces its glyphs have been written as."""

    def __init__(self, stream: Any, pango_font: Any, line: Any) -> None:
        self.font, self.size = stream.add_font(pango_font)
        self.pango_font = pango_font
        # The line holds the font, whose address is our key: it must not be given to another.
        self.line = line
        font = self.font
        self.simple = not (font.png or font.svg or font.colr or font.bitmap)
        self.pieces: dict[tuple[int, int, int], str] = {}

    def piece(self, stream: Any, glyph: int, width: int, x_offset: int) -> str:
        """What a glyph adds to the string, within the angle brackets."""
        widths = self.font.widths
        if glyph not in widths:
            pango.pango_font_get_glyph_extents(self.pango_font, glyph, stream.ink_rect, stream.logical_rect)
            widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / self.size)
        offset = x_offset / self.size
        kerning = widths[glyph] + offset - width * 1000 * FROM_UNITS / self.size
        return (f">{-offset}<" if offset else "") + f"{glyph:04x}" + (f">{int(kerning)}<" if kerning else "")


def _runs(stream: Any, textbox: Any) -> list[tuple[_Face, str]] | None:
    faces = stream.__dict__.setdefault("_swift_faces", {})
    runs: list[tuple[_Face, str]] = []
    layout = textbox.pango_layout
    run = pango.pango_layout_get_line_readonly(layout.layout, 0).runs[0]
    while run != ffi.NULL:
        item, run = run.data, run.next
        address = int(ffi.cast("intptr_t", item.item.analysis.font))
        if address not in faces:
            faces[address] = _Face(stream, item.item.analysis.font, layout.layout)
        face = faces[address]
        shown = _shown(stream, face, item, layout.text) if face.simple else None
        if shown is None:
            return None
        if runs and runs[-1][0] is face:
            runs[-1] = face, runs[-1][1] + shown
        else:
            runs.append((face, shown))
    return runs or None


def _shown(stream: Any, face: _Face, item: Any, text: str) -> str | None:
    pieces, known, string = face.pieces, face.font.to_unicode, "<"
    count = item.glyphs.num_glyphs
    glyphs = _GLYPHS.iter_unpack(ffi.buffer(item.glyphs.glyphs, count * _GLYPHS.size))
    for number, (glyph, width, x_offset, y_offset, _) in enumerate(glyphs):
        if y_offset or glyph > _LAST_GLYPH:
            return None
        piece = pieces.get((glyph, width, x_offset))
        if piece is None:
            if glyph not in known:
                known[glyph] = _meant(item, number, count, text)
            piece = pieces[glyph, width, x_offset] = face.piece(stream, glyph, width, x_offset)
        string += piece
    return string[:-1] if string[-1] == "<" else string + ">"


def _meant(item: Any, number: int, count: int, text: str) -> str:
    """The characters a glyph stands for: its cluster, up to the next one in reading order."""
    clusters, length = item.glyphs.log_clusters, item.item.length
    rightward = item.item.analysis.level % 2 == 0
    following = number + 1 if rightward else number - 1
    end = clusters[following] if 0 <= following < count else length
    start = item.item.offset
    return text.encode()[start + clusters[number] : start + end].decode()


SWAPS = ((stock, "draw_first_line", draw_first_line),)
