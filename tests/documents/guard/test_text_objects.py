"""Only the text objects of a page are read for its words, unless anything is shown outside of one."""

from app.documents import leak_pdf

FONT = {b"F": {0x41: "a", 0x42: "b"}}
INSIDE = b"1 0 0 1 0 0 cm\nBT\n1 0 0 -1 96 111 Tm\n/F 8 Tf\n[<0041>] TJ\nET\nq 1 2 m\nQ\n"
OUTSIDE = INSIDE + b"/F 8 Tf\n<0042> Tj\n"


def test_what_a_text_object_shows_is_read() -> None:
    assert leak_pdf.quickly(INSIDE, FONT).strip() == "a"
    assert b"1 2 m" not in leak_pdf._texts(INSIDE)


def test_a_text_shown_outside_of_one_is_read_too() -> None:
    assert leak_pdf.quickly(OUTSIDE, FONT).strip() == "ab"


def test_a_text_object_that_does_not_end_is_read() -> None:
    assert leak_pdf.quickly(INSIDE.replace(b"\nET", b""), FONT).strip() == "a"
