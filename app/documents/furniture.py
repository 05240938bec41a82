"""All of a Word file that is not its text: headers, footers, settings, properties, written by us."""

from collections.abc import Mapping

from lxml import etree
from markupsafe import escape

from app.documents import package
from app.documents.layouts import DRAFT_MARK, Copy, Layout
from app.documents.package import w

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_COPIED = ("styles", "numbering", "fontTable")
"""Parts taken over from the template, beside the theme."""
_COMMENTS = "word/comments.xml"
_ROOT = ("word/document.xml", "word/_rels/document.xml.rels")

_SETTINGS = (
    f'{_DECLARED}<w:settings xmlns:w="{_WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    + "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
        )
    )
    + '</w:compat><w:themeFontLang w:val="en-US"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    "</w:settings>"
)


def clothed(
    parts: Mapping[str, bytes], body: etree._Element, layout: Layout, title: str, copy: Copy
) -> dict[str, bytes]:
    """All parts of the finished file in a fixed order: the body, the template's styles, the engine's own."""
    made = {"word/styles.xml": _untraced(parts["word/styles.xml"])}
    for name in ("word/numbering.xml", "word/fontTable.xml"):
        if name in parts:
            made[name] = _untraced(parts[name])
    if "word/theme/theme1.xml" in parts:
        made["word/theme/theme1.xml"] = parts["word/theme/theme1.xml"]
    made["word/settings.xml"] = _SETTINGS.encode()
    made["word/footer1.xml"] = _footer(layout).encode()
    if lines := _head_lines(layout, copy):
        made["word/header1.xml"] = _part("hdr", "".join(_line(style, text) for style, text in lines)).encode()
    _set_section(body, layout, "word/header1.xml" in made)
    return {
        "[Content_Types].xml": _content_types(made).encode(),
        "_rels/.rels": _package_relations().encode(),
        "word/document.xml": _document(parts, body),
        "word/_rels/document.xml.rels": _relations(made).encode(),
        **made,
        "docProps/core.xml": _properties(title).encode(),
    }


def with_comments(parts: Mapping[str, bytes], comments: bytes) -> dict[str, bytes]:
    """The parts of a finished file with those comments in it, each part that names the others renewed."""
    named = [name for name in parts if name.startswith("word/") and name not in _ROOT]
    made = {name: parts[name] for name in named} | {_COMMENTS: comments}
    head = ("[Content_Types].xml", "_rels/.rels", *_ROOT)
    return {
        **{name: parts[name] for name in head},
        "[Content_Types].xml": _content_types(made).encode(),
        "word/_rels/document.xml.rels": _relations(made).encode(),
        **made,
        "docProps/core.xml": parts["docProps/core.xml"],
    }


def _untraced(xml: bytes) -> bytes:
    """A part without the numbers Word keeps of editing sessions."""
    root = package.parse(xml)
    for trace in ("rsid", "nsid", "tmpl"):
        for element in list(root.iter(w(trace))):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
    return package.written(root)


def _head_lines(layout: Layout, copy: Copy) -> list[tuple[str, str]]:
    lines = [("DraftMark", DRAFT_MARK)] if copy == "review" else []
    return lines + ([("RunningHead", layout.running_head)] if layout.running_head else [])


def _footer(layout: Layout) -> str:
    if layout.court:
        return _part("ftr", _line("PageNumberCourt", "", _field("PAGE")))
    count = f"{_run('Page ')}{_field('PAGE')}{_run(' of ')}{_field('NUMPAGES')}"
    return _part("ftr", _line("PageNumber", "", count))


def _part(kind: str, inside: str) -> str:
    return f'{_DECLARED}<w:{kind} xmlns:w="{_WORD}">{inside}</w:{kind}>'


def _line(style: str, text: str, runs: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs or _run(text)}</w:p>'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _set_section(body: etree._Element, layout: Layout, has_header: bool) -> None:
    """The one section of the document: paper and margins of its layout, our header and footer."""
    for old in body.findall(w("sectPr")):
        body.remove(old)
    edge = round(layout.margin * 1440)
    sideways = ' w:orient="landscape"' if layout.width > layout.height else ""
    head = '<w:headerReference w:type="default" r:id="rIdHeader"/>' if has_header else ""
    body.append(
        package.parse(
            f'<w:sectPr xmlns:w="{_WORD}" xmlns:r="{_RELATION}">{head}'
            '<w:footerReference w:type="default" r:id="rIdFooter"/>'
            f'<w:pgSz w:w="{round(layout.width * 1440)}" w:h="{round(layout.height * 1440)}"{sideways}/>'
            f'<w:pgMar w:top="{edge}" w:right="{edge}" w:bottom="{edge}" w:left="{edge}" '
            f'w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
        )
    )


def _document(parts: Mapping[str, bytes], body: etree._Element) -> bytes:
    root = etree.Element(w("document"), nsmap={"w": _WORD, "r": _RELATION})
    root.append(body)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    return package.written(root)


def _content_types(made: Mapping[str, bytes]) -> str:
    kinds = {
        "word/document.xml": f"{_TYPE}.document.main+xml",
        "word/header1.xml": f"{_TYPE}.header+xml",
        "word/footer1.xml": f"{_TYPE}.footer+xml",
        "word/settings.xml": f"{_TYPE}.settings+xml",
        _COMMENTS: f"{_TYPE}.comments+xml",
        "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        **{f"word/{name}.xml": f"{_TYPE}.{name}+xml" for name in _COPIED},
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kinds[name]}"/>'
        for name in ("word/document.xml", *made, "docProps/core.xml")
    )
    return (
        f'{_DECLARED}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(rows: list[tuple[str, str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in rows
    )
    return (
        f'{_DECLARED}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{inside}</Relationships>"
    )


def _package_relations() -> str:
    return _relationships(
        [
            ("rId1", f"{_RELATION}/officeDocument", "word/document.xml"),
            (
                "rId2",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
        ]
    )


def _relations(made: Mapping[str, bytes]) -> str:
    ids = {"header1": "rIdHeader", "footer1": "rIdFooter"}
    rows = []
    for number, name in enumerate(made, start=1):
        target = name.removeprefix("word/")
        kind = target.removeprefix("theme/").removesuffix(".xml").rstrip("1")
        rows.append((ids.get(target.removesuffix(".xml"), f"rId{number}"), f"{_RELATION}/{kind}", target))
    return _relationships(rows)


def _properties(title: str) -> str:
    return (
        f"{_DECLARED}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
        "<dc:language>en-US</dc:language></cp:coreProperties>"
    )
