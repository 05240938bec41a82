"""The upload guard: what people bring becomes a clean PDF, or is refused with a sentence on what to do.

A file is what its first bytes say, whatever it is called. Pictures are drawn anew; of a PDF only what its
pages show is put on new pages. Product paths have this done in a child of the box, with its limits.
"""

import io
import re
import zlib

import pikepdf
from pypdf.errors import PyPdfError

from app.documents.draft import Draft
from app.documents.exhibits import layers, pictures, scrub, sheets, unpacking, words
from app.documents.exhibits.file import File
from app.documents.exhibits.limits import MOST_BYTES, MOST_PAGES
from app.documents.exhibits.refusals import (
    APPLE,
    DAMAGED,
    EMPTY,
    LAYERED,
    LOCKED,
    MARKED,
    NEITHER,
    PACKED,
    WORD,
    NotAdmitted,
)

_SPOKEN = re.compile(r"\w")
_BROKEN = (
    pikepdf.PdfError, PyPdfError, ValueError, TypeError, KeyError, IndexError, RuntimeError, AttributeError,
    OverflowError, zlib.error,
)  # fmt: skip
"""What reading a damaged file raises; NotImplementedError and RecursionError are RuntimeErrors."""


def admitted(draft: Draft, item: str, name: str, data: bytes) -> File:
    """The same as `admit`, as a job that the box can do; the draft itself is not looked at."""
    return admit(item, name, data)


def admit(item: str, name: str, data: bytes) -> File:
    """The clean PDF of a file for one exhibit; raises NotAdmitted."""
    made = _clean(data)
    told = _told(made)
    silent = sum(1 for text in told if not _SPOKEN.search(text))
    return File(item, shown_name(name), made, len(told), silent)


def _told(made: bytes) -> list[str]:
    """The text of each page; all that papers are searched for later is read once here, or refused."""
    try:
        told = words.pages(made)
        for _ in layers.of(made, ()):
            pass
    except _BROKEN as fault:
        raise NotAdmitted(DAMAGED) from fault
    return told


def shown_name(name: str) -> str:
    """What a file is called, without folders and signs that do not print, at most 120 characters."""
    last = re.split(r"[/\\]", name)[-1]
    return " ".join("".join(each if each.isprintable() else " " for each in last).split())[:120]


def _clean(data: bytes) -> bytes:
    if not data:
        raise NotAdmitted(EMPTY)
    if len(data) > MOST_BYTES:
        raise NotAdmitted(
            f"This file has more than {MOST_BYTES // 1_000_000} MB. Save it smaller, or bring it in parts."
        )
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return pictures.page(data)
    if data.startswith(b"%PDF-"):
        return _pdf(data)
    raise NotAdmitted(_known_otherwise(data))


def _known_otherwise(data: bytes) -> str:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return WORD
    is_apple = data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"heim", b"hevc")
    return APPLE if is_apple else NEITHER


def _pdf(data: bytes) -> bytes:
    unpacking.check(data)
    try:
        with pikepdf.open(io.BytesIO(data), attempt_recovery=False, suppress_warnings=True) as source:
            _whole(source)
            scrub.clean(source)
            source.remove_unreferenced_resources()
            made = sheets.of_pages(source)
            if source.get_warnings():
                raise NotAdmitted(DAMAGED)
            return made
    except pikepdf.PasswordError as fault:
        raise NotAdmitted(LOCKED) from fault
    except _BROKEN as fault:
        raise NotAdmitted(DAMAGED) from fault


def _whole(source: pikepdf.Pdf) -> None:
    """Raise NotAdmitted for what the pages of a PDF do not show by themselves, or show too much of."""
    root = source.Root
    if source.is_encrypted:
        raise NotAdmitted(LOCKED)
    if "/OCProperties" in root:
        raise NotAdmitted(LAYERED)
    if "/Collection" in root or len(source.attachments):
        raise NotAdmitted(PACKED)
    if len(root.get("/AcroForm", pikepdf.Dictionary()).get("/Fields", pikepdf.Array())):
        raise NotAdmitted(MARKED)
    if "/XFA" in root.get("/AcroForm", pikepdf.Dictionary()):
        raise NotAdmitted(MARKED)
    if not 0 < len(source.pages) <= MOST_PAGES:
        raise NotAdmitted(f"This PDF has no page, or more than {MOST_PAGES} of them. Bring it in parts.")
    for page in source.pages:
        scrub.marks(page)
