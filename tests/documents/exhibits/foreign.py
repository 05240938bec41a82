"""Files as people may bring them, made here: harmless ones, and ones that act, tell, hide or blow up."""

import io
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, PngImagePlugin

Change = Callable[[pikepdf.Pdf], None]
SECRET = "Harriet Specimen"
"""What nobody may find in a cleaned file."""


def pdf(
    text: str = "Lease of the flat", change: Callable[[pikepdf.Pdf], None] | None = None, **saving: object
) -> bytes:
    """A PDF of one page that says `text`, changed by `change` before it is written."""
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(612, 792))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
    page.obj.Contents = made.make_stream(b"BT /F1 18 Tf 72 700 Td (%s) Tj ET" % text.encode())
    if change:
        change(made)
    into = io.BytesIO()
    made.save(into, **saving)  # type: ignore[arg-type]
    return into.getvalue()


def pages(text: str, count: int) -> bytes:
    """A PDF of several pages that all say `text`."""
    made = pikepdf.new()
    with pikepdf.open(io.BytesIO(pdf(text))) as one:
        for _ in range(count):
            made.pages.extend(one.pages)
    into = io.BytesIO()
    made.save(into)
    return into.getvalue()


def picture(
    kind: str = "JPEG", mode: str = "RGB", size: tuple[int, int] = (60, 40), **saving: object
) -> bytes:
    """A picture whose left half is dark."""
    made = Image.new("I" if mode == "I;16" else "RGB", size, 65535 if mode == "I;16" else "white")
    made.paste(0 if mode == "I;16" else "black", (0, 0, size[0] // 2, size[1]))
    made = made.convert(mode)
    into = io.BytesIO()
    made.save(into, kind, **saving)
    return into.getvalue()


def script(made: pikepdf.Pdf) -> None:
    """A script that runs when the file is opened."""
    action = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{SECRET}')"))
    made.Root.OpenAction = action
    made.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("x"), action])))


def launch(made: pikepdf.Pdf) -> None:
    """A program started when a page is shown."""
    made.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.Launch, F=String(f"{SECRET}.exe")))


def link(made: pikepdf.Pdf) -> None:
    """A link to somewhere on the network."""
    action = Dictionary(S=Name.URI, URI=String(f"https://example.org/{SECRET}"))
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
    made.pages[0].obj.Annots = Array([made.make_indirect(note)])


def told(made: pikepdf.Pdf) -> None:
    """Everything that tells who made it, with what and when."""
    made.docinfo["/Author"] = SECRET
    made.docinfo["/CreationDate"] = "D:20260101120000"
    with made.open_metadata() as metadata:
        metadata["dc:creator"] = [SECRET]
    page = made.pages[0].obj
    page.PieceInfo = Dictionary(Program=Dictionary(Private=String(SECRET)))
    page.Thumb = made.make_stream(SECRET.encode(), Width=1, Height=1)
    page.Resources.Font.F1.Metadata = made.make_stream(SECRET.encode())


def bookmarked(made: pikepdf.Pdf) -> None:
    """A bookmark with a name in it."""
    with made.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(SECRET, 0))


def unused(made: pikepdf.Pdf) -> None:
    """Words that no page shows."""
    made.pages[0].obj.Resources.XObject = Dictionary(X9=made.make_stream(SECRET.encode(), Subtype=Name.Form))
    made.Root.Stray = made.make_indirect(Dictionary(Said=String(SECRET)))


def photographed(made: pikepdf.Pdf) -> None:
    """A photograph on the page that says where it was taken."""
    shown = made.make_stream(
        place_in(picture()), Type=Name.XObject, Subtype=Name.Image, Width=60, Height=40, BitsPerComponent=8,
        ColorSpace=Name.DeviceRGB, Filter=Name.DCTDecode,
    )  # fmt: skip
    page = made.pages[0].obj
    page.Resources.XObject = Dictionary(P=shown)
    page.Contents = made.make_stream(b"q 60 0 0 40 72 600 cm /P Do Q")


def place_in(jpeg: bytes) -> bytes:
    """A JPEG with segments that say who and where, and bytes behind its end."""
    said = b"Exif\0\0" + SECRET.encode()
    segments = b"".join(
        bytes((0xFF, kind)) + (len(said) + 2).to_bytes(2, "big") + said for kind in (0xE1, 0xE2, 0xED, 0xFE)
    )
    return jpeg[:2] + segments + jpeg[2:] + SECRET.encode()


def note(kind: str) -> Callable[[pikepdf.Pdf], None]:
    """A note of some kind on the page."""

    def change(made: pikepdf.Pdf) -> None:
        own = Dictionary(
            Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([0, 0, 9, 9]), Contents=String("x")
        )
        made.pages[0].obj.Annots = Array([made.make_indirect(own)])

    return change


def field(made: pikepdf.Pdf) -> None:
    """A field to fill in."""
    own = made.make_indirect(Dictionary(FT=Name.Tx, T=String("name"), V=String(SECRET)))
    made.Root.AcroForm = Dictionary(Fields=Array([own]))


def xfa(made: pikepdf.Pdf) -> None:
    """A form of the kind that is drawn by a program."""
    made.Root.AcroForm = Dictionary(Fields=Array(), XFA=made.make_stream(b"<xdp/>"))


def packed(made: pikepdf.Pdf) -> None:
    """Another file inside."""
    made.attachments["x.txt"] = SECRET.encode()


def layered(made: pikepdf.Pdf) -> None:
    """A layer that can be hidden."""
    layer = made.make_indirect(Dictionary(Type=Name.OCG, Name=String("x")))
    made.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))


def drawn_elsewhere(made: pikepdf.Pdf) -> None:
    """A part of the page that lies in another file."""
    made.pages[0].obj.Resources.XObject = Dictionary(
        X0=made.make_stream(
            b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), F=String("x.pdf")
        )
    )
    made.pages[0].obj.Contents = made.make_stream(b"/X0 Do")


def rarely_packed(filter: str) -> Callable[[pikepdf.Pdf], None]:
    """A picture in a packing that readers have been attacked with."""

    def change(made: pikepdf.Pdf) -> None:
        shown = made.make_stream(
            b"x", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, Filter=Name(f"/{filter}")
        )
        made.pages[0].obj.Resources.XObject = Dictionary(P=shown)
        made.pages[0].obj.Contents = made.make_stream(b"/P Do")

    return change


def vast_picture(made: pikepdf.Pdf) -> None:
    """A picture that says it is huge."""
    shown = made.make_stream(
        b"x", Type=Name.XObject, Subtype=Name.Image, Width=60_000, Height=60_000, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )  # fmt: skip
    made.pages[0].obj.Resources.XObject = Dictionary(P=shown)
    made.pages[0].obj.Contents = made.make_stream(b"/P Do")


def bomb(layers: int = 1, size: int = 260_000_000) -> bytes:
    """A PDF whose only page unpacks to more than fits, packed so many times over."""
    data = b" " * size
    for _ in range(layers):
        data = zlib.compress(data, 9)
    filters = " ".join(["/FlateDecode"] * layers)
    stream = b"<</Length %d /Filter [%s]>>stream\n%s\nendstream" % (len(data), filters.encode(), data)
    return b"%%PDF-1.7\n4 0 obj %s endobj\ntrailer <</Root 1 0 R>>\n%%%%EOF" % stream


def vast_png() -> bytes:
    """A PNG of a few bytes that says it is huge."""
    head = (60_000).to_bytes(4, "big") * 2 + bytes((8, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(b""))
        + _chunk(b"IEND", b"")
    )


def telling_png() -> bytes:
    """A PNG with texts that say who made it."""
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", SECRET)
    told.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET}</x>")
    return picture("PNG", pnginfo=told) + SECRET.encode()


def moving_png() -> bytes:
    """A PNG with several pictures one after another."""
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    into = io.BytesIO()
    frames[0].save(into, "PNG", save_all=True, append_images=frames[1:])
    return into.getvalue()


def turned_jpeg() -> bytes:
    """A photograph that says it was taken with the telephone turned."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = SECRET
    return picture(exif=exif)


def word_file() -> bytes:
    """A zip, as Word and Excel files are."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    return into.getvalue()


def inside(data: bytes) -> bytes:
    """Everything a PDF says anywhere: its bytes, its objects, and its streams unpacked."""
    found = [data]
    with pikepdf.open(io.BytesIO(data)) as opened:
        for thing in opened.objects:
            if not isinstance(thing, pikepdf.Stream):
                found.append(thing.unparse() if isinstance(thing, pikepdf.Object) else b"")
            else:
                found += [str(key).encode() for key, _ in thing.items()]
                found.append(thing.read_raw_bytes())
                if thing.get("/Filter") != Name.DCTDecode:
                    found.append(thing.read_bytes())
    return b"\n".join(found)


def _chunk(kind: bytes, data: bytes) -> bytes:
    checked = zlib.crc32(kind + data).to_bytes(4, "big")
    return len(data).to_bytes(4, "big") + kind + data + checked
