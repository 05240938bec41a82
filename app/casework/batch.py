"""Makes a packet of each line of a spreadsheet: all lines judged first, then made in the box."""

import shutil
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.casework import batch_manifest
from app.casework.batch_manifest import Outcome
from app.casework.filed import judge
from app.casework.kept import Kept
from app.casework.rows import Packet
from app.core.answers import Answers
from app.core.forms import load_form
from app.core.office import Office
from app.core.places import Mistake
from app.core.questionnaire import Form
from app.documents import edition, writing
from app.documents.box import Box, Job, Ticket
from app.documents.bundle import Bundle, bundle
from app.documents.errors import DocumentError
from app.law.catalogue import CALCULATIONS

READ_BACK_EVERY = 20
"""Of so many packets made one after the other, the first has both its formats read back and compared."""
NICE = 5
"""How far the processes of a batch step back behind people who wait for a page."""

Step = Callable[[], None]


@dataclass(frozen=True)
class Order:
    """What all packets of a batch share."""

    form: str
    office: Office
    today: date


@dataclass(frozen=True)
class Row:
    """One line, judged: its name, and its answers over the office's defaults."""

    name: str
    answers: Answers = field(repr=False)


def judged(
    form: Form, packets: Sequence[Packet], office: Office, today: date, step: Step
) -> tuple[list[Row], list[Mistake]]:
    """All lines with everything wrong in any; raises Refused when an office default is no fit answer."""
    found: list[Row] = []
    mistakes: list[Mistake] = []
    for packet in packets:
        read = judge(form, packet.file(form), office, today)
        found.append(Row(packet.row, read.answers))
        mistakes += read.mistakes
        step()
    return found, mistakes


def run(
    root: Path, order: Order, rows: Sequence[Row], out: Path, processes: int, step: Step,
    kept: Kept | None = None,
) -> list[Outcome]:  # fmt: skip
    """Write `out` with a folder for each row and the manifest; on any failure of the whole, nothing."""
    files = edition.files(root, load_form(root, order.form, CALCULATIONS))
    known = edition.digest(files)
    with edition.opened(files) as frozen, _arriving(out) as folder, _box(processes, rows) as box:
        jobs = [
            Job(frozen, order.form, row.answers, order.office, order.today, (), row.name, known)
            for row in rows
        ]
        outcomes = []
        ahead = 2 * processes
        for outcome in _Work(box, folder, kept, box.patience(ahead)).done(jobs, ahead):
            outcomes.append(outcome)
            step()
        batch_manifest.write(folder / batch_manifest.NAME, outcomes)
    return outcomes


def _box(processes: int, rows: Sequence[Row]) -> Box:
    """Its children start with the first job, if there is one at all."""
    return Box(min(processes, len(rows)), nice=NICE)


@contextmanager
def _arriving(out: Path) -> Iterator[Path]:
    """A folder beside `out` that takes its name at the end, or is gone."""
    out.parent.mkdir(parents=True, exist_ok=True)
    folder = writing.staging(out)
    try:
        yield folder
        writing.settle(folder)
        folder.rename(out)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass
class _Work:
    """The making of rows one after the other, some of them known from before."""

    box: Box
    folder: Path
    kept: Kept | None
    patience: float
    """Seconds to wait for one job, those handed in before it included."""
    made: int = 0

    def done(self, jobs: Sequence[Job], ahead: int) -> Iterator[Outcome]:
        """What became of each job, in order, with so many handed in before the first is waited for."""
        waiting: deque[tuple[Job, Bundle | Ticket, bool]] = deque()
        for job in jobs:
            waiting.append(self._begun(job))
            if len(waiting) > ahead:
                yield self._ended(*waiting.popleft())
        while waiting:
            yield self._ended(*waiting.popleft())

    def _begun(self, job: Job) -> tuple[Job, Bundle | Ticket, bool]:
        """A job with its packet from before, or handed in; and whether it is to be read back."""
        known = self.kept.find(job) if self.kept else None
        if known is not None:
            return job, known, False
        read_back = self.made % READ_BACK_EVERY == 0
        self.made += 1
        return job, self.box.send(job, bundle, read_back), read_back

    def _ended(self, job: Job, begun: Bundle | Ticket, read_back: bool) -> Outcome:
        row = job.matter_number
        try:
            packet = begun.result(self.patience) if isinstance(begun, Ticket) else begun
            writing.write(packet.files, self.folder / row, sync=False)
        except DocumentError as error:
            return Outcome(row, False, reason=str(error))
        if packet is not begun and self.kept:
            self.kept.keep(job, packet)
        return Outcome(row, True, packet.papers, packet.held_back, "", read_back, packet is begun)
