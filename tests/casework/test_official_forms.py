"""`draftwell check` holds the map of an official form against the PDF and against the form."""

import shutil
from pathlib import Path

import pytest

from app.casework import checking, official_forms
from app.core.forms import load_form
from app.documents.official import map_reading
from app.law.catalogue import CALCULATIONS
from tests.documents.official import forms
from tests.documents.packet import small

ROOT = Path(__file__).resolve().parents[2]
HEAD = """title: Petition (AA-TEST)
for: court
revision: "(09-25)"
cites: [RSMo 455.073]
"""
WHO = "fields:\n  - {name: Who, at: 'page 1, 72 700 300 716', value: client_name.full}\n"
FIELD = forms.text("Who", 72, 700, 300, 716)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small.lay_out(tmp_path_factory.mktemp("checked") / "root")


@pytest.fixture
def root(base: Path, tmp_path: Path) -> Path:
    root = Path(shutil.copytree(base, tmp_path / "root"))
    (root / "templates/pdf/mo/small").mkdir(parents=True)
    return root


def found(root: Path, plan: str | None, pdf: bytes | None = None) -> list[str]:
    folder = root / "templates/pdf/mo/small"
    if plan is not None:
        (folder / "paper.yaml").write_text(HEAD + plan, encoding="utf-8")
    if pdf is not None:
        (folder / "paper.pdf").write_bytes(pdf)
    form = load_form(root, "mo/small", CALCULATIONS)
    return [str(fault) for fault in official_forms.faults(root, form)]


def test_a_map_that_fits_has_no_fault(root: Path) -> None:
    assert found(root, WHO, forms.form(FIELD)) == []


def test_a_map_without_its_pdf(root: Path) -> None:
    assert found(root, WHO) == [
        "templates/pdf/mo/small/paper.yaml:1:1 paper.pdf is not there; put the court's PDF beside its map."
    ]


def test_a_pdf_without_its_map(root: Path) -> None:
    assert found(root, None, forms.form(FIELD)) == [
        "templates/pdf/mo/small/paper.pdf This PDF has no map; write paper.yaml beside it, or take it away."
    ]


def test_every_difference_is_told_in_one_run(root: Path) -> None:
    wrong = forms.form(
        forms.text("Who", 72, 690, 300, 706), forms.text("New", 72, 60, 90, 76), words=["AA (01-27)"]
    )
    assert len(found(root, WHO, wrong)) == 4


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("client_nam.full", "`client_nam` is neither asked nor a fact (did you mean `client_name`?)."),
        ("client_name", "`client_name` has parts ("),
        ("client_name.fill", "`fill` is not a part of `client_name` (did you mean `full`?)."),
        ("danger", "`danger` is counsel only, so it may not stand in a paper for court; take it out"),
        ("home.street", "`home` is vault, so it may not stand in a paper for court."),
        ("born_on.text", "`born_on` is confidential, so it may not stand in a paper for court; take it out"),
    ],
)
def test_a_name_that_is_unknown_or_may_not_reach_the_reader(root: Path, name: str, sentence: str) -> None:
    said = found(root, WHO.replace("client_name.full", name), forms.form(FIELD))
    assert len(said) == 1
    assert said[0].startswith(f"templates/pdf/mo/small/paper.yaml:6:5 {sentence}")


def test_an_item_of_a_list_is_a_name(root: Path) -> None:
    assert found(root, WHO.replace("client_name.full", "weeks.2.note"), forms.form(FIELD)) == []


def test_a_box_needs_a_name_that_is_yes_or_no(root: Path) -> None:
    plan = "fields:\n  - {name: Box, at: 'page 1, 72 660 84 672', on: {Yes: job}}\n"
    said = found(root, plan, forms.form(forms.check("Box", 72, 660, 84, 672)))
    assert said == ["templates/pdf/mo/small/paper.yaml:6:5 `job` is not yes or no, so it cannot tick a box."]


def test_what_it_hangs_on_must_be_there(root: Path) -> None:
    at = "templates/pdf/mo/small/paper.yaml"
    said = found(root, f"when: [petition, asks_court, job]\nafter: petitoin\n{WHO}", forms.form(FIELD))
    assert said == [
        f"{at}:6:1 `petitoin` is no document of the form (did you mean `petition`?).",
        f"{at}:5:1 `job` is no document, no fact that holds or not, and no yes-or-no question.",
    ]


def test_the_example_in_the_readme_is_a_map_of_the_form_it_names() -> None:
    written = (
        (ROOT / "templates/pdf/README.md").read_text("utf-8").partition("```yaml\n")[2].partition("```")[0]
    )
    plan = map_reading.parsed(written.encode(), "aa40.yaml", "aa40")
    form = load_form(ROOT, "mo/protection_order", CALCULATIONS)
    assert list(official_forms.of_map(form, plan)) == []


def test_draftwell_check_tells_it(root: Path) -> None:
    found(root, WHO)
    said = [str(each) for each in checking.form_faults(root, "mo/small", small.TODAY)]
    assert [each for each in said if "paper.pdf is not there" in each] != []


def test_a_map_without_fields_is_told_them_all(root: Path) -> None:
    both = forms.form(FIELD, forms.text("Seat.Sig", 72, 100, 300, 120))
    said = found(root, "fields: []\n", both)
    assert [each.partition("The form has a field ")[2].partition(" that")[0] for each in said] == [
        "“Seat.Sig” (page 1, 72 100 300 120)", "“Who” (page 1, 72 700 300 716)"
    ]  # fmt: skip
