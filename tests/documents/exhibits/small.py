"""A small court form with exhibits, its petition, and ways to draft it."""

import shutil
from datetime import date
from pathlib import Path
from textwrap import dedent

from docx import Document

from app.core import answer_file, loader, office
from app.core.answers import Answers
from app.core.forms import load_form
from app.core.questionnaire import Form
from app.documents import twin
from app.documents.draft import Draft
from app.documents.exhibits import listed
from app.documents.exhibits.admission import admit
from app.documents.exhibits.file import File
from app.law.catalogue import CALCULATIONS

REPOSITORY = Path(__file__).resolve().parents[3]
NAME = "mo/with_exhibits"
FORM = f"""
form: {NAME}
title: Petition with exhibits
authority: Rule 55.02
documents:
  petition: {{title: Petition, for: court, layout: pleading, cites: Rule 55.02}}
sections:
  - section: Client
    keep: open
    client_name: {{ask: What is your name?, kind: name, label: client's name}}
    home: {{ask: Where do you live?, kind: address, keep: vault, may be blank: yes, label: home address}}
    fear: {{ask: What are you afraid of?, kind: text, keep: confidential, may be blank: yes, label: fear}}
  - include: shared/exhibits
gates:
  not_yet: {{say: Not yet., law: Rule 55.03, when: fear includes wait}}
"""
ANSWERS = """
client_name: {first: Dana, last: Marsh}
home: {street: 41 Quiet Hollow Lane, city: Kansas City, state: MO, zip: "64106"}
fear: {fear}
exhibits: {exhibits}
"""


def lay_out(root: Path) -> Path:
    """The form with its templates below a folder."""
    (root / "questionnaires/mo").mkdir(parents=True)
    (root / f"questionnaires/{NAME}.yaml").write_text(FORM)
    shutil.copytree(REPOSITORY / "questionnaires/shared", root / "questionnaires/shared")
    for part in (
        "docx/_office",
        "docx/_court",
        "docx/_blocks",
        "html/_office",
        "html/_court",
        "html/_layout",
    ):
        shutil.copytree(REPOSITORY / "templates" / part, root / "templates" / part)
    base = root / "templates/docx/_base.docx"
    shutil.copy(REPOSITORY / "templates/docx/_base.docx", base)
    document = Document(str(base))
    document.core_properties.category = "pleading"
    document.add_paragraph("PETITION", style="Pleading title")
    document.add_paragraph("Petitioner is {{ client_name.full }}.", style="Numbered paragraph")
    document.add_paragraph("{%p for each in lettered.items %}", style="Pleading text")
    document.add_paragraph("See Exhibit {{ each.letter }}, {{ each.title }}.", style="Numbered paragraph")
    document.add_paragraph("{%p endfor %}", style="Pleading text")
    path = root / f"templates/docx/{NAME}/petition.docx"
    path.parent.mkdir(parents=True)
    document.save(str(path))
    twin.twin_path(path).parent.mkdir(parents=True)
    twin.twin_path(path).write_text(twin.twin_of(path))
    return root


def form(root: Path) -> Form:
    """The form."""
    return load_form(root, NAME, CALCULATIONS)


def answers(form: Form, *exhibits: tuple[str, str], fear: str = "") -> Answers:
    """Answers with exhibits, each a title and whether everybody may see it."""
    rows = [
        f"{{exhibit_title: {title}, exhibit_what: '', exhibit_for: '', exhibit_file: '{title}.pdf',"
        f" exhibit_public: {public}}}"
        for title, public in exhibits
    ]
    text = ANSWERS.replace("{fear}", f"'{fear}'").replace("{exhibits}", f"[{', '.join(rows)}]")
    return answer_file.read(form, loader.parse(dedent(text).encode(), "answers.yaml")).answers


def draft(
    root: Path, *exhibits: tuple[str, str], data: dict[str, bytes] | None = None, fear: str = ""
) -> Draft:
    """A draft with files by the titles of their exhibits."""
    own = form(root)
    bare = Draft(own, root, answers(own, *exhibits, fear=fear), office.EMPTY, date(2026, 11, 24))
    files = tuple(
        admit(item, f"{exhibit.title}.pdf", (data or {})[exhibit.title])
        for item, exhibit in listed.items(bare.interview).items()
        if exhibit.title in (data or {})
    )
    return Draft(own, root, bare.answers, office.EMPTY, bare.today, files=files)


__all__ = ["File", "answers", "draft", "form", "lay_out"]
