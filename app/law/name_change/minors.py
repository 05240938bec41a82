"""What stands in the way of a change of a child's name: the other parent, and cases of other courts."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.values import Name
from app.law.outcome import Outcome, Result
from app.law.reading import Items, text, yes

NOTICE = "Rule 95.03; RSMo 527.270"
"""The duty of notice to the other parent; the subsection was not read."""


_GONE = ("deceased", "not_named")
"""Where there is no other parent to fear."""


@dataclass(frozen=True)
class Parent:
    """What was said about a child's other parent."""

    stands: str
    feared: bool | None


def minors(children: Items | None, days: int) -> tuple[Outcome, ...]:
    """One outcome for each child, never better than fix first; `days` lie between service and hearing."""
    return tuple(_child(number, child, days) for number, child in enumerate(children or (), 1))


def feared(children: Items | None) -> bool:
    """Whether some other parent is, or may be, a person the client fears."""
    living = (each for each in children or () if text(each.get("other_parent_stands")) not in _GONE)
    return any(yes(child.get("other_parent_feared")) is not False for child in living)


def _child(number: int, child: Mapping[str, object], days: int) -> Outcome:
    result, reason = _weighed(
        Parent(text(child.get("other_parent_stands")), yes(child.get("other_parent_feared"))), days
    )
    cases = _cases(child)
    if cases:
        result, reason = "attorney must decide", f"{reason} {cases}"
    return Outcome(f"Name of child {number}, {_initials(child)}", result, reason, NOTICE, confirmed=False)


def _weighed(parent: Parent, days: int) -> tuple[Result, str]:
    if parent.stands == "deceased":
        return (
            "fix first",
            "The other parent has died. Get the death certificate, which is offered in place of the consent.",
        )
    if parent.stands == "not_named":
        return "attorney must decide", "No other parent is on record. Decide whether anyone must have notice."
    if parent.feared is not False:
        return (
            "attorney must decide",
            "The other parent is, or may be, a person the client fears, and must consent or be served. That"
            " would show the plan and the new name: nothing goes to this parent before custody papers and"
            " orders of protection are read.",
        )
    if parent.stands == "consents":
        return "fix first", "The other parent consents. Get the consent signed before a notary."
    return (
        "attorney must decide",
        f"The other parent must consent, or be served at least {days} days before the hearing.",
    )


def _cases(child: Mapping[str, object]) -> str:
    found = child.get("child_cases")
    if not isinstance(found, tuple | list):
        return "Whether another court has a case about the child is not known."
    others = [str(each) for each in found if each != "none"]
    return (
        "Another court has or had a case about the child; it may be the right place to ask." if others else ""
    )


def _initials(child: Mapping[str, object]) -> str:
    name = child.get("minor_name")
    parts = (name.first, name.middle, name.last) if isinstance(name, Name) else ()
    return "".join(f"{part[0]}." for part in parts if part) or "not named yet"
