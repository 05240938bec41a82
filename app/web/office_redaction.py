"""The boxes of the office page in which an attorney enters what public court papers leave out."""

import re
from collections.abc import Mapping

from app.core.redactable import REDACTABLE
from app.web.office_lines import Line

TITLE = "What public court papers leave out"
HELP = (
    "An attorney reads the list in the court’s rules and enters it here with name and day. While Draftwell"
    " cannot confirm the list, redacted papers are held back without this."
)
ITEMS = "items"
NAME = "o-redaction.list"
LABELS = (("entered.by", "Entered by"), ("on", "On, like 2026-11-20"))


def named(text: str) -> tuple[str, ...]:
    """The items a text of the boxes holds, one a line or parted by commas."""
    return tuple(item.strip() for item in re.split(r"[,\n]", text) if item.strip())


def lines(typed: Mapping[str, str]) -> list[Line]:
    """The boxes with what was typed into them."""
    name = f"{NAME}-{ITEMS}"
    chosen = named(typed.get(name, ""))
    items = Line(name, "Left out", choices=_choices(chosen), several=True, chosen=chosen)
    return [*(Line(f"{NAME}-{part}", label) for part, label in LABELS), items]


def _choices(chosen: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Every item there is, and below them one that is none and waits to be taken out."""
    offered = tuple((item, item[:1].upper() + item[1:]) for item in REDACTABLE)
    return (*offered, *((item, item) for item in chosen if item not in REDACTABLE))
