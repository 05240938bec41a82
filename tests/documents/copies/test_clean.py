"""Clean packets: what is in them, what keeps them from being made, and that they cross a process."""

import pickle
import shutil
from pathlib import Path

import pytest

from app.documents import clean, reading
from app.documents.clean import Leftover, MustFix
from app.documents.draft import Draft
from app.documents.errors import OpenGap
from app.documents.refusals import NoSuchPaper, Unfinished, Withheld
from tests.documents.packet import small

PROFILE = """
office: Prairie Lantern
phone: 816-555-0100
email: office@example.org
address: {street: 1 Main Street, city: Kansas City, state: MO, zip: "64106"}
attorneys: [{name: Morgan Tessel, bar number: "99901", email: m.tessel@example.org, phone: 816-555-0101}]
defaults: {signing_attorney: "99901", track: state}
"""


@pytest.fixture(scope="module")
def small_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small.lay_out(tmp_path_factory.mktemp("clean") / "root")


def draft(root: Path, profile: str = PROFILE, **changed: str | None) -> Draft:
    made = small.draft(root, **changed)
    return Draft(made.form, root, made.answers, small.profile(profile), made.today)


def test_it_holds_every_paper_in_both_formats_but_memo_and_safety_note(small_root: Path) -> None:
    made = clean.packet(draft(small_root))
    assert [paper.document for paper in made.papers] == ["letter", "exhibit", "steps", "all_papers_2"]
    assert made.files.keys() == made.sha256.keys()
    assert not [path for path in made.files if path.startswith("4-")]


def test_both_formats_say_the_same_and_neither_says_draft(small_root: Path) -> None:
    made = clean.packet(draft(small_root))
    for paper in made.papers[:3]:
        docx, pdf = made.files[paper.path("docx")], made.files[paper.path("pdf")]
        assert reading.difference(docx, pdf) is None
        assert b"DRAFT" not in docx


def test_it_crosses_a_process(small_root: Path) -> None:
    made = clean.packet(draft(small_root))
    assert pickle.loads(pickle.dumps(made)) == made


def test_the_same_answers_make_the_same_bytes(small_root: Path) -> None:
    assert clean.packet(draft(small_root)).sha256 == clean.packet(draft(small_root)).sha256


def test_obstacles_name_gaps_by_where_they_stand(small_root: Path) -> None:
    found = clean.obstacles(draft(small_root, rate="{gap: not known}", tipped="{gap: not known}"))
    labels = {gap.label: gap.titles for gap in found.gaps}
    assert labels["hourly rate"] == ("Demand letter",)
    assert () in labels.values()
    assert all(gap.asked or gap.origin != "answer" for gap in found.gaps)


def test_an_office_without_a_telephone_is_a_gap_of_the_office(small_root: Path) -> None:
    found = clean.obstacles(draft(small_root, PROFILE.replace("phone: 816-555-0100\n", "", 1)))
    [gap] = found.gaps
    assert (gap.label, gap.origin, gap.asked) == ("telephone of the office", "office", None)


def test_a_gap_waits_unless_it_is_ruled(small_root: Path) -> None:
    waiting = draft(small_root, job="''", started="{gap: not known}")
    labels = frozenset(gap.label for gap in clean.obstacles(waiting).gaps)
    with pytest.raises(OpenGap, match="Answer this first"):
        clean.packet(waiting)
    made = clean.packet(waiting, labels)
    letter = made.files[made.papers[0].path("docx")]
    assert "____" in reading.words_of_docx(letter)


def test_an_open_question_an_undecided_choice_and_a_missing_signer_each_wait(small_root: Path) -> None:
    with pytest.raises(Unfinished):
        clean.packet(draft(small_root, employer=None))
    with pytest.raises(MustFix, match="Decide this first"):
        clean.packet(draft(small_root, PROFILE.replace(", track: state", "")))
    with pytest.raises(MustFix, match="no attorney"):
        clean.packet(draft(small_root, PROFILE.replace('attorney: "99901"', 'attorney: "11111"')))


def test_a_held_paper_stays_out_and_a_withheld_one_stops_all(small_root: Path) -> None:
    held = draft(small_root, asks_court="yes")
    assert [paper.title for paper in clean.obstacles(held).held] == ["Demand letter", "Exhibit A"]
    assert [paper.document for paper in clean.packet(held).papers] == ["petition", "steps"]
    with pytest.raises(Withheld):
        clean.packet(draft(small_root, job="cook at 816-555-0142"))


def test_a_draft_without_a_paper_has_nothing_to_approve(small_root: Path) -> None:
    text = small.FORM.replace("  petition: {title", "  # {title").replace("  steps: {title", "  # {title")
    form = small.form_from({small.FILE: text.encode()}, small.NAME, small.CALCULATIONS)
    made = draft(small_root, asks_court="yes")
    with pytest.raises(NoSuchPaper, match="no paper to approve"):
        clean.packet(Draft(form, small_root, made.answers, made.office, made.today))


@pytest.mark.parametrize("planted", ["See {{ there }} for more", "[to be confirmed: the town]", "DRAFT"])
def test_what_an_answer_says_itself_is_no_leftover(small_root: Path, planted: str) -> None:
    assert clean.packet(draft(small_root, job=f"'{planted}'")).papers


def test_what_a_template_leaves_standing_is_a_leftover(small_root: Path, tmp_path: Path) -> None:
    """A mark typed into the template is no gap of the engine's, and still no word of a clean copy."""
    root = Path(shutil.copytree(small_root, tmp_path / "root"))
    small.template(root, "steps", "sheet", ["DRAFT: hello {{ chosen_name }}, call {{ office.phone }}."])
    with pytest.raises(Leftover, match="the mark of a draft"):
        clean.packet(draft(root))
