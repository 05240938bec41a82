"""`draftwell assemble FORM ANSWERS --out DIR`: one packet of review copies."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from app.casework import efiling
from app.casework.filed import Judged, judge
from app.commands import exhibits, stage
from app.commands.progress import busy
from app.commands.saying import NotDone, not_done, note
from app.core import answer_file, loader
from app.core.interview import Raised
from app.core.loader import Node
from app.core.places import Mistake, Place
from app.core.questionnaire import Form
from app.documents import alike, assembly, box, manifest, memo_flags, writing
from app.documents.assembly import Packet
from app.documents.box import Job
from app.documents.draft import Draft
from app.documents.efiling import Filed
from app.documents.packet import HELD
from app.documents.redaction import UNLISTED

ENDINGS = (".yaml", ".yml", ".json")


@click.command()
@click.argument("form_name", metavar="FORM")
@click.argument("answers_file", metavar="ANSWERS", type=click.Path(path_type=Path))
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="The folder to write; must be new or empty."
)
@click.option(
    "--exhibits",
    "exhibits_folder",
    type=click.Path(path_type=Path),
    help="The folder with the exhibits’ files; without it, `exhibits` beside ANSWERS.",
)
@click.option(
    "--efile", is_flag=True, help="Also write efile/: one PDF for each court paper, to try a filing with."
)
@stage.today_option
@stage.office_option
@stage.json_option
def assemble(
    form_name: str,
    answers_file: Path,
    out: Path,
    exhibits_folder: Path | None,
    efile: bool,
    today: date | None,
    office_file: Path | None,
    as_json: bool,
) -> None:
    """Make one packet of review copies from an answer file (YAML or JSON).

    Papers that a gate holds back are named; only an attorney lifts a gate, in the pages of `draftwell serve`.
    Ends with 1 when papers are held back or withheld, or when none for the court or the other side is made.

    \b
    Example:
      draftwell assemble mo/wage_claim answers.yaml --out packet --office office.yaml
      draftwell assemble mo/name_change answers.yaml --out packet --exhibits scans --efile
    """
    form = stage.form_of(form_name)
    office = stage.office_of(office_file, form)
    stage.free(out)
    # One child is enough for one packet, and it warms up while the answers are read.
    box.begin(1)
    day = stage.day_of(today)
    judged = judge(form, answer_file.read(form, _node(answers_file)), office, day)
    if judged.mistakes:
        raise not_done(str(mistake) for mistake in judged.mistakes)
    job = Job(stage.root(), form_name, judged.answers, office, day)
    with busy("Making the papers"):
        job = replace(job, files=exhibits.brought(job, exhibits_folder, answers_file))
        packet = box.run(job, assembly.packet)
        filed = efiling.of_review(job, packet.papers) if efile else ()
        own = efiling.written(filed, day, rehearsal=True) if efile else {}
        writing.write({**packet.files, **own}, out)
    _report(judged, packet, job.draft())
    _report_filing(filed, efile)
    if as_json:
        click.echo(manifest.written(packet.manifest).decode(), nl=False)
    else:
        click.echo(f"{len(packet.papers)} papers in {out}, each as Word and PDF; manifest.json lists them.")
    if aside := _set_aside(form, packet):
        note(aside)
        raise click.exceptions.Exit(1)


def _node(path: Path) -> Node:
    """The nodes of an answer file; raises Mistakes or NotDone."""
    if path.suffix.lower() not in ENDINGS:
        raise NotDone(
            f"{path} is not a .yaml or .json file; `draftwell answers FORM` prints one to begin with."
        )
    try:
        with path.open("rb") as file:
            data = file.read(loader.LIMIT_BYTES + 1)
    except OSError as error:
        raise NotDone(f"{path}:1:1 This file cannot be read ({error.strerror}).") from error
    if len(data) > loader.LIMIT_BYTES:
        sentence = f"This file has more than {loader.LIMIT_BYTES:,} bytes; shorten it."
        raise NotDone(str(Mistake(Place(str(path)), sentence)))
    return loader.parse(data, str(path))


def _set_aside(form: Form, packet: Packet) -> str:
    """The sentence about papers that are due but not in the packet, or "" when it is whole."""
    back = {made.paper.document for made in packet.withheld} | {each.document for each in packet.plan.held}
    if back:
        are = "paper is" if len(back) == 1 else "papers are"
        return f"{len(back)} {are} not in the packet, held back or withheld; the memo says why."
    sent = [each.name for each in form.documents if each.audience in HELD]
    if sent and not any(made.paper.spec.template in sent for made in packet.papers):
        return "No paper for the court or the other side is in the packet; the memo says why."
    return ""


def _report(judged: Judged, packet: Packet, draft: Draft) -> None:
    """What a person should know beside the packet, on the error output."""
    if judged.unused:
        note(f"not used: {', '.join(judged.unused)} (not asked with these answers)")
    for paper in packet.plan.held:
        note(f"held back: {paper.title}, until {_until(paper.gates)}")
    for gate in dict.fromkeys(gate for paper in packet.plan.held for gate in paper.gates):
        note(f"gate {gate.name}: {gate.say} [{'; '.join(gate.law)}]")
    for made in packet.withheld:
        if made.pdf:
            note(f"withheld for what it says: {made.paper.title}; the memo shows the place")
    for sentence in _to_mend(packet, draft):
        note(sentence)
    for left in packet.plan.left_out:
        note(f"left out while {', '.join(left.because)} is not known: {left.what}")


def _to_mend(packet: Packet, draft: Draft) -> Iterator[str]:
    """What was found in the papers, and what the form and its law say must be fixed."""
    for each in alike.together(packet.findings):
        yield f"{each.first.level}: {each.first.title}, {each.places}: {each.first.sentence}"
    for flag in dict.fromkeys(memo_flags.lasting(draft.interview, draft.contexts.attorney)):
        if flag.level == "must fix":
            yield f"must fix: {flag.text}"


def _report_filing(filed: Sequence[Filed], efile: bool) -> None:
    if efile and not filed:
        note("efile/ holds no paper: the packet has none for the court.")
    if filed:
        note("efile/ is a rehearsal of review copies; the real set comes from approved papers in the pages.")
    for each in filed:
        for problem in each.problems:
            note(f"check: efile/{each.name}: {problem}")


def _until(gates: tuple[Raised, ...]) -> str:
    """What has to happen before a paper that is held back leaves."""
    lifts = ", ".join(gate.name for gate in gates if gate.name != UNLISTED)
    listed = "the office profile has a redaction list" if any(g.name == UNLISTED for g in gates) else ""
    return " and ".join(filter(None, (f"an attorney lifts {lifts}" if lifts else "", listed)))
