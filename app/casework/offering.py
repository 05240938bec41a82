"""Which forms a draft can be started from: those in which the check finds no mistake."""

from dataclasses import dataclass
from typing import Literal

from app.casework import checked, checked_package
from app.casework import forms as read_forms
from app.casework.desk import Desk
from app.core import forms
from app.core.faults import Fault
from app.core.kinds import refuse
from app.core.places import Mistakes
from app.core.questionnaire import Form

State = Literal["offered", "being checked", "not offered"]

_unread: set[str] = set()
"""Packages, by their print, whose questionnaire does not load."""


@dataclass(frozen=True)
class Standing:
    """A form with what the check says of it."""

    name: str
    title: str
    """Its own, or its name when it does not load."""
    state: State
    faults: tuple[Fault, ...] = ()
    form: Form | None = None

    @property
    def mistakes(self) -> int:
        """How many faults keep it from being offered."""
        return sum(fault.level == "mistake" for fault in self.faults)


def standing(desk: Desk) -> tuple[Standing, ...]:
    """Every form of the checkout, in order of their names; those offered may begin a draft."""
    return tuple(of(desk, name) for name in forms.names(desk.root))


def of(desk: Desk, name: str) -> Standing:
    """One form."""
    form = _form(desk, name)
    title, faults = form.title if form else name, checked.faults(desk, name)
    if faults is None:
        return Standing(name, title, "being checked", (), form)
    wrong = form is None or any(fault.level == "mistake" for fault in faults)
    return Standing(name, title, "not offered" if wrong else "offered", faults, form)


def require(desk: Desk, name: str) -> None:
    """Raise Refused, with what to do, unless a draft can be started from this form."""
    if name not in forms.names(desk.root):
        raise refuse("Choose what kind of papers you want to start.")
    found = of(desk, name)
    if found.state == "being checked":
        raise refuse(f"“{found.title}” is still being checked; try again in a minute.")
    if found.state == "not offered":
        raise refuse(f"“{found.title}” has mistakes; mend what the page Forms lists, then start it.")


def _form(desk: Desk, name: str) -> Form | None:
    """The form, or None when it does not load, which is not tried again until a file of it changes."""
    digest = checked_package.digest(desk.root, name)
    if digest in _unread:
        return None
    try:
        return read_forms.current(desk.root, name)
    except Mistakes:
        _unread.add(digest)
        return None
