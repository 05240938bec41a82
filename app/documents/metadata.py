"""What a finished PDF says about itself: its title, its language, who made it, which standards it meets."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any

import pydyf
from markupsafe import escape

PRODUCER = "Draftwell"
"""The only maker a file names; without a version, so that an update alone changes no byte."""


@dataclass
class _Colours:
    """The colour profile WeasyPrint ships, as its own bytes: it would open and rebuild it for every file."""

    name: str = "IEC 61966-2-1 Default RGB Colour Space - sRGB"
    components: tuple[str, ...] = ("r", "g", "b")
    pdf_reference: bytes | None = None
    """Where the file being written holds it."""

    @cached_property
    def content(self) -> bytes:
        """The ICC profile."""
        return (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()


_SRGB = _Colours()
_KEY = "sRGB2014"
"""A name of the file for them; WeasyPrint opens its own under “srgb”."""


def options() -> dict[str, Any]:
    """What `write_pdf` is told; the identifier, for which it writes every object twice, is ours."""
    return {"pdf_variant": "pdf/a-2a", "pdf_identifier": False, "output_intent": _KEY}


def drawn_in() -> dict[str, Any]:
    """What `render` is told: the same, and the colours to draw in."""
    return {**options(), "color_profiles": {_KEY: _SRGB}}


# PDF/A knows no property of PDF/UA unless the file describes it: ISO 19005-2, 6.6.2.3.3; ISO 14289-1, 5.
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 this file meets</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def finish(document: Any, pdf: Any) -> None:
    """Replace what WeasyPrint says about the file: a finisher of `Document.write_pdf`."""
    title = document.metadata.title or ""
    pdf.info.clear()
    pdf.info.update({"Title": pydyf.String(title), "Producer": pydyf.String(PRODUCER)})
    # The stream that the variant has just written is the last one of the file.
    stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    stream.stream = [_XMP.format(title=escape(title), producer=PRODUCER).encode()]
    stream.compress = False


def identified(data: bytes) -> bytes:
    """The file with the identifier PDF/A asks for, made from its own bytes: ISO 32000-1, 14.4."""
    # The table of objects is the last object of the file, so that nothing it points at moves.
    start = data.rindex(b"<</Type /XRef") + 2
    name = hashlib.sha256(data).hexdigest()[:32].encode()
    return b"%b/ID [<%b> <%b>]%b" % (data[:start], name, name, data[start:])
