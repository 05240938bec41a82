"""What the elements of a Word file are called by people who use Word, and how each is got rid of."""

from collections.abc import Mapping

# fmt: off
NAMED: Mapping[str, str] = {
    "hyperlink": "a link", "fldSimple": "a field", "fldChar": "a field", "instrText": "a field",
    **dict.fromkeys(
        ("ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
         "moveToRangeEnd", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange",
         "tblGridChange", "trPrChange", "tcPrChange", "cellIns", "cellDel", "cellMerge", "numberingChange",
         "delText", "delInstrText"),
        "a tracked change",
    ),
    **dict.fromkeys(("commentRangeStart", "commentRangeEnd", "commentReference"), "a comment"),
    "footnoteReference": "a footnote", "endnoteReference": "an endnote", "footnoteRef": "a footnote",
    "drawing": "a picture", "pict": "a picture", "object": "an embedded object", "sdt": "a content control",
    "customXml": "an XML mark", "tab": "a tab", "ptab": "a tab", "sym": "a symbol by font",
    "cr": "a line break",
    "AlternateContent": "a text box or shape", "smartTag": "a smart tag", "oMath": "a formula",
    "oMathPara": "a formula", "ruby": "a reading aid", "softHyphen": "a soft hyphen",
    "sectPr": "a section break", "altChunk": "another file", "subDoc": "another file",
    "permStart": "a permission", "permEnd": "a permission",
    "jc": "alignment", "ind": "an indent", "spacing": "spacing", "numPr": "a list", "tabs": "tab stops",
    "keepNext": "keep with next", "pageBreakBefore": "a page break", "pBdr": "a border", "shd": "shading",
    "framePr": "a frame", "rFonts": "a font", "sz": "a font size", "szCs": "a font size", "color": "a colour",
    "u": "underlining", "highlight": "highlighting", "caps": "capitals", "smallCaps": "small capitals",
    "vertAlign": "raised or lowered text", "strike": "a strike", "vanish": "hidden text",
    "specVanish": "hidden text", "webHidden": "hidden text",
    "vMerge": "a cell merged downwards", "hMerge": "a merged cell", "tcBorders": "a border",
    "vAlign": "alignment", "trHeight": "a row height", "tblBorders": "a border",
    "tblpPr": "a floating table", "tblCellMar": "cell margins", "gridBefore": "a row that begins later",
    "gridAfter": "a row that ends sooner", "textDirection": "turned text",
}
"""What an element is called."""

_ADVICE: Mapping[str, str] = {
    "a field": "it would say for ever what it said when the template was saved; type the words, or use a tag",
    "a tracked change": "accept or reject it in Word, under Review",
    "a comment": "delete it in Word, under Review",
    "a footnote": "put its words into the text; notes cannot be printed alike in both files",
    "an endnote": "put its words into the text; notes cannot be printed alike in both files",
    "a link": "take the link away and leave its words",
    "a content control": "take it away in Word and leave its words",
    "a cell merged downwards": "give each row its own cell; rows come and go with the answers",
    "hidden text": "delete it, or show it",
    "a formula": "type it as words",
    "another file": "copy its words into the template",
}
# fmt: on
_HINT = "the PDF could not show it; use a style"


def advice(what: str) -> str:
    """What to do about a thing by the name people call it."""
    return _ADVICE.get(what, _HINT)
