"""A template of the product with everything done to it that no answer changes, ready to be filled as text."""

import re
from collections import OrderedDict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from xml.parsers import expat

from lxml import etree
from markupsafe import escape

from app.core.values import GAP_OPEN
from app.documents import (
    furniture,
    notes_anchors,
    notes_word,
    package,
    rules,
    styles,
    wordfix,
    wordkeep,
    wordtables,
)
from app.documents.compiled import archive, marks, proof, shape
from app.documents.environment import fill, tree
from app.documents.errors import BrokenDocument
from app.documents.layouts import Copy
from app.documents.notes import Note
from app.documents.package import style_of, text_of, w
from app.documents.template import Template

_TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})")
_TITLE = "a title stands here"
_MOST = 64
_MARKS = frozenset(
    (marks.PARAGRAPH, marks.CELL, marks.CELL_END, marks.TABLE, marks.TABLE_END, marks.KEPT, "\n", "\t")
    + (notes_anchors.HERE, notes_anchors.GONE, notes_anchors.END)
)
_READY: OrderedDict[tuple[str, Copy], "Paper | None"] = OrderedDict()


@dataclass(frozen=True)
class Paper:
    """A paper of one template and one kind of copy."""

    declared: str
    source: str
    """The whole main part for Jinja, without its declaration."""
    core: tuple[str, str]
    """The core properties before and after the title."""
    members: dict[str, archive.Member]
    is_clean: bool
    gap: str
    cell_paragraph: str
    spacer: str
    """Stands between tables that touch; none where a paragraph always follows a table."""
    note: str
    """The style of the notes below tables, and those that begin a signature."""
    signed: tuple[str, ...]
    is_whole: bool
    """Whether the filled source is proven to be well-formed whatever the answers are."""
    with_comments: dict[str, archive.Member] = field(default_factory=dict)
    """The members that are others in a file with comments."""

    def filled(
        self,
        context: Mapping[str, object],
        title: str,
        notes: Sequence[Note] = (),
        ruled: Set[str] = frozenset(),
    ) -> bytes:
        """The Word file; raises Complicated where it takes more than work on text, BrokenDocument as ever."""
        if notes:
            source = notes_anchors.anchored(self.source)
            text, placed = notes_word.commented(fill(source.source, context), notes, source.anchors)
        else:
            text, placed = fill(self.source, context), []
        made = text
        if GAP_OPEN in text:
            text = rules.drawn(text, ruled) if self.is_clean else marks.with_gaps(text, self.gap)
            if self.is_clean and GAP_OPEN in text:
                raise marks.Complicated
        if "\n" in text or "\t" in text:
            text = marks.with_breaks(text)
        # Parsed anew each time, unless `shape` proved beforehand what the parser would find.
        proven = self.is_whole and text is made and not placed
        text = marks.without_emptied(text, self.cell_paragraph, self.spacer, self.note)
        text = wordkeep.signatures_as_text(text, self.signed)
        main = (self.declared + text).encode()
        if not proven:
            _strictly(main)
        changed = {package.MAIN: main, _CORE: f"{escape(title)}".join(self.core).encode()}
        members = self.members
        if placed:
            changed[notes_word.PART] = notes_word.part(placed).encode()
            _strictly(changed[notes_word.PART])
            members = self.with_comments
        return archive.written(
            archive.member(name, changed[name]) if name in changed else member
            for name, member in members.items()
        )


_CORE = "docProps/core.xml"


def ready(made: Template, copy: Copy) -> Paper | None:
    """The paper of a template, made once; None where filling takes more than work on text."""
    key = (made.digest, copy)
    if key not in _READY:
        _READY[key] = _made(made, copy)
        while len(_READY) > _MOST:
            _READY.popitem(last=False)
    return _READY[key]


def _strictly(xml: bytes) -> None:
    try:
        expat.ParserCreate("UTF-8").Parse(xml, True)
    except expat.ExpatError as fault:
        raise BrokenDocument(f"This is not well-formed XML: {fault}.") from fault


def _made(made: Template, copy: Copy) -> Paper | None:
    if any(mark in made.jinja for mark in _MARKS) or not proof.tables_are_static(made.jinja, may_empty=True):
        return None
    body = package.parse(made.jinja)
    names = package.style_names(made.parts)
    ids = {name: identity for identity, name in names.items()}
    wordfix.drop_traces(body)
    for text in body.iter(w("t")):
        text.set(wordfix.SPACE, "preserve")
    try:
        _mark_tables(body, made)
        _mark_paragraphs(body, names)
    except marks.Complicated:
        return None
    parts = furniture.clothed(made.parts, body, made.layout, _TITLE, copy)
    commented = furniture.with_comments(parts, b"") if copy == "review" else {}
    declared, _, source = marks.kept_in_tables(parts[package.MAIN].decode()).partition("\n")
    head, _, tail = parts[_CORE].decode().partition(_TITLE)
    return Paper(
        f"{declared}\n",
        source,
        (head, tail),
        {name: archive.member(name, part) for name, part in parts.items()},
        copy == "clean",
        ids.get(styles.GAP, styles.GAP),
        _paragraph(ids.get("Table text", "TableText"), marks.KEPT),
        "" if marks.tables_stay_apart(source) else _paragraph(ids.get(styles.SPACER, "TableSpacer")),
        wordkeep.note(ids),
        tuple(style for style in wordkeep.signed(ids) if f'"{style}"' in source),
        _is_whole(body, source),
        {name: archive.member(name, part) for name, part in commented.items()},
    )


def _is_whole(body: etree._Element, source: str) -> bool:
    """Whether the source is proven, and `marks` can take out any paragraph without harm to another."""
    nested = any(paragraph.find(f".//{w('p')}") is not None for paragraph in body.iter(w("p")))
    return not nested and shape.is_whole(tree(source), frozenset(), escaping=True)


def _paragraph(style: str, look: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{look}</w:pPr></w:p>'


def _mark_tables(body: etree._Element, made: Template) -> None:
    for table in body.findall(w("tbl")):
        if table.find(w("tblPr")) is None or table.find(w("tblGrid")) is None:
            raise marks.Complicated
        for cell in table.iter(w("tc")):
            if cell.find(w("tcPr")) is None or _has_tag(cell.text):
                raise marks.Complicated
        wordtables.dress(table, made.layout)
        # How many rows there are is known when it is filled: `marks` takes this back where it is not meant.
        wordkeep.keep(table)
        _before(table, marks.TABLE)
        table.tail = marks.TABLE_END + (table.tail or "")


def _mark_paragraphs(body: etree._Element, names: Mapping[str, str]) -> None:
    for cell in body.iter(w("tc")):
        if _may_change(cell):
            settings = cell.find(w("tcPr"))
            if settings is None or cell.index(settings) != 0:
                raise marks.Complicated
            settings.tail = marks.CELL + (settings.tail or "")
            cell[-1].tail = (cell[-1].tail or "") + marks.CELL_END
    for paragraph in list(body.iter(w("p"))):
        parent = paragraph.getparent()
        drawn = names.get(style_of(paragraph) or "") in wordfix.DRAWN_EMPTY
        if parent is None or drawn or _speaks(text_of(paragraph)):
            continue
        if parent.tag == w("body") or _may_change(parent):
            # An element without content would be written without an end tag.
            if len(paragraph) == 0:
                raise marks.Complicated
            _before(paragraph, marks.PARAGRAPH)


def _may_change(cell: etree._Element) -> bool:
    """Whether a cell holds more than one paragraph, or one that depends on a condition."""
    lone = len(cell.findall(w("p"))) == 1 and cell[-1].tag == w("p")
    return not lone or any(_has_tag(child.tail) for child in cell)


def _has_tag(text: str | None) -> bool:
    return text is not None and "{" in text


def _speaks(text: str) -> bool:
    """Whether words stand in this text whatever the answers are."""
    depth = 0
    for place, piece in enumerate(_TAG.split(text)):
        if place % 2 == 0:
            if piece and depth == 0:
                return True
        elif piece.startswith("{%"):
            word = piece.strip("{}% ").split(" ")[0]
            depth += {"if": 1, "for": 1, "endif": -1, "endfor": -1}.get(word, 0)
    return False


def _before(element: etree._Element, mark: str) -> None:
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + mark
    elif parent is not None:
        parent.text = (parent.text or "") + mark
