"""A filled form stands in the packet as a paper that is a PDF alone, read by the guard like any other."""

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from app.documents import assembly, clean, edition, reading
from app.documents.draft import Draft
from app.documents.errors import NameMissing
from tests.documents.official import forms
from tests.documents.packet import small

MAP = """title: Petition on the court's form
for: court
filing: public
revision: "(09-25)"
when: petition
after: petition
cites: [RSMo 455.073]
fields:
  - {name: Who, at: 'page 1, 72 700 300 716', item: "1", value: client_name.full}
"""
WHO = forms.text("Who", 72, 700, 300, 716)
Office = Callable[..., Draft]


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small.lay_out(tmp_path_factory.mktemp("official") / "root")


@pytest.fixture
def drafted(base: Path, tmp_path: Path) -> Office:
    """A draft of the small form in an office that has put a form and a map beside it."""

    def build(plan: str = MAP, pdf: bytes | None = None, **changed: str | None) -> Draft:
        root = Path(shutil.copytree(base, tmp_path / "root"))
        folder = root / "templates/pdf/mo/small"
        folder.mkdir(parents=True)
        (folder / "paper.yaml").write_text(plan, encoding="utf-8")
        (folder / "paper.pdf").write_bytes(forms.form(WHO) if pdf is None else pdf)
        return small.draft(root, **({"asks_court": "yes"} | changed))

    return build


def words(pdf: bytes) -> str:
    with pikepdf.open(io.BytesIO(pdf)) as read:
        return str(read.docinfo["/Title"])


def test_it_is_a_pdf_alone_behind_the_paper_it_belongs_to(drafted: Office) -> None:
    made = assembly.packet(drafted())
    court = [name for name in made.files if name.startswith("1-court")]
    assert [name for name in court if "court's form" in name or "court’s form" in name] == [court[-1]]
    assert court[-1].endswith(".pdf")
    assert [each.document for each in made.plan.papers if each.audience == "court"] == [
        "petition", "official_paper"
    ]  # fmt: skip


def test_it_is_not_made_while_its_paper_is_not_due(drafted: Office) -> None:
    draft = drafted(asks_court="no", court_name=None)
    assert draft.plan.paper("official_paper") is None


def test_a_gate_that_holds_its_paper_holds_it_too(drafted: Office) -> None:
    draft = drafted(plan=MAP.replace("after: petition", "after: letter"))
    assert [gate.name for gate in draft.interview.gates] == ["court_first"]
    assert "official_paper" in [paper.document for paper in draft.plan.held]


def test_a_form_that_is_not_filled_is_must_fix_and_the_other_papers_stay(drafted: Office) -> None:
    made = assembly.packet(drafted(pdf=forms.form(forms.text("Who", 72, 600, 300, 616))))
    found = [each for each in made.findings if each.kind == "form not filled"]
    assert [(each.level, each.place) for each in found] == [
        ("must fix", "templates/pdf/mo/small/paper.yaml:9:5")
    ]
    assert found[0].sentence.startswith("The field “Who” stands at `page 1, 72 600 300 616`")
    assert not any("form" in name for name in made.files if name.startswith("1-court"))
    assert any("Petition" in name for name in made.files)
    memo = next(each for each in made.papers if each.paper.document == "attorney_memo")
    told = reading.words_of_docx(memo.docx)
    assert "not in the packet, see what must be fixed: Petition on the court's form" in told
    assert "withheld for its words" not in told
    assert found[0].sentence in told


def test_a_map_that_cannot_be_read_is_told_the_same_way(drafted: Office) -> None:
    made = assembly.packet(drafted(plan="title: x\n"))
    assert [each.kind for each in made.findings if each.kind == "form not filled"] == ["form not filled"]


def test_a_missing_pdf_is_told_the_same_way(drafted: Office) -> None:
    draft = drafted()
    (draft.root / "templates/pdf/mo/small/paper.pdf").unlink()
    made = assembly.packet(draft)
    assert "paper.pdf is not there; put the court's PDF beside its map." in made.findings[0].sentence


def test_a_name_its_reader_may_not_see_stops_it(drafted: Office) -> None:
    with pytest.raises(NameMissing, match="“danger” is counsel only and may not stand in"):
        assembly.packet(drafted(plan=MAP.replace("client_name.full", "danger")))


def test_the_guard_reads_what_was_written_in_it(drafted: Office) -> None:
    """A protected address typed into an open answer is found in the form and keeps it back."""
    told = drafted(plan=MAP.replace("client_name.full", "job"), job="cook at 1200 North Oak Street")
    made = assembly.packet(told)
    assert "official_paper" in [each.paper.document for each in made.withheld]


def test_the_clean_copy_has_no_mark_and_no_sign_of_a_draft(drafted: Office) -> None:
    draft = drafted(employer_address='{street: 12 Mill Road, city: Independence, state: MO, zip: "64050"}')
    made = clean.packet(
        draft, frozenset(clean.obstacles(draft).gaps and [g.label for g in clean.obstacles(draft).gaps])
    )
    own = next(each for each in made.papers if each.document == "official_paper")
    assert own.endings == ("pdf",)
    with pikepdf.open(io.BytesIO(made.files[own.path("pdf")])) as pdf:
        assert [float(side) for side in pdf.pages[0].mediabox] == [0, 0, 612, 792]


def test_a_form_that_is_not_filled_keeps_no_other_paper_from_approval(drafted: Office) -> None:
    draft = drafted(pdf=b"no PDF")
    labels = frozenset(gap.label for gap in clean.obstacles(draft).gaps)
    assert "official_paper" not in [each.document for each in clean.packet(draft, labels).papers]


def test_the_edition_keeps_map_and_pdf(drafted: Office) -> None:
    draft = drafted()
    kept = edition.files(draft.root, draft.form)
    assert {name for name in kept if name.startswith("templates/pdf/")} == {
        "templates/pdf/mo/small/paper.pdf", "templates/pdf/mo/small/paper.yaml"
    }  # fmt: skip
    with edition.opened(kept) as root:
        assert (root / "templates/pdf/mo/small/paper.pdf").read_bytes() == forms.form(WHO)
