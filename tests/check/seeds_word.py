"""Faults planted in Word files: their XML, styles, twins and blocks, and whether they are there."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from app.documents import twin
from tests.check.seeding import FILE, PAPERS, Seed, paper, twinned, write
from tests.check.seeds_text import table

OPEN = (("letter", 7, 3), ("letter", 10, 8), ("letter", 14, 12), ("sheet", 4, 2))
"""Ends of passages that are taken out, and the paragraph in which the passage begins."""
STYLES = ("Normal", "List Bullet", "Quote", "Intense Quote", "Title", "Caption", "List Number")
Act = Callable[[Word, Paragraph], object]


def seeds() -> Iterator[Seed]:
    """All of them."""
    words = table("seeds_word")
    yield from (_changed("lost in the PDF", what, _put_in(xml)) for what, xml in words["put in"].items())
    looks = words["said of the paragraph"]
    yield from (_changed("lost in the PDF", what, _said_of(xml)) for what, xml in looks.items())
    yield from (_changed("style", f"the style {style}", _styled(style)) for style in STYLES)
    yield _changed("style", "an empty paragraph", _emptied)
    yield _changed("in a loop", "a bookmark in the loop of the letter", _bookmarked(9), "letter", 9)
    yield _changed("in a loop", "a bookmark in the loop of the sheet", _bookmarked(3), "sheet", 3)
    yield from (_not_closed(*each) for each in OPEN)
    yield from (seed for document in PAPERS for seed in _files(document))


def _changed(rule: str, what: str, act: Act, document: str = "letter", number: int = 1) -> Seed:
    """Something done to a Word file."""

    def plant(root: Path) -> None:
        path = root / paper(document)
        word = Document(str(path))
        act(word, word.paragraphs[0])
        word.save(str(path))
        twinned(path)

    return Seed(rule, what, plant, lambda root: f"{paper(document)}: paragraph {number}")


def _xml(text: str) -> object:
    """The element of this text; its prefix is declared in the first tag."""
    return parse_xml(re.sub(r"^<(w:\w+)", rf"<\1 {nsdecls('w')}", text))


def _put_in(xml: str) -> Act:
    return lambda word, first: first._p.append(_xml(xml))


def _said_of(xml: str) -> Act:
    return lambda word, first: first._p.get_or_add_pPr().append(_xml(xml))


def _styled(name: str) -> Act:
    def act(word: Word, first: Paragraph) -> None:
        if name not in {style.name for style in word.styles}:
            word.styles.add_style(name, 1)
        first.style = word.styles[name]

    return act


def _emptied(word: Word, first: Paragraph) -> None:
    first.insert_paragraph_before("", "Body Text")


def _bookmarked(number: int) -> Act:
    def act(word: Word, first: Paragraph) -> None:
        inside = word.paragraphs[number - 1]._p
        inside.insert(1, _xml('<w:bookmarkStart w:id="7" w:name="week"/>'))
        inside.append(_xml('<w:bookmarkEnd w:id="7"/>'))

    return act


def _not_closed(document: str, end: int, begin: int) -> Seed:
    def plant(root: Path) -> None:
        lines = PAPERS[document][1]
        write(root, document, [*lines[: end - 1], *lines[end:]])

    what = f"{document} {end} taken out"
    return Seed("tag", what, plant, lambda root: f"{paper(document)}: paragraph {begin}")


def _files(document: str) -> Iterator[Seed]:
    here = paper(document)
    yield Seed("missing file", f"no {document}.docx", lambda root: (root / here).unlink(), lambda root: FILE)
    yield _of("stale twin", f"no twin of {document}", lambda root: twin.twin_path(root / here).unlink(), here)
    yield _of("stale twin", f"the twin of {document} of another state", _old_twin(document), here)
    yield _of("stale twin", f"a word of the twin of {document} changed", _other_words(here), here)
    yield _of("stray file", f"a copy of {document}.docx", _copied(document), paper(f"{document}_old"))
    yield _of("stale block", f"a style of {document} changed", _other_style(here), here)


def _of(rule: str, what: str, plant: Callable[[Path], object], where: str) -> Seed:
    return Seed(rule, what, plant, lambda root: where)


def _old_twin(document: str) -> Callable[[Path], object]:
    def plant(root: Path) -> None:
        html = twin.twin_path(root / paper(document))
        before = html.read_text("utf-8")
        write(root, document, [*PAPERS[document][1], "One line more."])
        html.write_text(before, "utf-8")

    return plant


def _other_words(here: str) -> Callable[[Path], object]:
    def plant(root: Path) -> None:
        html = twin.twin_path(root / here)
        text = html.read_text("utf-8")
        changed = re.sub(r"\b(about|owed|until)\b", "beyond", text, count=1)
        assert changed != text
        html.write_text(changed, "utf-8")

    return plant


def _copied(document: str) -> Callable[[Path], object]:
    return lambda root: (root / paper(f"{document}_old")).write_bytes((root / paper(document)).read_bytes())


def _other_style(here: str) -> Callable[[Path], object]:
    def plant(root: Path) -> None:
        path = root / here
        word = Document(str(path))
        word.styles["Body Text"].font.bold = True
        word.save(str(path))
        twinned(path)

    return plant
