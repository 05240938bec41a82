"""Who may sign for the office: with attorneys in its profile, one of those; with none, whoever says so."""

from app.casework import office
from app.casework.desk import Desk
from app.core.kinds import Problem, Refused
from app.core.office import Attorney
from app.documents.filters import listed


def check(desk: Desk, name: str, bar_number: str) -> None:
    """Raise Refused, with who is listed, for a name and bar number that are none of the office's."""
    attorneys = office.profile(desk).attorneys
    if not attorneys or any(_is(each, name, bar_number) for each in attorneys):
        return
    known = listed([_said(each) for each in attorneys])
    sentence = (
        f"The office’s profile lists {known} and nobody with this name and bar number. Write those of one of"
        " them, or have the attorney added on the page “Office” first."
    )
    raise Refused(Problem("name", sentence))


def same_name(known: str, said: str) -> bool:
    """Whether somebody’s name was said; one in the middle may be left out."""
    ours, theirs = _words(known), _words(said)
    return ours == theirs or (len(theirs) == 2 and [ours[0], ours[-1]] == theirs)


def _is(attorney: Attorney, name: str, bar_number: str) -> bool:
    """The same number, and the same first and last name."""
    if attorney.bar_number and attorney.bar_number.lstrip("0") != bar_number.lstrip("0"):
        return False
    return same_name(attorney.name, name)


def _words(name: str) -> list[str]:
    return name.casefold().replace(".", " ").split() or [""]


def _said(attorney: Attorney) -> str:
    return f"{attorney.name} ({attorney.bar_number})" if attorney.bar_number else attorney.name
