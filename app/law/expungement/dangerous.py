"""Looks for the dangerous felonies of RSMo 556.061, by the name a charge was given and by its number.

The definition was read in a bill that may have added words of its own, so that nothing here is confirmed.
"""

import re

from app.law.expungement.charge import Charge
from app.law.expungement.numbering import entries
from app.law.expungement.record import Record
from app.law.expungement.statute import listed
from app.law.expungement.verdict import Verdict, never, undecided

_DEGREES = {
    "1": "1st first i one", "2": "2nd second ii two", "3": "3rd third iii three", "4": "4th fourth iv four",
}  # fmt: skip
_DEGREE = {word: degree for degree, words in _DEGREES.items() for word in (degree, *words.split())}
_FILLERS = frozenset("a an the of on in to degree deg class".split())


def dangerous(charge: Charge, record: Record) -> Verdict | None:
    """Whether a felony is a dangerous one: surely by its name, perhaps where only part of it fits."""
    if charge.level not in ("felony", ""):
        return None
    cite = f"{record.numbering.cite('excluded', '(2)')}; RSMo 556.061"
    sure = [name for name in entries(record.words("dangerous_felonies")) if _named(name, charge)]
    if sure and charge.felony and _plain(charge):
        return never(f"“{charge.offense}” is a dangerous felony ({sure[0]}).", cite, confirmed=False)
    if sure or _perhaps(charge, record):
        return undecided(f"“{charge.offense}” may be a dangerous felony.", cite, confirmed=False)
    if found := [each for each in charge.sections if each in listed(record.words("dangerous_statutes"))]:
        text = f"RSMo {found[0]} is believed, from memory, to hold a dangerous felony."
        return undecided(text, cite, confirmed=False)
    return None


def _plain(charge: Charge) -> bool:
    """Whether the name speaks of one degree and of the deed itself, not of an attempt or a plan."""
    words = _words(charge.offense)
    degrees = {_DEGREE[word] for word in words if word in _DEGREE}
    return len(degrees) < 2 and not any(word.startswith(("attempt", "conspir")) for word in words)


def _perhaps(charge: Charge, record: Record) -> bool:
    """Whether it bears a name that is dangerous in some cases, or one whose degree was not given."""
    if any(_named(name, charge) for name in entries(record.words("dangerous_sometimes"))):
        return True
    degree_given = any(word in _DEGREE for word in _words(charge.offense))
    names = [*entries(record.words("dangerous_felonies"))]
    names += entries(record.words("dangerous_sometimes"))
    return not degree_given and any(_named(name, charge, degree=False) for name in names)


def _named(name: str, charge: Charge, *, degree: bool = True) -> bool:
    """Whether all words of a name, and its degree unless that is left aside, stand in the charge's."""
    words = _words(charge.offense)
    said = {_DEGREE.get(word, word) for word in words}
    wanted = _words(name)
    return bool(wanted) and all(word in said or (not degree and word in _DEGREE) for word in wanted)


def _words(text: str) -> list[str]:
    folded = re.sub(r"[^a-z0-9]+", " ", text.casefold())
    return [word for word in folded.split() if word not in _FILLERS]
