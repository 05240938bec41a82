"""Opens an official PDF: refuses what cannot be filled safely, takes out what runs, hides or leads away."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pikepdf

_ROOT = ("/OpenAction", "/AA", "/Names", "/AcroForm", "/Collection", "/AF", "/PieceInfo", "/Metadata", "/URI",
         "/Perms", "/Legal", "/Threads", "/SpiderInfo", "/DPartRoot", "/Outlines",
         "/Dests", "/StructTreeRoot", "/MarkInfo")  # fmt: skip
"""What leads from the file's root to scripts, actions, other files and traces of who edited it.

Its tags go too: they point at fields that are no more there, and a tree that half fits is worse than none.
"""
_PAGE = ("/Annots", "/StructParents", "/AA", "/PieceInfo", "/Metadata", "/Thumb", "/AF", "/B", "/PresSteps")
_GONE = frozenset(("/Widget", "/Link", "/Popup"))
"""Annotations that print nothing of the form: fields are drawn anew, links and their boxes go."""


_BROKEN = (
    pikepdf.PdfError, AttributeError, IndexError, KeyError, OverflowError, RecursionError, TypeError,
    ValueError,
)  # fmt: skip
"""What reading a file raises whose parts are not what they say they are."""


class Unfit(Exception):
    """A PDF that cannot be filled as it is, told in one sentence."""


@contextmanager
def reading() -> Iterator[None]:
    """While a form is read: whatever is broken in it is told as Unfit."""
    try:
        yield
    except _BROKEN as error:
        raise Unfit("The PDF is broken inside; fetch it again, or print it to a plain PDF first.") from error


def opened(data: bytes) -> pikepdf.Pdf:
    """The PDF; raises Unfit when it is none, is locked or signed, or is made of what may hide or run."""
    try:
        pdf = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError as error:
        raise Unfit("The PDF asks for a password; save it without one.") from error
    except pikepdf.PdfError as error:
        raise Unfit("The file is no PDF that can be read; fetch it again.") from error
    try:
        with reading():
            sentence = next(_faults(pdf), None)
        if sentence:
            raise Unfit(sentence)
    except Unfit:
        pdf.close()
        raise
    return pdf


def _faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    if pdf.is_encrypted and not pdf.allow.modify_form:
        yield "The PDF does not allow its form to be filled; ask the court's clerk for one that does."
    form = pdf.Root.get("/AcroForm", pikepdf.Dictionary())
    if "/XFA" in form and not len(form.get("/Fields", [])):
        yield "The PDF is an XFA form, which only one program can show; print it to a plain PDF first."
    if any(_is_signed(each) for each in pdf.objects):
        yield "The PDF carries a digital signature, which filling would break; get the form without one."
    if "/OCProperties" in pdf.Root:
        yield "The PDF has layers, some of which may not be seen; print it to a plain PDF first."
    for number, page in enumerate(pdf.pages, 1):
        for each in page.obj.get("/Annots", []):
            kind = str(each.get("/Subtype")) if isinstance(each, pikepdf.Dictionary) else "?"
            if kind not in _GONE:
                yield f"Page {number} of the PDF holds a note or an insert ({kind[1:]}); save it without."


def _is_signed(each: pikepdf.Object) -> bool:
    return isinstance(each, pikepdf.Dictionary) and "/ByteRange" in each


def strip(pdf: pikepdf.Pdf) -> None:
    """Take out scripts, actions, links, files, fields and everything else that is not a printed page."""
    _without(pdf.Root, _ROOT)
    _without(pdf.trailer, ("/Info",))
    for page in pdf.pages:
        _without(page.obj, _PAGE)


def _without(holder: pikepdf.Object, keys: Sequence[str]) -> None:
    for key in keys:
        if key in holder:
            del holder[key]
