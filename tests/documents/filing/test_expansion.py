"""One document becomes a paper for each element, and a redacted one stands beside its whole twin."""

import json

import pytest

from app.core import forms
from app.core.expansion import offered
from app.core.places import Mistakes
from app.documents import assembly, clean, preview
from app.documents.assembly import Packet
from app.documents.draft import Draft
from app.documents.errors import DocumentError
from tests.documents.filing import court_form

PETITIONS = ("petition_1", "petition_1_unredacted", "petition_2", "petition_2_unredacted")


def test_each_element_has_its_paper_and_each_paper_its_twin(draft: Draft) -> None:
    made = [spec for spec in draft.interview.documents if spec.template == "petition"]
    assert tuple(spec.name for spec in made) == PETITIONS
    assert [spec.title for spec in made[:2]] == [
        "Petition – Jackson County", "Petition – Jackson County, unredacted (confidential)"
    ]  # fmt: skip


def test_one_element_has_a_number_too(root) -> None:
    names = [spec.name for spec in court_form.draft(root, counted="1").interview.documents]
    assert names[:2] == ["petition_1", "petition_1_unredacted"]
    assert "petition_2" not in names


def test_no_element_makes_no_paper(root) -> None:
    names = [spec.name for spec in court_form.draft(root, counted="0").interview.documents]
    assert names[0] == "order"


def test_each_paper_tells_of_its_own_element(words: dict[str, str]) -> None:
    assert ("Jackson court" in words["petition_1"], "Clay court" in words["petition_1"]) == (True, False)
    assert "18CR-01162" in words["petition_2_unredacted"]
    assert "16CR-00731" not in words["petition_2_unredacted"]


def test_other_papers_know_that_one_of_them_is_made(words: dict[str, str]) -> None:
    assert "A petition is made." in words["petition_1"]


def test_every_paper_is_one_download(draft: Draft) -> None:
    for name in PETITIONS[:2]:
        paper, data = assembly.one(draft, name, "pdf")
        assert (paper.document, data[:5]) == (name, b"%PDF-")


def test_the_manifest_names_each_paper_and_how_it_is_filed(packet: Packet) -> None:
    entries = json.loads(packet.files["manifest.json"])["papers"]
    filed = {each["document"]: each.get("filing") for each in entries}
    assert [filed[name] for name in PETITIONS[:2]] == ["public", "confidential"]
    assert (filed["sheet"], filed["steps"]) == ("vault", None)


def test_clean_copies_are_made_of_each(root) -> None:
    made = clean.packet(court_form.draft(root, ready="yes"))
    assert {paper.document for paper in made.papers} >= {*PETITIONS, "order", "sheet", "all_papers_1"}


def test_each_paper_is_shown_on_the_screen_as_it_prints(draft: Draft) -> None:
    assert "[REDACTED: date of birth]" in preview.body(draft, "petition_2")
    assert "March 5, 1990" in preview.body(draft, "petition_2_unredacted").replace("\u00a0", " ")


def test_a_paper_to_look_at_keeps_its_number_when_another_comes(root) -> None:
    one, two = court_form.draft(root, counted="1"), court_form.draft(root)
    numbers = [
        {spec.name: number for number, spec in offered(each.form, each.interview.documents)}
        for each in (one, two)
    ]
    assert numbers[0].items() < numbers[1].items()


def test_an_unknown_element_name_stops_the_paper(own_root) -> None:
    court_form.template(own_root, "petition", "pleading", ["{{ this.cuort }}"])
    with pytest.raises(DocumentError):
        assembly.packet(court_form.draft(own_root))


def test_the_form_of_these_tests_is_right(own_root) -> None:
    assert forms.names(own_root) == [court_form.NAME]
    with pytest.raises(Mistakes, match="routes"):
        forms.load_form(own_root, court_form.NAME, {})
