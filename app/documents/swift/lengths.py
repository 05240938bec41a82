"""The used lengths of boxes that share a style without a percentage are worked out once.

Stock resolves fourteen properties, the border widths and `box-sizing` for every box on every pass. Where all
of them are absolute or `auto` the containing block plays no part: the answers depend on the style alone and
are kept with it, as stock left them on the first box. Percentages, sums and collapsed borders go to stock.
"""

from typing import Any

from weasyprint.layout import percent
from weasyprint.layout.absolute import AbsolutePlaceholder

_SIDES = ("left", "right", "top", "bottom")
_LENGTHS = (
    *(f"{space}_{side}" for space in ("margin", "padding") for side in _SIDES),
    *(f"{bound}{axis}" for bound in ("", "min_", "max_") for axis in ("width", "height")),
)
_USED = (*_LENGTHS, *(f"border_{side}_width" for side in _SIDES))

_resolve = percent.resolve_percentages


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """The body of `percent.resolve_percentages`."""
    kept = box.style.__dict__
    used = kept.get("_swift_used")
    if used and type(box) is not AbsolutePlaceholder:
        box.__dict__.update(used)
        return
    _resolve(box, containing_block)
    if used is None:
        used = {name: getattr(box, name) for name in _USED} if _absolute(box.style) else {}
        kept["_swift_used"] = used


def _absolute(style: Any) -> bool:
    values = [style[name] for name in _LENGTHS]
    absolute = all(value == "auto" or getattr(value, "unit", None) == "px" for value in values)
    return absolute and style["border_collapse"] != "collapse"


SWAPS = ((percent, "resolve_percentages", resolve_percentages),)
