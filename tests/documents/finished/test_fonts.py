"""The faces of every finished file are ours in the PDF, and Times New Roman and Arial by name in Word."""

import io
import re

import pikepdf
import pytest

from app.documents import fonts, package, pdf, reading
from app.documents.layouts import LAYOUTS
from app.documents.package import w
from tests.documents.finished.conftest import Finished

OURS = {
    f"Liberation-{family}{cut}"
    for family in ("Serif", "Sans")
    for cut in ("", "-Bold", "-Italic", "-Bold-Italic")
}


def faces(data: bytes) -> set[str]:
    """The names of the faces a PDF embeds; “not embedded” for one it only names."""
    found = set()
    with pikepdf.open(io.BytesIO(data)) as opened:
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
                held = any(key in thing for key in ("/FontFile", "/FontFile2", "/FontFile3"))
                name = re.sub(r"^/[A-Z]{6}\+", "", str(thing.FontName))
                found.add(name if held else f"{name}, not embedded")
    return found


def test_every_face_of_every_pdf_is_one_of_ours_and_whole_in_it(finished: dict[str, bytes]) -> None:
    foreign = {name: faces(data) - OURS for name, data in finished.items()}
    assert {name: found for name, found in foreign.items() if found} == {}
    assert all(faces(data) for data in finished.values())


def test_another_face_would_be_noticed() -> None:
    page = '<html lang=en><title>T</title><p style="font-family: Liberation Mono">code'
    assert faces(pdf.laid_out(page, LAYOUTS["letter"], "clean").data) - OURS == {"Liberation-Mono"}


def test_word_files_name_times_new_roman_and_arial(both: Finished) -> None:
    for name, file in both.words.items():
        for part, data in package.unpack(file).items():
            if part.startswith("word/") and part.endswith(".xml"):
                named = {font.get(w("ascii")) for font in package.parse(data).iter(w("rFonts"))}
                assert named <= {"Times New Roman", "Arial", "Symbol", "Courier New", None}, (name, part)


def test_the_memo_says_which_face_the_pdf_has(both: Finished) -> None:
    memos = [data for name, data in both.words.items() if "_office/memo," in name]
    assert memos
    for memo in memos:
        assert "set in Liberation Serif, whose letters are as wide" in reading.words_of_docx(memo)


def test_nothing_is_said_where_nothing_is_missing() -> None:
    assert fonts.warnings() == ()


def test_a_missing_library_is_named_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts.ffi, "harfbuzz_subset", None)
    (sentence,) = fonts.warnings()
    assert sentence.endswith("run: apt-get install libharfbuzz-subset0")
