"""Everything wrong with a form package, or due, in one run: the questionnaire, its papers, its folders."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from app.casework import (
    checking_dates,
    checking_order,
    checking_papers,
    checking_proof,
    official_forms,
    template_files,
)
from app.core import forms, linting
from app.core.faults import Fault
from app.core.linting import translations
from app.core.places import Mistake, Mistakes
from app.core.questionnaire import Form
from app.documents import edition
from app.law.catalogue import CALCULATIONS

SHARED = ("_office", "_court")
"""The folders of the papers every form shares."""


def form_faults(root: Path, name: str, today: date) -> list[Fault]:
    """Everything wrong with one form or due, in the order of the places.

    When its questionnaire cannot be read, its Word templates are still looked at, each by itself.
    """
    try:
        form = forms.load_form(root, name, CALCULATIONS)
    except Mistakes as found:
        alone = template_files.of_folder(root, name)
        return checking_order.sorted_faults([*said(found.mistakes), *alone])
    return checking_order.sorted_faults(_all(root, form, today))


def office_faults(root: Path) -> list[Fault]:
    """What is wrong with the papers every form shares."""
    faults = (fault for each in SHARED for fault in template_files.of_folder(root, each))
    return checking_order.sorted_faults(faults)


def law_faults(today: date) -> list[Fault]:
    """Which legal figures are due for a new look."""
    return checking_order.sorted_faults(checking_dates.of_law(today))


def _all(root: Path, form: Form, today: date) -> Iterator[Fault]:
    reviewed = edition.digest_of_review(edition.files(root, form), form)
    yield from linting.faults(form, today, checking_papers.names_read(root, form), reviewed)
    yield from checking_papers.faults(root, form)
    yield from official_forms.faults(root, form)
    yield from checking_papers.strays(root, form)
    yield from checking_proof.faults(root, form, today)
    yield from translations.faults(root, form)


def said(mistakes: Iterable[Mistake]) -> Iterator[Fault]:
    """The mistakes of a questionnaire as faults, each at its file and line."""
    return (Fault(each.rule, str(each.place), each.sentence) for each in mistakes)
