"""The bench's papers made where the product makes its own: in a warm child of the box, behind its walls."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from app.core import office
from app.core.examples import example
from app.documents.box import Box, Job, Limits
from app.documents.bundle import Bundle
from app.documents.draft import Draft
from app.documents.errors import DocumentError
from bench import ours
from bench.children import Child
from bench.drafts import FORM, ROOT, TODAY, form

ACTS = ("bench.boxed", "bench.stock")
"""What a child reads before its walls close."""
Result = TypeVar("Result")


class Refused(DocumentError):
    """The guard found something in a paper of the bench that may not be handed out."""


@dataclass
class Boxed(Child):
    """A child of the box for one kind of work."""

    def __enter__(self) -> "Boxed":
        self.box = Box(1, Limits(seconds=600, cpu_seconds=600, jobs=10_000), ACTS)
        self.box.begin()
        return self

    def __exit__(self, *_: object) -> None:
        self.box.end()

    def ask(self, function: Callable[..., Result], *given: object) -> Result:
        """What a function gives, called in the child."""
        made: Result = self.box.run(job(), _called, function, given)
        return made


def _called(draft: Draft, function: Callable[..., Result], given: tuple[object, ...]) -> Result:
    return function(*given)


@lru_cache(maxsize=1)
def job() -> Job:
    """The draft whose facts the guard looks for: the wage claim's example, with its protected address."""
    profile = office.load_office(ROOT / "office.example.yaml")
    return Job(ROOT, FORM, example(form(), TODAY), profile, TODAY, edition="bench")


def letter(draft: Draft, number: int) -> Bundle:
    """A letter in both formats, searched by the guard; raises Refused rather than hand a hit out."""
    paper = next(each for each in draft.plan.papers if each.document == "demand_letter")
    docx, pdf = ours.docx("letter", number), ours.pdf_of("letter", number)
    if any(found.final for found in draft.guard.search(paper, docx, pdf, template=ours.source("letter"))):
        raise Refused("The guard found something in a letter of the bench.")
    return Bundle({f"{number:06d}.docx": docx, f"{number:06d}.pdf": pdf}, papers=1)


def warm(box: Box, processes: int) -> None:
    """Wait until each of its children has made a letter."""
    at_work: set[int] = set()
    for number in range(200):
        sent = [box.send(job(), process_after, number) for _ in range(2 * processes)]
        at_work |= {ticket.result() for ticket in sent}
        if len(at_work) == processes:
            return
    raise RuntimeError("A child of the box made no letter.")


def process_after(draft: Draft, number: int) -> int:
    """Make a letter in both formats; which process did it."""
    letter(draft, number)
    return os.getpid()
