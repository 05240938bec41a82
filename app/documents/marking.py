"""A Word file with margin comments of the check: each said where it is to be mended, nothing else changed."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from app.documents import package, spots
from app.documents.errors import BrokenDocument
from app.documents.package import w

AUTHOR = "Draftwell check"
"""Who the comments are by."""

_RELATIONS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
# What XML cannot hold, should a sentence quote it.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Run = tuple[etree._Element, etree._Element]
"""The first and the last paragraph a comment is about."""


def marked(data: bytes, notes: Sequence[tuple[str, str]]) -> bytes:
    """The file with a comment for each (spot, sentence), after those it has; BrokenDocument if it is none.

    A spot that is not there means the first paragraph. The comments bear no time, so that the same file with
    the same notes gives the same bytes.
    """
    parts = package.unpack(data)
    root = package.parse(parts[package.MAIN])
    name, comments = _comments(parts)
    places = _places(root)
    number = max((_number(each) for tree in (root, comments) for each in _marks(tree)), default=-1) + 1
    for identity, (spot, sentence) in enumerate(notes, start=number):
        _around(places.get(spots.spot(spot), places[""]), str(identity))
        comments.append(_comment(str(identity), sentence))
    if not notes:
        return data
    changed = {package.MAIN: package.written(root), name: package.written(comments)}
    return package.pack({**parts, **_declared(parts, name), **changed})


def _marks(tree: etree._Element) -> Iterator[etree._Element]:
    return tree.iter(w("comment"), w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))


def _number(mark: etree._Element) -> int:
    written = mark.get(w("id"), "")
    return int(written) if written.isdecimal() and len(written) < 10 else -1


def _places(root: etree._Element) -> dict[str, Run]:
    """The paragraphs of every spot, of every table, and of no spot at all: the first one."""
    body = root.find(w("body"))
    if body is None:
        raise BrokenDocument("The Word file has no body.")
    found: dict[str, Run] = {}
    for paragraph in spots.paragraphs(body, {}):
        here = spots.spot(paragraph.place)
        first = found.get(here, (paragraph.element, paragraph.element))[0]
        found[here] = (first, paragraph.element)
        found.setdefault(here.partition(",")[0], found[here])
    if body.find(f".//{w('p')}") is None:
        body.insert(0, etree.Element(w("p")))
    first = next(body.iter(w("p")))
    return {**found, "": (first, first)}


def _around(run: Run, number: str) -> None:
    """Begin the comment in front of the words of the first paragraph, and end it behind those of the last."""
    first, last = run
    at = sum(1 for child in first if child.tag in (w("pPr"), w("commentRangeStart")))
    first.insert(at, etree.Element(w("commentRangeStart"), {w("id"): number}))
    etree.SubElement(last, w("commentRangeEnd"), {w("id"): number})
    reference = etree.SubElement(last, w("r"))
    etree.SubElement(reference, w("commentReference"), {w("id"): number})


def _comment(number: str, sentence: str) -> etree._Element:
    made = etree.Element(w("comment"), {w("id"): number, w("author"): AUTHOR, w("initials"): "DC"})
    paragraph = etree.SubElement(made, w("p"))
    etree.SubElement(etree.SubElement(paragraph, w("r")), w("annotationRef"))
    text = etree.SubElement(etree.SubElement(paragraph, w("r")), w("t"))
    text.text = " ".join(_UNWRITABLE.sub("\ufffd", sentence).split())
    return made


def _comments(parts: Mapping[str, bytes]) -> tuple[str, etree._Element]:
    """The part with the comments of a file by its name, or a new one."""
    for relation in package.parse(parts.get(_RELATIONS, b"<none/>")):
        name = posixpath.normpath(posixpath.join("/word", relation.get("Target", "")))[1:]
        if relation.get("Type") == f"{_OFFICE}/comments" and name in parts:
            return name, package.parse(parts[name])
    name = next(name for name in _free_names() if name not in parts)
    return name, etree.Element(w("comments"), nsmap={"w": etree.QName(w("comments")).namespace})


def _free_names() -> Iterator[str]:
    yield "word/comments.xml"
    yield from (f"word/comments_check_{number}.xml" for number in range(1, 1_000))


def _declared(parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """The two parts that tell of all others, made to tell of the comments too."""
    if name in parts:
        return {}
    types = package.parse(parts.get(_TYPES, f'<Types xmlns="{_PACKAGE}/content-types"/>'.encode()))
    kind = {"PartName": f"/{name}", "ContentType": _KIND}
    etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override", kind)
    relations = package.parse(
        parts.get(_RELATIONS, f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode())
    )
    target = {"Id": "rIdDraftwellCheck", "Type": f"{_OFFICE}/comments", "Target": name.removeprefix("word/")}
    etree.SubElement(relations, f"{{{_PACKAGE}/relationships}}Relationship", target)
    return {_TYPES: package.written(types), _RELATIONS: package.written(relations)}
