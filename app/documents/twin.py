"""The HTML twin of a Word template: each style a class of the same name, every tag kept, no word lost."""

import re
from io import BytesIO
from pathlib import Path

import mammoth
from lxml import etree

from app.documents import package, styles, template
from app.documents.errors import BrokenDocument
from app.documents.package import w
from app.documents.syntax import Mistake
from app.documents.template import Template, TemplateMistakes

_STYLES = "word/styles.xml"
_READ = ("[Content_Types].xml", "_rels/.rels")
"""The parts beside text and styles that mammoth needs; reading the others takes it most of its time."""
_MARK = "TwinLine"
_BLOCK_TAG = re.compile(r"\s*(\{%.*?%\})\s*", re.DOTALL)
_ROW = f"{_MARK}Row"
_LINE = re.compile(
    rf'<tr><td><p class="{_ROW.lower()}">(?P<row>.*?)</p></td></tr>'
    rf'|<p class="{_MARK.lower()}">(?P<line>.*?)</p>'
)
_CELLS = "|".join(styles.slug(name) for name in styles.CELLS)
_LONE = re.compile(
    rf'<(?P<cell>td|th)(?P<more>[^>]*)><p(?P<style> class="(?:{_CELLS})")>'
    r"(?P<words>(?:[^<]|<(?!/?p\b))*)</p></(?P=cell)>"
)
_IN_TAG = re.compile(r"\{[{%].*?[%}]\}")
_ENDS = re.compile(
    r"(</(?:p|h1|h2|h3|td|th|table|thead|tbody|tr)>(?!</t[dh]>)|<(?:thead|tbody|tr)>|<table[^>]*>)(?!\n)"
)


def twin_of(docx: Path) -> str:
    """The twin of a Word template; raises TemplateMistakes rather than lose a word, a tag or a style."""
    made = template.read(docx)
    return f"{_head(docx.name, made)}\n{_html(made, docx.name)}"


def twin_path(docx: Path) -> Path:
    """Where the twin of `templates/docx/…/NAME.docx` lives: `templates/html/…/NAME.html`."""
    parts = list(docx.parts)
    place = len(parts) - 1 - parts[::-1].index("docx")
    parts[place] = "html"
    return Path(*parts).with_suffix(".html")


def is_current(docx: Path, html: Path) -> bool:
    """Whether the twin is to the letter what this Word file gives: not out of date, not edited by hand."""
    try:
        return html.read_text(encoding="utf-8") == twin_of(docx)
    except (FileNotFoundError, TemplateMistakes):
        return False


def _head(name: str, made: Template) -> str:
    return (
        f"<!-- Made from {name} by “draftwell twin”; never edited by hand. "
        f"sha256 {made.digest}, layout {made.layout.name} -->"
    )


def _html(made: Template, name: str) -> str:
    body = _with_lines(package.parse(made.jinja))
    converted = mammoth.convert_to_html(
        BytesIO(_as_file(made, body)),
        style_map=_style_map(made),
        include_default_style_map=False,
        include_embedded_style_map=False,
        ignore_empty_paragraphs=False,
    )
    if converted.messages:
        raise TemplateMistakes(name, [Mistake("the file", message.message) for message in converted.messages])
    return _tidied(converted.value, body)


def _with_lines(body: etree._Element) -> etree._Element:
    """Each tag between paragraphs or rows gets a paragraph or row of its own, so that mammoth sees it."""
    # A bookmark would become an anchor.
    etree.strip_elements(body, w("bookmarkStart"), w("bookmarkEnd"), with_tail=False)
    for parent in [body, *body.iter(w("tbl")), *body.iter(w("tc"))]:
        if parent.text and parent.text.strip():
            for made in reversed(_lines(parent.text, in_table=parent.tag == w("tbl"))):
                parent.insert(0, made)
            parent.text = None
        for child in list(parent):
            if child.tail and child.tail.strip():
                for made in reversed(_lines(child.tail, in_table=parent.tag == w("tbl"))):
                    child.addnext(made)
            child.tail = None
    return body


def _lines(text: str, *, in_table: bool) -> list[etree._Element]:
    if _BLOCK_TAG.sub("", text):
        raise BrokenDocument(f"Words stand outside every paragraph: {text.strip()}")
    made = []
    for tag in _BLOCK_TAG.findall(text):
        line = etree.fromstring(
            f'<w:p xmlns:w="{etree.QName(w("p")).namespace}"><w:pPr>'
            f'<w:pStyle w:val="{_ROW if in_table else _MARK}"/></w:pPr>'
            "<w:r><w:t/></w:r></w:p>"
        )
        next(line.iter(w("t"))).text = tag
        made.append(_row(line) if in_table else line)
    return made


def _row(line: etree._Element) -> etree._Element:
    row, cell = etree.Element(w("tr")), etree.Element(w("tc"))
    cell.append(line)
    row.append(cell)
    return row


def _as_file(made: Template, body: etree._Element) -> bytes:
    root = package.parse(made.parts[package.MAIN])
    old = root.find(w("body"))
    if old is not None:
        root.replace(old, body)
    parts = {name: made.parts[name] for name in _READ}
    return package.pack({**parts, package.MAIN: package.written(root), _STYLES: _sheet(made)})


def _sheet(made: Template) -> bytes:
    """The names of the styles, which is all that mammoth asks of them; most of a sheet is their look."""
    sheet = package.parse(made.parts[_STYLES])
    names = etree.Element(w("styles"), nsmap={"w": etree.QName(w("p")).namespace})
    for style in sheet.findall(w("style")):
        names.append(_style(style.get(w("type"), ""), style.get(w("styleId"), ""), style.find(w("name"))))
    for mark in (_MARK, _ROW):
        names.append(_style("paragraph", mark, etree.Element(w("name"), {w("val"): mark})))
    return package.written(names)


def _style(kind: str, identity: str, name: etree._Element | None) -> etree._Element:
    made = etree.Element(w("style"), {w("type"): kind, w("styleId"): identity})
    made.extend([] if name is None else [name])
    return made


def _style_map(made: Template) -> str:
    lines = [f"p[style-name='{mark}'] => p.{mark.lower()}:fresh" for mark in (_MARK, _ROW)]
    for name, element in styles.PARAGRAPHS.items():
        lines.append(f"p[style-name='{name}'] => {element}.{styles.slug(name)}:fresh")
    lines += [f"table[style-name='{name}'] => table.{styles.slug(name)}:fresh" for name in styles.TABLES]
    lines += [f"r[style-name='{name}'] => {element}" for name, element in styles.CHARACTERS.items()]
    return "\n".join([*lines, "b => strong", "i => em", "u => u"])


def _tidied(html: str, body: etree._Element) -> str:
    html = _LINE.sub(lambda line: f"\n{line['row'] or line['line']}\n", html)
    # Inside tags the quotes and angles of the source are meant, not their entities.
    html = _IN_TAG.sub(lambda tag: _unescaped(tag[0]), html)
    html = html.replace("<th>", '<th scope="col">').replace("<th colspan", '<th scope="col" colspan')
    # A box less for each cell: in a long table they are most of what is laid out.
    html = _LONE.sub(r"<\g<cell>\g<more>\g<style>>\g<words></\g<cell>>", html)
    html = _ENDS.sub(r"\1\n", html)
    widths = iter([_columns(table) for table in body.iter(w("tbl"))])
    html = re.sub(r"<table[^>]*>\n", lambda table: f"{table[0]}{next(widths)}", html)
    return re.sub(r"\n{2,}", "\n", html).strip() + "\n"


def _columns(table: etree._Element) -> str:
    drawn = [int(column.get(w("w")) or 0) for column in table.iter(w("gridCol"))]
    total = sum(drawn) or 1
    return (
        "<colgroup>"
        + "".join(f'<col style="width: {100 * part / total:.3f}%">' for part in drawn)
        + "</colgroup>\n"
    )


def _unescaped(tag: str) -> str:
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        tag = tag.replace(entity, character)
    return tag
