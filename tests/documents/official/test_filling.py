"""A form is filled so that every reader sees the same words in the same places, and nothing runs in it."""

import io
import subprocess
from pathlib import Path

import pikepdf
import pypdf
from pikepdf import Dictionary, Name, String

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents.layouts import DRAFT_MARK
from tests.documents.official import forms
from tests.documents.official.conftest import Fill

NAME = "fields:\n  - {name: Who, at: 'page 1, 72 700 300 716', item: '1', value: who.full}\n"
WHO = forms.text("Who", 72, 700, 300, 716)
STORY = """fields:
  - name: Story
    at: page 1, 72 500 540 560
    item: "7"
    value: story
    overflow: addendum
"""
TALE = forms.text("Story", 72, 500, 540, 560, flags=forms.MULTILINE)


def text(data: bytes, tmp_path: Path, *options: str) -> str:
    """What poppler reads: other eyes than ours."""
    (tmp_path / "x.pdf").write_bytes(data)
    command = ["pdftotext", *options, str(tmp_path / "x.pdf"), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_a_name_stands_in_the_box_of_its_field(fill: Fill, tmp_path: Path) -> None:
    made = fill(NAME, WHO, data={"who": {"full": "Zoë Łukasz Nguyễn"}})
    # Poppler counts from the top: 792 - 716 = 76.
    assert (
        text(made.data, tmp_path, "-x", "72", "-y", "76", "-W", "228", "-H", "16").strip()
        == "Zoë Łukasz Nguyễn"
    )


def test_two_independent_readers_see_the_same_words(fill: Fill, tmp_path: Path) -> None:
    made = fill(NAME, WHO, data={"who": {"full": "Ana O’Brien – Sample"}})
    seen = pypdf.PdfReader(io.BytesIO(made.data)).pages[0].extract_text()
    assert "Ana O’Brien – Sample" in seen
    assert "Ana O’Brien – Sample" in text(made.data, tmp_path)


def test_a_long_name_is_written_smaller_before_it_is_cut(fill: Fill, tmp_path: Path) -> None:
    name = "Maximiliana Theodora Constantina Wolfeschlegelstein"
    made = fill(NAME, WHO, data={"who": {"full": name}})
    assert name in text(made.data, tmp_path)


def test_a_field_with_a_place_for_each_letter_has_one_in_each(fill: Fill) -> None:
    field = forms.text("Case", 100, 600, 200, 618, flags=forms.COMB, MaxLen=10)
    plan = "fields:\n  - {name: Case, at: 'page 1, 100 600 200 618', value: number}\n"
    made = fill(plan, field, data={"number": "2416-PN0"})
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        drawn = [each for each in pikepdf.parse_content_stream(pdf.pages[0]) if str(each.operator) == "Tm"]
    places = [float(each.operands[4]) for each in drawn[-8:]]
    assert [int((x - 100) // 10) for x in places] == list(range(8))


def test_a_box_is_ticked_for_yes_and_stays_empty_for_no(fill: Fill, tmp_path: Path) -> None:
    plan = "fields:\n  - {name: Child, at: 'page 1, 72 660 84 672', on: {Yes: has_child}}\n"
    box = forms.check("Child", 72, 660, 84, 672)
    ticked, empty = (fill(plan, box, data={"has_child": each}) for each in (True, False))
    assert (ticked.written, empty.written) == ({"Child": "Yes"}, {"Child": ""})
    spot = ("-x", "70", "-y", "118", "-W", "16", "-H", "16")
    assert (text(ticked.data, tmp_path, *spot).strip(), text(empty.data, tmp_path, *spot).strip()) == (
        "X",
        "",
    )


def test_of_a_group_only_the_box_that_holds_is_ticked(fill: Fill, tmp_path: Path) -> None:
    boxes = {"1": (72.0, 640.0, 84.0, 652.0), "2": (172.0, 640.0, 184.0, 652.0)}
    plan = """fields:
  - name: Tie
    at:
      - page 1, 72 640 84 652
      - page 1, 172 640 184 652
    on: {"1": is_spouse, "2": is_parent}
"""
    made = fill(plan, forms.radio("Tie", boxes), data={"is_spouse": False, "is_parent": True})
    assert text(made.data, tmp_path, "-x", "170", "-y", "138", "-W", "16", "-H", "16").strip() == "X"
    assert text(made.data, tmp_path, "-x", "70", "-y", "138", "-W", "16", "-H", "16").strip() == ""


def test_a_choice_prints_the_words_the_form_has_for_it(fill: Fill, tmp_path: Path) -> None:
    options = [pikepdf.Array(["48", "Jackson County"]), pikepdf.Array(["24", "Clay County"])]
    plan = "fields:\n  - {name: County, at: 'page 1, 72 610 200 626', value: county}\n"
    made = fill(plan, forms.choice("County", 72, 610, 200, 626, options=options), data={"county": "48"})
    assert "Jackson County" in text(made.data, tmp_path)


def test_names_are_joined_and_an_empty_one_leaves_no_trace(fill: Fill) -> None:
    plan = "fields:\n  - {name: Who, at: 'page 1, 72 700 300 716', value: [a, b, c], join: ', '}\n"
    made = fill(plan, WHO, data={"a": "Clay", "b": "", "c": "Missouri"})
    assert made.written == {"Who": "Clay, Missouri"}


def test_a_place_without_a_field_can_be_written_on(fill: Fill, tmp_path: Path) -> None:
    plan = """fields:
  - {at: 'page 2, 72 600 300 616', value: who}
  - {at: 'page 2, 72 560 84 572', on: yes_}
"""
    made = fill(plan, data={"who": "Ana", "yes_": True}, pages=2)
    assert text(made.data, tmp_path, "-f", "2").split() == ["Page", "2", "Ana", "X"]


def test_what_does_not_fit_goes_on_behind_with_no_word_lost(fill: Fill, tmp_path: Path) -> None:
    words = [f"word{number}" for number in range(400)]
    made = fill(STORY, TALE, data={"story": [" ".join(words)]})
    read = text(made.data, tmp_path, "-raw")
    assert made.pages == 2
    assert [word for word in read.split() if word.startswith("word")] == words
    assert "(see addendum)" in read
    assert "Continuation of item 7" in read


def test_what_fits_has_no_addendum(fill: Fill, tmp_path: Path) -> None:
    made = fill(STORY, TALE, data={"story": ["He came to the house."]})
    assert made.pages == 1
    assert "addendum" not in text(made.data, tmp_path)


def test_paragraphs_stay_paragraphs_in_a_field_of_several_lines(fill: Fill, tmp_path: Path) -> None:
    made = fill(STORY, TALE, data={"story": ["One.", "Two."]})
    assert [line.strip() for line in text(made.data, tmp_path).split("\n") if line.strip()][-2:] == [
        "One.",
        "Two.",
    ]


def test_items_without_a_row_stand_in_the_addendum(fill: Fill, tmp_path: Path) -> None:
    plan = """fields:
  - {name: Row, at: 'page 1, 72 460 300 476', item: '9', value: [kids.1.name, kids.1.age], overflow: addendum}
"""
    kids = [{"name": "A.B.", "age": "7"}, {"name": "C.D.", "age": "3"}, {"name": "E.F.", "age": "1"}]
    made = fill(plan, forms.text("Row", 72, 460, 300, 476), data={"kids": kids})
    read = text(made.data, tmp_path)
    assert "A.B. 7" in read
    assert "2. C.D.; 3" in read
    assert "3. E.F.; 1" in read


def test_a_review_copy_has_its_mark_above_the_form_and_covers_nothing_of_it(
    fill: Fill, tmp_path: Path
) -> None:
    made = fill(NAME, WHO, data={"who": {"full": "Ana"}}, copy="review")
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert [float(side) for side in pdf.pages[0].mediabox] == [0, 0, 612, 812]
    assert text(made.data, tmp_path, "-x", "0", "-y", "0", "-W", "612", "-H", "20").strip() == DRAFT_MARK


def test_a_clean_copy_has_no_mark_and_the_size_of_the_form(fill: Fill, tmp_path: Path) -> None:
    made = fill(NAME, WHO, data={"who": {"full": "Ana"}})
    assert "DRAFT" not in text(made.data, tmp_path)
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert [float(side) for side in pdf.pages[0].mediabox] == [0, 0, 612, 792]


def test_a_blank_is_marked_in_a_review_copy(fill: Fill, tmp_path: Path) -> None:
    gap = f"{GAP_OPEN}to be confirmed: name{GAP_CLOSE}"
    made = fill(NAME, WHO, data={"who": {"full": gap}}, copy="review")
    assert "[to be confirmed: name]" in text(made.data, tmp_path)
    assert made.marks == ("name",)


def test_a_blank_that_an_attorney_left_to_the_pen_stays_empty(fill: Fill, tmp_path: Path) -> None:
    gap = f"{GAP_OPEN}to be confirmed: name{GAP_CLOSE}"
    made = fill(NAME, WHO, data={"who": {"full": gap}}, ruled=frozenset({"name"}))
    assert text(made.data, tmp_path).split() == ["AA-TEST", "(09-25)"]


def test_nothing_runs_leads_away_or_tells_who_edited_it(fill: Fill) -> None:
    with forms.opened(WHO) as pdf:
        script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        pdf.Root.OpenAction = script
        pdf.Root.AA = Dictionary(WC=script)
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=["x", script]))
        pdf.pages[0].obj.AA = Dictionary(O=script)
        pdf.pages[0].obj.Annots[0].AA = Dictionary(K=script)
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9],
                          A=Dictionary(S=Name.URI, URI=String("https://example.org")))  # fmt: skip
        pdf.pages[0].obj.Annots.append(pdf.make_indirect(link))
        pdf.docinfo["/Author"] = "Clerk of Court"
        form = forms.saved(pdf)
    for sign in (b"JavaScript", b"example.org", b"Clerk of Court"):
        assert sign in form
    made = fill(NAME, pdf=form, data={"who": {"full": "Ana"}})
    for sign in (b"JavaScript", b"/URI", b"Clerk of Court", b"AcroForm", b"Widget", b"/AA", b"OpenAction"):
        assert sign not in made.data
    with pikepdf.open(io.BytesIO(made.data)) as read:
        assert set(read.docinfo.keys()) == {"/Title", "/Producer"}


def test_what_a_form_held_in_other_fields_is_gone(fill: Fill) -> None:
    left = forms.text("Old", 72, 100, 300, 116, V=String("Somebody Else"))
    made = fill(NAME + "left empty: [Old]\n", WHO, left, data={"who": {"full": "Ana"}})
    assert b"Somebody Else" not in made.data


def test_a_button_needs_no_line_in_the_map_and_is_taken_out(fill: Fill) -> None:
    button = forms.Field("Print", [(1, 500, 750, 560, 770)], {"FT": Name.Btn, "Ff": forms.PUSH})
    assert b"Widget" not in fill(NAME, WHO, button, data={"who": {"full": "Ana"}}).data


def test_the_edge_of_a_box_stays_when_its_field_goes(fill: Fill, tmp_path: Path) -> None:
    """Many forms leave the line around a box to the viewer; without it an unticked box would be nothing."""
    plan = "fields:\n  - {name: Child, at: 'page 1, 72 660 84 672', on: {Yes: has_child}}\n"
    for colour, ink in (([0], True), ([], False)):
        with forms.opened(forms.check("Child", 72, 660, 84, 672), framed=False) as pdf:
            pdf.pages[0].obj.Annots[0].MK = Dictionary(BC=colour)
            form = forms.saved(pdf)
        made = fill(plan, pdf=form, data={"has_child": False})
        assert dark(made.data, tmp_path, 70, 118, 16, 16) is ink


def dark(data: bytes, tmp_path: Path, x: int, y: int, wide: int, high: int) -> bool:
    """Whether anything is drawn in a part of the first page, in points from its upper left corner."""
    (tmp_path / "y.pdf").write_bytes(data)
    part = ["-x", x, "-y", y, "-W", wide, "-H", high]
    command = ["pdftoppm", "-r", "72", "-gray", "-singlefile", *map(str, part), str(tmp_path / "y.pdf")]
    image = subprocess.run(command, capture_output=True, check=True).stdout
    return min(image[-wide * high :]) < 128


def test_a_page_with_nothing_on_it_can_be_written_on(fill: Fill, tmp_path: Path) -> None:
    with forms.opened(pages=2) as pdf:
        del pdf.pages[1].obj.Contents
        form = forms.saved(pdf)
    plan = "fields:\n  - {at: 'page 2, 72 600 300 616', value: who}\n"
    assert "Ana" in text(fill(plan, pdf=form, data={"who": "Ana"}).data, tmp_path)


def test_the_same_answers_give_the_same_bytes(fill: Fill) -> None:
    first, second = (
        fill(STORY, TALE, data={"story": ["Long words. " * 200]}, copy="review") for _ in range(2)
    )
    assert first.data == second.data


def test_a_form_that_leaves_its_drawing_open_does_not_move_the_words(fill: Fill, tmp_path: Path) -> None:
    with forms.opened(WHO, content=b"q q 0.5 0 0 0.5 300 300 cm\n") as pdf:
        form = forms.saved(pdf)
    made = fill(NAME, pdf=form, data={"who": {"full": "Ana"}})
    assert text(made.data, tmp_path, "-x", "72", "-y", "76", "-W", "228", "-H", "16").strip() == "Ana"


def test_a_field_that_stands_twice_is_filled_twice(fill: Fill, tmp_path: Path) -> None:
    twice = forms.Field("Who", [(1, 72, 700, 300, 716), (2, 72, 700, 300, 716)], WHO.keys)
    plan = """fields:
  - name: Who
    at:
      - page 1, 72 700 300 716
      - page 2, 72 700 300 716
    value: who
"""
    made = fill(plan, twice, data={"who": "Ana"}, pages=2)
    assert text(made.data, tmp_path).split().count("Ana") == 2
