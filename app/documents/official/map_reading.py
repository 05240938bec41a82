"""Reads the map of an official form: everything wrong in it at once, each at its line, or a Map."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from app.core.loader import Node, Pairs, Row, Text, parse
from app.core.places import Mistake, Mistakes, Place
from app.core.shape import fit, place_of
from app.documents import syntax
from app.documents.official.maps import Box, Map, Named, Rule
from app.documents.official.shape import FieldShape, MapShape
from app.documents.syntax import Tag

FOLDER = "templates/pdf"
_NUMBER = r"-?\d+(?:\.\d+)?"
_AT = re.compile(rf"page (\d+), ({_NUMBER}) ({_NUMBER}) ({_NUMBER}) ({_NUMBER})")
_NAME = re.compile("[a-z][a-z0-9_]*")
_STEP = re.compile(r"\.(\d+)(?=\.|\s|$)")


def files(root: Path, form: str) -> list[Path]:
    """The maps an office has put beside this form's PDFs, by name."""
    return sorted((root / FOLDER / form).glob("*.yaml"))


def read(root: Path, path: Path) -> Map:
    """The map at a path; raises Mistakes with everything wrong in it."""
    name = path.relative_to(root).as_posix()
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Mistakes([Mistake(Place(name), f"This file cannot be read ({error.strerror}).")]) from error
    return parsed(data, name, path.stem)


@lru_cache(maxsize=32)
def parsed(data: bytes, file: str, name: str) -> Map:
    """The map in the bytes of a file; raises Mistakes."""
    node = parse(data, file)
    shape = fit(MapShape, node)
    if isinstance(shape, list):
        raise Mistakes(shape)
    reading = _Reading(node)
    made = reading.map(shape, file, name)
    if reading.mistakes:
        raise Mistakes(reading.mistakes)
    return made


class _Reading:
    def __init__(self, node: Node) -> None:
        self.node = node
        self.mistakes: list[Mistake] = []

    def map(self, shape: MapShape, file: str, name: str) -> Map:
        if not shape.revision.strip() and not shape.sha256:
            self._wrong(
                (), "Write `revision:`, words that stand in this edition of the form, or its `sha256:`."
            )
        if shape.sha256 and not re.fullmatch("[0-9a-f]{64}", shape.sha256):
            self._wrong(("sha256",), "`sha256` must be the 64 digits that `sha256sum` prints for the PDF.")
        rules = tuple(self._rule(field, number) for number, field in enumerate(shape.fields))
        places = {key.text: key.place for key, _ in self.node} if isinstance(self.node, Pairs) else {}
        empty = {each: self._at(("left empty", number)) for number, each in enumerate(shape.left_empty)}
        self._twice(rules, empty)
        return Map(
            file, self.node.place, name, shape.title, shape.audience, shape.filing, shape.revision,
            shape.sha256, self._when(shape), shape.after, tuple(shape.cites), tuple(shape.reveals),
            self._named(shape.heading, ("heading",)), rules, empty, places,
        )  # fmt: skip

    def _rule(self, field: FieldShape, number: int) -> Rule:
        path = ("fields", number)
        if bool(field.value) == bool(field.on):
            self._wrong(path, "A field has either `value:`, what is written in it, or `on:`, what ticks it.")
        if not field.name and (isinstance(field.on, dict) and field.on or len(field.at) > 1):
            self._wrong(path, "A field without a name has one place `at:`, and `on:` with a name alone.")
        if field.name and isinstance(field.on, str):
            self._wrong(
                (*path, "on"), "Write `on:` as `export value: name`; the form says which values it has."
            )
        if field.most and not field.most.isdigit():
            self._wrong((*path, "most"), "`most` must be a whole number of characters.")
        on = {"": field.on} if isinstance(field.on, str) else dict(field.on)
        return Rule(
            self._at(path), field.name, tuple(self._boxes(field.at, (*path, "at"))), field.item or field.name,
            self._named(field.value, (*path, "value")), field.join, on or None,
            int(field.most) if field.most.isdigit() else None, field.overflow is not None,
        )  # fmt: skip

    def _boxes(self, texts: Sequence[str], path: tuple[int | str, ...]) -> Iterator[Box]:
        for text in texts:
            found = _AT.fullmatch(text.strip())
            if found is None:
                self._wrong(
                    path, "Write the place as `page 1, 72 700 300 716`: left, bottom, right, top in points."
                )
                continue
            page, *sides = found.groups()
            left, bottom, right, top = map(float, sides)
            if left >= right or bottom >= top:
                self._wrong(path, "This place has no room; write left, bottom, right and top in this order.")
            yield Box(int(page), left, bottom, right, top)

    def _named(self, texts: Sequence[str], path: tuple[int | str, ...]) -> tuple[Named, ...]:
        found = []
        for text in texts:
            # The number of an item is no name to a template's syntax; it is put back as it was.
            tagged = _STEP.sub(r".item__\1", text)
            tags = list(syntax.scan([("", f"{{{{ {tagged} }}}}")]))
            if len(tags) == 1 and isinstance(tags[0], Tag) and tags[0].says == "print":
                steps = tuple(step.removeprefix("item__") for step in tags[0].path)
                found.append(Named(steps, tags[0].filters))
            else:
                self._wrong(path, f"`{text[:60]}` is no name as templates write it, like `client_name.full`.")
        return tuple(found)

    def _when(self, shape: MapShape) -> tuple[str, ...]:
        if shape.when is None:
            return ()
        nodes = shape.when.nodes if isinstance(shape.when, Row) else (shape.when,)
        names = tuple(node.text for node in nodes if isinstance(node, Text))
        if not names or len(names) < len(nodes) or not all(_NAME.fullmatch(name) for name in names):
            sentence = "`when` names facts, yes-or-no questions or documents of the form that all must hold."
            self._wrong(("when",), sentence)
        return names

    def _twice(self, rules: Sequence[Rule], empty: Mapping[str, Place]) -> None:
        seen: dict[str, Place] = dict(empty)
        for rule in rules:
            if rule.name and rule.name in seen:
                sentence = f"The field “{rule.name}” stands in line {seen[rule.name].line} too; keep one."
                self.mistakes.append(Mistake(rule.place, sentence))
            seen.setdefault(rule.name, rule.place)

    def _at(self, path: tuple[int | str, ...]) -> Place:
        return place_of(self.node, path)

    def _wrong(self, path: tuple[int | str, ...], sentence: str) -> None:
        self.mistakes.append(Mistake(self._at(path), sentence))
