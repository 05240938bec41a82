"""The form a draft is answered by: the checkout's until its edition is pinned, then that edition for ever."""

from collections.abc import Mapping
from pathlib import Path

from app.casework.desk import Desk
from app.core import forms
from app.core.places import Mistakes
from app.core.questionnaire import Form
from app.documents import edition
from app.law.catalogue import CALCULATIONS
from app.store import editions
from app.store.drafts import Draft
from app.store.transaction import Transaction

_Stamp = tuple[tuple[str, int, int], ...]

_kept: dict[str, Form] = {}
_current: dict[tuple[Path, str], tuple[_Stamp, Form]] = {}
"""Read forms, in memory: a kept edition never changes, the checkout's is read again when a file has."""


def loaded(desk: Desk) -> tuple[Form, ...]:
    """Every form that can be read; `draftwell check` says why one cannot."""
    found = []
    for name in forms.names(desk.root):
        try:
            found.append(current(desk.root, name))
        except Mistakes:
            continue
    return tuple(found)


def current(root: Path, name: str) -> Form:
    """The checkout's form; raises Mistakes when it does not load."""
    known = _current.get((root, name))
    if known and known[0] == _stamp(root, known[1].files):
        return known[1]
    form = forms.load_form(root, name, CALCULATIONS)
    _current[root, name] = (_stamp(root, form.files), form)
    return form


def of(desk: Desk, t: Transaction, draft: Draft) -> Form:
    """The form of a draft, from its own edition if it has one."""
    if draft.edition is None:
        return current(desk.root, draft.form)
    if draft.edition not in _kept:
        _kept[draft.edition] = edition.form(editions.fetch(t, draft.edition), draft.form)
    return _kept[draft.edition]


def package(desk: Desk, form: Form) -> Mapping[str, bytes]:
    """Everything a draft of this form renders from, as the checkout has it now."""
    return edition.files(desk.root, form)


def _stamp(root: Path, files: tuple[str, ...]) -> _Stamp:
    return tuple((file, *_stat(root / file)) for file in files)


def _stat(path: Path) -> tuple[int, int]:
    """When it changed and its size; 0 and 0 for a file that is gone, which reading the form then tells."""
    try:
        stat = path.stat()
    except OSError:
        return 0, 0
    return stat.st_mtime_ns, stat.st_size
