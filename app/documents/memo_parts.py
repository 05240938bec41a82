"""Turns tables and workings into what the memo's template can print: cells by column, whole lines."""

from collections.abc import Iterable, Sequence

from app.core.memo_table import MemoTable, Part, Shown, Working

WIDTHS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven"}
"""The flag of the table in the memo's template that has so many columns."""
WIDER = {(4, 2): "four_third", (5, 3): "five_fourth"}
"""The same for tables drawn after the column with most words, by number of columns and its position."""
TITLES: dict[Part, str] = {
    "screening": "Screening: what may be filed",
    "choices": "Sums to choose from",
    "deadlines": "Deadlines",
    "calendar": "Limitations calendar",
    "more": "Other points of law",
    "working": "The computation, step by step",
}


def part(
    title: str,
    shown: Iterable[Shown] = (),
    texts: Sequence[str] = (),
    flags: Sequence[dict[str, object]] = (),
) -> dict[str, object]:
    """One part of the memo under its heading."""
    found = list(shown)
    return {
        "title": title,
        "texts": list(texts),
        "flags": list(flags),
        "tables": [table(each, title) for each in found if isinstance(each, MemoTable)],
        "workings": [working(each) for each in found if isinstance(each, Working)],
    }


def filled(made: dict[str, object]) -> bool:
    """Whether a part holds anything beside its heading."""
    return any(made[name] for name in ("texts", "flags", "tables", "workings"))


def flag(look: str, text: str, *sources: str) -> dict[str, object]:
    """A flag in one of the looks of the template: must_fix, check or note; below it where it comes from."""
    looks = {name: name == look for name in ("must_fix", "check", "note")}
    return {**looks, "text": text, "sources": [source for source in sources if source]}


def table(made: MemoTable, above: str = "") -> dict[str, object]:
    """A table with one flag for its drawing; every cell knows whether it holds a figure or heads a group."""
    drawn = WIDER.get((len(made.columns), made.wide), WIDTHS[len(made.columns)])
    return {
        "title": "" if made.title == above else made.title,
        "notes": list(made.notes),
        "head": _cells(made.columns, made.numbers),
        "rows": [_cells(row, made.numbers, head=at in made.heads) for at, row in enumerate(made.rows)],
        **{name: name == drawn for name in (*WIDTHS.values(), *WIDER.values())},
    }


def working(made: Working) -> dict[str, object]:
    """A working with one line a step."""
    lines = [f"{line.text} [{line.law}]" if line.law else line.text for line in made.lines]
    return {"title": made.title, "lines": lines}


def _cells(row: Sequence[str], numbers: Sequence[int], *, head: bool = False) -> dict[str, object]:
    return {
        f"c{at}": {"text": text, "number": at - 1 in numbers, "head": head} for at, text in enumerate(row, 1)
    }
