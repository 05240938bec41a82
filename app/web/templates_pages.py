"""The Word templates of the forms: fetched, changed in Word, brought back, put in force by somebody else."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from app.casework import template_decisions, template_marking, templating
from app.casework.acts import print_of
from app.casework.papers import Download
from app.casework.templating import Paper
from app.core.kinds import Problem, Refused
from app.documents.errors import DocumentError
from app.documents.incoming import NotTaken
from app.store import proposals
from app.store.errors import NotFound
from app.store.proposals import Proposal
from app.web import access, limits, papers, stamps
from app.web.fields import Fault

bp = Blueprint("templates_pages", __name__)
NONE = "Choose a file first."
KINDS: Mapping[str, str] = {"": "", "former": " former", "marked": " marked", "new": " proposed"}
"""What each file of a proposal is called beside the paper's own name."""
PARTS = {"name": "a0", "bar_number": "a1", "reason": "a2"}
STATES = {
    "open": "Waits for a second person",
    "approved": "In force",
    "refused": "Refused",
    "replaced": "Replaced by another file",
    "withdrawn": "Taken back",
}


@bp.get("/t")
def page() -> str:
    found = templating.papers(access.desk())
    waiting = {(each.form, each.document) for each in _proposed() if each.ended_at is None}
    forms: dict[str, list[tuple[Paper, bool]]] = {}
    for each in found:
        forms.setdefault(each.form.title, []).append((each, (each.form.name, each.spec.name) in waiting))
    return render_template("templates.html", forms=forms)


@bp.get("/t/<key>")
def paper(key: str) -> str:
    return _paper(key)


@bp.get("/t/<key>/f")
def in_force(key: str) -> Response:
    own = templating.paper(access.desk(), key)
    return _word(own, own.path.read_bytes())


@bp.post("/t/<key>")
def bring(key: str) -> Response | tuple[str, int]:
    desk, who, stamp = access.desk(), access.who(), stamps.stamp()
    given = request.files.get("file")
    try:
        if given is None or not given.filename:
            raise NotTaken(NONE)
        data = given.stream.read()
        # The same form sent again with another file is another request.
        content = print_of([stamp.content, hashlib.sha256(data).hexdigest()])
        replaces = request.form.get("replaces") or None
        id = templating.propose(desk, who, key, data, replaces, replace(stamp, content=content))
    except DocumentError as refused:
        return _paper(key, str(refused)), 422
    return redirect(f"/w/{id}", 303)


@bp.get("/w/<ref>")
def proposal(ref: str) -> str:
    return _proposal(ref)


@bp.post("/w/<ref>")
def decide(ref: str) -> Response | tuple[str, int]:
    desk, who, stamp = access.desk(), access.who(), stamps.stamp()
    said = {part: request.form.get(box, "") for part, box in PARTS.items()}
    try:
        match request.form.get("do"):
            case "approve":
                template_decisions.approve(desk, who, ref, said["name"], said["bar_number"], stamp)
            case "refuse":
                template_decisions.refuse(desk, who, ref, said["reason"], stamp)
            case "withdraw":
                template_decisions.withdraw(desk, who, ref, stamp)
            case "check":
                templating.check_again(desk, who, ref, stamp)
    except Refused as refused:
        return _proposal(ref, refused.problems), 422
    except DocumentError as refused:
        return _proposal(ref, (Problem("", str(refused)),)), 409
    return redirect(f"/w/{ref}", 303)


@bp.get("/w/<ref>/<which>")
def file(ref: str, which: str) -> Response:
    desk, who = access.desk(), access.who()
    seen = templating.look(desk, who, ref)
    if which not in KINDS:
        raise NotFound
    if which == "marked":
        return _word(seen.paper, template_marking.marked(desk, who, ref), which)
    name: proposals.File = "former" if which == "former" else "docx"
    return _word(seen.paper, templating.content(desk, who, ref, name), which)


def _word(own: Paper, data: bytes, which: str = "") -> Response:
    # The name is the form's own, whatever stands in the address.
    return papers.handed_out(Download(f"{own.spec.name}{KINDS[which]}.docx", "docx", data))


def _proposed() -> tuple[Proposal, ...]:
    return templating.proposed(access.desk(), access.who())


def _paper(key: str, sentence: str = "") -> str:
    own = templating.paper(access.desk(), key)
    mine = [each for each in _proposed() if (each.form, each.document) == (own.form.name, own.spec.name)]
    return render_template(
        "template.html",
        paper=own,
        waiting=next((each for each in mine if each.ended_at is None), None),
        ended=[each for each in mine if each.ended_at is not None],
        states=STATES,
        sentence=sentence,
        faults=[Fault("#file", sentence)] if sentence else [],
        most=limits.FILE // 1_000_000,
        hidden=stamps.hidden(),
    )


def _proposal(ref: str, problems: tuple[Problem, ...] = ()) -> str:
    seen = templating.look(access.desk(), access.who(), ref)
    faults = [Fault(f"#{PARTS.get(each.part, 'main-content')}", each.sentence) for each in problems]
    return render_template(
        "proposal.html",
        seen=seen,
        found=seen.proposal,
        levels=_by_level(seen),
        own=seen.proposal.by_id == access.who().id,
        states=STATES,
        faults=faults,
        wrong={each.href[1:]: each.text for each in faults},
        typed={box: request.form.get(box, "") for box in PARTS.values()},
        hidden=stamps.hidden(was=templating.shown(seen.proposal)),
    )


def _by_level(seen: templating.Seen) -> Mapping[str, list[str]]:
    """The sentences of the check, those about the file itself first."""
    own, found = seen.paper.file, dict[str, list[str]]()
    for fault in sorted(seen.report.faults, key=lambda each: each.file != own):
        found.setdefault(fault.level, []).append(f"{fault.place} {fault.sentence}")
    return found
