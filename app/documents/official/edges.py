"""The lines around fields and boxes that a form leaves to the viewer: drawn into the page, as fields go."""

from collections.abc import Iterable, Mapping

from app.documents.official.fields import FormField, Seen

_ROUND = 0.5523
"""How far the handles of a quarter of a circle stand, in parts of its radius."""
_STROKES = {1: "G", 3: "RG", 4: "K"}


def by_page(found: Iterable[FormField]) -> Mapping[int, bytes]:
    """The drawing of all edges of a form, by page; hidden fields and buttons have none."""
    drawn: dict[int, bytes] = {}
    for field in found:
        for seen in field.seen if field.kind != "button" else ():
            if seen.edge and not seen.hidden:
                drawn[seen.box.page] = drawn.get(seen.box.page, b"") + _edge(seen, field.kind == "radio")
    return drawn


def _edge(seen: Seen, is_round: bool) -> bytes:
    colour = " ".join(f"{part:.3f}" for part in seen.edge)
    path = _circle(seen) if is_round else _box(seen)
    return f"q\n{colour} {_STROKES[len(seen.edge)]}\n{seen.edge_width:.2f} w\n{path}\nS\nQ\n".encode()


def _box(seen: Seen) -> str:
    """Inside of the rectangle by half the line's width, as viewers draw it."""
    box, half = seen.box, seen.edge_width / 2
    wide, high = box.right - box.left - 2 * half, box.top - box.bottom - 2 * half
    return f"{box.left + half:.2f} {box.bottom + half:.2f} {wide:.2f} {high:.2f} re"


def _circle(seen: Seen) -> str:
    box = seen.box
    radius = (min(box.right - box.left, box.top - box.bottom) - seen.edge_width) / 2
    x, y, handle = (box.left + box.right) / 2, (box.bottom + box.top) / 2, radius * _ROUND
    quarters = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))
    made = [f"{x + radius:.2f} {y:.2f} m"]
    for a, b, c, d in quarters:
        start, end = (x + a * radius, y + b * radius), (x + c * radius, y + d * radius)
        first = (start[0] + c * handle, start[1] + d * handle)
        second = (end[0] + a * handle, end[1] + b * handle)
        made.append(" ".join(f"{part:.2f}" for part in (*first, *second, *end)) + " c")
    return "\n".join(made)
