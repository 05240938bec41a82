"""What a packet is made from, and the one reading of it that all its papers share."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from app.core import interview
from app.core.answers import Answers
from app.core.defaults import overlay
from app.core.interview import Interview
from app.core.kinds import Refused
from app.core.office import Office
from app.core.questionnaire import Form
from app.documents import attaching, notes_of, packet, redaction, template
from app.documents.attached import Attached
from app.documents.context import Contexts
from app.documents.errors import DocumentError
from app.documents.exhibits.file import File
from app.documents.guard import Guard
from app.documents.layouts import Copy
from app.documents.notes import Note
from app.documents.packet import OFFICE_PAPERS, Lifted, Plan, Planned
from app.documents.paper import Made, check_reach, make
from app.documents.redaction import Redaction
from app.documents.refusals import HeldBack, NoSuchPaper, Unfinished, Withheld


@dataclass(frozen=True)
class Draft:
    """A form with answers on a day; `root` holds its `templates/`: a checkout or an opened edition."""

    form: Form
    root: Path
    answers: Answers = field(repr=False)
    office: Office = field(repr=False)
    today: date
    lifted: Sequence[Lifted] = field(default=(), repr=False)
    matter_number: str = field(default="", repr=False)
    edition: str = ""
    """The hash of the edition, when it is known already."""
    title: str = field(default="", repr=False)
    """What the office calls the draft."""
    files: tuple[File, ...] = field(default=(), repr=False)
    """What was uploaded for its exhibits, as the upload guard let it through."""

    @cached_property
    def interview(self) -> Interview:
        """The reading of the answers over the office's defaults; raises DocumentError if one does not fit."""
        try:
            answers = overlay(self.form, self.answers, self.office.defaults)
        except Refused as refused:
            raise DocumentError(f"A default of the office profile does not fit: {refused}") from refused
        return interview.read(self.form, answers, self.today)

    @cached_property
    def plan(self) -> Plan:
        """The papers of the packet."""
        return packet.plan(
            self.interview, self.office, self.lifted, self.matter_number, tuple(self.attached.values()),
            self.redaction.unlisted if self.redaction else None,
        )  # fmt: skip

    @cached_property
    def attached(self) -> Mapping[str, Attached]:
        """The papers that are a finished PDF, by name: see `attaching`."""
        found = attaching.of(self.root, self.interview, self.office, self.files)
        return {each.name: each for each in found}

    @cached_property
    def redaction(self) -> Redaction | None:
        """The list its redacted papers follow, or None when it has no such papers."""
        return redaction.of(self.form, self.office, self.root, self.today)

    @cached_property
    def contexts(self) -> Contexts:
        """What the templates may name."""
        held = frozenset(paper.document for paper in self.plan.held)
        return Contexts(self.interview, self.office, held=held, redaction=self.redaction)

    @cached_property
    def guard(self) -> Guard:
        """What its papers may not say."""
        return Guard(self.interview, self.office, self.redaction)

    def finished(self) -> None:
        """Raise Unfinished while a question is open or a check is not met."""
        if not self.interview.complete:
            raise Unfinished(self.interview.missing, self.interview.broken)

    def source(self, paper: Planned) -> Path:
        """The Word template of a paper; raises NoSuchPaper when it is not there."""
        path = paper.template(self.root, self.form.name)
        if not path.is_file():
            raise NoSuchPaper(f"“{paper.title}” has no template; {path.relative_to(self.root)} is missing.")
        return path

    def make(
        self,
        paper: Planned,
        copy: Copy = "review",
        *,
        ruled: Set[str] = frozenset(),
        read_back: bool = True,
    ) -> Made:
        """One paper of the form with its notes, guarded but not yet judged by what was found."""
        if paper.pdf_only:
            attached, layouts = self.attached[paper.document], self.root / "templates/html/_layout"
            return attaching.made(paper, attached, self.guard, self.contexts, copy, ruled, layouts)
        source, context = self.source(paper), self.contexts.for_document(paper.spec)
        check_reach(source, paper, context)
        data = context.narrowed(template.uses(source))
        notes = self._notes(paper, source, data) if copy == "review" else ()
        made = make(paper, source, data, self.guard, copy, ruled=ruled, read_back=read_back, notes=notes)
        return replace(made, findings=(*made.findings, *attaching.missing(paper, self.interview, self.files)))

    def _notes(self, paper: Planned, source: Path, data: Mapping[str, object]) -> tuple[Note, ...]:
        own = {flag for flag, home in self._homes.items() if home == paper.document}
        return notes_of.for_paper(self.interview, template.anchors(source), own, data)

    @cached_property
    def _homes(self) -> dict[str, str]:
        """The paper each flag stands in as a note, the same whether all papers are made or one."""
        papers = sorted((*self.plan.papers, *self.plan.held), key=lambda paper: paper.number)
        own = [(paper.spec, paper.template(self.root, self.form.name)) for paper in papers
               if paper.document not in OFFICE_PAPERS and not paper.pdf_only]  # fmt: skip
        return notes_of.homes(
            self.interview, [(spec, template.anchors(path)) for spec, path in own if path.is_file()]
        )

    def one(self, document: str) -> Made:
        """One paper of the form to hand out; raises NoSuchPaper, HeldBack or Withheld."""
        self.finished()
        paper = self.plan.paper(document)
        if paper is None or document in OFFICE_PAPERS:
            raise NoSuchPaper("With these answers the draft has no such paper.")
        if paper.gates:
            raise HeldBack(paper.title, paper.gates)
        made = self.make(paper)
        if made.withheld:
            raise Withheld(paper.title, [finding for finding in made.findings if finding.final])
        return made
