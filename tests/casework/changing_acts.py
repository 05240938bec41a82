"""Every act that changes a draft, each as something that can be done to an approvable one."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable

from app import casework
from app.casework import approving, drafting, items, lifting, office, people
from app.casework.acts import Stamp
from app.casework.desk import Desk
from app.casework.path import Spot
from tests.casework import kept

Act = Callable[[Desk, str], object]


def _add(desk: Desk, ref: str) -> None:
    items.add_item(desk, people.owner(desk).who, ref, kept.question(desk, "lines").number, Stamp())


def _duplicate(desk: Desk, ref: str) -> None:
    number, like = kept.question(desk, "weeks").number, kept.first_week(desk, ref)
    items.duplicate_item(desk, people.owner(desk).who, ref, number, like, Stamp())


def _remove(desk: Desk, ref: str) -> None:
    number, gone = kept.question(desk, "weeks").number, kept.first_week(desk, ref)
    items.remove_item(desk, people.owner(desk).who, ref, number, gone, Stamp())


def _table(desk: Desk, ref: str) -> None:
    """The first week becomes the last: an answer changes, and rows change places."""
    kept.weeks(desk, ref, {kept.first_week(desk, ref): ("2/2/2026", "8")})


def _take_back(desk: Desk, ref: str) -> None:
    spot = Spot(kept.question(desk, "job").number)
    drafting.take_back(desk, people.owner(desk).who, ref, spot, Stamp())


def _lift(desk: Desk, ref: str) -> None:
    said = ("Morgan Tessel", "99901", "The client and I talked.")
    lifting.lift(desk, people.owner(desk).who, ref, "too_risky", *said, stamp=Stamp())


def _withdraw_lift(desk: Desk, ref: str) -> None:
    lifting.withdraw(desk, people.owner(desk).who, ref, "too_risky", Stamp())


def _office(desk: Desk, ref: str) -> None:
    """The choice nobody made is answered by the office's default, which is another one now."""
    track = "federal" if office.profile(desk).defaults["track"] == "state" else "state"
    content = {"office": "Prairie Lantern", "phone": "816-555-0100", "defaults": {"track": track}}
    office.save(desk, people.owner(desk).who, content, Stamp(was=office.print_of(desk)))


CHANGES: dict[str, Act] = {
    "drafting.answer": lambda desk, ref: kept.answer(desk, ref, "job", "baker"),
    "drafting.take_back": _take_back,
    "items.add_item": _add,
    "items.duplicate_item": _duplicate,
    "items.remove_item": _remove,
    "tables.save_table": lambda desk, ref: kept.weeks(
        desk, ref, {kept.first_week(desk, ref): ("2/2/2026", "8")}
    ),
    "lifting.lift": _lift,
    "lifting.withdraw": _withdraw_lift,
    "office.save": _office,
}
"""What ends an approval."""
PREPARED: dict[str, tuple[Act, ...]] = {
    "lifting.lift": (lambda desk, ref: kept.answer(desk, ref, "risky", "yes"),),
    "lifting.withdraw": (lambda desk, ref: kept.answer(desk, ref, "risky", "yes"), _lift),
}
"""What must be done to a draft before it is approved, for such an act to be possible at all."""
KEEPS: dict[str, Act] = {
    "drafting.rename": lambda desk, ref: drafting.rename(
        desk, people.owner(desk).who, ref, "Another title", Stamp()
    )
}
"""What changes no paper: the title of a draft stands only in the memo, which is no clean copy."""
ENDS: dict[str, Act] = {
    "drafting.delete": lambda desk, ref: drafting.delete(desk, people.owner(desk).who, ref, Stamp()),
    "approving.withdraw": lambda desk, ref: approving.withdraw(desk, people.owner(desk).who, ref, Stamp()),
}
"""What takes the approval away by itself."""
OTHERWISE = {
    "acts.perform", "changing.change", "drafting.start", "approving.approve",
    "exhibits.attach", "exhibits.remove",
    "templating.propose", "templating.check_again",
    "template_decisions.approve", "template_decisions.refuse", "template_decisions.withdraw",
}  # fmt: skip
"""What others are made with, what makes a new draft, approving itself, what is tried elsewhere, templates.

A draft keeps its own edition, so what happens to a Word template changes nothing of it.
"""


def acts() -> set[str]:
    """Every public function of casework that does something at a desk and leaves a journal line."""
    found = set()
    for module in pkgutil.iter_modules(casework.__path__):
        loaded = importlib.import_module(f"app.casework.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            named = inspect.signature(function).parameters
            own = function.__module__ == loaded.__name__ and not name.startswith("_")
            if own and {"desk", "stamp"} <= named.keys():
                found.add(f"{module.name}.{name}")
    return found
