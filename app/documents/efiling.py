"""The electronic filing set: a PDF for each court paper in filing order, none larger than a court takes."""

import hashlib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

import pikepdf

from app.core.questionnaire import Filing
from app.documents.draft import Draft
from app.documents.exhibits import words
from app.documents.exhibits.limits import LETTER
from app.documents.exhibits.sheets import saved
from app.documents.packet import printable

FOLDER = "efile"
MANIFEST = "manifest.json"
_CLOSED = re.compile(r"\s*\((?:confidential)\)")
_SPOKEN = re.compile(r"[^\W\d_]")
"""A letter: the number of a page alone is no text."""
_MB = 1_000_000


@dataclass(frozen=True)
class CourtPaper:
    """A finished court paper as it is to be filed."""

    title: str
    filing: Filing
    pdf: bytes = field(repr=False)
    may_be_split: bool = False


@dataclass(frozen=True)
class Filed:
    """One file of the set: its name, what it holds, and what a clerk may take exception to."""

    name: str
    title: str
    filing: Filing
    pdf: bytes = field(repr=False)
    pages: int
    part: int = 1
    parts: int = 1
    problems: tuple[str, ...] = ()

    @property
    def described(self) -> dict[str, object]:
        """The file as the manifest of the set lists it."""
        parts = {"part": self.part, "of": self.parts} if self.parts > 1 else {}
        return {
            "file": self.name, "title": self.title,
            "filing": "public" if self.filing == "public" else "confidential",
            "pages": self.pages, "bytes": len(self.pdf), "sha256": hashlib.sha256(self.pdf).hexdigest(),
            **parts, "problems": list(self.problems),
        }  # fmt: skip


def filing_set(draft: Draft, papers: Sequence[CourtPaper], most_mb: Decimal) -> tuple[Filed, ...]:
    """The files of the set in filing order, a job for the box; exhibits over the limit come in parts."""
    files = [part for paper in papers for part in parts(paper, int(most_mb * _MB))]
    width = max(2, len(str(len(files))))
    return tuple(replace(each, name=_name(number, width, each)) for number, each in enumerate(files, 1))


def manifest(files: Sequence[Filed], *, rehearsal: bool, limit: Mapping[str, object]) -> dict[str, object]:
    """What the set holds as plain data; a rehearsal is made of review copies and may not be filed."""
    say = "Made of review copies: a rehearsal, not to be filed." if rehearsal else "Made of approved copies."
    return {
        "set": "electronic filing", "rehearsal": rehearsal, "say": say, "size limit": dict(limit),
        "files": [each.described for each in files],
    }  # fmt: skip


def parts(paper: CourtPaper, most: int) -> Iterator[Filed]:
    """The paper as one file, or an exhibit of more than so many bytes as several, cut at page borders."""
    with pikepdf.open(io.BytesIO(paper.pdf)) as opened:
        pages = len(opened.pages)
        cut = [paper.pdf]
        if len(paper.pdf) > most and paper.may_be_split:
            cut = _cut(opened, most)
        for number, data in enumerate(cut, 1):
            made = Filed("", paper.title, paper.filing, data, _pages(data, pages, cut), number, len(cut))
            yield replace(made, problems=tuple(_problems(made, most)))


def _cut(opened: pikepdf.Pdf, most: int) -> list[bytes]:
    """The pages in parts, each with as many as keep to the limit, or one page that does not."""
    made, start, pages = [], 0, len(opened.pages)
    while start < pages:
        end, part = _part(opened, start, most)
        made.append(part)
        start = end
    return made


def _part(opened: pikepdf.Pdf, start: int, most: int) -> tuple[int, bytes]:
    """The end and the bytes of the longest part that begins with a page; halved, for each try is a file."""
    fits, part = start + 1, _taken(opened, range(start, start + 1))
    over = len(opened.pages) + 1
    while over - fits > 1:
        end = (fits + over) // 2
        tried = _taken(opened, range(start, end))
        if len(tried) <= most:
            fits, part = end, tried
        else:
            over = end
    return fits, part


def _taken(opened: pikepdf.Pdf, wanted: range) -> bytes:
    with pikepdf.new() as made:
        made.pages.extend(opened.pages[wanted.start : wanted.stop])
        made.docinfo["/Title"] = str(opened.docinfo.get("/Title", ""))
        made.docinfo["/Producer"] = str(opened.docinfo.get("/Producer", ""))
        return saved(made)


def _pages(data: bytes, pages: int, cut: Sequence[bytes]) -> int:
    if len(cut) == 1:
        return pages
    with pikepdf.open(io.BytesIO(data)) as opened:
        return len(opened.pages)


def _problems(made: Filed, most: int) -> Iterator[str]:
    if len(made.pdf) > most:
        yield f"larger than {most / _MB:g} MB, and cannot be cut further"
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        other = [number for number, page in enumerate(opened.pages, 1) if _size(page) != LETTER]
    if other:
        yield f"not letter size upright: page {_listed(other)} (Rule 55.02(b))"
    silent = [number for number, text in enumerate(words.pages(made.pdf), 1) if not _SPOKEN.search(text)]
    if silent:
        yield f"no searchable text (Rule 55.02(b)): page {_listed(silent)}"


def _size(page: pikepdf.Page) -> tuple[int, int]:
    left, bottom, right, top = (float(each) for each in page.mediabox)
    return round(right - left), round(top - bottom)


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:10])) + (f" and {len(numbers) - 10} more" if len(numbers) > 10 else "")


def _name(number: int, width: int, each: Filed) -> str:
    """A name as clerks know them: `02 Confidential - Case Filing Information Sheet.pdf`."""
    title = printable(_CLOSED.sub("", each.title), 100)
    closed = "Confidential - " if each.filing != "public" else ""
    part = f" part {each.part} of {each.parts}" if each.parts > 1 else ""
    return f"{number:0{width}d} {closed}{title}{part}.pdf"
