"""Conditions said again as the sentences an author wrote."""

from app.core.conditions import Condition, Every, OfItems, Some, Test


def words(condition: Condition | None) -> str:
    """The condition on one line; nothing when there is none."""
    match condition:
        case None:
            return ""
        case Every(parts):
            return _joined(parts, " and ")
        case Some(parts):
            return _joined(parts, " or ")
        case OfItems(quantifier=quantifier, item=item, part=part):
            return f"{quantifier} {item}: {words(part)}"
        case Test():
            return _test(condition)


def _joined(parts: tuple[Condition, ...], joint: str) -> str:
    said = [f"({words(part)})" if isinstance(part, (Every, Some)) else words(part) for part in parts]
    return joint.join(said)


def _test(test: Test) -> str:
    operands = ", ".join(test.operands)
    if test.comparison.endswith(" … ago"):
        return f"{test.name} {test.comparison.removesuffix(' … ago')} {operands} ago"
    return f"{test.name} {test.comparison} {operands}".strip()
