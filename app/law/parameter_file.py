"""Reads the file of dated parameters, telling the place of every row that lacks something."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from app.core.loader import Node, Pairs, Row, Text, parse
from app.core.places import Mistake, Mistakes

_WORDS = ("value", "from", "citation", "source", "last checked", "confirmed", "review by")
_MAY = ("to", "secondary")


@dataclass(frozen=True)
class Entry:
    """One row of the file as it stands there."""

    key: str
    title: str
    unit: str
    value: Decimal | str
    begins: date
    ends: date | None
    citation: str
    source: str
    last_checked: date
    confirmed: bool
    secondary: bool
    review_by: date


def read(data: bytes, name: str) -> list[Entry]:
    """Every row of a parameter file in its order; raises Mistakes with all that is wrong."""
    mistakes: list[Mistake] = []
    entries = [entry for key, node in _pairs(parse(data, name)) for entry in _entries(key, node, mistakes)]
    if mistakes:
        raise Mistakes(mistakes)
    return entries


def _pairs(node: Node | None) -> list[tuple[Text, Node]]:
    return list(node) if isinstance(node, Pairs) else []


def _entries(key: Text, node: Node, mistakes: list[Mistake]) -> list[Entry]:
    parts = {name.text: value for name, value in _pairs(node)}
    values = parts.get("values")
    if not isinstance(values, Row) or not _text(parts.get("title")):
        mistakes.append(Mistake(key.place, f"{key.text} needs a `title:` and a list of `values:`."))
        return []
    rows = [_entry(key.text, parts, row, mistakes) for row in values.nodes]
    return [row for row in rows if row is not None]


def _entry(key: str, parts: dict[str, Node], node: Node, mistakes: list[Mistake]) -> Entry | None:
    row = {name.text: _text(value) for name, value in _pairs(node)}
    wrong = [f"lacks `{word}:`" for word in _WORDS if not row.get(word)]
    wrong += [f"does not know `{word}:`" for word in row if word not in (*_WORDS, *_MAY)]
    if not wrong:
        try:
            return _typed(key, parts, row)
        except ValueError as error:
            wrong = [f"has a day or an answer that cannot be read ({error})"]
    mistakes.append(Mistake(node.place, f"This value of {key} {' and '.join(wrong)}."))
    return None


def _typed(key: str, parts: dict[str, Node], row: dict[str, str]) -> Entry:
    return Entry(
        key=key,
        title=_text(parts["title"]),
        unit=_text(parts.get("unit")),
        value=_value(row["value"]),
        begins=date.fromisoformat(row["from"]),
        ends=date.fromisoformat(row["to"]) if "to" in row else None,
        citation=row["citation"],
        source=row["source"],
        last_checked=date.fromisoformat(row["last checked"]),
        confirmed=_yes(row["confirmed"]),
        secondary=_yes(row.get("secondary", "no")),
        review_by=date.fromisoformat(row["review by"]),
    )


def _text(node: Node | None) -> str:
    return node.text.strip() if isinstance(node, Text) else ""


def _value(text: str) -> Decimal | str:
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


def _yes(text: str) -> bool:
    if text not in ("yes", "no"):
        raise ValueError(f"`{text}` is neither yes nor no")
    return text == "yes"
