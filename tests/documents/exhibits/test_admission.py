"""The upload guard: what is let in shows the same page and tells and does nothing; the rest is refused."""

import io
import re
from contextlib import suppress

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from app.documents.exhibits import refusals, words
from app.documents.exhibits.admission import admit, shown_name
from app.documents.exhibits.limits import LETTER, MOST_BYTES
from app.documents.exhibits.refusals import NotAdmitted
from tests.documents.exhibits import foreign
from tests.documents.exhibits.foreign import SECRET

CLEANED: dict[str, bytes] = {
    "a script": foreign.pdf(change=foreign.script),
    "a program to start": foreign.pdf(change=foreign.launch),
    "a link": foreign.pdf(change=foreign.link),
    "properties": foreign.pdf(change=foreign.told),
    "a bookmark": foreign.pdf(change=foreign.bookmarked),
    "what no page shows": foreign.pdf(change=foreign.unused),
    "the place of a photograph": foreign.pdf(change=foreign.photographed),
    "bytes behind its end": foreign.pdf() + b"\nPK\x03\x04" + SECRET.encode(),
    "segments of a JPEG": foreign.place_in(foreign.picture()),
    "texts of a PNG": foreign.telling_png(),
    "how a telephone was held": foreign.turned_jpeg(),
}
ACTIVE = re.compile(
    rb"/(?:JS|JavaScript|Launch|URI|OpenAction|AA|Names|EmbeddedFiles?|Annots|AcroForm|Metadata)\b"
)

REFUSED: dict[str, tuple[bytes, str]] = {
    "comments": (foreign.pdf(change=foreign.note("Text")), refusals.MARKED),
    "a stamp": (foreign.pdf(change=foreign.note("Stamp")), refusals.MARKED),
    "a film": (foreign.pdf(change=foreign.note("RichMedia")), refusals.MARKED),
    "a field": (foreign.pdf(change=foreign.field), refusals.MARKED),
    "a drawn form": (foreign.pdf(change=foreign.xfa), refusals.MARKED),
    "another file": (foreign.pdf(change=foreign.packed), refusals.PACKED),
    "a layer": (foreign.pdf(change=foreign.layered), refusals.LAYERED),
    "a part elsewhere": (foreign.pdf(change=foreign.drawn_elsewhere), refusals.STRANGE),
    "JBIG2": (foreign.pdf(change=foreign.rarely_packed("JBIG2Decode")), refusals.STRANGE),
    "JPEG 2000": (foreign.pdf(change=foreign.rarely_packed("JPXDecode")), refusals.STRANGE),
    "a password": (foreign.pdf(encryption=pikepdf.Encryption(owner="x", user="y")), refusals.LOCKED),
    "permissions": (foreign.pdf(encryption=pikepdf.Encryption(owner="x", user="")), refusals.LOCKED),
    "a vast picture": (foreign.pdf(change=foreign.vast_picture), refusals.BOMB),
    "a vast PNG": (foreign.vast_png(), refusals.BOMB),
    "a moving picture": (foreign.moving_png(), refusals.MOVING),
    "a torn PDF": (foreign.pdf()[:-200], refusals.DAMAGED),
    "a torn JPEG": (foreign.picture(size=(600, 400))[:-300], refusals.DAMAGED_PICTURE),
    "a JPEG in name only": (b"\xff\xd8\xff\xe0" + b"<script>", refusals.DAMAGED_PICTURE),
    "a Word file": (foreign.word_file(), refusals.WORD),
    "HEIC": (b"\0\0\0\x18ftypheic\0\0\0\0", refusals.APPLE),
    "a PDF behind other bytes": (b"<script></script>\n" + foreign.pdf(), refusals.NEITHER),
    "a GIF": (b"GIF89a" + b"\0" * 20, refusals.NEITHER),
    "nothing": (b"", refusals.EMPTY),
}


@pytest.mark.parametrize("what", CLEANED)
def test_nothing_that_tells_or_acts_is_left(what: str) -> None:
    made = foreign.inside(admit("1", "x", CLEANED[what]).pdf)
    assert SECRET.encode() not in made
    assert SECRET.encode("utf-16-be") not in made
    assert not ACTIVE.search(made)


@pytest.mark.parametrize("what", [what for what, data in CLEANED.items() if data.startswith(b"%PDF")])
def test_control_the_file_before_it_did_tell_or_act(what: str) -> None:
    before = foreign.inside(CLEANED[what])
    assert SECRET.encode() in before or SECRET.encode("utf-16-be") in before


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_cleaned_is_refused_with_what_to_do(what: str) -> None:
    data, sentence = REFUSED[what]
    with pytest.raises(NotAdmitted) as refused:
        admit("1", "x.pdf", data)
    assert str(refused.value) == sentence


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_a_bomb_is_refused_before_it_is_unpacked(layers: int) -> None:
    with pytest.raises(NotAdmitted, match="unpacks to more"):
        admit("1", "x", foreign.bomb(layers))


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    with pytest.raises(NotAdmitted, match="more than 35 MB"):
        admit("1", "x", b"%PDF-1.7" + bytes(MOST_BYTES))


def test_the_page_still_says_its_words() -> None:
    found = admit("1", "lease.pdf", foreign.pdf("Lease of the flat"))
    assert (words.pages(found.pdf), found.pages, found.without_text) == (["Lease of the flat"], 1, 0)


def test_a_scan_is_known_to_have_no_text() -> None:
    found = admit("1", "scan.pdf", foreign.pdf(change=foreign.photographed))
    assert (found.pages, found.without_text) == (1, 1)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"), ("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "LA"),
     ("PNG", "P"), ("PNG", "1"), ("PNG", "I;16")],
)  # fmt: skip
def test_pictures_of_every_kind_keep_dark_and_light_in_their_places(kind: str, mode: str) -> None:
    shown = drawn(admit("1", "x", foreign.picture(kind, mode)).pdf).convert("L")
    assert shown.size == (60, 40)
    assert shown.getpixel((5, 20)) < 30 < 220 < shown.getpixel((55, 20))


def test_what_is_clear_in_a_picture_becomes_white() -> None:
    into = io.BytesIO()
    Image.new("RGBA", (9, 9), (0, 0, 0, 0)).save(into, "PNG")
    assert drawn(admit("1", "x", into.getvalue()).pdf).convert("L").getpixel((4, 4)) == 255


def test_a_turned_photograph_stands_upright() -> None:
    shown = drawn(admit("1", "x", foreign.turned_jpeg()).pdf).convert("L")
    assert shown.size == (40, 60)
    assert shown.getpixel((20, 5)) < 30 < 220 < shown.getpixel((20, 55))


@pytest.mark.parametrize("size", [(612, 792), (595, 842), (612, 1008), (792, 612), (2000, 100)])
def test_every_page_becomes_a_letter_page(size: tuple[int, int]) -> None:
    def resized(made: pikepdf.Pdf) -> None:
        made.pages[0].mediabox = [0, 0, *size]

    with pikepdf.open(io.BytesIO(admit("1", "x", foreign.pdf(change=resized)).pdf)) as made:
        assert [float(each) for each in made.pages[0].mediabox] == [0, 0, *LETTER]


def test_a_file_is_what_its_bytes_say_whatever_it_is_called() -> None:
    assert admit("1", "x.exe", foreign.picture()).pages == 1
    with pytest.raises(NotAdmitted):
        admit("1", "x.pdf", b"MZ\x90\0")


def test_the_same_file_gives_the_same_bytes() -> None:
    for data in (foreign.pdf(), foreign.picture(), foreign.picture("PNG")):
        assert admit("1", "x", data).pdf == admit("1", "x", data).pdf


def test_a_name_carries_no_folder_and_no_hidden_sign() -> None:
    assert shown_name("C:\\own\\My\u202e lease\n.pdf") == "My lease .pdf"


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.sampled_from([foreign.pdf(change=foreign.told), foreign.picture(), foreign.telling_png()]),
    st.integers(min_value=8), st.binary(min_size=1, max_size=20),
)  # fmt: skip
def test_damage_anywhere_is_refused_or_cleaned_and_never_another_error(
    data: bytes, at: int, put: bytes
) -> None:
    at %= len(data)
    with suppress(NotAdmitted):
        made = admit("1", "x", data[:at] + put + data[at + len(put) :]).pdf
        assert not ACTIVE.search(foreign.inside(made))


def drawn(made: bytes) -> Image.Image:
    """The picture on the page."""
    with pikepdf.open(io.BytesIO(made)) as opened:
        (shown,) = (each for each in opened.objects if getattr(each, "Subtype", None) == "/Image")
        return pikepdf.PdfImage(shown).as_pil_image()
