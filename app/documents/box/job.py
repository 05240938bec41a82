"""What a child is told: everything a draft is made of, as plain values, and the folder of its form."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from app.core.answers import Answers
from app.core.calculation import Calculation
from app.core.forms import load_form
from app.core.office import Office
from app.core.questionnaire import Form
from app.documents.draft import Draft
from app.documents.edition import LAW
from app.documents.exhibits.file import File
from app.documents.packet import Lifted
from app.law import catalogue, parameters

Args = ParamSpec("Args")
Result = TypeVar("Result")

REMEMBERED = 16
"""Forms a process keeps read."""

_Stamp = tuple[tuple[str, int, int], ...]
_forms: "OrderedDict[tuple[str, str], tuple[_Stamp, Form]]" = OrderedDict()


@dataclass(frozen=True)
class Job:
    """A draft to be made elsewhere; `root` holds `questionnaires/` and `templates/`, `form` is its name."""

    root: Path
    form: str
    answers: Answers = field(repr=False)
    office: Office = field(repr=False)
    today: date
    lifted: tuple[Lifted, ...] = field(default=(), repr=False)
    matter_number: str = field(default="", repr=False)
    edition: str = ""
    """The hash of the edition in `root`, when it is known; a form is then remembered by it."""
    title: str = field(default="", repr=False)
    files: tuple[File, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, draft: Draft) -> "Job":
        """The job of making this draft; its form is read again from its root by whoever does it."""
        return cls(
            draft.root, draft.form.name, draft.answers, draft.office, draft.today, tuple(draft.lifted),
            draft.matter_number, draft.edition, draft.title, draft.files,
        )  # fmt: skip

    def draft(self) -> Draft:
        """The draft of this job, its form read from its root unless this process remembers it."""
        return Draft(
            _form(self), self.root, self.answers, self.office, self.today, self.lifted, self.matter_number,
            self.edition, self.title, self.files,
        )  # fmt: skip


def here(
    job: Job, act: Callable[Concatenate[Draft, Args], Result], *args: Args.args, **named: Args.kwargs
) -> Result:
    """What `act` makes of the job's draft in this process, without limits."""
    return act(job.draft(), *args, **named)


def _form(job: Job) -> Form:
    key = (job.edition or str(job.root.resolve()), job.form)
    known = _forms.get(key)
    if known and (job.edition or known[0] == _stamp(job.root, known[1])):
        _forms.move_to_end(key)
        return known[1]
    form = load_form(job.root, job.form, _calculations(job.root))
    _forms[key] = (_stamp(job.root, form), form)
    while len(_forms) > REMEMBERED:
        _forms.popitem(last=False)
    return form


def _calculations(root: Path) -> Mapping[str, Calculation]:
    """Those that compute with the law an edition was kept with, or with today's for a checkout."""
    law = root / LAW
    if not law.is_file():
        return catalogue.CALCULATIONS
    return catalogue.calculations(parameters.table(law.read_bytes(), LAW))


def _stamp(root: Path, form: Form) -> _Stamp:
    stats = ((file, (root / file).stat()) for file in form.files)
    return tuple((file, stat.st_mtime_ns, stat.st_size) for file, stat in stats)
