"""Draws the flow of a form as SVG on letter pages: real text, edges in the margin, the same bytes always."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from textwrap import wrap
from xml.sax.saxutils import escape

from app.commands.flow import Box, Row, rows_of

WIDTH, HEIGHT, MARGIN = 816, 1056, 48
"""A letter page with 96 units to the inch."""
LEFT = 150
"""Where the boxes begin; the edges run to the left of it."""
LINE, SIZE = 14, 11
COLUMN = {"text": 58, "when": 50}
"""How many characters fit beside each other in the columns of a row."""
LANES = 9
STYLE = (
    "@page{size:letter;margin:0}text{font:11px 'Liberation Sans',Arial,sans-serif;fill:#111}"
    ".t{font-weight:bold;font-size:13px}.n{fill:#555}.w{fill:#14487a}.h{font-size:10px;fill:#555}"
    "path{fill:none;stroke:#14487a}rect{fill:none;stroke:#777}.b{fill:#eef2f6}"
)


@dataclass
class Drawing:
    """The lines of the picture, and where each row came to stand."""

    title: str
    found: Sequence[Box]
    shapes: list[str] = field(default_factory=list)
    edges: list[str] = field(default_factory=list)
    page: int = 0
    y: float = 0
    spots: dict[str, tuple[int, float]] = field(default_factory=dict)
    lanes: dict[int, list[tuple[float, float]]] = field(default_factory=dict)

    def drawn(self) -> str:
        """The whole picture."""
        self._new_page()
        rows = rows_of(self.found)
        for box in self.found:
            self._box(box)
        for row in rows.values():
            self._edges(row, rows)
        height = self.page * HEIGHT
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="8.5in" height="{11 * self.page}in" '
            f'viewBox="0 0 {WIDTH} {height}" role="img"><title>{escape(self.title)}</title>'
            f"<style>{STYLE}</style>\n"
            '<defs><marker id="a" markerWidth="6" markerHeight="6" refX="5" refY="3" orient="auto">'
            '<path d="M0 0 L6 3 L0 6 z" style="fill:#14487a;stroke:none"/></marker></defs>\n'
            f'<rect width="{WIDTH}" height="{height}" style="fill:#fff;stroke:none"/>\n'
        )
        return head + "\n".join([*self.edges, *self.shapes]) + "\n</svg>\n"

    def _new_page(self) -> None:
        self.page += 1
        top = (self.page - 1) * HEIGHT
        self.y = top + MARGIN
        self._text(MARGIN, self.y, self.title, "h")
        self._text(WIDTH - MARGIN - 50, self.y, f"page {self.page}", "h")
        self.y += 24

    @property
    def _room(self) -> float:
        return self.page * HEIGHT - MARGIN - self.y

    def _box(self, box: Box) -> None:
        """One box; a box that does not end on its page goes on upon the next."""
        rows = list(box.rows)
        first = True
        while rows or first:
            if self._room < 100:
                self._new_page()
            rows = self._part(box, rows, first)
            first = False
            if rows:
                self._new_page()
        self.y += 18

    def _part(self, box: Box, rows: list[Row], first: bool) -> list[Row]:
        """As many rows as the page takes; those that are left."""
        start = self.y
        at = len(self.shapes)
        for line in wrap(box.title + ("" if first else " (goes on)"), 80):
            self.y += 17
            self._text(LEFT + 8, self.y, line, "t")
        for line in wrap(f"asked when {box.when}", 100) if box.when and first else []:
            self.y += LINE
            self._text(LEFT + 8, self.y, line, "w")
        self.y += 8
        placed = 0
        # A row taller than a page still gets one, or the picture would never end.
        while rows and (self._room > _height(rows[0]) + 6 or not placed):
            self._row(rows.pop(0))
            placed += 1
        self.y += 3
        frame = f'<rect x="{LEFT}" y="{start:g}" width="{WIDTH - MARGIN - LEFT}" height="{self.y - start:g}"'
        self.shapes.insert(at, f'{frame} rx="4" class="b"/>')
        return rows

    def _row(self, row: Row) -> None:
        top = self.y
        x = LEFT + 8 + 14 * row.depth
        self.spots[row.name] = (self.page, top + LINE - 4)
        for line in wrap(row.text, COLUMN["text"] - 2 * row.depth):
            self.y += LINE
            self._text(x, self.y, line)
        low = self.y
        self.y = top
        for line, look in [*((each, "n") for each in wrap(row.note, 46)), *_when(row)]:
            self.y += LINE
            self._text(LEFT + 345, self.y, line, look)
        self.y = max(low, self.y) + 5

    def _edges(self, row: Row, rows: dict[str, Row]) -> None:
        """A line from each row it rests on that stands on the same page; from elsewhere, its number."""
        page, y = self.spots[row.name]
        away = []
        for name in row.rests:
            spot = self.spots.get(name)
            if spot and spot[0] == page:
                self._edge(spot[1], y, page)
            else:
                away.append(_called(name, rows) + (f", page {spot[0]}" if spot else ""))
        if away:
            for number, line in enumerate(wrap(f"from {'; '.join(away)}", 19)[:3]):
                self._text(MARGIN - 24, y + 4 + number * 10, line, "h")
            self._line(LEFT - 22, y, y)

    def _edge(self, start: float, end: float, page: int) -> None:
        low, high = min(start, end), max(start, end)
        taken = self.lanes
        for lane in range(LANES):
            spans = taken.setdefault(page * 100 + lane, [])
            if all(high < a or low > b for a, b in spans) or lane == LANES - 1:
                spans.append((low, high))
                return self._line(LEFT - 12 - 5 * lane, start + 2, end - 2)
        return None

    def _line(self, x: float, start: float, end: float) -> None:
        bend = (
            f"M{LEFT} {start:g} H{x:g} V{end:g} H{LEFT - 1}"
            if start != end
            else f"M{x:g} {end:g} H{LEFT - 1}"
        )
        self.edges.append(f'<path d="{bend}" marker-end="url(#a)"/>')

    def _text(self, x: float, y: float, text: str, look: str = "") -> None:
        mark = f' class="{look}"' if look else ""
        self.shapes.append(f'<text x="{x:g}" y="{y:g}"{mark}>{escape(text)}</text>')


def drawing(title: str, found: Sequence[Box]) -> str:
    """The picture of some boxes as an SVG file."""
    return Drawing(title, found).drawn()


def _when(row: Row) -> Iterator[tuple[str, str]]:
    yield from ((line, "w") for line in wrap(f"when {row.when}" if row.when else "", COLUMN["when"]))


def _height(row: Row) -> float:
    left = len(wrap(row.text, COLUMN["text"] - 2 * row.depth))
    return max(left, len(wrap(row.note, 46)) + len(list(_when(row)))) * LINE + 5


def _called(name: str, rows: dict[str, Row]) -> str:
    """A question by its number, anything else by its name."""
    row = rows.get(name)
    number = row.text.partition(".")[0] if row else ""
    return f"{number} {name}" if number.isdecimal() else name
