"""What the checkouts of these tests are made of."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from click.testing import Result
from docx import Document

from app.documents import blocks, twin

REPOSITORY = Path(__file__).resolve().parent.parent.parent
FORMS = REPOSITORY / "tests" / "forms"
PAPERS = {
    ("mo/cli_letter", "letter"): (
        "letter",
        ["Dear {{ worker_name.full }}", "{{ rate }} an hour, {{ kind_of_work }}"],
    ),
    ("mo/cli_letter", "sheet"): ("sheet", ["{{ worker_name.last }}: {{ home.line }}"]),
    ("mo/cli_wages", "list"): ("sheet", ["{% for week in weeks %}{{ week.hours }} {% endfor %}"]),
}
"""The papers of the small forms: layout and paragraphs."""
Run = Callable[..., Result]
Process = Callable[..., subprocess.CompletedProcess[str]]


def write_template(root: Path, name: str, layout: str, lines: list[str], form: str = "mo/cli_letter") -> Path:
    """A Word template of the test form, made from the base document, with its twin."""
    document = Document(str(root / "templates/docx/_base.docx"))
    document.core_properties.category = layout
    for line in lines:
        document.add_paragraph(line, style="Body Text")
    path = root / "templates/docx" / form / f"{name}.docx"
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))
    blocks.bring_up_to_date(path, root / "templates/docx/_blocks")
    html = twin.twin_path(path)
    html.parent.mkdir(parents=True, exist_ok=True)
    html.write_text(twin.twin_of(path), "utf-8")
    return path
