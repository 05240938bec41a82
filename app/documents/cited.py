"""Which of the law that the form names for a paper stands in its words."""

import re

from app.documents import reading
from app.documents.paper import Made


def in_paper(made: Made) -> tuple[str, ...]:
    """The citations of the paper's `cites:` whose section is printed in it, in their order."""
    cites = made.paper.spec.cites
    words = reading.words_of_docx(made.docx) if cites and made.docx else ""
    return tuple(cite for cite in cites if _printed(cite, words))


def _printed(cite: str, words: str) -> bool:
    """Whether the last part of a citation, its section, stands in the words as a number of its own."""
    section = cite.split()[-1]
    return re.search(rf"(?<![\d.$,]){re.escape(section)}(?![\d])(?!\.\d)", words) is not None
