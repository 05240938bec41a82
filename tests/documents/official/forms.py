"""PDF forms made for the tests, as a court might make them: with fields, words, scripts and links."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

MULTILINE, RADIO, PUSH, COMBO, COMB = 1 << 12, 1 << 15, 1 << 16, 1 << 17, 1 << 24


@dataclass(frozen=True)
class Field:
    """One field to be put on a form: a widget for each box, more keys by name."""

    name: str
    boxes: Sequence[tuple[int, float, float, float, float]]
    keys: Mapping[str, Any]
    states: Sequence[str] = ()
    widget: Mapping[str, Any] = ()  # type: ignore[assignment]


def text(name: str, *box: float, page: int = 1, flags: int = 0, **keys: Any) -> Field:
    return Field(name, [(page, *box)], {"FT": Name.Tx, "Ff": flags, "DA": String("/Helv 0 Tf 0 g"), **keys})  # type: ignore[list-item]


def check(name: str, *box: float, state: str = "Yes", page: int = 1) -> Field:
    return Field(name, [(page, *box)], {"FT": Name.Btn, "Ff": 0}, [state])  # type: ignore[list-item]


def radio(name: str, boxes: Mapping[str, tuple[float, float, float, float]]) -> Field:
    places = [(1, *box) for box in boxes.values()]
    return Field(name, places, {"FT": Name.Btn, "Ff": RADIO}, list(boxes))


def choice(name: str, *box: float, options: Sequence[Any]) -> Field:
    keys = {"FT": Name.Ch, "Ff": COMBO, "Opt": Array(options), "DA": String("/Helv 10 Tf 0 g")}
    return Field(name, [(1, *box)], keys)  # type: ignore[list-item]


def form(
    *wanted: Field, words: Sequence[str] = ("AA-TEST (09-25)",), pages: int = 1, content: bytes = b""
) -> bytes:
    """A form of letter size with these fields, its words in Helvetica from the top."""
    with opened(*wanted, words=words, pages=pages, content=content) as pdf:
        return saved(pdf)


def saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def opened(
    *wanted: Field,
    words: Sequence[str] = ("AA-TEST (09-25)",),
    pages: int = 1,
    content: bytes = b"",
    framed: bool = True,
) -> pikepdf.Pdf:
    """The same, still open to be changed."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for number in range(pages):
        page = pdf.add_blank_page(page_size=(612, 792))
        page.obj.Resources = Dictionary(Font=Dictionary(Helv=font))
        said = words if not number else [f"Page {number + 1}"]
        drawn = _drawn(said, wanted if framed else (), number + 1) + content
        page.obj.Contents = pdf.make_stream(drawn)
        page.obj.Annots = Array()
    roots = [_field(pdf, each) for each in wanted]
    pdf.Root.AcroForm = Dictionary(
        Fields=Array(roots), DR=Dictionary(Font=Dictionary(Helv=font)), DA=String("/Helv 0 Tf 0 g")
    )
    return pdf


def _drawn(words: Sequence[str], wanted: Sequence[Field], page: int) -> bytes:
    made = b"".join(
        b"BT /Helv 9 Tf 1 0 0 1 40 %d Tm (%s) Tj ET\n" % (760 - 14 * number, _escaped(line))
        for number, line in enumerate(words)
    )
    for each in wanted:
        for number, left, bottom, right, top in each.boxes:
            if number == page:
                made += b"0.6 w %f %f %f %f re S\n" % (left, bottom, right - left, top - bottom)
    return made


def _escaped(line: str) -> bytes:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")


def _field(pdf: pikepdf.Pdf, each: Field) -> pikepdf.Object:
    own = pdf.make_indirect(Dictionary(T=String(each.name.rpartition(".")[2]), **each.keys))
    widgets = [_widget(pdf, each, number) for number in range(len(each.boxes))]
    own.Kids = Array(widgets)
    for widget in widgets:
        widget.Parent = own
    parents = each.name.split(".")[:-1]
    for name in reversed(parents):
        above = pdf.make_indirect(Dictionary(T=String(name), Kids=Array([own])))
        own.Parent = above
        own = above
    return own


def _widget(pdf: pikepdf.Pdf, each: Field, number: int) -> pikepdf.Object:
    page, *rect = each.boxes[number]
    widget = pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, Rect=Array(rect), F=4,
        P=pdf.pages[page - 1].obj, **dict(each.widget),
    ))  # fmt: skip
    if each.states:
        on = pdf.make_stream(b"0 0 m 10 10 l S", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 10, 10])
        off = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 10, 10])
        widget.AP = Dictionary(N=Dictionary({f"/{each.states[number]}": on, "/Off": off}))
        widget.AS = Name.Off
    pdf.pages[page - 1].obj.Annots.append(widget)
    return widget
