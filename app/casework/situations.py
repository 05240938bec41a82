"""The situations of a form in a checkout, or its example answers where it has none: drafts to compare by."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from app.core import answer_file
from app.core.answers import Answers
from app.core.examples import example
from app.core.kinds import Refused
from app.core.kinds.date_text import read_when
from app.core.loader import Pairs, load
from app.core.office import Office
from app.core.places import Mistakes
from app.core.questionnaire import Form
from app.core.shape import plain
from app.documents.box import Job
from app.documents.packet import Lifted

FOLDER = Path("tests/situations")
EXAMPLE = "Example answers"


@dataclass(frozen=True)
class Situation:
    """A story with its answers, the day it is told on, and the gates that are lifted in it."""

    name: str
    answers: Answers = field(repr=False)
    office: Office = field(repr=False)
    today: date
    lifted: tuple[Lifted, ...] = ()

    def job(self, root: Path, form: Form) -> Job:
        """The draft of this story by the form and the templates below a root."""
        return Job(root, form.name, self.answers, self.office, self.today, self.lifted)


@dataclass(frozen=True)
class Situations:
    """Those that can be told, and why each of the others cannot."""

    told: tuple[Situation, ...]
    untold: tuple[tuple[str, str], ...] = ()


def of(root: Path, form: Form, office: Office, today: date) -> Situations:
    """The situations of a form, by name; its example answers when the checkout has none."""
    paths = sorted((root / FOLDER / form.name).glob("*.yaml"))
    if not paths:
        return Situations((Situation(EXAMPLE, example(form, today), office, today),))
    found = [_read(path, form, office) for path in paths]
    told = tuple(each for each in found if isinstance(each, Situation))
    return Situations(told, tuple(each for each in found if not isinstance(each, Situation)))


def _read(path: Path, form: Form, office: Office) -> Situation | tuple[str, str]:
    name = path.stem.replace("_", " ")
    try:
        node = load(path, path.name)
        answers = node.get("answers") if isinstance(node, Pairs) else None
        if answers is None:
            return name, f"{path.name} has no `answers:`."
        file, content = answer_file.read(form, answers), plain(node)
        today = read_when(content["today"]).earliest
    except (Mistakes, Refused, KeyError) as fault:
        return name, f"{path.name} cannot be read: {' '.join(str(fault).split())}"
    if file.mistakes:
        return name, str(file.mistakes[0])
    lifted = tuple(_lifted(content))
    defaults = content.get("defaults", office.defaults)
    return Situation(name, file.answers, dataclasses.replace(office, defaults=defaults), today, lifted)


def _lifted(content: Any) -> Iterator[Lifted]:
    for gate in content.get("lifted", []):
        yield Lifted(gate, "Nobody", "000", "For the comparison of words")
