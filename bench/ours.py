"""The bench's two papers made by the product."""

from functools import lru_cache
from pathlib import Path

from app.documents import pdf, word
from bench.contexts import Context, letter_context, pleading_context

PAPERS = Path(__file__).resolve().parent / "papers"
TITLES = {"letter": "Demand letter", "pleading": "Petition"}
SIZES = {"letter": 40, "pleading": 6}
"""Workweeks of the letter and incidents of the petition, unless told otherwise."""


def source(paper: str) -> Path:
    """The Word template of a paper; its twin lies beside it."""
    return PAPERS / f"{paper}.docx"


def context(paper: str, number: int, size: int = 0) -> Context:
    """What the number-th paper of a kind is filled with, made once."""
    return _context(paper, number, size)


@lru_cache(maxsize=64)
def _context(paper: str, number: int, size: int) -> Context:
    filled = letter_context if paper == "letter" else pleading_context
    return filled(number, size or SIZES[paper])


def docx(paper: str, number: int, size: int = 0) -> bytes:
    """The Word file as every page of the product makes it: escaped, strictly parsed, with its properties."""
    return word.render(source(paper), context(paper, number, size), title=TITLES[paper])


def first_layer(paper: str, number: int) -> bytes:
    """The Word file by the layer below, which means whatever docxtpl means."""
    return word.compile(source(paper)).render(context(paper, number), autoescape=True)


def pdf_of(paper: str, number: int, size: int = 0) -> bytes:
    """The tagged PDF of the twin."""
    twin = source(paper).with_suffix(".html")
    return pdf.render(twin, context(paper, number, size), title=TITLES[paper]).data
