"""The stream of an HTML twin; whatever is not of a twin's few elements is a token of its own."""

from collections.abc import Iterator
from html.parser import HTMLParser

from app.documents.stream import Token, edge, tokens

_PARAGRAPHS = frozenset("p h1 h2 h3".split())
_CELLS = frozenset("td th".split())
_SILENT = frozenset("thead tbody colgroup col strong em".split())
_EDGES = {"table": "table.", "tr": "row"}
_CLASS = ("class",)
_ALLOWED = {
    **dict.fromkeys((*_PARAGRAPHS, "table"), _CLASS),
    "col": ("style",),
    "td": ("class", "colspan"),
    "th": ("class", "colspan", "scope"),
}


def stream(html: str) -> Iterator[Token]:
    """The tokens of a twin without its first line."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.flush()
    yield from reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Token] = []
        self.text: list[str] = []
        self.within = False
        """Whether this is the inside of a paragraph, where blanks count."""
        self.cells: list[bool] = []
        """Whether each open cell is itself a paragraph."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what prints; an attribute that no twin has is named."""
        said = dict(attrs)
        if set(said) - {*_ALLOWED.get(tag, ())}:
            self._edge(f"<{tag} {' '.join(sorted(said))}>")
        if tag in _PARAGRAPHS:
            self._begin(f"{tag}.{said.get('class')}")
        elif tag in _CELLS:
            self._cell(said)
        elif tag == "br":
            self.text.append("\n")
        elif tag in _EDGES:
            self._edge(f"{_EDGES[tag]}{said.get('class', '')}")
        elif tag not in _SILENT:
            self._edge(f"<{tag}>")

    def _cell(self, said: dict[str, str | None]) -> None:
        self._edge(f"cell {said.get('colspan', 1)}")
        self.cells.append("class" in said)
        if "class" in said:
            self._begin(f"p.{said['class']}")

    def handle_endtag(self, tag: str) -> None:
        """End what has printed."""
        if tag in _PARAGRAPHS or (tag in _CELLS and self.cells and self.cells.pop()):
            self._edge("end of paragraph")
            self.within = False
        elif tag in ("table", "tr"):
            self._edge(f"end of {'row' if tag == 'tr' else tag}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<br />` is `<br>`."""
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        """Words, or tags between paragraphs."""
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        """No twin has a comment after its first line."""
        self._edge(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        """No twin declares anything."""
        self._edge(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        """No twin instructs anybody."""
        self._edge(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        """Nor in any other way."""
        self._edge(f"<![{data}]>")

    def flush(self) -> None:
        """Make tokens of the text so far."""
        kept = list(tokens("".join(self.text)))
        self.found += kept if self.within else [token for token in kept if token.said.strip()]
        self.text.clear()

    def _begin(self, said: str) -> None:
        self._edge(said)
        self.within = True

    def _edge(self, said: str) -> None:
        self.flush()
        self.found.append(edge(said))
