"""The shared blocks of court papers: one signature block by who files, one verification, no mark of ours."""

from pathlib import Path

import pytest

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents import blocks, pdf, reading, word
from tests.documents.engine.papers import BLOCKS, Context, begin, with_twin

BASE: Context = {
    "court": {
        "court": "IN THE CIRCUIT COURT OF JACKSON COUNTY, MISSOURI",
        "place_line": "AT KANSAS CITY",
        "in_jackson": True,
    },
    "courthouse": "At Kansas City",
    "courthouse_open": False,
    "client_name": {"full": "Dana Lee Marsh"},
    "respondent_name": {"full": "Alex Placeholder"},
    "has_case_number": False,
    "case_number": "",
    "division": "",
    "signed_by_attorney": False,
    "filed_limited": False,
    "filed_by_client": False,
    "filed_by": "",
    "attorney": {
        "name": "Ruth Quist",
        "bar_number": "00000",
        "phone": "816-555-0142",
        "email": "r@example.org",
    },
    "office": {"name": "Sample Legal Aid", "fax": "816-555-0101", "address": {"lines": ["1 First Street"]}},
    "court_mail": {"lines": ["P.O. Box 100", "Jefferson City, MO 65102"]},
    "verify_declaration": False,
    "verify_notary": False,
    "verification_open": False,
    "verification": "",
}


def gap(label: str) -> str:
    return f"{GAP_OPEN}to be confirmed: {label}{GAP_CLOSE}"


def words(folder: Path, block: str, **answers: object) -> str:
    """What a paper of one block says, the same in Word and in the PDF."""
    document = begin("pleading")
    blocks.place(document, block, BLOCKS)
    path = folder / "paper.docx"
    document.save(str(path))
    context = BASE | answers
    docx = word.render(path, context, title="Paper")
    made = pdf.render(with_twin(path), context, title="Paper")
    assert reading.difference(docx, made.data) is None
    return reading.words_of_docx(docx)


def test_an_attorney_signs_with_bar_number_contact_and_certificate(tmp_path: Path) -> None:
    said = words(tmp_path, "pleading_signature", signed_by_attorney=True)
    for line in ("Ruth Quist", "Missouri Bar No. 00000", "1 First Street", "Telephone 816-555-0142"):
        assert line in said
    for line in ("Fax 816-555-0101", "r@example.org", "Certificate under Rule 55.03(a)"):
        assert line in said
    assert "limited appearance" not in said
    assert "P.O. Box 100" not in said


def test_a_limited_appearance_says_so(tmp_path: Path) -> None:
    said = words(tmp_path, "pleading_signature", signed_by_attorney=True, filed_limited=True)
    assert "Attorney for Petitioner (limited appearance)" in said


def test_a_client_who_files_alone_gives_a_mailing_address_and_no_attorney(tmp_path: Path) -> None:
    said = words(tmp_path, "pleading_signature", filed_by_client=True)
    assert "Dana Lee Marsh" in said
    assert "P.O. Box 100" in said
    for hidden in ("Ruth Quist", "Sample Legal Aid", "816-555", "example.org", "55.03"):
        assert hidden not in said


def test_nobody_decided_prints_a_gap_where_the_signature_stands(tmp_path: Path) -> None:
    said = words(tmp_path, "pleading_signature", filed_by=gap("who files"))
    assert "to be confirmed: who files" in said
    assert "Respectfully" not in said


WAYS = {
    "verify_declaration": "penalty of perjury",
    "verify_notary": "Notary Public",
    "verification_open": "to be confirmed: verification",
}


@pytest.mark.parametrize("way", WAYS)
def test_exactly_one_verification_prints(tmp_path: Path, way: str) -> None:
    said = words(tmp_path, "verification", verification=gap("verification"), **{way: True})
    assert [text for text in WAYS.values() if text in said] == [WAYS[way]]


def test_the_jurat_leaves_every_line_of_the_notary_empty(tmp_path: Path) -> None:
    said = words(tmp_path, "verification", verify_notary=True)
    for line in ("State of Missouri", "County (or City) of ___", "Subscribed and sworn to before me on"):
        assert line in said
    for line in ("Printed name: ___", "Commissioned in: ___", "My commission expires: ___"):
        assert line in said


def test_a_judge_signs_and_dates_on_empty_lines_without_a_word_about_the_office(tmp_path: Path) -> None:
    said = words(tmp_path, "judge_signature")
    assert "SO ORDERED" in said
    assert "Date: ____" in said
    assert "Legal Aid" not in said


@pytest.mark.parametrize("block", ["caption_in_re", "caption_respondent"])
def test_a_new_case_leaves_number_and_division_to_the_clerk(tmp_path: Path, block: str) -> None:
    said = words(tmp_path, block)
    assert "Case No. ____" in said
    assert "Division ____" in said
    assert "AT KANSAS CITY" in said


def test_an_existing_case_prints_its_number_and_division(tmp_path: Path) -> None:
    said = words(
        tmp_path, "caption_respondent", has_case_number=True, case_number="26CY-PN00123", division="4"
    )
    assert "Case No. 26CY-PN00123" in said
    assert "Division 4" in said
    assert "Alex Placeholder," in said


def test_an_undecided_courthouse_prints_a_gap_in_the_caption(tmp_path: Path) -> None:
    court = {**dict(BASE["court"]), "place_line": ""}  # type: ignore[call-overload]
    said = words(tmp_path, "caption_in_re", court=court, courthouse=gap("courthouse"), courthouse_open=True)
    assert "to be confirmed: courthouse" in said
