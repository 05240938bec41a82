"""The rows of the bench: one table on the screen, one file a day in bench/history."""

import json
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HISTORY = ROOT / "bench" / "history"
AS_FAST = "times as fast"
THE_TIME = "times its time"
THE_MEMORY = "times its memory"


@dataclass(frozen=True)
class Row:
    """One work held against something; `means` says which way the ratio is to be read."""

    work: str
    against: str
    ratio: float
    median_ms: float
    against_ms: float
    means: str = AS_FAST
    more: dict[str, object] = field(default_factory=dict)

    def plain(self) -> dict[str, object]:
        """The row as it is kept."""
        return {
            "work": self.work,
            "against": self.against,
            "ratio": round(self.ratio, 2),
            "median_ms": round(self.median_ms, 2),
            "against_ms": round(self.against_ms, 2),
            "means": self.means,
            **self.more,
        }


def faster(work: str, against: str, ours: Sequence[float], theirs: Sequence[float], **more: object) -> Row:
    """How many times as fast as a peer: the median of the ratios of rounds, with their quartiles; seconds."""
    ratios = [their / our for our, their in zip(ours, theirs, strict=True)]
    low, _, high = statistics.quantiles(ratios, n=4) if len(ratios) > 1 else ratios * 3
    quartiles = {"quartiles": [round(low, 2), round(high, 2)], "rounds": len(ratios)}
    medians = statistics.median(ours) * 1000, statistics.median(theirs) * 1000
    return Row(work, against, statistics.median(ratios), *medians, AS_FAST, {**quartiles, **more})


def show(rows: Iterable[Row], notes: Iterable[str]) -> None:
    """The table, then a sentence for every peer that could not be measured."""
    print(f"{'work':30}{'against':28}{'median ms':>11}{'against ms':>12}{'ratio':>8}  which means")
    for row in rows:
        times = f"{row.median_ms:>11.2f}{row.against_ms:>12.2f}{row.ratio:>8.2f}"
        print(f"{row.work:30}{row.against:28}{times}  {row.means}{_beside(row)}")
    for note in notes:
        print(note)


def _beside(row: Row) -> str:
    told = {
        "exponent": "exponent {}", "quartiles": "quartiles {0[0]}-{0[1]}", "goal_ms": "goal {} ms",
        "growth_percent": "{} % more", "worker_mb": "{} MB", "sample": "{}",
    }  # fmt: skip
    said = [form.format(row.more[key]) for key, form in told.items() if row.more.get(key) is not None]
    return f"; {', '.join(said)}" if said else ""


def keep(rows: Iterable[Row], history: Path = HISTORY, *, part: bool = False) -> Path:
    """The rows in the file of this day; what a `part` did not measure stays there from an earlier run."""
    history.mkdir(parents=True, exist_ok=True)
    file = history / f"{datetime.now(UTC):%Y-%m-%d}.json"
    known = json.loads(file.read_text(encoding="utf-8")) if part and file.exists() else []
    kept = {(row["work"], row["against"]): row for row in (*known, *(row.plain() for row in rows))}
    file.write_text(json.dumps(list(kept.values()), indent=2) + "\n", encoding="utf-8")
    return file
