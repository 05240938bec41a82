"""Reads a YAML (or JSON) file as plain words with their places, refusing what makes YAML surprising."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from app.core.places import Mistake, Mistakes, Place

LIMIT_BYTES = 500_000
LIMIT_DEPTH = 20
_PAIR = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Text:
    """A scalar, always as the text that was written; `plain` when it stood without quotes."""

    text: str
    place: Place
    plain: bool = False


@dataclass(frozen=True)
class Pairs:
    """A mapping: its keys in file order, each with its value."""

    pairs: tuple[tuple[Text, "Node"], ...]
    place: Place

    def __iter__(self) -> Iterator[tuple[Text, "Node"]]:
        return iter(self.pairs)

    def get(self, key: str) -> "Node | None":
        """The value under `key`, or None."""
        return next((value for name, value in self.pairs if name.text == key), None)


@dataclass(frozen=True)
class Row:
    """A sequence of nodes."""

    nodes: tuple["Node", ...]
    place: Place


Node = Text | Pairs | Row


def load(path: Path, shown: str | None = None) -> Node:
    """Read `path`; raises Mistakes with every fault that can be seen in one pass."""
    name = shown or str(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Mistakes([Mistake(Place(name), f"This file cannot be read ({error.strerror}).")]) from error
    return parse(data, name)


def parse(data: bytes, name: str) -> Node:
    """Turn the bytes of a file called `name` into nodes, or raise Mistakes."""
    if len(data) > LIMIT_BYTES:
        sentence = f"This file has {len(data):,} bytes; the limit is {LIMIT_BYTES:,}. Split it or shorten it."
        raise Mistakes([Mistake(Place(name), sentence)])
    text = _decoded(data, name)
    reading = _Reading(name, text.split("\n"))
    try:
        node = reading.build(text)
    except yaml.YAMLError as error:
        raise Mistakes([*reading.mistakes, _syntax(error, name)]) from error
    if node is None:
        raise Mistakes([Mistake(Place(name), "This file is empty; write at least one `name: value` line.")])
    if reading.mistakes:
        raise Mistakes(reading.mistakes)
    return node


def _decoded(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        sentence = "This file is not UTF-8 text; save it again with the encoding UTF-8."
        raise Mistakes([Mistake(Place(name, line), sentence)]) from error
    return _PAIR.sub(_joined, text).replace("\r\n", "\n")


def _joined(match: re.Match[str]) -> str:
    """JSON writes characters beyond U+FFFF as two escapes; YAML wants the one character."""
    high, low = (int(part, 16) for part in match.groups())
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _syntax(error: yaml.YAMLError, name: str) -> Mistake:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", "") or getattr(error, "reason", "") or "not readable as YAML")
    return Mistake(_place(name, mark), _advice(problem))


def _place(name: str, mark: Any) -> Place:
    return Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)


def _advice(problem: str) -> str:
    if "mapping values are not allowed" in problem:
        return "There is a second colon in this line; put quotes around text that holds a colon."
    if "could not find expected ':'" in problem or "did not find expected key" in problem:
        return "This line does not read as `name: value`; check the colon, the indentation and the quotes."
    if "control characters" in problem or "special characters" in problem or "escape" in problem:
        return "There is a character here that cannot be printed; take it out."
    if "tab" in problem or "\\t" in problem or "cannot start any token" in problem:
        return "This line begins with a tab or a sign YAML keeps for itself; use spaces, or quote the text."
    return f"This file cannot be read as YAML here ({problem}); check indentation, quotes and brackets."


class _Reading:
    """Builds nodes from the parser's events on a stack of its own, so that depth is ours to limit."""

    def __init__(self, name: str, lines: list[str]) -> None:
        self.name = name
        self.lines = lines
        self.mistakes: list[Mistake] = []
        self.stack: list[tuple[str, Place, list[Node]]] = []
        self.done: Node | None = None
        self.documents = 0

    def build(self, text: str) -> Node | None:
        for event in yaml.parse(text, Loader=_Loader):
            self._take(event)
        return self.done

    def _take(self, event: yaml.Event) -> None:
        place = _place(self.name, event.start_mark)
        match event:
            case yaml.DocumentStartEvent():
                self._document(place)
            case yaml.AliasEvent():
                self._wrong(place, "Write the value again; `*` references are not allowed.")
                self._add(Text("", place))
            case yaml.ScalarEvent():
                self._refuse_tag(event, place)
                self._add(self._scalar(event, place))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._refuse_tag(event, place)
                self._open("map" if isinstance(event, yaml.MappingStartEvent) else "row", place)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close()

    def _document(self, place: Place) -> None:
        self.documents += 1
        if self.documents > 1:
            self._wrong(place, "This file holds a second `---` document; keep one.")

    def _refuse_tag(self, event: yaml.NodeEvent, place: Place) -> None:
        if event.anchor:
            self._wrong(place, "Take the `&` anchor out; every value is written where it belongs.")
        if getattr(event, "tag", None) not in (None, "!"):
            self._wrong(place, "Take the `!` tag out; every value is plain text here.")

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> Text:
        end = _place(self.name, event.end_mark)
        rest = self.lines[end.line - 1][end.column - 1 :] if end.line <= len(self.lines) else ""
        plain = not event.style
        if plain and event.value and rest.lstrip().startswith("#"):
            self._wrong(
                place, "A `#` cuts this text off; put quotes around it, or the comment on its own line."
            )
        return Text("" if plain and event.value in ("null", "~") else event.value, place, plain)

    def _open(self, shape: str, place: Place) -> None:
        if len(self.stack) >= LIMIT_DEPTH:
            sentence = f"This is nested deeper than {LIMIT_DEPTH} levels; write it flatter."
            raise Mistakes([*self.mistakes, Mistake(place, sentence)])
        self.stack.append((shape, place, []))

    def _close(self) -> None:
        shape, place, nodes = self.stack.pop()
        self._add(self._pairs(nodes, place) if shape == "map" else Row(tuple(nodes), place))

    def _pairs(self, nodes: list[Node], place: Place) -> Pairs:
        seen: dict[str, Place] = {}
        pairs: list[tuple[Text, Node]] = []
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Text):
                self._wrong(key.place, "A name before a colon must be plain text.")
                continue
            if key.text in seen:
                first = seen[key.text].line
                self._wrong(
                    key.place,
                    f"`{_short(key.text)}` stands here a second time (first in line {first}); keep one.",
                )
            seen.setdefault(key.text, key.place)
            pairs.append((key, value))
        return Pairs(tuple(pairs), place)

    def _add(self, node: Node) -> None:
        if self.stack:
            self.stack[-1][2].append(node)
        elif self.done is None:
            self.done = node

    def _wrong(self, place: Place, sentence: str) -> None:
        self.mistakes.append(Mistake(place, sentence))


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
