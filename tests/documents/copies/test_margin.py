"""Margin notes of the PDF stand beside their lines: not over text or each other, whole on the page."""

import dataclasses
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from app.documents import pdf, reading, word
from app.documents.layouts import LAYOUTS
from app.documents.notes import Note
from app.documents.packet import OFFICE_PAPERS
from tests.documents.copies import notes
from tests.documents.engine import papers
from tests.documents.engine.conftest import Template
from tests.documents.finished import stories

ON_X = (frozenset({("print", ("x",))}),)


def note(text: str, anchors: tuple[frozenset[tuple[str, tuple[str, ...]]], ...] = ON_X) -> Note:
    return Note("flag", "check", text, "RSMo 290.502", anchors=anchors)


@pytest.mark.parametrize("name", stories.few())
def test_every_note_of_whole_stories_has_its_place(name: str) -> None:
    draft = stories.draft(name)
    found = 0
    for paper in (*draft.plan.papers, *draft.plan.held):
        if paper.document in OFFICE_PAPERS or paper.pdf_only:
            continue
        made = draft.make(paper)
        assert made.laid is not None
        boxes = notes.boxes(made.laid)
        assert notes.faults(boxes, LAYOUTS[paper.spec.layout]) == []
        found += len(boxes)
    assert found > 1 or name not in stories.ALWAYS


def test_notes_on_each_other_would_be_noticed(template: Template) -> None:
    """The control: the same notes where WeasyPrint itself puts them."""
    twin = papers.with_twin(template(("Hello {{ x }}.", "Body Text")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.documents.notes_margin.settle", lambda document, layout: None)
        made = pdf.render(twin, {"x": "you"}, title="x", notes=(note("One."), note("Two.")))
    assert notes.faults(notes.boxes(made), LAYOUTS["letter"])


@pytest.mark.parametrize("layout", ["letter", "sheet", "landscape"])
def test_more_notes_than_a_page_holds_are_counted_on_the_word_file(template: Template, layout: str) -> None:
    twin = papers.with_twin(template(("Hello {{ x }}.", "Body Text"), layout=layout))
    many = tuple(note(f"Note {number}. " + "The weeks are taken as given. " * 4) for number in range(40))
    made = pdf.render(twin, {"x": "you"}, title="x", notes=many)
    boxes = notes.boxes(made)
    assert made.pages == 1
    assert notes.faults(boxes, LAYOUTS[layout]) == []
    assert [box.said for box in boxes if box.said.startswith("More notes")] == [
        "More notes to this page stand in the Word file and in the memo."
    ]


def test_where_there_is_no_room_what_must_be_fixed_stays(template: Template) -> None:
    twin = papers.with_twin(template(("Hello {{ x }}.", "Body Text")))
    said = "The weeks are taken as given. " * 4
    many = [note(f"Note {number}. {said}") for number in range(40)]
    many += [dataclasses.replace(note(f"Mend {number}. {said}"), level="must fix") for number in range(6)]
    boxes = notes.boxes(pdf.render(twin, {"x": "you"}, title="x", notes=tuple(many)))
    assert sum(box.said.startswith("Must fix") for box in boxes) == 6
    assert sum(box.said.startswith("Check") for box in boxes) > 1
    assert notes.faults(boxes, LAYOUTS["letter"]) == []


def test_where_there_is_no_room_blanks_stay_before_checks_and_checks_before_notes(template: Template) -> None:
    twin = papers.with_twin(template(("Hello {{ x }}.", "Body Text")))
    said = "The weeks are taken as given. " * 3
    many = [dataclasses.replace(note(f"N {n}. {said}"), level="note") for n in range(30)]
    many += [note(f"C {n}. {said}") for n in range(4)]
    many += [dataclasses.replace(note(f"B {n}. {said}"), kind="gap", level="must fix") for n in range(6)]
    boxes = notes.boxes(pdf.render(twin, {"x": "you"}, title="x", notes=tuple(many)))
    heads = [box.said.split(".")[0] for box in boxes]
    assert (heads.count("Blank"), heads.count("Check")) == (6, 4)
    assert heads.count("Note") < 30
    assert notes.faults(boxes, LAYOUTS["letter"]) == []


@pytest.mark.parametrize("layout", ["letter", "landscape"])
def test_notes_are_black_big_enough_and_clear_of_the_edge(template: Template, layout: str) -> None:
    twin = papers.with_twin(template(("Hello {{ x }}.", "Body Text"), layout=layout))
    made = pdf.render(
        twin, {"x": "you"}, title="x", notes=tuple(note("A word or two. " * 9) for _ in "1234567")
    )
    for box in notes.boxes(made):
        assert box.left >= 24
        assert box.right <= LAYOUTS[layout].width * 96 - 24
        assert box.points >= 7.5
        assert box.color == (0, 0, 0)


def test_only_a_note_far_from_its_paragraph_names_it(template: Template) -> None:
    near = note("On pay. " * 20, (frozenset({("print", ("y",))}),))
    twin = papers.with_twin(
        template(("Please pay {{ y }} & soon.", "Body Text"), ("Then {{ x }}.", "Body Text"))
    )
    made = pdf.render(
        twin, {"x": "you", "y": "<b>"}, title="x", notes=(near, note("On then."), note("More."))
    )
    found = [(box.said.split(".")[1], " ".join(box.at.split())) for box in notes.boxes(made)]
    assert found == [(" On pay", ""), (" On then", "at “Then you.”"), (" More", "at “Then you.”")]
    assert notes.faults(notes.boxes(made), LAYOUTS["letter"]) == []


def test_long_words_are_hyphenated_in_the_narrow_margin(template: Template) -> None:
    twin = papers.with_twin(template(("Hello {{ x }}.", "Body Text"), layout="landscape"))
    made = pdf.render(twin, {"x": "you"}, title="x", notes=(note("Unconstitutional representations."),))
    (box,) = notes.boxes(made)
    assert [line for line in box.lines if line.endswith("-")]
    assert all(len(line) > 2 for line in box.lines)


def test_notes_move_no_word_of_the_page(template: Template) -> None:
    rows = [("{{ x }} " + "Some words of the letter. " * 30, "Body Text")] * 9
    twin = papers.with_twin(template(*rows))
    plain = pdf.render(twin, {"x": "you"}, title="x")
    noted = pdf.render(twin, {"x": "you"}, title="x", notes=(note("One."), note("Two. " * 90)))
    assert noted.pages == plain.pages
    assert reading.words_of_pdf(noted.data) == reading.words_of_pdf(plain.data)


def test_a_note_at_the_end_of_a_page_moves_up_and_stays_whole(template: Template) -> None:
    rows = [("Some words of the letter. " * 14, "Body Text")] * 8 + [("{{ x }}", "Body Text")]
    twin = papers.with_twin(template(*rows))
    made = pdf.render(twin, {"x": "you"}, title="x", notes=(note("A long note. " * 40),))
    assert made.pages == 1
    assert notes.faults(notes.boxes(made), LAYOUTS["letter"]) == []


def test_a_note_longer_than_a_margin_is_cut_there_and_whole_in_the_word_file(template: Template) -> None:
    source = template(("Hello {{ x }}.", "Body Text"))
    long = (note("A very long story. " * 900),)
    made = pdf.render(papers.with_twin(source), {"x": "you"}, title="x", notes=long)
    (box,) = notes.boxes(made)
    assert "…" in box.said
    assert notes.faults([box], LAYOUTS["letter"]) == []
    (comment,) = notes.comments(word.render(source, {"x": "you"}, title="x", notes=long))
    assert comment.said.count("story") == 900


def test_a_note_in_a_table_stands_beside_its_row_and_one_in_a_repeated_head_once(tmp_path: Path) -> None:
    document = papers.begin("landscape")
    rows = [
        [("Week of {{ x }}", "Table heading"), ("Sum", "Table heading number")],
        [("{%tr for row in rows %}", "Table text"), ("", "Table text")],
        [("{{ row.label }}{% if row.odd %} odd{% endif %}", "Table text"), ("1", "Table number")],
        [("{%tr endfor %}", "Table text"), ("", "Table text")],
    ]
    papers.table(document, rows, "Ruled table", head=1)
    document.save(str(tmp_path / "a.docx"))
    context = {"x": "you", "rows": [{"label": f"Week {n}", "odd": n == 45} for n in range(60)]}
    odd = note("On the odd row.", (frozenset({("if", ("rows", "[]", "odd"))}),))
    made = pdf.render(papers.with_twin(tmp_path / "a.docx"), context, title="x", notes=(note("Head."), odd))
    boxes = notes.boxes(made)
    assert [(box.page, box.said) for box in boxes] == [
        (0, "Check. Head. RSMo 290.502"),
        (1, "Check. On the odd row. RSMo 290.502"),
    ]
    assert made.pages > 2
    assert notes.faults(boxes, LAYOUTS["landscape"]) == []


@pytest.mark.parametrize("style", ["Re line", "Block quote", "Numbered point", "Body Text"])
def test_notes_stand_in_one_column_whatever_the_paragraph(template: Template, style: str) -> None:
    twin = papers.with_twin(template(("List:", "List intro"), ("Hello {{ x }}.", style)))
    made = pdf.render(twin, {"x": "you"}, title="x", notes=(note("One."),))
    (box,) = notes.boxes(made)
    assert round(box.left / 96, 2) == 7.56
    assert dataclasses.asdict(box)["said"] == "Check. One. RSMo 290.502"


def test_notes_are_tagged_as_notes_each_with_its_own_name(template: Template) -> None:
    twin = papers.with_twin(template(("Hello {{ x }}.", "Body Text")))
    made = pdf.render(twin, {"x": "you"}, title="x", notes=(note("One."), note("Two.")))
    with pikepdf.open(BytesIO(made.data)) as file:
        tags = [each for each in file.objects if isinstance(each, pikepdf.Dictionary) and "/S" in each]
        assert [str(each.ID) for each in tags if each.S == "/Note"] == ["note-1", "note-2"]
        assert [each for each in tags if each.S == "/Art"] == []
    assert reading.words_of_pdf(made.data) == "Hello you."


def test_a_clean_copy_has_no_margin_notes(template: Template) -> None:
    twin = papers.with_twin(template(("Hello {{ x }}.", "Body Text")))
    made = pdf.render(twin, {"x": "you"}, title="x", copy="clean", notes=(note("One."),))
    assert notes.boxes(made) == []
    assert made.data == pdf.render(twin, {"x": "you"}, title="x", copy="clean").data
