"""What a template may say, checked before anything is compiled: names, parts, filters, `if`, `for`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from app.documents import tag_hints
from app.documents.environment import LOOP_PARTS
from app.documents.filters import FILTERS

Says = Literal["print", "if", "else", "endif", "for", "endfor"]
_NAME = r"[A-Za-z][A-Za-z0-9_]*"
_PATH = rf"{_NAME}(?:\.{_NAME})*"
_PRINT = re.compile(rf"\s*(?P<path>{_PATH})\s*(?P<filters>(?:\|\s*{_NAME}\s*)*)")
_IF = re.compile(rf"\s*if\s+(?P<denied>not\s+)?(?P<path>{_PATH})\s*")
_FOR = re.compile(rf"\s*for\s+(?P<target>{_NAME})\s+in\s+(?P<path>{_PATH})\s*")
_WORD = re.compile(r"\s*(?P<word>else|endif|endfor)\s*")
_TAG = re.compile(
    # A tag ends before the next begins: without that, a file of nothing but “{{” would be read for hours.
    r"\{\{(?P<print>(?:(?!\{[{%]).)*?)\}\}|\{%(?P<block>(?:(?!\{[{%]).)*?)%\}"
    r"|(?P<stray>\{\{|\}\}|\{%|%\}|\{#|#\})",
    re.DOTALL,
)
# Words that Jinja reads as something else than a name.
_KEYWORDS = frozenset("and or not in is if else elif for true false none True False None recursive".split())


@dataclass(frozen=True)
class Mistake:
    """Something a template may not say, and where."""

    place: str
    sentence: str
    rule: str = "tag"
    """The rule of `app.core.faults` it breaks."""

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}"


@dataclass(frozen=True)
class Tag:
    """One tag of a template, understood."""

    says: Says
    place: str
    path: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    target: str = ""
    denied: bool = False
    """Whether it is an `if not`."""


@dataclass(frozen=True)
class Use:
    """One reading of a name, loop names replaced by what they run over: `("weeks", "[]", "hours")`."""

    path: tuple[str, ...]
    says: Literal["print", "if", "for"]
    filters: tuple[str, ...]
    place: str


def mistakes(source: str) -> list[Mistake]:
    """Everything a source says that a template may not say, in the order of the page, by line."""
    tags = list(scan(_by_line(source)))
    return [tag for tag in tags if isinstance(tag, Mistake)] + structure(
        [t for t in tags if isinstance(t, Tag)]
    )


def uses(source: str) -> list[Use]:
    """Every name a source reads; a source with mistakes gives what could be understood."""
    return resolved([tag for tag in scan(_by_line(source)) if isinstance(tag, Tag)])


def scan(pieces: Iterable[tuple[str, str]]) -> Iterator[Tag | Mistake]:
    """The tags of (place, text) pieces; a tag may not run on from one piece into the next."""
    for place, text in pieces:
        for found in _TAG.finditer(text):
            if found["stray"]:
                yield Mistake(place, _stray(found["stray"]))
            elif found["print"] is not None:
                yield _understood_print(found["print"], place)
            else:
                yield _understood_block(found["block"], place)


def words(text: str) -> str:
    """What a text says beside its tags, each of which is one NUL here."""
    return _TAG.sub("\0", text)


def structure(tags: Iterable[Tag]) -> list[Mistake]:
    """Every `if` and `for` that is not closed, every `else` and end without its beginning."""
    found, open_tags = [], list[Tag]()
    for tag in tags:
        if tag.says in ("if", "for"):
            open_tags.append(tag)
        elif tag.says == "else":
            found += _else_faults(tag, open_tags)
        elif tag.says in ("endif", "endfor"):
            found += _end_faults(tag, open_tags)
    # An `if` that has had its `else` is as open as one without.
    opened = ((tag.place, "for" if tag.says == "for" else "if") for tag in open_tags)
    return found + [Mistake(place, f"“{says}” is not closed by “end{says}”.") for place, says in opened]


def resolved(tags: Iterable[Tag]) -> list[Use]:
    """The names tags read, loop by loop; what a template asks of its loop itself is left out."""
    found: list[Use] = []
    scopes: list[tuple[str, tuple[str, ...]] | None] = []
    for tag in tags:
        if tag.says in ("endif", "endfor") and scopes:
            scopes.pop()
        if tag.says in ("print", "if", "for") and tag.path[0] != "loop":
            found.append(Use(_outer(tag.path, scopes), tag.says, tag.filters, tag.place))
        if tag.says == "if":
            scopes.append(None)
        if tag.says == "for":
            scopes.append((tag.target, (*_outer(tag.path, scopes), "[]")))
    return found


def _outer(path: tuple[str, ...], scopes: list[tuple[str, tuple[str, ...]] | None]) -> tuple[str, ...]:
    for scope in reversed(scopes):
        if scope and scope[0] == path[0]:
            return scope[1] + path[1:]
    return path


def _by_line(source: str) -> Iterator[tuple[str, str]]:
    for place, line in enumerate(source.split("\n"), start=1):
        yield f"line {place}", line


def _stray(mark: str) -> str:
    if mark in ("{#", "#}"):
        return f"“{mark}” begins or ends a comment; a template holds none."
    return f"“{mark}” stands alone; a tag begins with {{{{ or {{% and ends with }}}} or %}} in one paragraph."


def _understood_print(inside: str, place: str) -> Tag | Mistake:
    if not (found := _PRINT.fullmatch(inside)):
        said, why = tag_hints.shown(f"{{{{{inside}}}}}"), tag_hints.hint(inside)
        return Mistake(place, f"“{said}” may hold a name, its parts and filters without arguments{why}.")
    tag = Tag(
        "print",
        place,
        tuple(found["path"].split(".")),
        tuple(name.strip() for name in found["filters"].split("|")[1:]),
    )
    for name in tag.filters:
        if name not in FILTERS:
            said = tag_hints.shown(name)
            return Mistake(place, f"there is no filter “{said}”; there are {', '.join(sorted(FILTERS))}.")
    return _name_checked(tag)


def _understood_block(inside: str, place: str) -> Tag | Mistake:
    if found := _WORD.fullmatch(inside):
        return Tag(found["word"], place)  # type: ignore[arg-type]
    if found := _IF.fullmatch(inside):
        return _name_checked(Tag("if", place, tuple(found["path"].split(".")), denied=bool(found["denied"])))
    if found := _FOR.fullmatch(inside):
        return _name_checked(Tag("for", place, tuple(found["path"].split(".")), target=found["target"]))
    return Mistake(
        place,
        f"“{tag_hints.shown(f'{{%{inside}%}}')}” is not one of: if name, if not name, else, endif, "
        f"for x in name, endfor; a comparison is a fact of the questionnaire{tag_hints.hint(inside)}.",
    )


def _name_checked(tag: Tag) -> Tag | Mistake:
    for name in (*tag.path, tag.target):
        if name in _KEYWORDS or name.startswith("_"):
            return Mistake(tag.place, f"“{name}” cannot be a name in a template.")
    if tag.target == "loop" or (
        tag.path[0] == "loop" and (len(tag.path) != 2 or tag.path[1] not in LOOP_PARTS)
    ):
        return Mistake(tag.place, f"of “loop” a template may ask only {', '.join(sorted(LOOP_PARTS))}.")
    if tag.says == "for" and tag.path[0] == "loop":
        return Mistake(tag.place, f"“{'.'.join(tag.path)}” is no list, so nothing can be repeated for it.")
    return tag


def _else_faults(tag: Tag, open_tags: list[Tag]) -> list[Mistake]:
    if not open_tags or open_tags[-1].says != "if":
        return [Mistake(tag.place, "“else” stands outside an “if”, or a second time in one.")]
    # An `if` that has had its `else` is marked, so that a second one is noticed.
    open_tags[-1] = replace(open_tags[-1], says="else")
    return []


def _end_faults(tag: Tag, open_tags: list[Tag]) -> list[Mistake]:
    begun = ("if", "else") if tag.says == "endif" else ("for",)
    if not open_tags or open_tags[-1].says not in begun:
        return [Mistake(tag.place, f"“{tag.says}” has no “{begun[0]}” before it that is still open.")]
    open_tags.pop()
    return []
