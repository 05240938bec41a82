"""The faults of `seeds_questionnaire.yaml` and `seeds_templates.yaml`, ready to be planted."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.check.seeding import FILE, PAPERS, Seed, paper, write

HERE = Path(__file__).parent


def seeds() -> Iterator[Seed]:
    """All of them."""
    yield from map(_of_questionnaire, table("seeds_questionnaire"))
    yield from map(_of_template, table("seeds_templates"))


def table(name: str) -> Any:
    """The content of one of the tables."""
    return yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))


def _of_questionnaire(row: Mapping[str, str]) -> Seed:
    before, after = row["words"], row["become"]
    what = f"{_short(before)} → {_short(after)}"
    return Seed(row["rule"], what, changing(before, after), _where(row))


def _where(row: Mapping[str, str]) -> Callable[[Path], str]:
    if "where" in row:
        document, _, place = row["where"].partition(", ")
        return lambda root: f"{paper(document)}: {place}" if document else FILE
    return lambda root: _line(
        (root / FILE).read_text("utf-8"), row["words"], row["become"], row.get("at", "")
    )


def changing(before: str, after: str) -> Callable[[Path], None]:
    """Other words in the questionnaire."""

    def plant(root: Path) -> None:
        path = root / FILE
        text = path.read_text("utf-8")
        assert text.count(before) == 1, f"{before!r} stands {text.count(before)} times in the form"
        path.write_text(text.replace(before, after), "utf-8")

    return plant


def _line(text: str, before: str, after: str, at: str) -> str:
    """The line in which the words change, or in which `at` stands."""
    pairs = zip(before, after, strict=False)
    same = next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(before), len(after)))
    spot = text.index(at) if at else text.index(after) + min(same, max(0, len(after) - 1))
    return f"{FILE}:{text[:spot].count(chr(10)) + 1}:"


def _short(text: str) -> str:
    return " ".join(text.split()) or "nothing"


def _of_template(row: Mapping[str, Any]) -> Seed:
    document, number, words = row["paper"], int(row["paragraph"]), row["becomes"]

    def plant(root: Path) -> None:
        lines = list(PAPERS[document][1])
        write(root, document, [*lines[: number - 1], words, *lines[number:]])

    what = f"{document} {number} → {_short(words)}"
    return Seed(row["rule"], what, plant, lambda root: f"{paper(document)}: paragraph {number}")
