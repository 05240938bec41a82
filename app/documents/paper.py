"""Makes one paper in both formats, and reads both back before anybody sees them."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

from app.documents import pdf, reading, template, twin, undrawn, word
from app.documents.context import Context
from app.documents.errors import NameMissing
from app.documents.findings import Finding
from app.documents.guard import Guard
from app.documents.layouts import Copy
from app.documents.notes import Note
from app.documents.packet import Planned
from app.documents.pdf import Pdf
from app.documents.places import marks


@dataclass(frozen=True)
class Made:
    """A finished paper: both files, the pages of the PDF, its open blanks, and what the guard found in it."""

    paper: Planned
    docx: bytes
    pdf: bytes
    pages: int
    marks: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    laid: Pdf | None = field(default=None, repr=False, compare=False)
    """The PDF with its pages as laid out, to be joined with others; a packet lets go of it."""

    @property
    def withheld(self) -> bool:
        """Whether its words keep it from everybody."""
        return any(finding.final for finding in self.findings)

    def data(self, ending: str) -> bytes:
        """The file with this ending."""
        return {"docx": self.docx, "pdf": self.pdf}[ending]


def make(
    paper: Planned,
    source: Path,
    data: Mapping[str, object],
    guard: Guard,
    copy: Copy = "review",
    *,
    ruled: Set[str] = frozenset(),
    read_back: bool = True,
    notes: Sequence[Note] = (),
) -> Made:
    """The paper of a Word template and its twin, guarded; DocumentError when it cannot be filled.

    `ruled` are labels of blanks that a clean copy prints as a rule; without `read_back` the two files are not
    compared (a batch compares a sample), and the guard looks all the same.
    """
    twin_of_it = twin.twin_path(source)
    undrawable = undrawn.characters(twin_of_it, data, notes if copy == "review" else ())
    docx = word.render(source, data, title=paper.title, copy=copy, notes=notes, ruled=ruled)
    made = pdf.render(twin_of_it, data, title=paper.title, copy=copy, notes=notes, ruled=ruled)
    differs = reading.difference(docx, made.data) if read_back else None
    pdf_words = reading.words_of_pdf(made.data) if differs else ""
    found = guard.search(paper, docx, made.data, pdf_words, source)
    if differs:
        found = (*found, _differing(paper, differs))
    found = (*found, *undrawn.findings(guard.interview, paper, undrawable))
    return Made(paper, docx, made.data, made.pages, marks(docx), found, laid=made)


def check_reach(source: Path, paper: Planned, context: Context) -> None:
    """Raise NameMissing when the template names something that may not reach the paper's audience."""
    for use in template.uses(source):
        for name in (use.path[0], ".".join(part for part in use.path[:3] if part != "[]")):
            if keep := context.kept_away.get(name):
                raise NameMissing(
                    f"{paper.title}, {use.place}: “{name}” is {keep} and may not reach {_reader(paper)};"
                    " take it out of the template, or give the document a `reveals:` line with its reason."
                )


def _reader(paper: Planned) -> str:
    readers = {"court": "the court", "other side": "the other side", "client": "the client"}
    return readers.get(paper.audience, "the office's papers")


def _differing(paper: Planned, sentence: str) -> Finding:
    say = f"The Word file and the PDF do not say the same. {sentence}"
    return Finding("must fix", "words differ", paper.document, paper.title, "both files", "", say)
