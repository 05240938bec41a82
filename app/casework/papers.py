"""The papers of a draft as files and as a body for the screen; finished packets stay in memory only."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from markupsafe import Markup

from app.casework import archive, made_from, uploads
from app.casework.acts import Stamp, perform
from app.casework.desk import Desk
from app.casework.reading import Opened
from app.core.interview import Raised
from app.documents import assembly, box, looking, preview
from app.documents.assembly import Packet
from app.documents.box import Busy, Job
from app.documents.draft import Draft
from app.documents.errors import DocumentError
from app.documents.exhibits.file import File
from app.documents.exhibits.papers import to_bring
from app.documents.findings import Finding
from app.documents.packet import Plan, Planned
from app.documents.refusals import NoSuchPaper
from app.documents.traces import Source
from app.store.lifts import Lift
from app.store.transaction import Transaction
from app.store.who import Who

REMEMBERED = 4
"""Finished packets kept in memory at a time."""

Kept = TypeVar("Kept")

_packets: "OrderedDict[tuple[object, ...], Packet]" = OrderedDict()
_kept_back: "OrderedDict[tuple[object, ...], Looked]" = OrderedDict()
"""What withholds papers, by the same keys as packets."""
_changing = threading.Lock()


@dataclass(frozen=True)
class Desired:
    """What a download asks for: one paper in one format, an audience's folder, or everything."""

    document: str = ""
    ending: str = ""
    folder: str = ""
    plain_names: bool = False
    """Whether the files carry the office's names instead of neutral ones."""


@dataclass(frozen=True)
class Download:
    """A file to hand out, with a name that says nothing."""

    name: str
    kind: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Papers:
    """A draft with the plan of its packet."""

    now: Opened
    plan: Plan
    lifts: tuple[Lift, ...] = field(repr=False)
    to_bring: str = ""
    """The sentence about exhibits that are listed without a file."""
    unlisted: Raised | None = None
    """What holds redacted papers back while no list of redactions is sure; nobody lifts it."""


@dataclass(frozen=True)
class Looked:
    """What withholds papers for their words, or why that could not be told."""

    findings: tuple[Finding, ...] = field(default=(), repr=False)
    failed: str = ""


def planned(desk: Desk, who: Who, draft: str) -> Papers:
    """Which papers a draft has as it stands, and which are held back; nothing is rendered."""
    seen = made_from.look(desk, who, draft)
    with seen.opened(desk) as found:
        unlisted = found.redaction.unlisted if found.redaction else None
        return Papers(seen.now, found.plan, seen.lifts, to_bring(seen.now.interview, seen.files), unlisted)


def admitted(desk: Desk, who: Who, draft: str, item: str, name: str, data: bytes) -> File:
    """The clean PDF of a file for one exhibit of a draft; raises NotAdmitted."""
    with _at(desk, who, draft) as (found, _):
        return uploads.admitted(Job.of(found), item, name, data)


def shown(
    desk: Desk, who: Who, draft: str, document: str, wrap: Callable[[Markup, Source], Markup]
) -> Markup:
    """A paper's body for the screen, open questions as marked gaps; raises NoSuchPaper."""
    with _at(desk, who, draft) as (found, _):
        return box.run(Job.of(found), preview.traced, document).wrapped(wrap)


def download(desk: Desk, who: Who, draft: str, wanted: Desired) -> Download:
    """One file to hand out, and a journal line; raises Unfinished, NoSuchPaper, HeldBack or Withheld."""
    with _at(desk, who, draft, whole=True) as (found, key):
        made = _one(found, key, wanted) if wanted.document else _several(found, key, wanted)

    def do(t: Transaction, now: datetime) -> dict[str, Any]:
        return {"object": draft}

    perform(desk, who, "papers.download", draft, Stamp(), do)
    return made


def kept_back(desk: Desk, who: Who, draft: str) -> Looked:
    """What withholds papers for their words, whoever lifts what; none while questions are open."""
    if (known := _kept_back.get(made_from.look(desk, who, draft).key)) is not None:
        return known
    with _at(desk, who, draft, whole=True) as (found, key):
        try:
            told = Looked(box.run(Job.of(found), looking.final))
        except Busy as busy:
            return Looked(failed=str(busy))
        except DocumentError as fault:
            # The same words would fail again, and take as long.
            told = Looked(failed=str(fault))
    _remember(_kept_back, key, told)
    return told


def forget(draft: str) -> None:
    """Forget every packet of a draft."""
    with _changing:
        for known in (_packets, _kept_back):
            for key in [key for key in known if key[0] == draft]:
                del known[key]


def packet(desk: Desk, who: Who, draft: str) -> Packet:
    """The whole packet of a draft in memory; raises Unfinished or another DocumentError."""
    with _at(desk, who, draft, whole=True) as (found, key):
        return _packet(found, key)


@contextmanager
def _at(
    desk: Desk, who: Who, draft: str, *, whole: bool = False
) -> Iterator[tuple[Draft, tuple[object, ...]]]:
    """The draft for the document floor and the key of all it rests on."""
    seen = made_from.look(desk, who, draft, whole=whole)
    with seen.opened(desk) as found:
        yield found, seen.key


def _packet(draft: Draft, key: tuple[object, ...]) -> Packet:
    known = _packets.get(key)
    made = known or box.run(Job.of(draft), assembly.packet)
    _remember(_packets, key, made)
    final = tuple(each for paper in made.withheld for each in paper.findings if each.final)
    _remember(_kept_back, key, Looked(final))
    return made


def _remember(known: "OrderedDict[tuple[object, ...], Kept]", key: tuple[object, ...], made: Kept) -> None:
    with _changing:
        known[key] = made
        known.move_to_end(key)
        while len(known) > REMEMBERED:
            known.popitem(last=False)


def _one(draft: Draft, key: tuple[object, ...], wanted: Desired) -> Download:
    known = _packets.get(key)
    made = (
        next((each for each in known.papers if each.paper.document == wanted.document), None)
        if known
        else None
    )
    if made is not None and wanted.ending in made.paper.endings:
        paper, data = made.paper, made.data(wanted.ending)
    else:
        paper, data = box.run(Job.of(draft), assembly.one, wanted.document, wanted.ending)
    name = f"{paper.name}.{wanted.ending}" if wanted.plain_names else paper.neutral(wanted.ending)
    return Download(name, wanted.ending, data)


def _several(draft: Draft, key: tuple[object, ...], wanted: Desired) -> Download:
    made = _packet(draft, key)
    files: dict[str, bytes] = {}
    for each in made.papers:
        if wanted.folder in ("", each.paper.folder):
            for ending in each.paper.endings:
                files[_path(each.paper, ending, wanted)] = each.data(ending)
    for whole in made.together:
        if wanted.folder in ("", whole.paper.folder):
            files[_path(whole.paper, "pdf", wanted)] = whole.pdf
    if not files:
        raise NoSuchPaper("With these answers there is no such paper.")
    if wanted.plain_names and not wanted.folder:
        files = {"manifest.json": made.files["manifest.json"], **files}
    return Download("Papers.zip", "zip", archive.packed(files))


def _path(paper: Planned, ending: str, wanted: Desired) -> str:
    return paper.path(ending) if wanted.plain_names else f"{paper.folder}/{paper.neutral(ending)}"
