"""A table cell that holds one short line of text is laid out in a few sums instead of two hundred calls.

Stock lays every cell out as a block with floats, footnotes, page breaks and lines that may be anything. Here
the sums that remain for one plain line are made in stock's order, and the same text in the same style and
width is shaped once. What a style says is asked once of each style. Any other cell goes to stock: several
lines, several boxes, other writing directions, blanks at the ends, a line that does not fit or may be pushed
to the next page.
"""

import re
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block, inline, percent
from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, pango

_PLAIN_CELL = {
    "box_decoration_break": "slice", "position": "static", "continue": "auto", "max_lines": "none",
    "direction": "ltr",
}  # fmt: skip
_PLAIN_LINE = {
    "direction": "ltr", "white_space": "normal", "letter_spacing": "normal", "word_spacing": 0,
    "vertical_align": "baseline", "position": "static", "float": "none", "box_decoration_break": "slice",
}  # fmt: skip
_WORDS = re.compile("[!-~§©®°±½×À-ɏ‐-―‘-‟†‡•…€](?:[ -~§©®°±½×À-ɏ‐-―‘-‟†‡•…€]*[!-~§©®°±½×À-ɏ‐-―‘-‟†‡•…€])?")
"""Left to right, without control characters and line ends, no blank at either end."""

_lay_out = block.block_container_layout


def block_container_layout(
    context: Any,
    box: Any,
    bottom_space: float,
    skip_stack: Any,
    page_is_empty: bool,
    *more: Any,
    **named: Any,
) -> Any:
    """The body of `block_container_layout`."""
    if type(box) is boxes.TableCellBox and skip_stack is None and _holds_one_line(box):
        cell = None if context.footnotes or context.excluded_shapes else _cell(box)
        if cell is not None and not _overflows(context, cell, bottom_space):
            return cell, None, {"break": "any", "page": box.style["page"]}, [], False, None
    return _lay_out(context, box, bottom_space, skip_stack, page_is_empty, *more, **named)


def _holds_one_line(box: Any) -> bool:
    if len(box.children) != 1 or type(box.children[0]) is not boxes.LineBox:
        return False
    line = box.children[0]
    if len(line.children) != 1 or type(line.children[0]) is not boxes.TextBox or box.height != "auto":
        return False
    text, kept = line.children[0], box.style.__dict__
    if "_swift_plain" not in kept:
        kept["_swift_plain"] = _is_plain(box.style, line.style)
    return bool(
        kept["_swift_plain"]
        and line.style is text.style is box.style.anonymous_style
        and box.first_line_style is box.first_letter_style is None
        and not (box.force_fragmentation or line.is_leader or text.justification_spacing)
        and _WORDS.fullmatch(text.text)
    )


def _is_plain(cell: Any, line: Any) -> bool:
    return (
        all(cell[name] == value for name, value in _PLAIN_CELL.items())
        and all(line[name] == value for name, value in _PLAIN_LINE.items())
        and "justify" not in (line["text_align_all"], line["text_align_last"])
        and line["text_indent"] == (0, "px")
        and line["font_size"] > 0
    )


def _cell(box: Any) -> Any:
    """The cell laid out; None if its text may not fit in one line."""
    line, text = box.children[0], box.children[0].children[0]
    x, y = box.content_box_x(), box.content_box_y()
    available = (x + box.width) - x
    shaped, width, height, baseline = _shaped(text.text, text.style, (x + available) * (1 + 1e-9) - x)
    if width + 1 > available:
        return None
    text = _text(text, box, x, width, height, baseline)
    text.pango_layout = shaped
    return _around(box, _line(line, box, text, x, y, available))


def _shaped(words: str, style: Any, available: float) -> tuple[Any, float, float, float]:
    known = style.__dict__.setdefault("_swift_shaped", {})
    if (words, available) not in known:
        layout = line_break.Layout(style, 0, available)
        layout.set_text(words)
        first, _ = layout.get_first_line()
        width, height = line_break.line_size(first, style)
        baseline = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
        layout.deactivate()
        known[words, available] = layout, width, height, baseline
    found: tuple[Any, float, float, float] = known[words, available]
    return found


def _text(text: Any, box: Any, x: float, width: float, height: float, baseline: float) -> Any:
    percent.resolve_percentages(text, box)
    text = text.copy_with_text(text.text)
    text.position_x, text.width, text.height = x, width, height
    text.margin_top = text.margin_bottom = (line_break.strut(text.style)[0] - height) / 2
    text.baseline = baseline + text.margin_top
    return text


def _line(line: Any, box: Any, text: Any, x: float, y: float, available: float) -> Any:
    percent.resolve_percentages(line, box)
    line.text_indent = 0
    line = line.copy_with_children([text])
    line.position_x, line.width, line.resume_at = x, (x + text.margin_width()) - x, None
    inline._adjust_line_height(line)
    # On the baseline, at 0: the text and the line's own strut.
    upper, top = -text.baseline, -line.baseline
    lowest = max(upper + text.margin_height(), top + line.margin_height())
    highest = min(upper, top)
    line.baseline, line.height = -highest, lowest - highest
    line.margin_top = line.margin_bottom = 0
    text.position_y = upper + (y - highest)
    text.position_x += (aside := inline.text_align(None, line, available, True))
    line.position_x, line.position_y = line.position_x + aside, y
    return line


def _around(box: Any, line: Any) -> Any:
    box = box.copy_with_children([line])
    box.height = max(0, line.position_y + line.height - box.content_box_y())
    box.height = max(min(box.height, box.max_height), box.min_height)
    return box


def _overflows(context: Any, box: Any, bottom_space: float) -> bool:
    line = box.children[0]
    below = box.border_bottom_width + box.padding_bottom
    return bool(context.overflows_page(bottom_space, line.position_y + line.height + below))


SWAPS = ((block, "block_container_layout", block_container_layout),)
