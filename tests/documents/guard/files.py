"""Small Word files and PDFs that hold given bytes or words in one layer each."""

import base64
import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from html import escape

import pikepdf

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(*members: tuple[str, bytes], comment: bytes = b"") -> bytes:
    """A zip of these parts beside a text that says nothing."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, data in (("word/document.xml", document("<w:r><w:t>Nothing.</w:t></w:r>")), *members):
            archive.writestr(name, data)
    return made.getvalue()


def document(runs: str, root: str = "document") -> bytes:
    """A Word part with one paragraph."""
    return f'<w:{root} xmlns:w="{W}"><w:body><w:p>{runs}</w:p></w:body></w:{root}>'.encode()


def split(text: str) -> str:
    """The text in runs of two characters, as Word cuts up what is edited."""
    return "".join(f"<w:r><w:t>{escape(text[at : at + 2])}</w:t></w:r>" for at in range(0, len(text), 2))


def pdf(change: Callable[[pikepdf.Pdf], None], **settings: bool) -> bytes:
    """A PDF of one empty page, changed and saved."""
    made = io.BytesIO()
    with pikepdf.new() as opened:
        opened.add_blank_page()
        change(opened)
        opened.save(made, **settings)
    return made.getvalue()


def _stream(data: bytes, **settings: bool) -> bytes:
    def change(opened: pikepdf.Pdf) -> None:
        opened.Root.Hidden = opened.make_stream(b"begin " + data + b" end")

    return pdf(change, **settings)


def _in_ascii85(data: bytes) -> bytes:
    def change(opened: pikepdf.Pdf) -> None:
        stream = opened.make_stream(b"")
        packed = base64.a85encode(b"begin " + data + b" end") + b"~>"
        stream.write(packed, filter=pikepdf.Name.ASCII85Decode)
        opened.Root.Hidden = stream

    return pdf(change, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def _appended(*filters: str) -> Callable[[bytes], bytes]:
    """A PDF with an object after its end, which no table of it names."""

    def made(data: bytes) -> bytes:
        packed = b"begin " + data + b" end"
        for name in reversed(filters):
            packed = zlib.compress(packed) if name == "FlateDecode" else base64.a85encode(packed) + b"~>"
        names = " ".join(f"/{name}" for name in filters).encode()
        head = b"\n999 0 obj\n<</Length %d/Filter[%s]>>\nstream\n" % (len(packed), names)
        return pdf(lambda opened: None) + head + packed + b"\nendstream\nendobj\n"

    return made


def _attached(data: bytes) -> bytes:
    def change(opened: pikepdf.Pdf) -> None:
        opened.attachments["a.bin"] = pikepdf.AttachedFileSpec(opened, data, filename="a.bin")

    return pdf(change)


BYTES: Mapping[str, Callable[[bytes], bytes]] = {
    "a part of a Word file": lambda data: docx(("customXml/item1.bin", b"<< " + data + b" >>")),
    "a file in a Word file": lambda data: docx(("word/embeddings/a.docx", docx(("b.bin", data)))),
    "the comment of a zip": lambda data: docx(comment=data[:60_000]),
    "an inflated stream": lambda data: _stream(data, compress_streams=True),
    "a bare stream": lambda data: _stream(data, compress_streams=False),
    "a stream in ASCII85": _in_ascii85,
    "a stream in ASCII85 no table names": _appended("ASCII85Decode"),
    "a packed stream in ASCII85 no table names": _appended("ASCII85Decode", "FlateDecode"),
    "an attachment": _attached,
    "a zip attached to a PDF": lambda data: _attached(docx(("b.bin", data))),
}
"""Layers that hold any bytes."""


def _put(key: str) -> Callable[[str], bytes]:
    def made(text: str) -> bytes:
        def change(opened: pikepdf.Pdf) -> None:
            opened.Root[key] = pikepdf.Dictionary(Hidden=pikepdf.String(f"Look: {text}!"))

        return pdf(change, object_stream_mode=pikepdf.ObjectStreamMode.generate)

    return made


def _info(text: str) -> bytes:
    def change(opened: pikepdf.Pdf) -> None:
        opened.docinfo["/Keywords"] = f"Look: {text}!"

    return pdf(change)


def _xmp(text: str) -> bytes:
    def change(opened: pikepdf.Pdf) -> None:
        with opened.open_metadata() as metadata:
            metadata["dc:title"] = f"Look: {text}!"

    return pdf(change)


def _bookmark(text: str) -> bytes:
    def change(opened: pikepdf.Pdf) -> None:
        with opened.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(f"Look: {text}!", 0))

    return pdf(change)


def _link(text: str) -> bytes:
    def change(opened: pikepdf.Pdf) -> None:
        action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(f"http://example.org/?q={text}"))
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, A=action)
        opened.pages[0].obj.Annots = pikepdf.Array([opened.make_indirect(link)])

    return pdf(change)


WORDS: Mapping[str, Callable[[str], bytes]] = {
    "the text of a Word file": lambda text: docx(("word/a.xml", document(f"<w:t>{escape(text)}</w:t>"))),
    "runs of a Word file": lambda text: docx(("word/header1.xml", document(split(text)))),
    "an attribute": lambda text: docx(("word/footer1.xml", document(f'<w:r w:descr="{escape(text)}"/>'))),
    "a comment": lambda text: docx(("word/comments.xml", document(split(text), "comments"))),
    "an attribute in numbers": lambda text: docx(
        ("word/footer1.xml", document(f'<w:r w:descr="{"".join(f"&#{ord(sign)};" for sign in text)}"/>'))
    ),
    "runs with blanks of no width": lambda text: docx(("word/a.xml", document(split("\u200b".join(text))))),
    "runs with soft hyphens": lambda text: docx(("word/a.xml", document(split("\u00ad".join(text))))),
    "runs with combining joiners": lambda text: docx(("word/a.xml", document(split("\u034f".join(text))))),
    "a property": lambda text: docx(("docProps/core.xml", f"<a><b>{escape(text)}</b></a>".encode())),
    "the name of a part": lambda text: docx((f"word/media/{text}.png", b"")),
    "an XML comment": lambda text: docx(("word/footer1.xml", f"<a><!-- {escape(text)} --></a>".encode())),
    "the Info of a PDF": _info,
    "the XMP of a PDF": _xmp,
    "a bookmark": _bookmark,
    "a link": _link,
    "an alternate text": _put("/Alternates"),
}  # fmt: skip
"""Layers that hold words."""
