"""Proof that a part stays well-formed XML whatever plain data are filled in.

It holds where every branch and every loop's body leaves the same elements open that it found open, and every
value stands in text or in the value of an attribute.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

from jinja2 import nodes

from app.documents.compiled.calm import Calm, is_legal

_VALUE, _BLOCK = "\ue000", "\ue001"
# libxml2 reads no deeper than 256; the part may stand within others.
_DEEPEST = 200


class _Unproven(Exception):
    """Nothing can be told of this template before it is filled."""


@dataclass
class _Marks:
    """What expat found in one fragment: the values, and the blocks with their places in order."""

    values: int = 0
    in_attributes: bool = False
    open: list[str] = field(default_factory=list)
    blocks: list[tuple[str, ...] | None] = field(default_factory=list)
    """For each block the elements around it; None where it stands in an attribute."""

    def see(self, text: str, *, attribute: bool = False) -> None:
        for character in text:
            if character in (_VALUE, _BLOCK):
                self.in_attributes |= attribute
                self.values += character == _VALUE
            if character == _BLOCK:
                self.blocks.append(None if attribute else tuple(self.open))

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        self.open.append(name)
        if len(self.open) > _DEEPEST:
            raise _Unproven
        for value in attributes.values():
            self.see(value, attribute=True)

    def end(self, _name: str) -> None:
        self.open.pop()


class _Shape:
    def __init__(self, calm: Calm) -> None:
        self.calm = calm

    def whole(self, body: Sequence[nodes.Node], around: tuple[str, ...] | None) -> None:
        """Raise unless these nodes leave the elements around them (or the attribute) as they found them."""
        text, values, blocks = self._flat(body)
        if "]]" in text or (around is None and '"' in text):
            raise _Unproven
        found = _parsed(_within(text, around))
        odd = found.in_attributes and not self.calm.escaping
        if odd or found.values != values or len(found.blocks) != len(blocks):
            raise _Unproven
        for block, place in zip(blocks, found.blocks, strict=True):
            for branch in self._branches(block):
                self.whole(branch, place)

    def _flat(self, body: Sequence[nodes.Node]) -> tuple[str, int, list[nodes.Stmt]]:
        pieces = list(self._pieces(body))
        texts = [
            piece if isinstance(piece, str) else _VALUE if isinstance(piece, nodes.Expr) else _BLOCK
            for piece in pieces
        ]
        blocks = [each for each in pieces if isinstance(each, nodes.Stmt)]
        return "".join(texts), sum(isinstance(each, nodes.Expr) for each in pieces), blocks

    def _pieces(self, body: Sequence[nodes.Node]) -> Iterator[str | nodes.Node]:
        for node in body:
            if isinstance(node, nodes.Output):
                for child in node.nodes:
                    yield child.data if isinstance(child, nodes.TemplateData) else self._printed(child)
            elif isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
                if not self.calm.gives(node.node):
                    raise _Unproven
            elif isinstance(node, nodes.If | nodes.For):
                yield node
            else:
                raise _Unproven

    def _printed(self, node: nodes.Expr) -> nodes.Expr:
        if not self.calm.prints(node):
            raise _Unproven
        return node

    def _branches(self, block: nodes.Node) -> Iterator[Sequence[nodes.Node]]:
        if isinstance(block, nodes.If):
            yield from (block.body, block.else_)
            for other in block.elif_:
                yield from self._branches(other)
            fine = self.calm.tests(block.test)
        elif isinstance(block, nodes.For):
            yield from (block.body, block.else_)
            tested = block.test is None or self.calm.tests(block.test)
            fine = tested and not block.recursive and self.calm.gives(block.iter)
        else:
            fine = False
        if not fine:
            raise _Unproven


def _within(text: str, around: tuple[str, ...] | None) -> str:
    if around is None:
        return f'<x a="{text}"/>'
    begun = "".join(f"<{name}>" for name in around)
    return begun + text + "".join(f"</{name}>" for name in reversed(around))


def _parsed(text: str) -> _Marks:
    marks = _Marks()
    parser = expat.ParserCreate("UTF-8")
    parser.buffer_text = True
    parser.StartElementHandler = marks.begin
    parser.EndElementHandler = marks.end
    parser.CharacterDataHandler = marks.see
    parser.StartCdataSectionHandler = _refuse
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(text.encode(), True)
    except (expat.ExpatError, UnicodeEncodeError) as fault:
        raise _Unproven from fault
    return marks


def _refuse(*_: object) -> None:
    raise _Unproven


def is_whole(tree: nodes.Template, global_names: frozenset[str], *, escaping: bool) -> bool:
    """Whether this template is well-formed XML with all plain data.

    Without escaping it is so only for texts that hold none of `<>&`.
    """
    data = "".join(each.data for each in tree.find_all(nodes.TemplateData))
    if _VALUE in data or _BLOCK in data or not is_legal(data):
        return False
    calm = Calm(escaping=escaping, global_names=global_names)
    try:
        _Shape(calm).whole(tree.body, ())
    except (_Unproven, RecursionError):
        return False
    return True
