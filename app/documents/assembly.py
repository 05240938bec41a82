"""From a draft to its packet: every paper in both formats, the memo over all of them, and the manifest."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.documents import (
    cited,
    edition,
    manifest,
    meanwhile,
    memo,
    redaction_report,
    safety,
    together,
    writing,
)
from app.documents.draft import Draft
from app.documents.findings import Finding
from app.documents.memo import MadePaper, Matters
from app.documents.packet import MEMO, OFFICE_PAPERS, SAFETY, Plan, Planned
from app.documents.paper import Made, make
from app.documents.refusals import NoSuchPaper, Withheld
from app.documents.together import Together

__all__ = ["Draft", "Packet", "assemble", "one", "packet"]

ENDINGS = ("docx", "pdf")


@dataclass(frozen=True)
class Packet:
    """A finished packet: its plan, its files by path, and what was found in its papers."""

    plan: Plan
    papers: tuple[Made, ...]
    """The papers that are in it, the memo and the safety note included."""
    held: tuple[Made, ...]
    """Papers a gate holds back; read all the same, so that the attorney knows them before lifting."""
    withheld: tuple[Made, ...]
    """Papers kept back for their words; some of them may be held too."""
    manifest: Mapping[str, object]
    together: tuple[Together, ...] = ()
    """The papers of each folder that holds several, as one PDF."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything the guard found, in papers held and withheld too."""
        apart = [made for made in self.withheld if not made.paper.gates]
        return tuple(each for made in (*self.papers, *self.held, *apart) for each in made.findings)

    @property
    def files(self) -> dict[str, bytes]:
        """Every file by its path in the packet, the manifest first."""
        made = {
            each.paper.path(ending): each.data(ending)
            for each in self.papers
            for ending in each.paper.endings
        }
        whole = {each.paper.path("pdf"): each.pdf for each in self.together}
        return {"manifest.json": manifest.written(self.manifest)} | whole | made


def packet(draft: Draft, read_back: bool = True) -> Packet:
    """The whole packet in memory; raises Unfinished, or DocumentError when a template cannot be filled.

    Without `read_back` the two formats of a paper are not compared; the guard looks all the same.
    """
    draft.finished()
    planned = (*draft.plan.papers, *draft.plan.held)
    own = [paper for paper in planned if paper.document not in OFFICE_PAPERS]
    made = [draft.make(paper, read_back=read_back) for paper in own]
    held = tuple(each for each in made if each.paper.gates)
    withheld = tuple(each for each in made if each.withheld)
    kept = [each for each in made if not each.withheld and not each.paper.gates]
    kept.append(_safety(draft, read_back))
    sources = edition.files(draft.root, draft.form)
    known = draft.edition or edition.digest(sources)
    kept.append(_memo(draft, kept, made, known, edition.hashes(sources), read_back))
    papers = tuple(sorted(kept, key=lambda each: each.paper.number))
    examined = [*made, *(each for each in papers if each.paper.document in OFFICE_PAPERS)]
    whole = tuple(together.of(draft, papers))
    content = manifest.content(draft, papers, examined, known, whole)
    return Packet(draft.plan, _let_go(papers), _let_go(held), _let_go(withheld), content, whole)


def _let_go(papers: Sequence[Made]) -> tuple[Made, ...]:
    """The same papers without their laid out pages, which weigh many times what the files do."""
    return tuple(replace(made, laid=None) for made in papers)


def assemble(draft: Draft, out: Path) -> Packet:
    """The packet, written to `out` whole or not at all; raises Occupied when `out` holds something."""
    writing.check_free(out)
    made = packet(draft)
    writing.write(made.files, out)
    return made


def one(draft: Draft, document: str, ending: str) -> tuple[Planned, bytes]:
    """One file for a download; raises NoSuchPaper, HeldBack or Withheld."""
    if document not in OFFICE_PAPERS:
        made = draft.one(document)
    else:
        made = next(each for each in packet(draft).papers if each.paper.document == document)
    if ending not in made.paper.endings:
        raise NoSuchPaper(f"“{made.paper.title}” is a PDF and has no Word file.")
    return made.paper, made.data(ending)


def _planned(draft: Draft, document: str) -> Planned:
    paper = draft.plan.paper(document)
    assert paper is not None
    return paper


def _safety(draft: Draft, read_back: bool) -> Made:
    paper = _planned(draft, SAFETY.name)
    data = safety.content(draft.interview, draft.plan, draft.office, draft.guard.secrets)
    return _office_paper(draft, paper, data, read_back)


def _memo(
    draft: Draft,
    kept: Sequence[Made],
    made: Sequence[Made],
    known: str,
    hashes: Mapping[str, str],
    read_back: bool,
) -> Made:
    """The memo over the papers `kept` in the packet and over all that were `made`."""
    examined = [*made, *(each for each in kept if each.paper.document == SAFETY.name)]
    matters = Matters(
        plan=draft.plan, lifted=draft.lifted,
        made=[MadePaper(each.paper, _hashes(each), each.pages, cited.in_paper(each)) for each in kept],
        withheld=[each.paper for each in made if each.withheld],
        findings=[finding for each in examined for finding in each.findings],
        open_marks=[(label, each.paper.title) for each in made for label in each.marks],
        meanwhile=meanwhile.found(draft),
        secrets=draft.guard.secrets, attorney=draft.contexts.attorney, matter_number=draft.matter_number,
        title=draft.title, edition=known, edition_hashes=hashes, redactions=redaction_report.of(draft, made),
    )  # fmt: skip
    paper = _planned(draft, MEMO.name)
    written = _office_paper(draft, paper, memo.content(draft.interview, matters), read_back)
    if not written.findings:
        return written
    # What was found in the memo itself, too, must stand in it.
    told = replace(matters, findings=[*matters.findings, *written.findings])
    return _office_paper(draft, paper, memo.content(draft.interview, told), read_back)


def _office_paper(draft: Draft, paper: Planned, data: dict[str, object], read_back: bool) -> Made:
    made = make(paper, draft.source(paper), data, draft.guard, read_back=read_back)
    if made.withheld:
        raise Withheld(paper.title, [finding for finding in made.findings if finding.final])
    return made


def _hashes(made: Made) -> dict[str, str]:
    return {ending: hashlib.sha256(made.data(ending)).hexdigest() for ending in made.paper.endings}
