"""Several laid out papers become one tagged PDF: their pages as they are, one bookmark for each paper."""

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pydyf
from weasyprint.document import Document, Page

from app.documents import headings, metadata, notes_tags


@dataclass(frozen=True)
class _Part:
    """A paper in the joined file: its title, its language and which of the pages are its own."""

    title: str
    language: str
    pages: range


def joined(papers: Sequence[tuple[str, Document]], title: str) -> bytes:
    """The papers as one PDF of this title; ValueError when there are none."""
    if not papers:
        raise ValueError("There is no paper to join.")
    parts = list(_parts(papers))
    first = papers[0][1]
    whole = first.copy([page for number, paper in enumerate(papers) for page in _pages(number, *paper)])
    whole.metadata = copy.copy(first.metadata)
    whole.metadata.title = title

    def finish(document: Document, pdf: Any) -> None:
        metadata.finish(document, pdf)
        notes_tags.name(pdf)
        headings.level(pdf, {pdf.page_references[part.pages.start] for part in parts})
        _number_each(pdf, parts)
        _tag_each(pdf, parts)

    data: bytes = whole.write_pdf(finisher=finish, **metadata.options())
    return metadata.identified(data)


def _parts(papers: Sequence[tuple[str, Document]]) -> Iterator[_Part]:
    start = 0
    for title, document in papers:
        yield _Part(title, document.metadata.lang, range(start, start + len(document.pages)))
        start += len(document.pages)


def _pages(number: int, title: str, document: Document) -> Iterator[Page]:
    """Copies of the pages whose anchors no other paper has and whose bookmarks stand below the paper's."""
    for index, page in enumerate(document.pages):
        own = copy.copy(page)
        own.anchors = {f"{number}.{name}": place for name, place in page.anchors.items()}
        own.links = [
            (kind, f"{number}.{target}" if kind == "internal" else target, *rest)
            for kind, target, *rest in page.links
        ]
        own.bookmarks = [(level + 1, *rest) for level, *rest in page.bookmarks]
        if index == 0:
            own.bookmarks.insert(0, (1, title, (0, 0), "open"))
        yield own


def _number_each(pdf: Any, parts: Sequence[_Part]) -> None:
    """Let a reader's page field show each page by the number printed on it: ISO 32000-1, 12.4.2."""
    rows = pydyf.Array()
    for part in parts:
        rows.extend((part.pages.start, pydyf.Dictionary({"S": "/D"})))
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": rows})


def _tag_each(pdf: Any, parts: Sequence[_Part]) -> None:
    """Put each paper's tags under a tag of its own that says its title and language."""
    root = _object(pdf, _object(pdf, pdf.catalog["StructTreeRoot"])["K"][0])
    places = {reference: number for number, reference in enumerate(pdf.page_references)}
    tags = [(reference, _object(pdf, reference)) for reference in root["K"]]
    root["K"] = pydyf.Array()
    for part in parts:
        own = pydyf.Dictionary(
            {
                "Type": "/StructElem", "S": "/Part", "P": root.reference, "T": pydyf.String(part.title),
                "Lang": pydyf.String(part.language), "K": pydyf.Array(),
            }
        )  # fmt: skip
        pdf.add_object(own)
        root["K"].append(own.reference)
        for reference, tag in tags:
            if places[tag["Pg"]] in part.pages:
                tag["P"] = own.reference
                own["K"].append(reference)


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
