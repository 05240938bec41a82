"""Boxes whose style paints nothing behind them are given no background without asking each time.

Stock resolves four radii and some ten properties for every box to find that most have no background. What a
style says is kept with it; a plain one leaves square corners and no background, as stock does. The page
itself, colours, pictures, shadows and round corners go to stock.
"""

from typing import Any

from weasyprint.draw.color import get_color
from weasyprint.layout import background

_SQUARE = {
    f"border_{corner}_radius": (0, 0) for corner in ("top_left", "top_right", "bottom_right", "bottom_left")
}

_lay_out = background.layout_box_backgrounds


def layout_box_backgrounds(
    page: Any, box: Any, get_image_from_uri: Any, layout_children: bool = True, style: Any = None
) -> None:
    """The body of `layout_box_backgrounds`."""
    kept = box.style.__dict__
    if "_swift_bare" not in kept:
        kept["_swift_bare"] = _bare(box.style)
    if style is not None or box is page or not kept["_swift_bare"]:
        _lay_out(page, box, get_image_from_uri, layout_children, style)
        return
    # One by one: a box out of the flow is reached through a placeholder that hands each on.
    for name, square in _SQUARE.items():
        setattr(box, name, square)
    box.background = None
    if layout_children:
        for child in box.all_children():
            layout_box_backgrounds(page, child, get_image_from_uri)


def _bare(style: Any) -> bool:
    return (
        all((0, "px") in style[name] for name in _SQUARE)
        and style["border_image_source"][0] == style["mask_border_source"][0] == "none"
        and all(kind == "none" for kind, _ in style["background_image"])
        and get_color(style, "background_color").alpha == 0
        and not style["box_shadow"]
    )


SWAPS = ((background, "layout_box_backgrounds", layout_box_backgrounds),)
