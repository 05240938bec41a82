"""`compile(template).render(context)`: what docxtpl makes of a template, without opening it each time.

docxtpl 0.20.2 is the definition: the canonical XML of every part is what it would be there. One thing is
left out on purpose: docxtpl fills footnotes once for every section of the document, so that an answer printed
in a footnote is read as a template the second time. Here footnotes are filled once, as with one section.
"""

import hashlib
import io
import zipfile
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.oxml import serialize_part_xml
from docx.oxml.parser import parse_xml
from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree

from app.documents.compiled import archive, bound, calm, grids, jinja, program, proof
from app.documents.compiled.program import Part, Program

_MOST = 64
_PROGRAMS: OrderedDict[str, Program | None] = OrderedDict()
# No lock: a thread or a forked process that comes second makes the same program again, at worst.
_QUICK = {False: jinja.Quick(), True: jinja.Quick(autoescape=True)}


class Compiled:
    """A Word template, ready to be filled; the work on the template is shared by all of the same bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.digest = hashlib.sha256(data).hexdigest()
        self._tpl: Any = None

    @property
    def tpl(self) -> Any:
        """A DocxTemplate of this template for values that need one: `InlineImage(compiled.tpl, …)`.

        What is done to it (links, subdocuments, `replace_pic` …) is done to every file rendered afterwards.
        """
        if self._tpl is None:
            self._tpl = DocxTemplate(io.BytesIO(self.data))
        return self._tpl

    def render(
        self, context: Mapping[str, object], env: Environment | None = None, autoescape: Any = False
    ) -> bytes:
        """The filled Word file; raises what docxtpl would raise."""
        texts = proof.plain_texts(context)
        known = bound.find(() if texts is not None else context, env)
        if self._tpl is not None and not any(each is self._tpl for each in known.templates):
            known.templates.append(self._tpl)
        made = None if known.templates else _program(self.digest, self.data)
        if made is None:
            return bound.rendered(self.data, context, env, autoescape, known)
        within = made.sources.bound(_environment(env, autoescape))
        known_well = texts is not None and within.is_ordinary
        harmless = known_well and _is_calm("".join(texts or ()), within.environment.autoescape)
        return archive.written(_members(made, context, within, harmless))


def _is_calm(text: str, autoescape: Any) -> bool:
    """Whether plain text is escaped, or has nothing to escape, so that no markup comes of it."""
    if autoescape is not True and (autoescape or "<" in text or "&" in text or ">" in text):
        return False
    return calm.is_legal(text)


def compile(template: Path | str | bytes) -> Compiled:  # noqa: A001
    """The template at this place (or these bytes of one); it is opened when it is first rendered.

    Raises python-docx's PackageNotFoundError where no Word file is.
    """
    return Compiled(template if isinstance(template, bytes) else _read(Path(template)))


def _read(path: Path) -> bytes:
    if path.is_dir():
        # python-docx opens an unpacked file, too.
        whole = io.BytesIO()
        Document(str(path)).save(whole)
        return whole.getvalue()
    try:
        data = path.read_bytes()
    except OSError:
        data = b""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise PackageNotFoundError(f"Package not found at '{path}'")
    return data


def _program(digest: str, data: bytes) -> Program | None:
    if digest not in _PROGRAMS:
        _PROGRAMS[digest] = program.opened(data)
        while len(_PROGRAMS) > _MOST:
            _PROGRAMS.popitem(last=False)
    return _PROGRAMS[digest]


def _environment(given: Environment | None, autoescape: Any) -> Environment:
    if given is None:
        return _QUICK[autoescape] if isinstance(autoescape, bool) else jinja.Quick(autoescape=autoescape)
    if autoescape:
        # docxtpl sets it in the caller's environment, too.
        given.autoescape = autoescape
    return given


def _members(
    made: Program, context: Mapping[str, object], within: jinja.Bound, harmless: bool
) -> Iterator[archive.Member]:
    changed = dict(_changed(made, context, within, harmless))
    return (changed.get(name, member) for name, member in made.members.items())


def _changed(
    made: Program, context: Mapping[str, object], within: jinja.Bound, harmless: bool
) -> Iterator[tuple[str, archive.Member]]:
    """The filled parts, in docxtpl's order."""
    straight = within.straight(made.body.source) if harmless else None
    text = jinja.filled_straight(straight, made.body.source, context) if straight else None
    whole = text is not None
    if text is None:
        text = jinja.filled(within, made.body.source, context)
    settled = whole and made.static
    inside = grids.body(text, drawings=made.drawings, settled=settled, named=made.named, whole=whole)
    if isinstance(inside, bytes):
        filled = made.head + inside + made.tail
        has_section = bool(made.notes) and (made.has_section or _has_section(inside))
    else:
        has_section = bool(made.notes) and _has_section(inside)
        filled = program.around(made, inside)
    yield made.body.name, archive.member(made.body.name, filled)
    for part in made.pages:
        yield part.name, _part(made, part, context, within, _reparsed)
    yield made.core_name, _core(made, context, within)
    if has_section:
        for part in made.notes:
            yield part.name, _part(made, part, context, within, str.encode)


def _part(
    made: Program,
    part: Part,
    context: Mapping[str, object],
    within: jinja.Bound,
    end: Callable[[str], bytes],
) -> archive.Member:
    key = (part.name, bool(within.environment.autoescape))
    fixed = part.is_fixed and within.is_ordinary
    if fixed and key in made.fixed:
        return made.fixed[key]
    text = jinja.filled(within, part.source, context)
    member = archive.member(part.name, end(text))
    if fixed:
        made.fixed[key] = member
    return member


def _reparsed(text: str) -> bytes:
    """A header or footer as python-docx writes it; broken XML raises, as it does there."""
    return serialize_part_xml(parse_xml(text.encode("utf-8")))


def _core(made: Program, context: Mapping[str, object], within: jinja.Bound) -> archive.Member:
    key = (made.core_name, bool(within.environment.autoescape))
    fixed = within.is_ordinary and made.core is not None and made.properties_are_fixed
    if fixed and key in made.fixed:
        return made.fixed[key]
    texts = [
        (name, within.template(source).render(context) if source else "") for name, source in made.properties
    ]
    member = archive.member(made.core_name, program.core_with(made, texts))
    if fixed:
        made.fixed[key] = member
    return member


def _has_section(body: bytes | Any) -> bool:
    tree = etree.fromstring(body, etree.XMLParser(recover=True)) if isinstance(body, bytes) else body
    names = {"w": tree.nsmap["w"]}
    return bool(tree.xpath("./w:p/w:pPr/w:sectPr | ./w:sectPr", namespaces=names))
