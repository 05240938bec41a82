"""Every place of a Word file, and of a twin, where somebody could hide words from the eye of a reader."""

from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape, quoteattr

from app.documents import package
from app.documents.package import MAIN
from tests.documents.engine.papers import BASE

Parts = dict[str, bytes]
Placement = Callable[[str], Parts]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARAGRAPH = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>{}</w:p>'


def _base() -> Parts:
    parts = package.opened(BASE)
    core = parts["docProps/core.xml"]
    assert b"category" in core
    return parts


def in_body(inside: str) -> Parts:
    """A plain template with this after its only paragraph."""
    parts = _base()
    head, mark, tail = parts[MAIN].decode().partition("<w:sectPr")
    plain = PARAGRAPH.format("<w:r><w:t>Plain words.</w:t></w:r>")
    return {**parts, MAIN: f"{head}{plain}{inside}{mark}{tail}".encode()}


def _run(words: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{escape(words)}</w:{tag}></w:r>'


def _beside(kind: str) -> Placement:
    """A part beside the text: a header, footnotes …, held in the package and named in its relations."""

    def placed(words: str) -> Parts:
        root = {"header1": "hdr", "footer1": "ftr"}.get(kind, kind)
        inside = PARAGRAPH.format(_run(words))
        if kind in ("footnotes", "endnotes", "comments"):
            inside = f'<w:{kind[:-1]} w:id="5">{inside}</w:{kind[:-1]}>'
        parts = in_body("")
        relations = parts["word/_rels/document.xml.rels"].decode()
        type_ = f"{_RELATION}/{kind.rstrip('1')}"
        named = f'<Relationship Id="rIdX" Type="{type_}" Target="{kind}.xml"/></Relationships>'
        parts["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", named).encode()
        types = parts["[Content_Types].xml"].decode()
        content = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        over = (
            f'<Override PartName="/word/{kind}.xml" ContentType="{content}.{kind.rstrip("1")}+xml"/></Types>'
        )
        parts["[Content_Types].xml"] = types.replace("</Types>", over).encode()
        parts[f"word/{kind}.xml"] = f'<w:{root} xmlns:w="{_W}">{inside}</w:{root}>'.encode()
        return parts

    return placed


def _property(name: str) -> Placement:
    def placed(words: str) -> Parts:
        parts = in_body("")
        core = parts["docProps/core.xml"].decode()
        added = f'<dc:{name} xmlns:dc="http://purl.org/dc/elements/1.1/">{escape(words)}</dc:{name}>'
        parts["docProps/core.xml"] = core.replace(
            "</cp:coreProperties>", f"{added}</cp:coreProperties>"
        ).encode()
        return parts

    return placed


def _custom(words: str) -> Parts:
    custom = f"<Properties><property name='x'>{escape(words)}</property></Properties>"
    return {**in_body(""), "docProps/custom.xml": custom.encode()}


def _settings(words: str) -> Parts:
    setting = f"<w:docVars><w:docVar w:name='x' w:val={quoteattr(words)}/></w:docVars></w:settings>"
    parts = in_body("")
    return {
        **parts,
        "word/settings.xml": parts["word/settings.xml"].replace(b"</w:settings>", setting.encode()),
    }


def _style_name(words: str) -> Parts:
    style = (
        f"<w:style w:type='paragraph' w:styleId='X'><w:name w:val={quoteattr(words)}/></w:style></w:styles>"
    )
    parts = in_body("")
    return {**parts, "word/styles.xml": parts["word/styles.xml"].replace(b"</w:styles>", style.encode())}


def _cell(words: str) -> Parts:
    cell = PARAGRAPH.format(_run(words)).replace("BodyText", "TableText")
    return in_body(
        '<w:tbl><w:tblPr><w:tblStyle w:val="RuledTable"/></w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>'
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr>{cell}</w:tc></w:tr></w:tbl>'
    )


def _split(words: str) -> Parts:
    """Cut into a run a letter, as Word leaves a text that was typed with many corrections."""
    return in_body(PARAGRAPH.format("".join(f"{_run(letter)}<w:proofErr w:type='x'/>" for letter in words)))


def _drawing(words: str) -> Parts:
    drawn = f'<wp:inline xmlns:wp="{_WP}"><wp:docPr id="1" name="x" descr={quoteattr(words)}/></wp:inline>'
    return in_body(PARAGRAPH.format(f"<w:r><w:drawing>{drawn}</w:drawing></w:r>"))


def _text_box(words: str) -> Parts:
    inside = f"<w:txbxContent>{PARAGRAPH.format(_run(words))}</w:txbxContent>"
    return in_body(PARAGRAPH.format(f"<w:r><w:pict>{inside}</w:pict></w:r>"))


def _around(before: str, after: str, tag: str = "t") -> Placement:
    """A run of words in a paragraph, between these elements."""
    return lambda words: in_body(PARAGRAPH.format(f"{before}{_run(words, tag)}{after}"))


def _control(words: str) -> Parts:
    return in_body(f"<w:sdt><w:sdtContent>{PARAGRAPH.format(_run(words))}</w:sdtContent></w:sdt>")


def _bookmark(words: str) -> Parts:
    return in_body(f'<w:bookmarkStart w:id="9" w:name={quoteattr(words)}/><w:bookmarkEnd w:id="9"/>')


IN_THE_TEXT: Mapping[str, Placement] = {
    "a paragraph": _around("", ""),
    "runs of a letter each": _split,
    "a cell": _cell,
    "a text box": _text_box,
    "a content control": _control,
    "a field code": _around("", "", "instrText"),
    "an insertion": _around('<w:ins w:id="1" w:author="x">', "</w:ins>"),
    "a deletion": _around('<w:del w:id="1" w:author="x">', "</w:del>", "delText"),
    "an alternative text": _drawing,
    "a bookmark's name": _bookmark,
    "a header": _beside("header1"),
    "a footer": _beside("footer1"),
    "a footnote": _beside("footnotes"),
    "an endnote": _beside("endnotes"),
    "a comment": _beside("comments"),
}
"""Places where a template must not say it: it is a mistake."""

UNSEEN: Mapping[str, Placement] = {
    "the title": _property("title"),
    "the author": _property("creator"),
    "the description": _property("description"),
    "a custom property": _custom,
    "a document variable": _settings,
    "the name of a style": _style_name,
}
"""Places that are never filled: what stands there is a mistake, or stays as it is, or is left out."""
