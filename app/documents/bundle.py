"""A finished packet as it leaves for a folder: its files, how many papers it has, and what is held back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.documents import assembly
from app.documents.draft import Draft


@dataclass(frozen=True)
class Bundle:
    """The files of a packet by path, the number of its papers, and the titles of those held back."""

    files: Mapping[str, bytes] = field(repr=False)
    papers: int
    held_back: tuple[str, ...] = ()


def bundle(draft: Draft, read_back: bool = True) -> Bundle:
    """The packet of a draft; without `read_back` its two formats are not compared, which takes time."""
    made = assembly.packet(draft, read_back=read_back)
    held = tuple(paper.title for paper in made.plan.held)
    return Bundle(made.files, len(made.plan.papers), held)
