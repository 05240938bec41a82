"""What a proposed template changes in the papers of every situation, and which names it reads anew."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.casework import template_names
from app.casework.situations import Situation, Situations
from app.casework.template_names import EACH
from app.core.questionnaire import DocumentSpec, Form
from app.core.reach import classes
from app.documents import box, redline
from app.documents.box import OverLimit
from app.documents.errors import DocumentError
from app.documents.redline import Changed
from app.documents.syntax import Use

ALWAYS = "always known"
"""The class of what no client says: the office’s own words, the attorney, the day, other papers."""
UNKNOWN = "unknown: neither asked nor a fact"
"""In place of a class, for a name that the form does not have."""


@dataclass(frozen=True)
class Same:
    """A change of words, and the situations in which the same words go and come; shown as in the first."""

    situations: tuple[str, ...]
    changed: tuple[Changed, ...]


@dataclass(frozen=True)
class Redline:
    """How many situations were compared, in how many nothing changed, the changes, and what was not made."""

    compared: int
    unchanged: int
    changes: tuple[Same, ...]
    unmade: tuple[tuple[str, str], ...]
    """Names of situations, and why their papers could not be made."""


@dataclass(frozen=True)
class Fields:
    """The names a template newly reads and those it no longer reads, with their classes."""

    new: tuple[tuple[str, str], ...]
    gone: tuple[tuple[str, str], ...]


def over(before: Path, after: Path, form: Form, document: str, situations: Situations) -> Redline:
    """The words of a document’s papers by two roots, situation by situation, each made in the box."""
    found: dict[object, tuple[tuple[Changed, ...], list[str]]] = {}
    unmade: dict[str, list[str]] = {}
    for name, sentence in situations.untold:
        unmade.setdefault(sentence, []).append(name)
    for each in situations.told:
        try:
            changed = _compared(before, after, form, document, each)
        except OverLimit:
            raise
        except DocumentError as fault:
            unmade.setdefault(" ".join(str(fault).split()), []).append(each.name)
        else:
            found.setdefault(_moved(changed), (changed, []))[1].append(each.name)
    _, same = found.pop((), ((), []))
    changes = tuple(Same(tuple(names), changed) for changed, names in found.values())
    told = tuple((", ".join(names), sentence) for sentence, names in unmade.items())
    compared = len(same) + sum(len(each.situations) for each in changes)
    return Redline(compared, len(same), changes, told)


def fields(form: Form, document: DocumentSpec, before: Iterable[Use], after: Iterable[Use]) -> Fields:
    """The names only one of two templates reads, each with its class."""
    known = classes(form, redacted=document.twins)
    old, new = ({_said(use.path) for use in uses} for uses in (before, after))
    tree = template_names.tree(form, document)
    told = [
        tuple((name, _class(known, tree, name)) for name in sorted(each)) for each in (new - old, old - new)
    ]
    return Fields(*told)


def _compared(
    before: Path, after: Path, form: Form, document: str, situation: Situation
) -> tuple[Changed, ...]:
    old = box.run(situation.job(before, form), redline.words, document)
    return box.run(situation.job(after, form), redline.changed, document, old)


def _moved(changed: tuple[Changed, ...]) -> object:
    """What goes and comes, without the words around it, which each situation may say in its own way."""
    return tuple(
        (each.title, tuple(tuple(piece for piece in one if piece[0] != "same") for one in each.passages))
        for each in changed
    )


def _said(path: Sequence[str]) -> str:
    return ".".join(step for step in path if step != EACH)


def _class(known: Mapping[str, str], tree: Mapping[str, object], name: str) -> str:
    steps = name.split(".")
    names = (".".join(steps[:count]) for count in range(len(steps), 0, -1))
    return next((known[each] for each in names if each in known), ALWAYS if steps[0] in tree else UNKNOWN)
