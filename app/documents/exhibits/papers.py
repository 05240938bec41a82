"""Exhibits as papers of the packet: a cover with the letter, the pages brought, and what to check."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.core.interview import Interview
from app.documents import identity, pdf
from app.documents.attached import Attached
from app.documents.exhibits import layers, listed, sheets, words
from app.documents.exhibits.file import File
from app.documents.findings import Finding
from app.documents.guard import Guard
from app.documents.layouts import Copy
from app.documents.packet import Planned
from app.documents.paper import Made
from app.documents.places import Piece
from app.law.exhibits import Exhibit

COVER = Path("templates/html/_court/exhibit_cover.html")
"""The twin of the cover's Word template."""


@dataclass(frozen=True)
class Brought(Attached):
    """An exhibit with a file; its cover is put before the file's pages when the paper is made."""

    root: Path = field(default=Path(), kw_only=True)
    exhibit: Exhibit = field(kw_only=True, repr=False)
    without_text: int = field(default=0, kw_only=True)

    def made(self, paper: Planned, guard: Guard, copy: Copy) -> Made:
        """The cover and the pages as one PDF, with what was found in it."""
        cover = pdf.render(self.root / COVER, _said(self.exhibit), title=paper.title, copy=copy)
        data = sheets.behind(cover.data, self.pdf, paper.title)
        found = tuple(self.found(paper, guard, cover.pages))
        return Made(paper, b"", data, cover.pages + self.pages, findings=found)

    def found(self, paper: Planned, guard: Guard, cover: int = 1) -> Iterator[Finding]:
        """What its cover of so many pages and the pages behind it may not say, and what to check."""
        told = [
            Piece(f"page {number}", text)
            for number, text in enumerate(words.pages(self.pdf), cover + 1)
            if text.strip()
        ]
        title = [Piece("the cover", f"{self.exhibit.title}\n{self.exhibit.what}")]
        for read, say in ((title, _ON_COVER), (told, _ON_PAGES)):
            for each in guard.in_pieces(paper, read):
                yield replace(each, sentence=say, question="", item=None)
        for leak in guard.in_layers(paper, layers.of(self.pdf, told)):
            yield _weighed(leak, guard.interview)
        yield from self._to_check(paper, told)

    def _to_check(self, paper: Planned, told: Sequence[Piece]) -> Iterator[Finding]:
        if self.without_text:
            some = f"{self.without_text} of its {self.pages} pages hold no"
            which = "It holds no" if self.without_text == self.pages else some
            yield _finding(paper, "its pages", f"{which} {_UNSEARCHABLE}")
        for piece in told if paper.spec.filing == "public" else ():
            if any(identity.numbers(piece.text)):
                yield _finding(paper, piece.place, _NUMBER)


def of(root: Path, interview: Interview, files: Sequence[File]) -> list[Brought]:
    """Every exhibit that has a file, in the order of its letters; they stand behind the index."""
    by_item = {file.item: file for file in files}
    exhibits = listed.items(interview)
    return [_brought(root, exhibit, by_item[item]) for item, exhibit in exhibits.items() if item in by_item]


def without_file(interview: Interview, files: Sequence[File]) -> list[Exhibit]:
    """The exhibits nobody has brought a file for."""
    has = {file.item for file in files}
    return [exhibit for item, exhibit in listed.items(interview).items() if item not in has]


def to_bring(interview: Interview, files: Sequence[File]) -> str:
    """What must be done about exhibits that are listed without a file; nothing when each has one.

    Papers say, some of them under oath, that whatever is listed is attached.
    """
    letters = [exhibit.letter for exhibit in without_file(interview, files)]
    if not letters:
        return ""
    which = f"Exhibit {letters[0]}" if len(letters) == 1 else f"Exhibits {', '.join(letters)}"
    return (
        f"There is no file for {which}, but papers say that it is attached: bring the file, or take the"
        " exhibit off the list."
    )


def _brought(root: Path, exhibit: Exhibit, file: File) -> Brought:
    title = f"Exhibit {exhibit.letter}, {exhibit.title}"
    if not exhibit.public:
        title = f"Exhibit {exhibit.letter} (confidential)"
    return Brought(
        listed.document(exhibit), title, "court",
        "public" if exhibit.public else "confidential", file.pdf, file.pages, listed.INDEX.name,
        root=root, exhibit=exhibit, without_text=file.without_text,
    )  # fmt: skip


def _said(exhibit: Exhibit) -> dict[str, object]:
    return {
        "letter": exhibit.letter, "title": exhibit.title, "what": exhibit.what,
        "confidential": not exhibit.public,
    }  # fmt: skip


def _weighed(leak: Finding, interview: Interview) -> Finding:
    """What only the vault holds keeps the exhibit back; whether all else may be seen an attorney decides."""
    question = interview.form.question(leak.kept)
    mine = replace(leak, question="", item=None)
    if leak.kind != "leak" or (question is not None and question.keep == "vault"):
        return replace(mine, sentence=_ON_PAGES)
    return replace(mine, level="check", kind="exhibit", sentence=_KEPT)


def _finding(paper: Planned, place: str, say: str) -> Finding:
    return Finding("check", "exhibit", paper.document, paper.title, place, "", say)


_UNSEARCHABLE = (
    "text that can be searched, as Rule 55.02(b) asks of what is filed. Have the text recognised (OCR) and"
    " bring the file anew, or ask the clerk. What such a page shows was searched by nobody: read it by eye."
)
_NUMBER = "This looks like a social security or tax number. Black it out for good and bring the file anew."
_ON_PAGES = (
    "A protected address or contact stands in the exhibit itself. Black it out for good in its file and bring"
    " the file anew, or take the exhibit off the list."
)
_ON_COVER = (
    "A protected address or contact stands in the title or description of the exhibit. Take it out of the"
    " list of exhibits."
)
_KEPT = (
    "An answer that this filing's readers may not see stands in the exhibit's text. Make the exhibit"
    " confidential, or black it out for good and bring the file anew, unless everybody may see it."
)
