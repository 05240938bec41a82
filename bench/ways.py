"""The ways of making a batch of letters as Word and PDF files: the product's, stock, and what others run."""

import shutil
import tempfile
import time
import zipfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from pathlib import Path

from app.casework import kept
from app.casework.kept import Kept
from app.config import Settings
from app.documents.box import Box, Job, Ticket
from app.documents.bundle import Bundle
from app.store.store import open_store
from bench import boxed, libreoffice, stock
from bench.children import Child
from bench.libreoffice import Connection

Make = Callable[[Sequence[int], Path], None]
"""Makes the letters of these numbers in a folder."""
AHEAD = 4
"""Letters handed to the box before the first is waited for."""
SLEEP = 0.1
"""Seconds that docassemble waits after every conversion."""


@contextmanager
def product() -> Iterator[Make]:
    """Two warm children of the box and the guard's search; what was made before is kept sealed and found."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        data, key = folder / "data", folder / "key" / "master.key"
        store = stack.enter_context(closing(open_store(Settings(data, key))))
        box = stack.enter_context(Box(2, acts=boxed.ACTS))
        boxed.warm(box, 2)
        known = kept.of(store, data)
        yield lambda numbers, folder: _boxed_letters(box, known, numbers, folder)


def _boxed_letters(box: Box, known: Kept, numbers: Sequence[int], folder: Path) -> None:
    """As `draftwell batch` does its rows: found, or handed in some ahead, written in order, kept."""
    waiting: deque[tuple[Job, Bundle | Ticket]] = deque()
    for number in numbers:
        job = replace(boxed.job(), matter_number=str(number))
        waiting.append((job, known.find(job) or box.send(job, boxed.letter, number)))
        if len(waiting) > AHEAD:
            _ended(*waiting.popleft(), known, folder)
    while waiting:
        _ended(*waiting.popleft(), known, folder)


def _ended(job: Job, begun: Bundle | Ticket, known: Kept, folder: Path) -> None:
    made = begun.result() if isinstance(begun, Ticket) else begun
    for name, data in made.files.items():
        (folder / name).write_bytes(data)
    if made is not begun:
        known.keep(job, made)


@contextmanager
def stock_alone() -> Iterator[Make]:
    """Stock docxtpl and stock WeasyPrint, tagged, in one process."""
    with Child("stock") as child:
        yield lambda numbers, folder: child.ask(_each, _stock_letter, numbers, folder)


@contextmanager
def docassemble_way() -> Iterator[Make]:
    """docxtpl, a second pass over the zip, a client process for each document, a sleep, one at a time."""
    with libreoffice.unoserver() as port, Child("docassemble") as child:
        yield lambda numbers, folder: child.ask(_each, _docassemble_letter, numbers, folder, port)


@contextmanager
def two_warm() -> Iterator[Make]:
    """docxtpl in two processes, each with a connection that stays to a warm LibreOffice of its own."""
    with ExitStack() as stack:
        ports = [stack.enter_context(libreoffice.listener()) for _ in range(2)]
        children = [stack.enter_context(Child("warm")) for _ in ports]

        def make(numbers: Sequence[int], folder: Path) -> None:
            parts = zip(children, ports, range(2), strict=True)
            sent = [c.send(_each, _warm_letter, numbers[at::2], folder, port) for c, port, at in parts]
            for each in sent:
                each.result()

        yield make


@contextmanager
def cold_soffice() -> Iterator[Make]:
    """docxtpl, then a LibreOffice started for each document."""
    with tempfile.TemporaryDirectory() as name, Child("cold") as child:
        profile = Path(name)
        yield lambda numbers, folder: child.ask(_each, _cold_letter, numbers, folder, profile)


def _each(make: Callable[..., None], numbers: Sequence[int], folder: Path, *given: object) -> None:
    for number in numbers:
        make(number, folder, *given)


def _stock_letter(number: int, folder: Path) -> None:
    _write(folder, number, "docx", stock.docx("letter", number))
    _write(folder, number, "pdf", stock.pdf_of("letter", number))


def _docassemble_letter(number: int, folder: Path, port: int) -> None:
    docx = _write(folder, number, "docx", stock.docx("letter", number))
    _second_pass(docx)
    libreoffice.unoconvert(port, docx, docx.with_suffix(".pdf"))
    time.sleep(SLEEP)


_connections: dict[int, Connection] = {}


def _warm_letter(number: int, folder: Path, port: int) -> None:
    if port not in _connections:
        _connections[port] = Connection(port)
    docx = _write(folder, number, "docx", stock.docx("letter", number))
    _connections[port].convert(docx, docx.with_suffix(".pdf"))


def _cold_letter(number: int, folder: Path, profile: Path) -> None:
    libreoffice.cold(_write(folder, number, "docx", stock.docx("letter", number)), profile)


def _second_pass(docx: Path) -> None:
    """Write the zip anew, every member once."""
    fresh = docx.with_suffix(".fresh")
    with zipfile.ZipFile(docx) as old, zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys(old.namelist()):
            new.writestr(name, old.read(name))
    shutil.move(fresh, docx)


def _write(folder: Path, number: int, ending: str, data: bytes) -> Path:
    file = folder / f"{number:06d}.{ending}"
    file.write_bytes(data)
    return file
