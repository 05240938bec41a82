"""What a Word template reads and may leave out, each with the ifs and fors around it, for the proof."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.core.proof.uses import Clause, Guard, GuardedUse, Loop, Reading
from app.core.proof.uses import Path as Named
from app.documents import spots, syntax, template
from app.documents.syntax import Tag

_BLOCK = re.compile(r"(\{%.*?%\})", re.DOTALL)
"""What stands between these prints: words, and the values among them."""


def reading(root: Path, path: Path) -> Reading:
    """What the Word template at this place reads; raises as `template.read` does.

    An item of a loop is called `@` and the number of its loop. What a template asks of a loop itself
    (`loop.first`) reads no name, but stands among the guards.
    """
    reader = _Reader()
    for place, text in template.pieces(template.read(path)):
        for piece in _BLOCK.split(text):
            reader.read(place, piece)
    clauses = (Clause(each.place, spots.quoted(each.words), each.around) for each in reader.passages)
    return Reading(
        path.relative_to(root).as_posix(), tuple(reader.uses), tuple(each for each in clauses if each.words)
    )


@dataclass
class _Passage:
    """A clause while it is read; its place is where its first words stand."""

    around: tuple[Guard | Loop, ...]
    place: str = ""
    words: str = ""


@dataclass(frozen=True)
class _Opened:
    """An `if` or a `for` that is not closed yet, and what a loop calls its item."""

    by: Guard | Loop
    target: str
    passage: _Passage


@dataclass
class _Reader:
    """Goes through a template once, tag by tag."""

    uses: list[GuardedUse] = field(default_factory=list)
    passages: list[_Passage] = field(default_factory=list)
    opened: list[_Opened] = field(default_factory=list)
    loops: int = 0

    def read(self, place: str, piece: str) -> None:
        """Read words with the values among them, or one tag of a block."""
        for tag in syntax.scan([(place, piece)]):
            if isinstance(tag, Tag):
                self._tag(tag)
        if not _BLOCK.fullmatch(piece):
            self._print(place, piece)

    def _tag(self, tag: Tag) -> None:
        around = tuple(each.by for each in self.opened)
        path = self._outer(tag.path)
        if tag.says in ("print", "if", "for") and path[0] != "loop":
            self.uses.append(GuardedUse(path, tag.says, tag.filters, tag.place, around))
        if tag.says == "if":
            self._open(Guard(path, wanted=not tag.denied))
        elif tag.says == "for":
            self.loops += 1
            self._open(Loop(self.loops, path), tag.target)
        elif tag.says == "else":
            self._otherwise(self.opened.pop().by)
        elif tag.says in ("endif", "endfor"):
            self.opened.pop()

    def _otherwise(self, before: Guard | Loop) -> None:
        if isinstance(before, Guard):
            self._open(replace(before, wanted=not before.wanted))

    def _open(self, by: Guard | Loop, target: str = "") -> None:
        passage = _Passage((*(each.by for each in self.opened), by))
        self.passages.append(passage)
        self.opened.append(_Opened(by, target, passage))

    def _outer(self, path: Named) -> Named:
        """A path by the number of the loop whose item it begins with."""
        for each in reversed(self.opened):
            if isinstance(each.by, Loop) and path[:1] == (each.target,):
                return (f"@{each.by.number}", *path[1:])
        return path

    def _print(self, place: str, words: str) -> None:
        for each in self.opened if words.strip() else ():
            each.passage.place = each.passage.place or place
            if len(each.passage.words) < 2 * spots.LONGEST:
                each.passage.words += f"{words} "
