"""Which papers a draft has, for whom, in which order, under which names, and what gates hold back."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.core.interview import Interview, LeftOut, Raised
from app.core.office import Office
from app.core.places import Place
from app.core.questionnaire import FOLDERS, Audience, DocumentSpec, Form
from app.documents.attached import Attached, in_order
from app.documents.exhibits import listed
from app.documents.exhibits.listed import INDEX

MEMO = DocumentSpec("attorney_memo", "Attorney memo", "office only", Place("the packet"))
SAFETY = DocumentSpec("safety_note", "Safety note", "office only", Place("the packet"))
OFFICE_PAPERS = {MEMO.name: "memo", SAFETY.name: "safety_note"}
"""The papers every packet has, always and only for the office, with the names of their templates."""
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
HELD: tuple[Audience, ...] = ("court", "other side")
"""Whose papers a gate holds back that names none."""
_CLOSED_WORDS = re.compile(r"(, unredacted)?( \(confidential\))?$")
"""The end of the title of a court paper that is not for the public record."""
_KEPT_SIGNS = " -_.,()'’&"


@dataclass(frozen=True)
class Lifted:
    """A gate that an attorney has lifted, with name, bar number, reason and, if known, the time."""

    gate: str
    name: str
    bar_number: str
    reason: str
    at: str = ""


@dataclass(frozen=True)
class Planned:
    """One paper of a packet: its place, its file name without ending, the gates that hold it back."""

    spec: DocumentSpec
    number: int
    name: str
    gates: tuple[Raised, ...] = ()
    pdf_only: bool = False
    """Whether it is a finished PDF with no Word file beside it."""

    @property
    def document(self) -> str:
        """The name of the document in its form."""
        return self.spec.name

    @property
    def title(self) -> str:
        """The title people know it by."""
        return self.spec.title

    @property
    def audience(self) -> Audience:
        """Whom it is for."""
        return self.spec.audience

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings of its files."""
        return ("pdf",) if self.pdf_only else ("docx", "pdf")

    @property
    def folder(self) -> str:
        """The folder of its audience."""
        return FOLDERS[self.audience]

    def path(self, ending: str) -> str:
        """Where its file stands in the packet, for an ending like `docx`."""
        return f"{self.folder}/{self.name}.{ending}"

    def neutral(self, ending: str) -> str:
        """A file name that says nothing, for a client's own device."""
        closed = "-2" if not self.number and self.spec.filing != "public" else ""
        return f"Paper {self.number:02d}{closed}.{ending}"

    def template(self, root: Path, form: str) -> Path:
        """Its Word template below a root."""
        folder, name = form, self.spec.template
        if self.document in OFFICE_PAPERS:
            folder, name = "_office", OFFICE_PAPERS[self.document]
        elif self.spec == INDEX:
            folder = "_court"
        return root / "templates" / "docx" / folder / f"{name}.docx"


@dataclass(frozen=True)
class Plan:
    """The papers of a draft in filing order: those made, those held back, and what a gap has left out."""

    papers: tuple[Planned, ...]
    held: tuple[Planned, ...]
    left_out: tuple[LeftOut, ...]

    def paper(self, document: str) -> Planned | None:
        """The paper of this document, made or held back, or None."""
        return next((each for each in (*self.papers, *self.held) if each.document == document), None)


def plan(
    interview: Interview,
    office: Office,
    lifted: Sequence[Lifted] = (),
    matter_number: str = "",
    attached: Sequence[Attached] = (),
    unlisted: Raised | None = None,
) -> Plan:
    """Every due paper by audience, then in the order of the form; the memo opens the office's folder.

    The `attached` ones stand behind those they belong to. `unlisted` holds back each paper that is to be
    redacted, whatever an attorney lifts.
    """
    without_word = {each.name for each in attached}
    up = tuple(gate for gate in interview.gates if gate.name not in {lift.gate for lift in lifted})
    own = [spec for spec in interview.documents if spec.name not in OFFICE_PAPERS]
    # A form with an index of its own says there what the shared one would.
    own += [INDEX] if listed.items(interview) and not interview.form.document(INDEX.name) else []
    papers = []
    for number, spec in enumerate(
        sorted(in_order([MEMO, SAFETY, *own], attached), key=lambda spec: list(FOLDERS).index(spec.audience)),
        1,
    ):
        gates = tuple(gate for gate in up if holds(interview.form, gate.name, spec))
        gates += (unlisted,) if unlisted and spec.twins else ()
        papers.append(
            Planned(
                spec,
                number,
                file_name(office.file_names, number, spec.title, matter_number),
                gates,
                spec.name in without_word,
            )
        )
    made = tuple(paper for paper in papers if not paper.gates)
    return Plan(made, tuple(paper for paper in papers if paper.gates), interview.left_out)


def holds(form: Form, gate: str, spec: DocumentSpec) -> bool:
    """Whether a gate that is up holds a paper back: those it names, or all for other side and court."""
    named = next((each.holds for each in form.gates if each.name == gate), ())
    return spec.template in named if named else spec.audience in HELD


def file_name(pattern: str, number: int, title: str, matter_number: str = "") -> str:
    """A file name without ending from the office's pattern, safe on every system and inside its folder."""
    # What tells a closed paper from its public twin is never what is cut.
    tail = printable(found[0], 80) if (found := _CLOSED_WORDS.search(title)) else ""
    head = printable(_CLOSED_WORDS.sub("", title), 80 - len(tail))
    parts = {
        "matter": printable(matter_number, 40),
        "number": f"{number:02d}",
        "title": f"{head} {tail}".strip(),
    }
    filled = re.sub(r"\{(\w+)\}", lambda match: parts.get(match[1], ""), pattern)
    name = printable(filled, 140) or f"{number:02d}"
    name = name if tail in name else f"{printable(filled, 140 - len(tail))} {tail}"
    return f"_{name}" if _RESERVED.fullmatch(name) else name


def printable(text: str, limit: int) -> str:
    """Letters, digits and a few signs of a text, at most `limit` bytes, no dot or dash at its ends."""
    kept = "".join(each if _harmless(each) else " " for each in unicodedata.normalize("NFC", text))
    cut = " ".join(kept.split()).encode()[:limit].decode(errors="ignore")
    return cut.strip(" -_.,")


def _harmless(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM" or character in _KEPT_SIGNS
