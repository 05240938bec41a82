"""What a map's names say in a draft: the words of each field, boxes to tick, and items that have no row."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents.errors import CannotPrint
from app.documents.filters import FILTERS, printed
from app.documents.official.errors import NotFilled
from app.documents.official.maps import Map, Named, Rule

Data = Mapping[str, object]
_GAP = re.compile(f"{GAP_OPEN}(?:to be confirmed: )?([^{GAP_OPEN}{GAP_CLOSE}]*){GAP_CLOSE}")


@dataclass(frozen=True)
class Further:
    """The words of items of a list for which the form has no row, to be continued on the addendum."""

    item: str
    lines: tuple[str, ...]


def text_of(rule: Rule, data: Data, ruled: Set[str] = frozenset()) -> str:
    """The words of a field; raises NotFilled. What an attorney left to the pen stays empty."""
    parts = [_printed(named, data, rule) for named in rule.values]
    text = rule.join.join(part for part in parts if part)
    return _penned(text, ruled)


def ticked(rule: Rule, data: Data) -> list[str]:
    """The export values to be ticked; raises NotFilled when two of one group are, or a name says no yes."""
    found = []
    for value, name in (rule.on or {}).items():
        said = _found(Named(tuple(name.split(".")), ()), data, rule)
        if said not in (True, False, ""):
            raise NotFilled(rule.place, f"`{name}` is not yes or no; a box needs a name that is.")
        found += [value] * (said is True)
    if len(found) > 1:
        both = " and ".join(f"“{each}”" for each in found[:2])
        raise NotFilled(rule.place, f"{both} would both be ticked in “{rule.name}”, which takes one.")
    return found


def further(plan: Map, data: Data) -> Iterator[Further]:
    """Items beyond the last row a map has for their list; raises NotFilled when no addendum is allowed."""
    for name, numbered in _lists(plan).items():
        rows = max(row for row, _, _ in numbered)
        items = data.get(name)
        if not isinstance(items, Sequence) or isinstance(items, str) or len(items) <= rows:
            continue
        last = [(named, rule) for row, named, rule in numbered if row == rows]
        if not all(rule.overflow for _, rule in last):
            raise NotFilled(
                last[0][1].place,
                f"There are {len(items)} items of `{name}` and rows for {rows}; write `overflow: addendum`.",
            )
        lines = []
        for number in range(rows + 1, len(items) + 1):
            parts = [_printed(_renumbered(named, number), data, rule) for named, rule in last]
            lines.append(f"{number}. {'; '.join(part for part in parts if part)}")
        yield Further(last[0][1].item, tuple(lines))


def heading(plan: Map, data: Data) -> list[str]:
    """The lines at the top of the addendum."""
    at = Rule(plan.places.get("heading", plan.place), "", (), "")
    return [text for named in plan.heading if (text := _printed(named, data, at))]


def _lists(plan: Map) -> dict[str, list[tuple[int, Named, Rule]]]:
    found: dict[str, list[tuple[int, Named, Rule]]] = {}
    for rule in plan.rules:
        for named in rule.values:
            if len(named.path) > 1 and named.path[1].isdigit():
                found.setdefault(named.path[0], []).append((int(named.path[1]), named, rule))
    return found


def _renumbered(named: Named, number: int) -> Named:
    return Named((named.path[0], str(number), *named.path[2:]), named.filters)


def _printed(named: Named, data: Data, rule: Rule) -> str:
    value = _found(named, data, rule)
    try:
        for name in named.filters:
            value = FILTERS[name](value)
        if isinstance(value, list | tuple):
            return "\n".join(printed(part) for part in value)
        return printed(value)
    except CannotPrint as fault:
        raise NotFilled(rule.place, f"`{'.'.join(named.path)}`: {fault}") from fault


def _found(named: Named, data: Data, rule: Rule) -> object:
    found: object = data
    for step in named.path:
        if isinstance(found, list | tuple) and step.isdigit():
            if not 1 <= int(step) <= len(found):
                return ""
            found = found[int(step) - 1]
        elif isinstance(found, Mapping) and step in found:
            found = found[step]
        elif found == "" or named.path[0] not in data:
            # What was not asked, because another answer made it needless, prints nothing.
            return ""
        else:
            raise NotFilled(rule.place, f"`{'.'.join(named.path)}` is not a name of this draft.")
    return found


def _penned(text: str, ruled: Set[str]) -> str:
    """The text without the blanks an attorney leaves to the pen: the form has its own rules to write on."""
    return _GAP.sub(lambda gap: "" if gap[1].replace("\u00a0", " ") in ruled else gap[0], text).strip()
