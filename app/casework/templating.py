"""Word templates of the office’s forms: which there are, and a changed file that somebody proposes.

A file is looked at in the box, checked in the place of the one in force in a copy of the checkout, and kept
with what was found. Nothing is in force until `template_decisions.approve`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from app.casework import (
    checked_package,
    forms,
    office,
    redline,
    situations,
    template_check,
    template_overlay,
    template_report,
)
from app.casework.acts import Stamp, perform, print_of
from app.casework.desk import Desk
from app.casework.template_report import Report
from app.core import forms as packages
from app.core.answers import EMPTY
from app.core.office import EMPTY as NO_OFFICE
from app.core.places import Mistakes
from app.core.questionnaire import DocumentSpec, Form
from app.documents import box, edition, incoming
from app.documents.box import Job
from app.documents.draft import Draft
from app.documents.errors import DocumentError
from app.documents.incoming import NotTaken
from app.store import proposals
from app.store.errors import NotFound
from app.store.proposals import Checked, Proposal
from app.store.transaction import Transaction
from app.store.who import Who

Given = TypeVar("Given")

PATIENCE = 60.0
"""Seconds a file waits for the check of another one to end."""
EMPTY_FILE = "This file is empty. Choose the Word file you have changed."
THE_SAME = "This is the template in force; nothing in it was changed. Change it in Word and save it first."
MOVED = "The form was changed while this file was checked, so nothing was kept. Bring it again."
OVERTAKEN = "Somebody brought another file for this paper in the meantime. Look at that one first."


@dataclass(frozen=True)
class Paper:
    """A document of a form that has a Word template."""

    form: Form = field(repr=False)
    spec: DocumentSpec
    path: Path
    file: str
    """Where it stands, from the root of the checkout."""

    @property
    def key(self) -> str:
        """What its page is called by: digits that say nothing."""
        return _key(self.form.name, self.spec.name)


@dataclass(frozen=True)
class Seen:
    """A proposal with its paper, what was found of it, and whether that still stands."""

    proposal: Proposal
    paper: Paper
    report: Report = field(repr=False)
    current: bool
    """Whether the form is still as it was when the file was checked."""


def papers(desk: Desk) -> tuple[Paper, ...]:
    """Every document with a Word template, form by form."""
    return tuple(each for form in _forms(desk) for each in _papers(desk, form))


def paper(desk: Desk, key: str) -> Paper:
    """The document with this key; raises NotFound."""
    found = next((each for each in papers(desk) if each.key == key), None)
    if found is None:
        raise NotFound
    return found


def paper_of(desk: Desk, found: Proposal) -> Paper:
    """The document a proposal is for; raises NotFound when the form has it no more."""
    return paper(desk, _key(found.form, found.document))


def shown(found: Proposal) -> str:
    """A print of all that a decision on a proposal rests on."""
    return print_of([found.id, found.sha256, found.base, found.day, found.mistakes])


def look(desk: Desk, who: Who, id: str) -> Seen:
    """One proposal, open or ended; raises NotFound, also when its document is gone."""
    with desk.store.reading() as t:
        found = proposals.find(t, who, id)
        report = template_report.read(proposals.report(t, who, found))
    own = paper_of(desk, found)
    return Seen(found, own, report, base_of(desk, own.form) == found.base)


def proposed(desk: Desk, who: Who) -> tuple[Proposal, ...]:
    """Every proposal of the office, the newest first."""
    with desk.store.reading() as t:
        return proposals.listed(t, who)


def content(desk: Desk, who: Who, id: str, file: proposals.File) -> bytes:
    """One of the files of a proposal; raises NotFound."""
    with desk.store.reading() as t:
        return proposals.content(t, who, proposals.find(t, who, id), file)


def propose(desk: Desk, who: Who, key: str, data: bytes, replaces: str | None, stamp: Stamp) -> str:
    """Check a file and keep it for a second person; raises NotTaken with what to do, or NotFound.

    It takes the place of the open proposal `replaces`. A file with mistakes is kept too, and never approved.
    """
    own = paper(desk, key)
    checked = _checked(desk, own, data)

    def do(t: Transaction, now: datetime) -> dict[str, Any]:
        waiting = proposals.waiting_for(t, who, own.form.name, own.spec.name)
        if (waiting.id if waiting else None) != replaces:
            raise NotTaken(OVERTAKEN)
        id = proposals.propose(t, who, own.form.name, own.spec.name, checked, replaces, now)
        return {"object": id, "result": _sha(proposals.find(t, who, id))}

    act = "template.replace" if replaces else "template.propose"
    return str(perform(desk, who, act, f"paper:{key}", stamp, do)["object"])


def check_again(desk: Desk, who: Who, id: str, stamp: Stamp) -> None:
    """Check a proposal with the form as it is now; raises NotTaken, or NotFound once it has ended."""
    seen = look(desk, who, id)
    checked = _checked(desk, seen.paper, content(desk, who, id, "docx"), again=True)

    def do(t: Transaction, now: datetime) -> dict[str, Any]:
        proposals.check_again(t, who, id, checked)
        return {"object": id, "result": _sha(seen.proposal)}

    perform(desk, who, "template.check", id, stamp, do)


def base_of(desk: Desk, form: Form) -> str:
    """The hash of a form’s package as the checkout has it now, and of the check itself."""
    package, check = forms.package(desk, form), checked_package.digest(desk.root, form.name)
    return edition.digest({"package": edition.digest(package).encode(), "check": check.encode()})


def _key(form: str, document: str) -> str:
    return print_of([form, document])


def _sha(found: Proposal) -> str:
    return f"sha256:{found.sha256}"


def _forms(desk: Desk) -> Iterator[Form]:
    for name in packages.names(desk.root):
        try:
            yield forms.current(desk.root, name)
        except Mistakes:
            continue


def _papers(desk: Desk, form: Form) -> Iterator[Paper]:
    for spec in form.documents:
        path = incoming.source(desk.root, form.name, spec.name)
        if path.is_file():
            yield Paper(form, spec, path, path.relative_to(desk.root).as_posix())


def _checked(desk: Desk, own: Paper, data: bytes, *, again: bool = False) -> Checked:
    if not data:
        raise NotTaken(EMPTY_FILE)
    former, base = own.path.read_bytes(), base_of(desk, own.form)
    with template_overlay.laid_over(desk.root, own.form.name, own.spec.name, data) as copy:
        data = _asked(desk, copy, own, incoming.let_in)
        if former == data and not again:
            raise NotTaken(THE_SAME)
        template_overlay.with_template(copy, own.form.name, own.spec.name, data)
        html, report = _reported(desk, copy, own)
    if base_of(desk, own.form) != base:
        raise NotTaken(MOVED)
    files: dict[proposals.File, bytes] = {"docx": data, "twin": html.encode(), "former": former}
    day = desk.today.isoformat()
    return Checked(base, day, report.mistakes, files, template_report.written(report))


def _reported(desk: Desk, copy: Path, own: Paper) -> tuple[str, Report]:
    """The twin of the file in the copy, and what is found while both stand there."""
    form, name = own.form, own.spec.name
    given = _asked(desk, copy, own, incoming.read)
    if given.html:
        template_overlay.with_twin(copy, form.name, name, given.html)
    try:
        faults = template_check.faults(copy, form.name, desk.today, PATIENCE)
    except DocumentError as fault:
        raise NotTaken(f"This file could not be checked. {fault}") from fault
    if not given.html:
        return "", Report(faults)
    told = situations.of(desk.root, form, office.profile(desk), desk.today)
    changes = redline.over(desk.root, copy, form, name, told)
    before = _asked(desk, desk.root, own, incoming.read)
    return given.html, Report(faults, changes, redline.fields(form, own.spec, before.uses, given.uses))


def _asked(desk: Desk, root: Path, own: Paper, act: Callable[[Draft, str], Given]) -> Given:
    """What an act says in the box of the document's file below a root; raises NotTaken."""
    job = Job(root, own.form.name, EMPTY, NO_OFFICE, desk.today)
    try:
        return box.run(job, act, own.spec.name)
    except NotTaken:
        raise
    except DocumentError as fault:
        raise NotTaken(f"This file was not taken. {fault}") from fault
