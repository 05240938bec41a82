"""What the proof finds in a form with its papers, each path tried by really filling the paper."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.casework import checking_papers, checking_readings
from app.core import checker
from app.core.answers import Answers
from app.core.faults import Fault
from app.core.office import EMPTY
from app.core.proof import proving
from app.core.proof.uses import GuardedUse, Reading
from app.core.questionnaire import Form
from app.documents import guarded, pdf, spots, template, twin
from app.documents.draft import Draft
from app.documents.environment import fill
from app.documents.errors import DocumentError, NameMissing
from app.documents.filters import in_html
from app.documents.packet import Planned

UNPROVABLE = frozenset({"language", "value", "unknown name"})
"""Rules a questionnaire must keep before anything can be proved of it: its conditions mean nothing else."""


UNFINISHED = (
    "The proof of this form could not be finished, so nothing is ruled out: "
    "fill each paper from several answer files, and report the form to those who keep Draftwell."
)


def faults(root: Path, form: Form, today: date) -> Iterator[Fault]:
    """Every fault of the proof, those in Word files with their spot; none while conditions mean nothing."""
    if any(mistake.rule in UNPROVABLE for mistake in checker.check(form)):
        return

    def confirm(document: str, answers: Answers, use: GuardedUse) -> bool:
        return misses(Draft(form, root, answers, EMPTY, today), document)

    try:
        found = proving.prove(form, readings(root, form), today, confirm)
    except Exception:
        # ProofError and Undecided above all. Whatever it is, whoever checks a form is told in a sentence.
        yield Fault("undefined", f"{form.files[0]}:1:1", UNFINISHED, "not ruled out")
        return
    for fault in found:
        yield replace(fault, place=fault.place.rstrip(":"), spot=spots.spot(fault.spot))


def readings(root: Path, form: Form) -> Mapping[str, Reading]:
    """What the templates read, by document, without what is told as an unknown name anyway."""
    return {
        document.name: checking_readings.known(
            form, document, guarded.reading(root, checking_papers.path_of(root, form, document))
        )
        for document, _ in checking_papers.readable(root, form)
    }


def misses(draft: Draft, document: str) -> bool:
    """Whether a paper of this document, as the form calls it, cannot be filled because a name is missing."""
    papers = (*draft.plan.papers, *draft.plan.held)
    return any(_misses(draft, each) for each in papers if each.spec.template == document)


def _misses(draft: Draft, paper: Planned) -> bool:
    if paper.pdf_only:
        return False
    source = draft.source(paper)
    data = draft.contexts.for_document(paper.spec).narrowed(template.uses(source))
    try:
        fill(pdf.read(twin.twin_path(source)).jinja, data, in_html)
    except NameMissing:
        return True
    except (DocumentError, OSError):
        return False
    return False
