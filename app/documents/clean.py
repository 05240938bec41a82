"""Clean copies: what an attorney has approved, without mark, gap or note, or a sentence that says why not."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.documents import leftovers, template, together
from app.documents.assembly import ENDINGS
from app.documents.draft import Draft
from app.documents.errors import DocumentError, OpenGap
from app.documents.exhibits.papers import Brought
from app.documents.findings import Finding
from app.documents.obstacles import Obstacles, obstacles, papers
from app.documents.official.papers import Official
from app.documents.packet import Planned
from app.documents.paper import Made
from app.documents.refusals import NoSuchPaper, Withheld

__all__ = ["CleanPacket", "CleanPaper", "Leftover", "MustFix", "Obstacles", "obstacles", "packet"]


class MustFix(DocumentError):
    """A flag or finding that must be fixed is open; no clean copy is made before it is."""


class Leftover(DocumentError):
    """A finished clean copy still holds what belongs to a draft; it is handed to nobody."""


@dataclass(frozen=True)
class CleanPaper:
    """One paper of a clean packet, or all of a folder as one PDF (number 0): where its files stand."""

    document: str
    title: str
    folder: str
    number: int
    name: str
    endings: tuple[str, ...] = ENDINGS

    def path(self, ending: str) -> str:
        """Where its file stands in the packet, for an ending like `docx`."""
        return f"{self.folder}/{self.name}.{ending}"


@dataclass(frozen=True)
class CleanPacket:
    """The clean copies of a draft: papers in filing order, files and their SHA-256 by path."""

    papers: tuple[CleanPaper, ...]
    files: dict[str, bytes] = field(repr=False)
    sha256: dict[str, str]


def packet(draft: Draft, ruled: frozenset[str] = frozenset()) -> CleanPacket:
    """Clean copies of every paper that no gate holds back, but of neither memo nor safety note.

    `ruled` are labels of gaps that print as a rule to fill by hand. Raises Unfinished, MustFix, OpenGap,
    Withheld, Leftover or NoSuchPaper, and then nothing is made.
    """
    draft.finished()
    _refuse(obstacles(draft), ruled)
    made = [each for paper in papers(draft) if (each := _made(draft, paper, ruled))]
    files = {each.paper.path(ending): each.data(ending) for each in made for ending in each.paper.endings}
    own = [_described(each.paper) for each in made]
    for whole in together.of(draft, made):
        told = {each.paper.document: _shown(draft, each.paper) for each in made}
        _nothing_left(whole.paper.title, b"", whole.pdf, {**told, "title": whole.paper.title})
        own.append(_described_together(whole.paper))
        files[whole.paper.path("pdf")] = whole.pdf
    hashes = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    return CleanPacket(tuple(own), files, hashes)


def _refuse(found: Obstacles, ruled: frozenset[str]) -> None:
    if found.undecided:
        raise MustFix(f"Decide this first: {_listed([each.question.short for each in found.undecided])}.")
    if found.must_fix:
        raise MustFix(f"This must be fixed first: {' '.join(flag.text for flag in found.must_fix)}")
    if waiting := found.open_gaps(ruled):
        labels = _listed([gap.label for gap in waiting])
        raise OpenGap(f"Answer this first, or let a rule to fill by hand be printed for it: {labels}.")
    if found.nothing:
        raise NoSuchPaper("There is no paper to approve: lift what holds the papers back, or answer more.")


def _made(draft: Draft, planned: Planned, ruled: frozenset[str]) -> Made | None:
    """The clean copy; None for an official form that was not filled, in whose place another paper stands."""
    made = draft.make(planned, "clean", ruled=ruled)
    if any(finding.kind == "form not filled" for finding in made.findings):
        return None
    _judge(planned, made.findings)
    # What an exhibit says is evidence, whatever it looks like; its cover was made like any clean page.
    if not isinstance(draft.attached.get(planned.document), Brought):
        _nothing_left(planned.title, made.docx, made.pdf, _shown(draft, planned))
    return made


def _judge(planned: Planned, findings: Sequence[Finding]) -> None:
    if final := [finding for finding in findings if finding.final]:
        raise Withheld(planned.title, final)
    if wrong := [finding.sentence for finding in findings if finding.level == "must fix"]:
        raise MustFix(f"“{planned.title}” must be fixed first: {' '.join(dict.fromkeys(wrong))}")


def _shown(draft: Draft, planned: Planned) -> dict[str, object]:
    """What a paper may say: the data it was made from, and its title."""
    if planned.pdf_only:
        attached = draft.attached[planned.document]
        context = draft.contexts.for_document(planned.spec)
        said = attached.said(context) if isinstance(attached, Official) else ()
        return {"title": planned.title, "said": list(said)}
    uses = template.uses(draft.source(planned))
    return {**draft.contexts.for_document(planned.spec).narrowed(uses), "title": planned.title}


def _nothing_left(title: str, docx: bytes, pdf: bytes, shown: dict[str, object]) -> None:
    if left := leftovers.found(docx, pdf, shown):
        raise Leftover(f"“{title}” is no clean copy. {' '.join(left)} Take it out of the template.")


def _described(planned: Planned) -> CleanPaper:
    return CleanPaper(
        planned.document, planned.title, planned.folder, planned.number, planned.name, planned.endings
    )


def _described_together(planned: Planned) -> CleanPaper:
    return replace(_described(planned), document=f"{planned.document}_{planned.folder[0]}", endings=("pdf",))


def _listed(labels: Sequence[str]) -> str:
    return "; ".join(f"“{label}”" for label in dict.fromkeys(labels))
