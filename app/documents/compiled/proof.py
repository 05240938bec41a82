"""What can be told of a template before any context is known: that no plain value can change its tables."""

import re
from collections.abc import Collection, Mapping
from datetime import date, datetime
from decimal import Decimal

_TOKEN = re.compile(
    r'<(?:w:(?P<open>tbl|tr|tc|gridCol)(?=[ />])|/w:(?P<close>tbl|tr|tc)>|w:gridSpan w:val="(?P<span>\d+)"/>'
    r"|w:(?P<strange>gridSpan|sdt|customXml|ins|del|tblGridChange|tcPrChange)[ />])|\{%[-+]?\s*(?P<word>\w*)"
)
_MARKUP_IN_TAG = re.compile(r"\{[{%][^}]*<[^ =]")
_STR = {str}
_SCALARS = frozenset({str, int, float, bool, type(None), Decimal, date, datetime})


def tables_are_static(source: str, *, may_empty: bool = False) -> bool:
    """Whether every table of a prepared part keeps its columns whatever plain values are filled in.

    With `may_empty` a table that loses all its rows does not count.
    """
    if "<w:tbl" not in source:
        return ":tbl" not in source
    if any(mark in source for mark in ("{#", "<!--", "<![CDATA[")) or _MARKUP_IN_TAG.search(source):
        return False
    table: _Table | None = None
    for token in _TOKEN.finditer(source):
        if table is None:
            table = _Table() if token["open"] == "tbl" else None
        elif token["close"] == "tbl":
            if not table.keeps_its_columns(may_empty):
                return False
            table = None
        elif not table.takes(token):
            return False
    return table is None


class _Table:
    """A table read tag by tag; `depth` counts the blocks of Jinja that are open since it began."""

    def __init__(self) -> None:
        self.columns = self.cells = self.width = self.surest = self.depth = 0
        self.all_full = True
        self.in_row = False
        self.cell_depth: int | None = None

    def takes(self, token: re.Match[str]) -> bool:
        """Count one tag; False where the table is not of the plain kind that can be told beforehand."""
        if token["strange"] or token["open"] == "tbl":
            return False
        if token["open"]:
            return self._opens(token["open"])
        if token["close"]:
            return self._closes(token["close"])
        if token["span"]:
            self.width += int(token["span"]) - 1
            return self.cell_depth is not None
        return self._block(token["word"])

    def _opens(self, name: str) -> bool:
        if name == "gridCol":
            self.columns += 1
            return not self.in_row
        if name == "tr":
            plain, self.in_row = not self.in_row, True
            self.cells = self.width = 0
            return plain
        plain = self.in_row and self.cell_depth is None
        self.cell_depth = self.depth
        self.cells, self.width = self.cells + 1, self.width + 1
        return plain

    def _closes(self, name: str) -> bool:
        if name == "tc":
            plain, self.cell_depth = self.cell_depth == self.depth, None
            return plain
        self.in_row = False
        self.all_full &= self.width >= self.columns
        if self.depth == 0:
            self.surest = max(self.surest, self.width)
        return self.cells <= self.columns

    def _block(self, word: str) -> bool:
        if self.in_row and self.cell_depth is None:
            return False
        floor = self.cell_depth or 0
        if word in ("if", "for"):
            self.depth += 1
        elif word in ("endif", "endfor"):
            self.depth -= 1
            return self.depth >= floor
        else:
            return word in ("else", "elif") and self.depth > floor
        return True

    def keeps_its_columns(self, may_empty: bool) -> bool:
        """Whether a row that is always there (or every row) is as wide as the grid."""
        full = self.surest >= self.columns or (may_empty and self.all_full)
        return full and self.depth == 0 and self.columns > 0


def plain_texts(context: Mapping[str, object]) -> list[str] | None:
    """Every text of a context that is plain data through and through; None where it holds anything else."""
    texts: list[str] = []
    names: set[str] = set()
    waiting: list[object] = [context]
    passed = 0
    while waiting:
        inside = _inside(waiting.pop(), names)
        passed += 1
        # A list that holds itself would never end.
        if inside is None or passed > 100_000:
            return None
        kinds = set(map(type, inside))
        if kinds == _STR:
            texts += inside  # type: ignore[arg-type]
            continue
        if str in kinds:
            texts += [each for each in inside if type(each) is str]
        if not kinds <= _SCALARS:
            waiting += [each for each in inside if type(each) not in _SCALARS]
    return [*texts, *names]


def _inside(value: object, names: set[str]) -> Collection[object] | None:
    """What a dict or a list holds; the keys of a dict go to `names` where all are texts."""
    if type(value) is dict:
        if set(map(type, value)) <= _STR:
            names.update(value)
            return value.values()
        return [*value, *value.values()]
    return value if type(value) in (list, tuple) else None  # type: ignore[return-value]
