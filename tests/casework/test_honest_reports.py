"""What the check and the review of a template say of what they could not read or do not know."""

from datetime import date
from pathlib import Path

from app.casework import checking_papers, redline, template_check
from app.core import forms
from app.documents import contents
from app.documents.syntax import Use
from app.law.catalogue import CALCULATIONS

ROOT = Path(__file__).resolve().parents[2]
FORM = forms.load_form(ROOT, "mo/wage_claim", CALCULATIONS)


def test_a_questionnaire_that_does_not_load_is_told_by_its_own_lines(tmp_path: Path) -> None:
    path = tmp_path / "questionnaires/mo/broken.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("form: Broken\n\tkind: txt\n")
    faults = template_check.faults(tmp_path, "mo/broken", date(2026, 11, 24))
    assert [each.place.startswith("questionnaires/mo/broken.yaml:2:") for each in faults] == [True]


def test_a_name_nobody_asks_is_unknown_and_the_offices_own_is_always_known() -> None:
    uses = [Use((name,), "print", (), "") for name in ("office", "pasport_number")]
    told = redline.fields(FORM, FORM.documents[0], (), uses).new
    assert told == (("office", redline.ALWAYS), ("pasport_number", redline.UNKNOWN))


def test_what_is_read_is_not_known_while_a_map_cannot_be_read(tmp_path: Path) -> None:
    for each in ("questionnaires", "templates"):
        (tmp_path / each).symlink_to(ROOT / each)
    assert checking_papers.names_read(tmp_path, FORM) is not None
    (tmp_path / "templates").unlink()
    (tmp_path / "templates/pdf/mo/wage_claim").mkdir(parents=True)
    (tmp_path / "templates/docx").symlink_to(ROOT / "templates/docx")
    (tmp_path / "templates/html").symlink_to(ROOT / "templates/html")
    (tmp_path / "templates/pdf/mo/wage_claim/bad.yaml").write_text("a:\n\tb")
    assert checking_papers.names_read(tmp_path, FORM) is None


def test_a_footnote_is_told_in_a_sentence_of_its_own() -> None:
    note = b'<w:x xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>a</w:t></w:r></w:p></w:x>'
    said = list(contents.faults({"word/footnotes.xml": note}))
    assert any(each.startswith("it has footnotes") for each in said)
