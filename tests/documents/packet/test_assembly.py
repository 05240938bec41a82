"""A packet is whole or not there; what it holds, and what it refuses."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.office import EMPTY
from app.documents import assembly, edition, reading
from app.documents.errors import DocumentError, NameMissing
from app.documents.refusals import HeldBack, NoSuchPaper, Occupied, Unfinished, Withheld
from tests.documents.packet import small
from tests.documents.packet.conftest import DraftOf

THREAT = "If he does not pay I go to the police."


def test_a_packet_is_a_word_file_beside_a_pdf_for_each_paper(drafted: DraftOf, tmp_path: Path) -> None:
    assembly.assemble(drafted(), tmp_path / "out")
    files = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*"))
    assert [name for name in files if name.startswith("2-")] == [
        "2-other-side/2026-0143 00 All papers, other side.pdf",
        "2-other-side/2026-0143 01 Demand letter.docx", "2-other-side/2026-0143 01 Demand letter.pdf",
        "2-other-side/2026-0143 02 Exhibit A.docx", "2-other-side/2026-0143 02 Exhibit A.pdf",
    ]  # fmt: skip
    assert "4-office-only/2026-0143 04 Attorney memo.pdf" in files


def test_the_manifest_knows_every_file_and_its_hash(drafted: DraftOf, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assembly.assemble(drafted(), out)
    manifest = json.loads((out / "manifest.json").read_text())
    for entry in manifest["papers"]:
        assert hashlib.sha256((out / entry["file"]).read_bytes()).hexdigest() == entry["sha256"]
        assert ("pages" in entry) == (entry["format"] == "pdf")
    for entry in manifest["together"]:
        assert hashlib.sha256((out / entry["file"]).read_bytes()).hexdigest() == entry["sha256"]
    assert len(manifest["papers"]) + len(manifest["together"]) == len(list(out.rglob("*.*"))) - 1


def test_the_manifest_holds_no_fact(drafted: DraftOf) -> None:
    made = assembly.packet(drafted(asks_court="yes", story="She is undocumented."))
    text = json.dumps(made.manifest)
    for told in ("Ana", "Sample", "Riverbend", "14.00", "undocumented", "Annie", "1990", "gun"):
        assert told not in text


def test_every_paper_says_the_same_in_both_formats(drafted: DraftOf) -> None:
    made = assembly.packet(drafted())
    differences = [reading.difference(each.docx, each.pdf) for each in made.papers]
    assert differences == [None] * len(made.papers)


def test_a_paper_whose_formats_differ_must_be_fixed(own_root: Path) -> None:
    """The control: a twin changed by hand is noticed in the finished paper."""
    twin = own_root / "templates/html/mo/small/letter.html"
    twin.write_text(twin.read_text().replace("worked as", "toiled as"))
    made = assembly.packet(small.draft(own_root))
    assert [(found.kind, found.level) for found in made.findings] == [("words differ", "must fix")]


def test_the_same_draft_gives_the_same_bytes(drafted: DraftOf) -> None:
    assert assembly.packet(drafted()).files == assembly.packet(drafted()).files


def test_a_draft_with_an_open_question_makes_nothing_and_names_it(drafted: DraftOf, tmp_path: Path) -> None:
    with pytest.raises(Unfinished, match="“hourly rate” is not answered"):
        assembly.assemble(drafted(rate=None), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_refused(drafted: DraftOf, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(Occupied):
        assembly.assemble(drafted(), tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_an_empty_folder_is_filled(drafted: DraftOf, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assembly.assemble(drafted(), tmp_path / "out")
    assert (tmp_path / "out" / "manifest.json").is_file()


def test_a_template_that_fails_leaves_nothing_behind(own_root: Path, tmp_path: Path) -> None:
    small.template(own_root, "steps", "sheet", ["{{ nothing_of_the_kind }}"])
    with pytest.raises(DocumentError):
        assembly.assemble(small.draft(own_root), tmp_path / "packets" / "out")
    assert not (tmp_path / "packets").exists()


def test_a_template_may_not_name_what_its_reader_may_not_see(own_root: Path) -> None:
    small.template(own_root, "letter", "letter", ["She fears: {{ danger }}"])
    with pytest.raises(NameMissing, match="“danger” is counsel only and may not reach the other side"):
        assembly.packet(small.draft(own_root))


def test_a_fact_carries_the_secret_it_rests_on(own_root: Path) -> None:
    small.template(own_root, "letter", "letter", ["Dear employer{% if in_danger %}, beware{% endif %}"])
    with pytest.raises(NameMissing, match="“in_danger” is counsel only"):
        assembly.packet(small.draft(own_root))


def test_one_paper_is_handed_out_alone(drafted: DraftOf) -> None:
    paper, data = assembly.one(drafted(), "letter", "pdf")
    assert (paper.title, data[:5]) == ("Demand letter", b"%PDF-")


def test_the_memo_is_handed_out_alone(drafted: DraftOf) -> None:
    assert assembly.one(drafted(), "attorney_memo", "docx")[1][:2] == b"PK"


def test_a_held_paper_is_not_handed_out(drafted: DraftOf) -> None:
    with pytest.raises(HeldBack, match="A court paper is planned"):
        assembly.one(drafted(asks_court="yes"), "letter", "docx")


def test_a_withheld_paper_is_not_handed_out(drafted: DraftOf) -> None:
    with pytest.raises(Withheld):
        assembly.one(drafted(story=THREAT), "letter", "docx")


@pytest.mark.parametrize("name", ["petition", "nothing", "../letter"])
def test_a_paper_that_is_not_due_is_not_handed_out(drafted: DraftOf, name: str) -> None:
    with pytest.raises(NoSuchPaper):
        assembly.one(drafted(), name, "pdf")


def test_an_office_without_a_profile_still_gets_a_packet_full_of_marks(drafted: DraftOf) -> None:
    made = assembly.packet(replace(drafted(), office=EMPTY))
    letter = next(each for each in made.papers if each.paper.document == "letter")
    assert "attorney who signs" in letter.marks


def test_a_default_of_the_office_that_fits_no_answer_is_said(drafted: DraftOf) -> None:
    office = replace(drafted().office, defaults={"track": "both"})
    with pytest.raises(DocumentError, match="A default of the office profile does not fit: `track`"):
        assembly.packet(replace(drafted(), office=office))


def test_a_missing_template_is_said(own_root: Path) -> None:
    (own_root / "templates/docx/mo/small/steps.docx").unlink()
    with pytest.raises(NoSuchPaper, match="templates/docx/mo/small/steps.docx is missing"):
        assembly.packet(small.draft(own_root))


def test_a_kept_edition_renders_the_same_packet(drafted: DraftOf) -> None:
    draft = drafted()
    kept = edition.files(draft.root, draft.form)
    with edition.opened(kept) as root:
        again = replace(draft, root=root, form=edition.form(kept, small.NAME))
        assert assembly.packet(again).files == assembly.packet(draft).files


def test_an_edition_changes_with_any_of_its_files(drafted: DraftOf) -> None:
    draft = drafted()
    kept = edition.files(draft.root, draft.form)
    templates = {"templates/docx/mo/small/letter.docx", "templates/html/mo/small/letter.html"}
    names = {small.FILE, edition.LAW, *templates}
    assert names <= set(kept)
    assert all(edition.digest({**kept, name: b"x"}) != edition.digest(kept) for name in kept)


def test_the_hash_of_an_edition_is_the_one_it_is_stored_under(drafted: DraftOf) -> None:
    from app.store import editions

    draft = drafted()
    kept = edition.files(draft.root, draft.form)
    assert editions.digest(kept) == edition.digest(kept)


def test_a_kept_file_cannot_leave_its_folder() -> None:
    with pytest.raises(ValueError, match="leads out"), edition.opened({"../out.txt": b"x"}):
        pass
