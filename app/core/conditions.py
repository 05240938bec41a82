"""The closed sentences that may follow `when:`, read into tests; joined only by `all:` and `any:`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.core.loader import Node, Row, Text
from app.core.places import Mistake, Place

NAME = r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?"
COMPARISONS: dict[str, str] = {
    "is answered": r"",
    "is a gap": r"",
    "is not": r"(?P<operand>.+)",
    "is one of": r"(?P<operand>.+)",
    "is before": r"(?P<operand>\S+)",
    "is after": r"(?P<operand>\S+)",
    "is at least": r"(?P<operand>\S+)",
    "is at most": r"(?P<operand>\S+)",
    "is more than": r"(?P<operand>\S+)",
    "is less than": r"(?P<operand>\S+)",
    "is less than … ago": r"(?P<operand>\d+ (?:day|month|year)s?)",
    "is more than … ago": r"(?P<operand>\d+ (?:day|month|year)s?)",
    "is": r"(?P<operand>.+)",
    "includes any of": r"(?P<operand>.+)",
    "includes": r"(?P<operand>.+)",
    "has at least": r"(?P<operand>\d+)",
}
"""Every comparison, longest first where one begins another, with the shape of what follows it."""

MEANINGS: dict[str, str] = {
    "is answered": "There is an answer: no gap, no blank, and it was asked.",
    "is a gap": "The answer is “not known”, “not safe to say” or “not decided”.",
    "is not": "It is something else; also true of what was not asked or left empty.",
    "is one of": "It is one of several values with commas between them.",
    "is before": "The day lies before another day or the day of another answer.",
    "is after": "The day lies after another day or the day of another answer.",
    "is at least": "The number is this or more.",
    "is at most": "The number is this or less.",
    "is more than": "The number is more than this.",
    "is less than": "The number is less than this.",
    "is less than … ago": "The day lies fewer days, months or years back than this.",
    "is more than … ago": "The day lies more days, months or years back than this.",
    "is": "It is exactly this.",
    "includes any of": "At least one of several choices was made.",
    "includes": "This choice is among those that were made.",
    "has at least": "The list has this many items or more.",
}
"""What each comparison means, in a sentence."""


@dataclass(frozen=True)
class Test:
    """One sentence: a name, a comparison and what it is compared with."""

    name: str
    comparison: str
    operands: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class Every:
    """All of several conditions."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Some:
    """Any of several conditions."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class OfItems:
    """A condition on the items of a list: `any week:` or `every week:`, by the word the list has for one."""

    quantifier: str
    item: str
    part: "Condition"
    place: Place


Condition = Test | Every | Some | OfItems


def read(node: Node, wrong: Callable[[Mistake], None]) -> Condition | None:
    """The condition a node holds; every sentence that is none is passed to `wrong`."""
    if isinstance(node, Text):
        return _sentence(node, wrong)
    if isinstance(node, Row):
        wrong(Mistake(node.place, "Put `all:` or `any:` above these conditions."))
        return None
    parts = [part for key, value in node if (part := _joined(key, value, wrong))]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else Every(tuple(parts))


def _joined(key: Text, value: Node, wrong: Callable[[Mistake], None]) -> Condition | None:
    if key.text in ("all", "any"):
        nodes = value.nodes if isinstance(value, Row) else (value,)
        parts = tuple(part for node in nodes if (part := read(node, wrong)))
        return Every(parts) if key.text == "all" else Some(parts)
    quantifier, _, item = key.text.partition(" ")
    if quantifier not in ("any", "every") or not item:
        wrong(
            Mistake(
                key.place, f"`{key.text}` joins nothing; write `all:`, `any:`, `any ITEM:` or `every ITEM:`."
            )
        )
        return None
    part = read(value, wrong)
    return OfItems(quantifier, item, part, key.place) if part else None


def _sentence(node: Text, wrong: Callable[[Mistake], None]) -> Test | None:
    for comparison, shape in COMPARISONS.items():
        words = comparison.replace(" … ago", "")
        tail = " ago" if comparison.endswith(" ago") else ""
        pattern = rf"(?P<name>{NAME}) {words}{' ' + shape if shape else ''}{tail}(?: items?)?"
        if match := re.fullmatch(pattern, node.text.strip()):
            operand = match.groupdict().get("operand")
            return Test(match["name"], comparison, _operands(comparison, operand), node.place)
    sentence = (
        f"“{node.text[:80]}” is not a condition; write `NAME is VALUE` or another comparison "
        f"({', '.join(sorted(COMPARISONS))})."
    )
    wrong(Mistake(node.place, sentence))
    return None


def _operands(comparison: str, operand: str | None) -> tuple[str, ...]:
    if operand is None:
        return ()
    if comparison in ("is one of", "includes any of"):
        return tuple(part.strip() for part in operand.split(",") if part.strip())
    return (operand.strip(),)


def tests(condition: Condition | None) -> Iterator[Test]:
    """Every sentence inside a condition."""
    match condition:
        case Test():
            yield condition
        case Every(parts) | Some(parts):
            for part in parts:
                yield from tests(part)
        case OfItems(part=part):
            yield from tests(part)


def names(condition: Condition | None) -> set[str]:
    """The names a condition looks at, without the field of a fact's result."""
    return {test.name.split(".")[0] for test in tests(condition)}
