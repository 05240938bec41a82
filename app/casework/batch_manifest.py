"""What became of every row of a batch, as a table for people and spreadsheets."""

import csv
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.casework.csv_file import guarded

NAME = "manifest.csv"
HEADINGS = ("row", "folder", "status", "papers", "held_back", "reason", "read_back")


@dataclass(frozen=True)
class Outcome:
    """What became of one line: a packet in a folder, or set aside with a reason."""

    row: str
    made: bool
    papers: int = 0
    held_back: tuple[str, ...] = ()
    reason: str = ""
    read_back: bool = False
    """Whether its Word files and PDFs were read again just now and compared."""
    before: bool = False
    """Whether the same packet was made before and only written again."""

    @property
    def status(self) -> str:
        """One or two words for a table."""
        return "set aside" if not self.made else "made before" if self.before else "made"


def write(path: Path, outcomes: Sequence[Outcome]) -> None:
    """Write the table; no cell of it is a formula."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for each in outcomes:
            folder, read_back = each.row if each.made else "", "yes" if each.read_back else ""
            held = "; ".join(each.held_back)
            line = (each.row, folder, each.status, str(each.papers), held, each.reason, read_back)
            writer.writerow([guarded(text) for text in line])
        file.flush()
        os.fsync(file.fileno())
