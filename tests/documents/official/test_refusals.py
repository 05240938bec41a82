"""A form that is not the one its map was written for is not filled: one sentence, with file and line."""

import hashlib
import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from app.core.places import Mistakes
from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents.errors import OpenGap
from app.documents.official import filling, readback
from app.documents.official.errors import NotFilled
from app.documents.official.face import Embedded
from tests.documents.official import forms
from tests.documents.official.conftest import FILE, HEAD, Fill, read

NAME = "fields:\n  - {name: Who, at: 'page 1, 72 700 300 716', item: '1', value: who}\n"
WHO = forms.text("Who", 72, 700, 300, 716)
ANA = {"who": "Ana"}
LINE = f"{FILE}:6:5"


def refused(make: Callable[[], object]) -> str:
    with pytest.raises(NotFilled) as fault:
        make()
    return str(fault.value)


def test_the_control_is_filled(fill: Fill) -> None:
    assert fill(NAME, WHO, data=ANA).written == {"Who": "Ana"}


def test_a_field_with_another_name(fill: Fill) -> None:
    other = forms.text("Whom", 72, 700, 300, 716)
    said = refused(lambda: fill(NAME, other, data=ANA))
    assert said == f"{LINE} The form has no field “Who” (did you mean `Whom`?)."


def test_a_field_that_has_moved_by_more_than_two_points(fill: Fill) -> None:
    moved = forms.text("Who", 72, 697, 300, 713)
    said = refused(lambda: fill(NAME, moved, data=ANA))
    assert said == f"{LINE} The field “Who” stands at `page 1, 72 697 300 713`, not where the map says."


def test_two_points_are_no_move(fill: Fill) -> None:
    assert fill(NAME, forms.text("Who", 74, 698, 301, 715), data=ANA).pages == 1


def test_a_field_on_another_page(fill: Fill) -> None:
    said = refused(lambda: fill(NAME, forms.text("Who", 72, 700, 300, 716, page=2), data=ANA, pages=2))
    assert "The field “Who” stands at `page 2, 72 700 300 716`, not where the map says." in said


def test_another_edition_of_the_form(fill: Fill) -> None:
    pdf = forms.form(WHO, words=["AA-TEST (01-27)"])
    said = refused(lambda: fill(NAME, pdf=pdf, data=ANA))
    assert said.startswith(f"{FILE}:3:1 The words “(09-25)” stand nowhere in the PDF")


def test_blanks_inside_the_words_of_the_edition_do_not_matter(fill: Fill) -> None:
    assert fill(NAME, pdf=forms.form(WHO, words=["AA-TEST ( 09 - 25 )"]), data=ANA).pages == 1


def test_another_file_than_the_one_that_was_read(fill: Fill) -> None:
    form = forms.form(WHO)
    right = HEAD + f"sha256: {hashlib.sha256(form).hexdigest()}\n"
    assert fill(NAME, pdf=form, data=ANA, head=right).pages == 1
    wrong = HEAD + f"sha256: {'0' * 64}\n"
    assert refused(lambda: fill(NAME, pdf=form, data=ANA, head=wrong)) == (
        f"{FILE}:5:1 The PDF is not the file this map was made for; compare the two, then mend `sha256:`."
    )


def test_a_field_the_map_does_not_name(fill: Fill) -> None:
    new = forms.text("Phone", 72, 600, 300, 616)
    said = refused(lambda: fill(NAME, WHO, new, data=ANA))
    assert said == (
        f"{FILE}:5:1 The form has a field “Phone” (page 1, 72 600 300 616) that the map does not name;"
        " say what it takes, or put it under `left empty:`."
    )
    assert fill(NAME + "left empty: [Phone]\n", WHO, new, data=ANA).pages == 1


def test_a_field_left_empty_that_is_not_there(fill: Fill) -> None:
    said = refused(lambda: fill(NAME + "left empty: [Phone]\n", WHO, data=ANA))
    assert "The form has no field “Phone”" in said


def test_words_for_a_box_to_tick(fill: Fill) -> None:
    said = refused(lambda: fill(NAME, forms.check("Who", 72, 700, 300, 716), data=ANA))
    assert said == f"{LINE} The field “Who” is a box to tick; `value:` is for fields to write in."


def test_a_tick_for_a_field_of_words(fill: Fill) -> None:
    plan = "fields:\n  - {name: Who, at: 'page 1, 72 700 300 716', on: {Yes: who}}\n"
    said = refused(lambda: fill(plan, WHO, data={"who": True}))
    assert "The field “Who” is a field for text; `on:` is for boxes to tick." in said


def test_a_kind_of_field_that_is_not_known(fill: Fill) -> None:
    secret = forms.text("Who", 72, 700, 300, 716, flags=1 << 13)
    assert "is of a kind Draftwell does not fill" in refused(lambda: fill(NAME, secret, data=ANA))


def test_an_export_value_the_form_does_not_have(fill: Fill) -> None:
    plan = "fields:\n  - {name: Child, at: 'page 1, 72 660 84 672', on: {On: yes_}}\n"
    said = refused(lambda: fill(plan, forms.check("Child", 72, 660, 84, 672), data={"yes_": True}))
    assert said == f"{LINE} The field “Child” has no export value “On”; it has “Yes”."


def test_two_ticks_in_a_group_that_takes_one(fill: Fill) -> None:
    boxes = {"1": (72.0, 640.0, 84.0, 652.0), "2": (172.0, 640.0, 184.0, 652.0)}
    plan = """fields:
  - name: Tie
    at:
      - page 1, 72 640 84 652
      - page 1, 172 640 184 652
    on: {"1": a, "2": b}
"""
    said = refused(lambda: fill(plan, forms.radio("Tie", boxes), data={"a": True, "b": True}))
    assert said == f"{LINE} “1” and “2” would both be ticked in “Tie”, which takes one."


def test_a_tick_that_hangs_on_words(fill: Fill) -> None:
    plan = "fields:\n  - {name: Child, at: 'page 1, 72 660 84 672', on: {Yes: who}}\n"
    said = refused(lambda: fill(plan, forms.check("Child", 72, 660, 84, 672), data=ANA))
    assert said == f"{LINE} `who` is not yes or no; a box needs a name that is."


def test_a_choice_the_form_does_not_offer(fill: Fill) -> None:
    plan = "fields:\n  - {name: County, at: 'page 1, 72 610 200 626', value: who}\n"
    field = forms.choice("County", 72, 610, 200, 626, options=["Clay", "Jackson"])
    said = refused(lambda: fill(plan, field, data={"who": "Platte"}))
    assert said == f"{LINE} “County” offers “Clay”, “Jackson”, and not what the draft says."


@pytest.mark.parametrize("sign", ["漢", "א", "ع", "\u0301", "😀"])
def test_a_character_that_cannot_be_drawn(fill: Fill, sign: str) -> None:
    said = refused(lambda: fill(NAME, WHO, data={"who": f"Ana {sign}"}))
    assert said == f"{LINE} The words for “1” hold U+{ord(sign):04X}, which cannot be drawn here."


def test_words_without_room_where_no_addendum_is_allowed(fill: Fill) -> None:
    said = refused(lambda: fill(NAME, WHO, data={"who": "long words " * 30}))
    assert said == f"{LINE} The words for “1” have no room in their field; write `overflow: addendum`."


def test_more_characters_than_the_map_allows(fill: Fill) -> None:
    plan = NAME.replace("value: who", "value: who, most: '5'")
    assert "have no room" in refused(lambda: fill(plan, WHO, data={"who": "Anabel"}))
    assert fill(plan, WHO, data={"who": "Annie"}).pages == 1


def test_more_characters_than_a_field_has_places(fill: Fill) -> None:
    field = forms.text("Who", 72, 700, 300, 716, flags=forms.COMB, MaxLen=4)
    assert "have no room" in refused(lambda: fill(NAME, field, data={"who": "Annie"}))


def test_a_field_too_small_for_the_mark_of_an_addendum(fill: Fill) -> None:
    plan = (
        "fields:\n  - {name: Who, at: 'page 1, 72 700 92 716', item: '1', value: who, overflow: addendum}\n"
    )
    said = refused(lambda: fill(plan, forms.text("Who", 72, 700, 92, 716), data={"who": "long words " * 9}))
    assert said == f"{LINE} The words for “1” have no room in their field; it has no room even for its mark."


def test_more_items_than_rows_where_no_addendum_is_allowed(fill: Fill) -> None:
    plan = "fields:\n  - {name: Who, at: 'page 1, 72 700 300 716', value: kids.1.name}\n"
    said = refused(lambda: fill(plan, WHO, data={"kids": [{"name": "A."}, {"name": "B."}]}))
    assert said == f"{LINE} There are 2 items of `kids` and rows for 1; write `overflow: addendum`."


def test_a_blank_in_a_clean_copy(fill: Fill) -> None:
    gap = {"who": f"{GAP_OPEN}to be confirmed: name{GAP_CLOSE}"}
    with pytest.raises(OpenGap):
        fill(NAME, WHO, data=gap)


def changed(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    with forms.opened(WHO) as pdf:
        change(pdf)
        return forms.saved(pdf)


def hide(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots[0].F = 2


def outside(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.CropBox = Array([0, 0, 612, 500])


def turn(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Rotate = 90


def sign(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Seal = pdf.make_indirect(Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 3])))


def layer(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary())


def insert(pdf: pikepdf.Pdf) -> None:
    file = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9]))
    pdf.pages[0].obj.Annots.append(pdf.make_indirect(file))


def xfa(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=String("<xdp/>"))
    pdf.pages[0].obj.Annots = Array()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (hide, "The field “Who” is hidden or lies off its page; it cannot be filled."),
        (outside, "The field “Who” is hidden or lies off its page; it cannot be filled."),
        (turn, "The field “Who” stands on a turned page or is turned; it cannot be filled."),
        (sign, "The PDF carries a digital signature, which filling would break; get the form without one."),
        (layer, "The PDF has layers, some of which may not be seen; print it to a plain PDF first."),
        (insert, "Page 1 of the PDF holds a note or an insert (FileAttachment); save it without."),
        (xfa, "The PDF is an XFA form, which only one program can show; print it to a plain PDF first."),
    ],
)
def test_a_form_that_hides_or_carries_something(
    fill: Fill, change: Callable[[pikepdf.Pdf], None], sentence: str
) -> None:
    assert sentence in refused(lambda: fill(NAME, pdf=changed(change), data=ANA))


def test_a_pdf_behind_a_password(fill: Fill) -> None:
    out = io.BytesIO()
    with forms.opened(WHO) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="a", owner="b"))
    said = refused(lambda: fill(NAME, pdf=out.getvalue(), data=ANA))
    assert "asks for a password; save it without one." in said


@pytest.mark.parametrize("data", [b"", b"not a PDF", b"%PDF-1.7\nbroken"])
def test_a_file_that_is_no_pdf(fill: Fill, data: bytes) -> None:
    said = refused(lambda: filling.fill(read(NAME), data, ANA))
    assert said.endswith("The file is no PDF that can be read; fetch it again.")


def bare(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Annots[0].Rect


def words_for_numbers(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots[0].Rect = Array([Name.A, Name.B, Name.C, Name.D])


@pytest.mark.parametrize("change", [bare, words_for_numbers])
def test_a_pdf_that_is_broken_inside(fill: Fill, change: Callable[[pikepdf.Pdf], None]) -> None:
    form = changed(change)
    told = "The PDF is broken inside; fetch it again, or print it to a plain PDF first."
    assert told in refused(lambda: fill(NAME, pdf=form, data=ANA))
    assert told in str(filling.mistakes(read(NAME), form))


def test_a_saved_form_that_says_something_else_is_not_used(
    fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the reading back: a drawing that loses a letter is noticed."""
    shown = Embedded.shown
    monkeypatch.setattr(Embedded, "shown", lambda self, text: shown(self, text.replace("n", "m")))
    pdf = forms.form(WHO)
    said = refused(lambda: fill(NAME, pdf=pdf, data={"who": "Anm"}))
    assert "says something else than was laid out on page 1" in said


def test_an_addendum_that_lost_words_is_not_used(fill: Fill, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = NAME.replace("value: who", "value: who, overflow: addendum")
    data = {"who": "long words " * 30}
    assert fill(plan, WHO, data=data).pages == 2
    monkeypatch.setattr(readback.reading, "words_of_pdf", lambda data: "long")
    assert "does not hold all words of item 1" in refused(lambda: fill(plan, WHO, data=data))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("fields: []\nfurther: 1\n", "6:1 `further` is not a word of the language here"),
        ("fields:\n  - {name: A, value: b}\n", "A line `at:` is missing here."),
        (
            "fields:\n  - {name: A, at: 'p1 1 2 3 4', value: b}\n",
            "Write the place as `page 1, 72 700 300 716`",
        ),
        ("fields:\n  - {name: A, at: 'page 1, 9 2 3 4', value: b}\n", "This place has no room;"),
        ("fields:\n  - {name: A, at: 'page 1, 1 2 3 4'}\n", "A field has either `value:`"),
        (
            "fields:\n  - {name: A, at: 'page 1, 1 2 3 4', value: b, on: {Yes: c}}\n",
            "A field has either `value:`",
        ),
        ("fields:\n  - {name: A, at: 'page 1, 1 2 3 4', on: c}\n", "Write `on:` as `export value: name`"),
        ("fields:\n  - {at: 'page 1, 1 2 3 4', on: {Yes: c}}\n", "A field without a name has one place"),
        ("fields:\n  - {name: A, at: 'page 1, 1 2 3 4', value: 'b()'}\n", "is no name as templates write it"),
        (
            "fields:\n  - {name: A, at: 'page 1, 1 2 3 4', value: 'b | loud'}\n",
            "is no name as templates write it",
        ),
        (
            "fields:\n  - {name: A, at: 'page 1, 1 2 3 4', value: b, most: few}\n",
            "`most` must be a whole number",
        ),
        ("fields: []\nwhen: a is yes\n", "`when` names facts, yes-or-no questions or documents"),
        (
            "fields:\n" + "  - {name: A, at: 'page 1, 1 2 3 4', value: b}\n" * 2,
            "7:5 The field “A” stands in line 6 too; keep one.",
        ),
    ],
)
def test_a_map_that_says_something_wrong(text: str, sentence: str) -> None:
    with pytest.raises(Mistakes) as found:
        read(text)
    assert sentence in str(found.value)


def test_a_map_names_the_edition_it_was_written_for() -> None:
    with pytest.raises(Mistakes) as found:
        read("fields: []\n", HEAD.replace('revision: "(09-25)"\n', ""))
    assert "Write `revision:`, words that stand in this edition of the form, or its `sha256:`." in str(
        found.value
    )
