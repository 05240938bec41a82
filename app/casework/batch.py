"""Makes a packet of each line of a spreadsheet: all lines judged first, then a pool of processes at work."""

import csv
import multiprocessing
import os
import resource
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import TimeoutError as TookTooLong
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from app.casework.csv_file import guarded
from app.casework.filed import judge
from app.casework.rows import Packet
from app.core.forms import load_form
from app.core.office import Office
from app.core.places import Mistake
from app.core.questionnaire import Form
from app.documents import assembly, edition
from app.documents.errors import DocumentError
from app.law.catalogue import CALCULATIONS

LIMIT_SECONDS = 120
"""How long one packet may take."""
LIMIT_MEMORY = 2 << 30
"""Bytes of address space one process may have."""
PACKETS_A_PROCESS = 50
"""After so many packets a process is replaced by a fresh one, so that no leak adds up."""
MANIFEST = "manifest.csv"
HEADINGS = ("row", "folder", "status", "papers", "held_back", "reason")

Step = Callable[[], None]


@dataclass(frozen=True)
class Order:
    """What all packets of a batch share."""

    form: str
    office: Office
    today: date


@dataclass(frozen=True)
class Outcome:
    """What became of one line: a packet in a folder, or set aside with a reason."""

    row: str
    made: bool
    papers: int = 0
    held_back: tuple[str, ...] = ()
    reason: str = ""


def judged(form: Form, packets: Sequence[Packet], office: Office, today: date, step: Step) -> list[Mistake]:
    """Everything wrong with any line; raises Refused when an office default does not fit its question."""
    mistakes: list[Mistake] = []
    for packet in packets:
        mistakes += judge(form, packet.file(form), office, today).mistakes
        step()
    return mistakes


def run(
    root: Path, order: Order, packets: Sequence[Packet], out: Path, processes: int, step: Step
) -> list[Outcome]:
    """Write `out` with a folder for each packet and the manifest; on any failure of the whole, nothing."""
    form = load_form(root, order.form, CALCULATIONS)
    with edition.opened(edition.files(root, form)) as frozen, _arriving(out) as folder:
        outcomes = []
        with closing(_made(frozen, order, packets, folder, processes)) as made:
            for outcome in made:
                outcomes.append(outcome)
                step()
        _manifest(folder / MANIFEST, outcomes)
    return outcomes


@contextmanager
def _arriving(out: Path) -> Iterator[Path]:
    """A folder beside `out` that takes its name at the end, or is gone."""
    out.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        yield folder
        folder.rename(out)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _made(
    root: Path, order: Order, packets: Sequence[Packet], folder: Path, processes: int
) -> Generator[Outcome, None, None]:
    # A fresh interpreter for each process: threads and fonts of this one are not copied into it.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPool(
        max_workers=min(processes, len(packets)), max_tasks=PACKETS_A_PROCESS, initializer=_begin,
        initargs=(root, order), context=context,
    )  # fmt: skip
    try:
        futures = [pool.schedule(_make, (packet, folder), timeout=LIMIT_SECONDS) for packet in packets]
        for packet, future in zip(packets, futures, strict=True):
            yield _outcome(packet.row, future.result)
    finally:
        # After the last packet nothing runs any more; after an interruption whatever runs is ended here.
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _outcome(row: str, result: Callable[[], Outcome]) -> Outcome:
    try:
        return result()
    except TookTooLong:
        return Outcome(row, False, reason=f"This packet took longer than {LIMIT_SECONDS} seconds.")
    except ProcessExpired:
        return Outcome(
            row, False, reason="The process that made this packet ended, perhaps for want of memory."
        )
    except Exception as error:  # One line never stops the others; its data do not belong into the reason.
        return Outcome(row, False, reason=f"This packet could not be made ({type(error).__name__}).")


_bench: dict[str, tuple[Path, Order, Form]] = {}
"""What a process of the pool keeps at hand between packets."""


def _begin(root: Path, order: Order) -> None:
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT_MEMORY, hard))
    _bench["here"] = root, order, load_form(root, order.form, CALCULATIONS)


def _make(packet: Packet, folder: Path) -> Outcome:
    root, order, form = _bench["here"]
    answers = judge(form, packet.file(form), order.office, order.today).answers
    draft = assembly.Draft(form, root, answers, order.office, order.today, matter_number=packet.row)
    try:
        made = assembly.assemble(draft, folder / packet.row)
    except DocumentError as error:
        return Outcome(packet.row, False, reason=str(error))
    except OSError as error:
        return Outcome(packet.row, False, reason=f"{error.strerror or 'The packet cannot be written'}.")
    held = tuple(paper.title for paper in made.plan.held)
    return Outcome(packet.row, True, len(made.plan.papers), held)


def _manifest(path: Path, outcomes: Sequence[Outcome]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for each in outcomes:
            status, folder = ("made", each.row) if each.made else ("set aside", "")
            line = (each.row, folder, status, str(each.papers), "; ".join(each.held_back), each.reason)
            writer.writerow([guarded(text) for text in line])
        file.flush()
        os.fsync(file.fileno())
