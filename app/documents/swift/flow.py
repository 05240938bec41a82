"""Whether a box stands in the normal flow is asked of its style once.

Stock asks five methods for an answer, some four times a box. It is the style's alone: stock changes `float`
and `position` only in copies and in the styles of list marks it has just made.
"""

from typing import Any

from weasyprint.formatting_structure import boxes

_in_normal_flow = boxes.Box.is_in_normal_flow


def is_in_normal_flow(self: Any) -> bool:
    """The body of `Box.is_in_normal_flow`."""
    kept = self.style.__dict__
    if "_swift_flow" not in kept:
        kept["_swift_flow"] = _in_normal_flow(self)
    answer: bool = kept["_swift_flow"]
    return answer


SWAPS = ((boxes.Box, "is_in_normal_flow", is_in_normal_flow),)
