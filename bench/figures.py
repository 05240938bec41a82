"""The figures that tests reach while they run, kept until bench/proof.md is written from them."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "out" / "figures.jsonl"


@dataclass(frozen=True)
class Figure:
    """How far one test went in proving one promise; `value` is a count, or words where none fits."""

    promise: str
    what: str
    value: int | str
    test: str


def record(figure: Figure, file: Path = FILE) -> None:
    """Add a figure; a short line appended whole, so that several test processes may do it at once."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as out:
        out.write(json.dumps(asdict(figure), ensure_ascii=False) + "\n")


def recorded(file: Path = FILE) -> list[Figure]:
    """Every figure since the file was last removed, the counts of one test about one thing added up."""
    found: dict[tuple[str, str, str], Figure] = {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        figure = Figure(**json.loads(line))
        key = (figure.promise, figure.what, figure.test)
        found[key] = _added(found[key], figure) if key in found else figure
    return list(found.values())


def _added(known: Figure, more: Figure) -> Figure:
    if isinstance(known.value, int) and isinstance(more.value, int):
        return Figure(known.promise, known.what, known.value + more.value, known.test)
    return more
