"""The whole bench, or one part of it: measure, show the table, keep the rows."""

import argparse
import signal
import sys
from collections.abc import Callable

from bench import batch, checked, growth, libreoffice, memory, product, rows, single
from bench.rows import Row

Parts = dict[str, Callable[[argparse.Namespace], list[Row]]]

PARTS: Parts = {
    "yardstick": lambda given: product.rows(10 if given.short else 40),
    "docx": lambda given: single.docx_rows(5 if given.short else 30),
    "pdf": lambda given: single.pdf_rows(3 if given.short else 11),
    "growth": lambda given: growth.rows(given.long, given.short),
    "check": lambda given: checked.rows(2, (20, 40)) if given.short else checked.rows(5),
    "memory": lambda given: memory.rows(60 if given.short else memory.RENDERS),
    "batch": lambda given: batch.rows(2, 6, 2) if given.short else batch.rows(3, 40, 6),
    "again": lambda given: batch.again_rows(12 if given.short else batch.LETTERS),
}


def main(arguments: list[str]) -> None:
    """Measure what was asked for, or everything."""
    given = _read(arguments)
    # Ended from outside, the bench ends what it has started too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    chosen = given.only or list(PARTS)
    measured = [row for name in chosen for row in PARTS[name](given)]
    print(file=sys.stderr)
    rows.show(measured, libreoffice.missing() if "batch" in chosen else [])
    if given.short:
        print("A short run proves that the bench works, not how fast the product is; nothing was kept.")
    else:
        print(f"Kept in {rows.keep(measured, part=bool(given.only)).relative_to(rows.ROOT)}.")


def _read(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--only", action="append", choices=PARTS, help="a part; may be given several times")
    parser.add_argument("--short", action="store_true", help="few rounds, nothing kept")
    parser.add_argument("--long", action="store_true", help="PDFs of 2,000 rows too")
    return parser.parse_args(arguments)
