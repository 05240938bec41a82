"""The form that faults are planted in, its papers, and what a planted fault is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docx import Document

from app.documents import blocks, twin
from app.documents.errors import DocumentError

NAME = "mo/seeded"
FILE = f"questionnaires/{NAME}.yaml"
LETTER = (
    "This is about {{ worker.full }}, who began {{ started.on }}.",
    "The work was {{ trade }}{% if has_other %}: {{ other_trade }}{% endif %}.",
    "{%p if has_other %}",
    "No week is listed.",
    "{%p else %}",
    "It was done in {{ county }}.",
    "{%p endif %}",
    "{%p for week in weeks %}",
    "{{ loop.index }}: {{ week.hours }} hours{% if week.late %}, {{ week.days }} days late{% endif %}"
    "{% if week.long_week %}, a long week{% endif %}.",
    "{%p endfor %}",
    "{% if nickname %}Also known as {{ nickname }}.{% else %}No other name is known.{% endif %}",
    "{%p if owes %}",
    "You owe ${{ amount }}.",
    "{%p endif %}",
    "Besides pay: {{ benefits | listed }}.",
)
NOTICE = ("Dear {{ worker.first }}, ${{ amount }} is owed.", "Your home: {{ home.line }}")
SHEET = (
    "{{ worker.last }}: {{ rate }} an hour, until {{ ended.text }}",
    "{%p for each in story %}",
    "{{ each }}",
    "{%p endfor %}",
    "{% if consent %}May be sent.{% endif %}",
)
PAPERS: Mapping[str, tuple[str, Sequence[str]]] = {
    "letter": ("letter", LETTER),
    "notice": ("letter", NOTICE),
    "sheet": ("sheet", SHEET),
}
"""The papers of the form: layout and paragraphs."""
STYLES = {"letter": "Body Text", "sheet": "Sheet text"}


@dataclass(frozen=True)
class Seed:
    """One planted fault: the rule that must find it, what is done to the checkout, and where it is found."""

    rule: str
    what: str
    plant: Callable[[Path], object]
    where: Callable[[Path], str]
    """How the place begins in a checkout in which the fault is planted."""

    def __str__(self) -> str:
        return f"{self.rule}: {self.what}"


def paper(document: str) -> str:
    """Where the Word template of a document of the form stands."""
    return f"templates/docx/{NAME}/{document}.docx"


def write(root: Path, document: str, lines: Sequence[str]) -> Path:
    """A Word template made from the base document, with its twin where it may have one."""
    layout = PAPERS[document][0]
    made = Document(str(root / "templates/docx/_base.docx"))
    made.core_properties.category = layout
    for each in lines:
        made.add_paragraph(each, style=STYLES[layout])
    path = root / paper(document)
    path.parent.mkdir(parents=True, exist_ok=True)
    made.save(str(path))
    blocks.bring_up_to_date(path, root / "templates/docx/_blocks")
    twinned(path)
    return path


def twinned(path: Path) -> None:
    """Write the twin anew; a template with a mistake has none."""
    html = twin.twin_path(path)
    html.parent.mkdir(parents=True, exist_ok=True)
    try:
        html.write_text(twin.twin_of(path), "utf-8")
    except DocumentError:
        return
