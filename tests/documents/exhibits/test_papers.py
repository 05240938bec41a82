"""Exhibits in a packet: lettered, indexed, behind a cover each, and searched like every other paper."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from app.core.places import Place
from app.core.questionnaire import DocumentSpec
from app.documents import alike, assembly, clean, properties, reading
from app.documents.assembly import Packet
from app.documents.exhibits import words
from app.documents.paper import Made
from tests.documents.exhibits import foreign, small

BIRTH, DOCTOR = ("Birth certificate", "yes"), ("Letter of the doctor about the injury", "no")
HOME = "41 Quiet Hollow Lane"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small.lay_out(tmp_path_factory.mktemp("exhibits") / "root")


@pytest.fixture(scope="module")
def packet(root: Path) -> Packet:
    files = {BIRTH[0]: foreign.pdf("Born in Ozark"), DOCTOR[0]: foreign.picture()}
    return assembly.packet(small.draft(root, BIRTH, DOCTOR, data=files))


def paper(packet: Packet, document: str) -> Made:
    every = (*packet.papers, *packet.held, *packet.withheld)
    return next(made for made in every if made.paper.document == document)


def said(made: Made) -> str:
    return "\n".join(words.pages(made.pdf))


def test_the_index_and_the_exhibits_stand_behind_the_petition(packet: Packet) -> None:
    court = [
        (made.paper.title, made.paper.spec.filing) for made in packet.papers if made.paper.audience == "court"
    ]
    assert court == [
        ("Petition", "public"), ("Index of exhibits", "public"),
        ("Exhibit A, Birth certificate", "public"), ("Exhibit B (confidential)", "confidential"),
    ]  # fmt: skip


def test_the_public_index_names_a_confidential_exhibit_by_letter_only(packet: Packet) -> None:
    told = reading.words_of_docx(paper(packet, "exhibit_index").docx)
    assert "Exhibit A: Birth certificate" in told
    assert "Exhibit B: Confidential exhibit (filed apart from the public file)" in told
    assert "doctor" not in told


def test_the_index_says_whose_case_it_belongs_to(packet: Packet) -> None:
    told = reading.words_of_docx(paper(packet, "exhibit_index").docx)
    assert "Dana Marsh, Petitioner." in told
    assert " v. " not in told


def test_another_order_gives_other_letters_where_the_petition_cites_them(root: Path, packet: Packet) -> None:
    assert "See Exhibit A, Birth certificate." in said(paper(packet, "petition"))
    other = small.draft(root, DOCTOR, BIRTH)
    assert "See Exhibit B, Birth certificate." in said(other.one("petition"))


def test_a_cover_stands_before_the_pages_of_each(packet: Packet) -> None:
    first, second = paper(packet, "filed_exhibit_a"), paper(packet, "filed_exhibit_b")
    assert (first.pages, second.pages) == (2, 2)
    assert words.pages(first.pdf)[1].split("\n") == ["Born in Ozark", "2"]
    assert "EXHIBIT A" in words.pages(first.pdf)[0]
    assert "CONFIDENTIAL" in words.pages(second.pdf)[0]
    assert "Letter of the doctor" in words.pages(second.pdf)[0]
    assert "CONFIDENTIAL" not in words.pages(first.pdf)[0]


def test_the_file_tells_nothing_but_its_title(packet: Packet) -> None:
    for document in ("filed_exhibit_a", "filed_exhibit_b"):
        assert properties.foreign(paper(packet, document).pdf) == ()
        with pikepdf.open(io.BytesIO(paper(packet, document).pdf)) as made:
            assert "/Metadata" not in made.Root
            assert str(made.docinfo["/Title"]) == paper(packet, document).paper.title


def test_the_same_exhibits_give_the_same_bytes(root: Path, packet: Packet) -> None:
    files = {BIRTH[0]: foreign.pdf("Born in Ozark"), DOCTOR[0]: foreign.picture()}
    again = assembly.packet(small.draft(root, BIRTH, DOCTOR, data=files))
    assert paper(again, "filed_exhibit_a").pdf == paper(packet, "filed_exhibit_a").pdf


def test_no_clean_copy_says_that_an_exhibit_is_attached_which_is_not_there(root: Path) -> None:
    draft = small.draft(root, BIRTH, DOCTOR, data={DOCTOR[0]: foreign.pdf()})
    with pytest.raises(clean.MustFix, match="no file for Exhibit A, .* or take the exhibit off the list"):
        clean.packet(draft)


def test_a_scan_is_reported_to_the_attorney(packet: Packet) -> None:
    (found,) = paper(packet, "filed_exhibit_b").findings
    assert (found.level, found.kind) == ("check", "exhibit")
    assert found.sentence.startswith("It holds no text that can be searched, as Rule 55.02(b) asks")
    assert "It holds no text that can be searched" in said(paper(packet, "attorney_memo"))


def test_an_exhibit_without_a_file_must_be_brought_or_taken_off(root: Path) -> None:
    made = assembly.packet(small.draft(root, BIRTH, DOCTOR, data={DOCTOR[0]: foreign.pdf()}))
    told = " ".join(said(paper(made, "attorney_memo")).split())
    assert "Must fix: Index of exhibits: There is no file for Exhibit A, but papers say" in told
    assert [each.paper.document for each in made.papers if each.paper.pdf_only] == ["filed_exhibit_b"]


@pytest.mark.parametrize("exhibit", [BIRTH, DOCTOR])
def test_an_exhibit_that_tells_the_address_in_the_vault_is_withheld(
    root: Path, exhibit: tuple[str, str]
) -> None:
    data = {exhibit[0]: foreign.pdf(f"Dana lives at {HOME}, Kansas City")}
    made = assembly.packet(small.draft(root, exhibit, data=data))
    assert [each.paper.document for each in made.withheld] == ["filed_exhibit_a"]
    assert HOME.encode() not in b"".join(made.files.values())


def test_what_stands_on_many_pages_is_told_once_with_the_pages_and_blames_the_exhibit(root: Path) -> None:
    pages = foreign.pages(f"Dana lives at {HOME}, Kansas City", 5)
    made = assembly.packet(small.draft(root, BIRTH, data={BIRTH[0]: pages}, fear=f"He knows {HOME}"))
    (told,) = [each for each in alike.together(made.findings) if "exhibit" in each.first.document]
    assert "pages 2–6" in told.places
    assert "stands in the exhibit itself" in told.first.sentence
    assert (told.first.question, "the answer to" in told.first.sentence) == ("", False)
    assert "pages 2–6" in said(paper(made, "attorney_memo"))


def test_control_an_exhibit_that_does_not_tell_it_is_not(root: Path) -> None:
    made = assembly.packet(small.draft(root, BIRTH, data={BIRTH[0]: foreign.pdf("Dana lives at home")}))
    assert made.withheld == ()


def test_a_confidential_answer_in_a_public_exhibit_is_for_the_attorney_to_weigh(root: Path) -> None:
    fear = "that he finds the new school"
    data = {BIRTH[0]: foreign.pdf(f"She fears {fear} of the boy")}
    made = paper(assembly.packet(small.draft(root, BIRTH, data=data, fear=fear)), "filed_exhibit_a")
    assert [(each.level, each.kind) for each in made.findings] == [("check", "exhibit")]


def test_a_social_security_number_in_a_public_exhibit_is_reported(root: Path) -> None:
    data = {BIRTH[0]: foreign.pdf("SSN 512-84-3921")}
    made = paper(assembly.packet(small.draft(root, BIRTH, data=data)), "filed_exhibit_a")
    assert "social security" in made.findings[0].sentence


def test_a_clean_copy_has_no_mark_on_its_cover_and_the_pages_as_they_are(root: Path, packet: Packet) -> None:
    data = {BIRTH[0]: foreign.pdf("DRAFT of {{ a }} lease")}
    made = clean.packet(small.draft(root, BIRTH, data=data))
    (path,) = (path for path in made.files if "Exhibit A" in path)
    cover, page = words.pages(made.files[path])
    assert "DRAFT" not in cover
    assert page == "DRAFT of {{ a }} lease\n2"
    assert "DRAFT" in words.pages(paper(packet, "filed_exhibit_a").pdf)[0]


def test_without_exhibits_there_is_no_index(root: Path) -> None:
    documents = [made.paper.document for made in assembly.packet(small.draft(root)).papers]
    assert "exhibit_index" not in documents


def test_the_index_leaves_room_for_the_court_where_the_form_names_none(packet: Packet) -> None:
    told = reading.words_of_docx(paper(packet, "exhibit_index").docx)
    assert told.startswith("IN THE CIRCUIT COURT OF ____________________, MISSOURI")


def test_a_form_with_an_index_of_its_own_gets_no_second_one(root: Path) -> None:
    draft = small.draft(root, BIRTH)
    own = DocumentSpec("exhibit_index", "List of exhibits", "court", Place("x"), layout="pleading")
    form = replace(draft.form, documents=(*draft.form.documents, own))
    plan = replace(draft, form=form).plan
    found = [each for each in plan.papers if each.document == "exhibit_index"]
    assert [each.title for each in found] == ["List of exhibits"]
    assert small.NAME in found[0].template(root, small.NAME).as_posix()


def test_a_gate_that_holds_the_petition_holds_its_exhibits_too(root: Path) -> None:
    made = assembly.packet(small.draft(root, BIRTH, data={BIRTH[0]: foreign.pdf()}, fear="wait"))
    assert [each.paper.document for each in made.held] == ["petition", "exhibit_index", "filed_exhibit_a"]
    assert not any("1-court" in path for path in made.files)
