"""The fields of a PDF form as they are: full name, kind, page, rectangle, and what each allows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pikepdf

from app.documents.official.maps import Box

Kind = Literal["text", "choice", "check", "radio", "button", "signature", "unknown"]
_MULTILINE, _PASSWORD, _RADIO, _PUSH, _EDIT, _FILE, _COMB = (1 << bit for bit in (12, 13, 15, 16, 18, 20, 24))
"""Bits of `Ff`: ISO 32000-1, tables 226 to 230."""
_UNSEEN = 2 | 32
"""The bits of `F` for hidden and not viewed: table 165."""
_NONE = pikepdf.Dictionary()
_SIZE = re.compile(r"([\d.]+)\s+Tf")


@dataclass(frozen=True)
class Seen:
    """One widget: where it stands, whether anybody sees it, and its state when ticked."""

    box: Box
    hidden: bool
    turned: bool
    state: str
    edge: tuple[float, ...] = ()
    """The colour of its edge in one, three or four parts; none where it has no edge of its own."""
    edge_width: float = 1


@dataclass(frozen=True)
class FormField:
    """One field of a form with all its widgets, in page order."""

    name: str
    kind: Kind
    seen: tuple[Seen, ...]
    several_lines: bool = False
    comb: bool = False
    most: int | None = None
    size: float = 0
    """Points of its text; zero where the form leaves it to the viewer."""
    aligned: int = 0
    """0 left, 1 centred, 2 right."""
    options: tuple[tuple[str, str], ...] = ()
    """Export value and words of each choice; none where others may be written."""


def of(pdf: pikepdf.Pdf) -> dict[str, FormField]:
    """Every field that has a widget on a page, by its full name in page order."""
    found: dict[str, list[tuple[pikepdf.Object, Seen]]] = {}
    for number, page in enumerate(pdf.pages, 1):
        for widget in widgets(page):
            found.setdefault(_name(widget), []).append((widget, _seen(widget, page, number)))
    return {name: _field(pdf, name, each) for name, each in found.items()}


def widgets(page: pikepdf.Page) -> Iterator[pikepdf.Object]:
    """The widgets of a page."""
    for each in page.obj.get("/Annots", []):
        if isinstance(each, pikepdf.Dictionary) and each.get("/Subtype") == "/Widget":
            yield each


def _chain(widget: pikepdf.Object) -> Iterator[pikepdf.Object]:
    node: pikepdf.Object | None = widget
    # A broken file may lead around in a circle.
    for _ in range(32):
        if node is None:
            return
        yield node
        node = node.get("/Parent")


def _name(widget: pikepdf.Object) -> str:
    return ".".join(reversed([str(node.T) for node in _chain(widget) if "/T" in node]))


def _inherited(widget: pikepdf.Object, key: str) -> pikepdf.Object | None:
    return next((node[key] for node in _chain(widget) if key in node), None)


def _seen(widget: pikepdf.Object, page: pikepdf.Page, number: int) -> Seen:
    across, up = sorted(map(float, list(widget.Rect)[::2])), sorted(map(float, list(widget.Rect)[1::2]))
    box = Box(number, across[0], up[0], across[1], up[1])
    left, bottom, right, top = map(float, page.cropbox)
    inside = left - 1 <= box.left < box.right <= right + 1 and bottom - 1 <= box.bottom < box.top <= top + 1
    turned = bool(int(widget.get("/MK", _NONE).get("/R", 0)) % 360 or page.rotation)
    states = [str(key)[1:] for key in widget.get("/AP", _NONE).get("/N", _NONE)] if _is_button(widget) else []
    state = next((each for each in states if each != "Off"), "")
    hidden = bool(int(widget.get("/F", 0)) & _UNSEEN) or not inside
    return Seen(box, hidden, turned, state, *_edge(widget))


def _edge(widget: pikepdf.Object) -> tuple[tuple[float, ...], float]:
    """The colour and width of the line a viewer draws around the widget: ISO 32000-1, tables 166 and 189."""
    colour = tuple(float(part) for part in widget.get("/MK", _NONE).get("/BC", []))
    width = float(widget.get("/BS", _NONE).get("/W", 1))
    return (colour if width and len(colour) in (1, 3, 4) else ()), width


def _is_button(widget: pikepdf.Object) -> bool:
    return _inherited(widget, "/FT") == "/Btn"


def _field(pdf: pikepdf.Pdf, name: str, each: list[tuple[pikepdf.Object, Seen]]) -> FormField:
    widget = each[0][0]
    flags, most = int(_inherited(widget, "/Ff") or 0), _inherited(widget, "/MaxLen")
    kind = _kind(str(_inherited(widget, "/FT")), flags)
    return FormField(
        name, kind, tuple(seen for _, seen in each),
        several_lines=kind == "text" and bool(flags & _MULTILINE),
        comb=bool(flags & _COMB) and most is not None,
        most=int(most) if most is not None else None, size=_size(pdf, widget),
        aligned=int(_inherited(widget, "/Q") or 0),
        options=_options(widget) if kind == "choice" and not flags & _EDIT else (),
    )  # fmt: skip


def _kind(told: str, flags: int) -> Kind:
    if told == "/Btn":
        return "button" if flags & _PUSH else "radio" if flags & _RADIO else "check"
    if told == "/Tx":
        return "unknown" if flags & (_PASSWORD | _FILE) else "text"
    return "choice" if told == "/Ch" else "signature" if told == "/Sig" else "unknown"


def _size(pdf: pikepdf.Pdf, widget: pikepdf.Object) -> float:
    told = _inherited(widget, "/DA") or pdf.Root.get("/AcroForm", _NONE).get("/DA")
    found = _SIZE.search(str(told or ""))
    return float(found[1]) if found else 0


def _options(widget: pikepdf.Object) -> tuple[tuple[str, str], ...]:
    told = _inherited(widget, "/Opt")
    return tuple(
        (str(each[0]), str(each[1])) if isinstance(each, pikepdf.Array) else (str(each), str(each))
        for each in (told if isinstance(told, pikepdf.Array) else [])
    )
