"""Plain solid borders on some sides of a box are drawn without asking for their corners again and again.

Stock draws such borders side by side: a clipping path with corner points that may be round, then the whole
border, with the box worked out four times a side. Here the same operators are written with the corners known
to be square. What a style says about its borders is kept with the style. Round corners, several line styles,
pictures, columns and a whole frame in one colour go to stock.
"""

from typing import Any

import pydyf
from weasyprint.draw import border
from weasyprint.draw.color import get_color

_CORNERS = tuple(
    f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left")
)
_WIDTHS = tuple(f"border_{side}_width" for side in border.SIDES)

_draw = border.draw_border


def draw_border(stream: Any, box: Any) -> None:
    """The body of `draw_border`."""
    kept = box.style.__dict__
    if "_swift_border" not in kept:
        kept["_swift_border"] = _colors(box.style)
    colors = kept["_swift_border"]
    widths = tuple(getattr(box, name) for name in _WIDTHS)
    if colors is not None and not any(widths):
        return
    if colors is None or 0 not in widths or any(getattr(box, name) != (0, 0) for name in _CORNERS):
        _draw(stream, box)
        return
    # The order in which stock draws them.
    for side in (2, 3, 1, 0):
        if widths[side]:
            _side(stream, box, side, widths, colors[side])


def _colors(style: Any) -> list[Any] | None:
    """The colours of the four sides; None if anything but plain lines may have to be drawn."""
    plain = (
        style["visibility"] == "visible"
        and style["column_width"] == style["column_count"] == "auto"
        and style["border_image_source"][0] == "none"
        and all(style[f"border_{side}_style"] in ("solid", "none", "hidden") for side in border.SIDES)
    )
    colors = [get_color(style, f"border_{side}_color") for side in border.SIDES]
    return colors if plain and all(color.alpha for color in colors) else None


def _side(stream: Any, box: Any, side: int, widths: tuple[float, ...], color: Any) -> None:
    top, right, bottom, left = widths
    x, y, w, h = box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height()
    tagged = stream._tags is not None
    if tagged:
        pydyf.Stream.begin_marked_content(stream, "Artifact")
    stream.push_state()
    if side in (0, 2):
        edge, inner = (y, top) if side == 0 else (y + h, -bottom)
        corners = (x + w, edge), (x, edge), (x + left, edge + inner), (x + w + -right, edge + inner)
    else:
        edge, inner = (x + w, -right) if side == 1 else (x, left)
        corners = (edge, y + h), (edge, y), (edge + inner, y + top), (edge + inner, y + h + -bottom)
    stream.move_to(*corners[0])
    for corner in corners[1:]:
        stream.line_to(*corner)
    stream.clip(even_odd=True)
    stream.end()
    stream.set_color(color)
    stream.rectangle(x + left, y + top, w - left - right, h - top - bottom)
    stream.rectangle(x, y, w, h)
    stream.fill(even_odd=True)
    stream.pop_state()
    if tagged:
        pydyf.Stream.end_marked_content(stream)


SWAPS = ((border, "draw_border", draw_border),)
