"""A batch of 200 letters, Word and PDF as files, by the product and by its peers in turns."""

import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from bench import libreoffice, ours, ways, words
from bench.rounds import shown
from bench.rows import Row, faster
from bench.ways import Make

LETTERS = 200
"""What the figures are scaled to."""
CHANGED = 3
"""Letters that another answer makes new in the second batch."""


@dataclass
class Way:
    """One way of making a batch and the seconds a letter took it, round by round."""

    name: str
    open: Callable[[], AbstractContextManager[Make]]
    sample: int
    """Letters in each round."""
    times: list[float] = field(default_factory=list)


def rows(rounds: int, sample: int, few: int) -> list[Row]:
    """The product against every peer this machine has; of the slowest, `few` letters are made a round."""
    peers = [Way("stock", ways.stock_alone, sample)]
    if libreoffice.has_soffice():
        peers.append(Way("cold-soffice", ways.cold_soffice, few))
    if libreoffice.has_uno():
        peers.append(Way("two-warm-libreoffice", ways.two_warm, sample))
    if libreoffice.has_unoserver():
        peers.append(Way("docassemble-way", ways.docassemble_way, sample))
    own = Way(f"batch-{LETTERS}", ways.product, sample)
    in_turns([own, *peers], rounds)
    return [row(own, peer) for peer in peers]


def again_rows(letters: int) -> list[Row]:
    """The same batch once more, three letters changed, against its first run."""
    shown(f"batch again, {letters} letters")
    with ways.product() as make, tempfile.TemporaryDirectory() as name:
        first = _made(make, range(letters), Path(name) / "first")
        changed = [*range(letters - CHANGED), *range(letters, letters + CHANGED)]
        again = _made(make, changed, Path(name) / "again")
    sample = f"{letters} letters, {CHANGED} of them changed, one run of each"
    return [faster(f"batch-{LETTERS}-again", f"batch-{LETTERS}", [again], [first], sample=sample)]


def row(own: Way, peer: Way) -> Row:
    """How many times as fast the product is; milliseconds are those of 200 letters."""
    ours_, theirs = ([LETTERS * each for each in way.times] for way in (own, peer))
    sample = (
        f"{own.sample} letters of the product, {peer.sample} of the peer in each round, scaled to {LETTERS}"
    )
    return faster(own.name, peer.name, ours_, theirs, sample=sample)


def in_turns(all_ways: Sequence[Way], rounds: int) -> None:
    """Warm every way up, compare the words of the first letters, then make batches in turns."""
    with ExitStack() as stack, tempfile.TemporaryDirectory() as name:
        folder, numbers = Path(name), count(1)
        ready = [(way, stack.enter_context(way.open())) for way in all_ways]
        for way, make in ready:
            _made(make, range(2), folder / way.name)
        compare(folder, [way.name for way in all_ways])
        for number in range(rounds):
            start = number % len(ready)
            for way, make in (*ready[start:], *ready[:start]):
                shown(f"batch, round {number + 1} of {rounds}, {way.name}")
                first = 1000 * next(numbers)
                taken = _made(make, range(first, first + way.sample), folder / f"{first}")
                way.times.append(taken / way.sample)


def _made(make: Make, numbers: Sequence[int], folder: Path) -> float:
    folder.mkdir()
    start = time.perf_counter()
    make(numbers, folder)
    taken = time.perf_counter() - start
    if len(list(folder.iterdir())) != 2 * len(numbers):
        raise RuntimeError(f"A batch did not give two files for each of {len(numbers)} letters.")
    return taken


def compare(folder: Path, names: Sequence[str]) -> None:
    """Raise OtherWords unless all Word files say the same, and the PDFs of the product and of stock."""
    own, *peers = (folder / name / "000001.docx" for name in names)
    said, drawn = words.of_docx(own.read_bytes()), words.of_pdf(own.with_suffix(".pdf").read_bytes())
    for docx in peers:
        words.same(docx.parent.name, said, words.of_docx(docx.read_bytes()))
        pdf = words.of_pdf(docx.with_suffix(".pdf").read_bytes())
        if docx.parent.name == "stock":
            words.same("stock, PDF", drawn, pdf)
        else:
            _same_sums(docx.parent.name, pdf)


def _same_sums(name: str, pdf: list[str]) -> None:
    """A LibreOffice breaks lines and pages elsewhere; what it makes must hold every sum of the table."""
    weeks = ours.context("letter", 1)["weeks"]
    assert isinstance(weeks, list)
    if lost := [week["short"] for week in weeks if week["short"] not in pdf]:
        raise words.OtherWords(f"{name}: the PDF lacks {', '.join(lost)}.")
