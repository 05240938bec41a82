"""The memo's parts about the packet itself: its papers, the law they cite and rest on, edition and hashes."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.core.interview import Interview
from app.core.memo_table import MemoTable
from app.core.office import Attorney
from app.core.questionnaire import FOLDERS, OFFICIAL
from app.documents import memo_parts
from app.documents.findings import Finding
from app.documents.meanwhile import Meanwhile
from app.documents.packet import MEMO, Lifted, Plan, Planned
from app.documents.protected import Secret
from app.documents.redaction_report import Report


@dataclass(frozen=True)
class MadePaper:
    """What the memo needs of a finished paper: the hash of each file, its pages, and which law it prints."""

    paper: Planned
    hashes: Mapping[str, str]
    pages: int
    cites: tuple[str, ...] = ()


@dataclass(frozen=True)
class Matters:
    """Everything the memo reports on beside the interview."""

    plan: Plan
    lifted: Sequence[Lifted] = ()
    made: Sequence[MadePaper] = ()
    withheld: Sequence[Planned] = ()
    findings: Sequence[Finding] = ()
    open_marks: Sequence[tuple[str, str]] = ()
    """Label and title of the paper, for each marked blank that is printed."""
    meanwhile: Mapping[str, Meanwhile] = field(default_factory=dict)
    secrets: tuple[Secret, ...] = ()
    attorney: Attorney | None = None
    matter_number: str = ""
    title: str = ""
    edition: str = ""
    edition_hashes: Mapping[str, str] = field(default_factory=dict)
    redactions: Report | None = None


def papers(matters: Matters) -> dict[str, object]:
    """Every paper with its state, and the law that it prints if it is made."""
    pages = {made.paper.document: f"{made.pages}" for made in matters.made}
    law = {made.paper.document: "; ".join(made.cites) for made in matters.made}
    withheld = {paper.document for paper in matters.withheld}
    rows = []
    for paper in sorted((*matters.plan.papers, *matters.plan.held), key=lambda paper: paper.number):
        state = "made"
        if paper.gates or paper.document in withheld:
            state = "; ".join(_reasons(paper, withheld))
        elif paper.document == MEMO.name:
            state = "this memo"
        title = f"{paper.number:02d} {paper.title}"
        printed = law.get(paper.document, "")
        rows.append((title, FOLDERS[paper.audience], pages.get(paper.document, ""), printed, state))
    columns = ("Paper", "Folder", "Pages", "Law printed in it", "State")
    return memo_parts.part("Papers", (MemoTable("more", "", columns, tuple(rows), (2,), wide=3),), [_FACES])


_FACES = (
    "The Word files name Times New Roman; the PDFs are set in Liberation Serif, whose letters are as wide;"
    " where a court insists on the named face, file a PDF made from the Word file."
)

_MANY = 2
"""More gates than these are counted; their part of the memo names them."""


def _reasons(paper: Planned, withheld: Container[str]) -> Iterator[str]:
    if len(paper.gates) > _MANY:
        yield f"held back by {len(paper.gates)} gates"
    elif paper.gates:
        yield "held back by: " + ", ".join(gate.name.replace("_", " ") for gate in paper.gates)
    if paper.document in withheld:
        yield "not in the packet; see what must be fixed" if is_official(paper) else "withheld for its words"


def is_official(paper: Planned) -> bool:
    """Whether it is an official form; one that is not in the packet was as a rule not filled."""
    return paper.pdf_only and paper.document.startswith(OFFICIAL)


def law_used(interview: Interview) -> dict[str, object]:
    """Each dated figure of law that a result rests on, once."""
    rows: dict[tuple[str, ...], None] = {}
    for value in interview.facts.values():
        for each in getattr(value.result, "parameters", ()):
            checked = f"{each.confirmed_text}, {each.checked_text}"
            rows[each.title, each.value_text, each.from_text, each.citation, checked] = None
    columns = ("Figure", "Value", "In force from", "Law", "Checked")
    shown = [MemoTable("more", "", columns, tuple(rows))] if rows else []
    return memo_parts.part("Figures of law used", shown)


def edition(matters: Matters) -> dict[str, object]:
    """The hash of the edition, of its files, and of every file of the packet but the memo's own."""
    files = [item for item in matters.edition_hashes.items() if _listed(item[0])]
    papers = [
        (
            f"{made.paper.folder}/{made.paper.name}",
            "\n".join(f"{value} {ending}" for ending, value in sorted(made.hashes.items())),
        )
        for made in matters.made
    ]
    listed = (("Papers of this packet", papers, (_JOINED,)), ("Files of the edition", files, ()))
    shown = [_by_folder(title, rows, notes) for title, rows, notes in listed if rows]
    also = "Its hash also covers the layouts, the shared blocks and the HTML twins."
    texts = [f"Edition {matters.edition}. {also}"] if matters.edition else []
    return memo_parts.part("Edition and hashes", shown, texts)


_JOINED = (
    "The papers of a folder that holds several also stand together in one PDF, “00 All papers”;"
    " its hash is in manifest.json, because this memo is a part of such a file."
)


def _by_folder(title: str, files: Sequence[tuple[str, str]], notes: tuple[str, ...]) -> MemoTable:
    """A row for each folder, and below it one for each of its files."""
    folders: dict[str, list[tuple[str, str]]] = {}
    for name, value in files:
        folder, _, file = name.rpartition("/")
        folders.setdefault(folder, []).append((file, value))
    rows: list[tuple[str, str]] = []
    heads = []
    for folder, held in folders.items():
        heads.append(len(rows))
        rows += [(folder, ""), *held]
    return MemoTable("more", title, ("File", "SHA-256"), tuple(rows), notes=notes, heads=tuple(heads))


def _listed(name: str) -> bool:
    """The files an attorney may want to compare: questionnaires, law and Word templates."""
    return not name.endswith(".html") and "/_layout/" not in name and "/_blocks/" not in name
