"""What keeps papers back for their words: which papers, why, and where that is changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.casework import papers, path
from app.casework.reading import Opened
from app.documents.exhibits import listed
from app.documents.findings import Finding
from app.web import access, addresses

NOT_LOOKED_AT = "The papers could not be looked at"
_UNSURE = "Whether their words keep any of them back is not known yet."
_NOBODY = "Will be handed to nobody"
Link = tuple[str, str]
"""The words and the address of a link."""


@dataclass(frozen=True)
class Kept:
    """A paper that nobody is handed, with its reasons and the links to what is to be changed.

    Under no document's name: all of them, when nobody could look at their words.
    """

    heading: str
    sentences: tuple[str, ...]
    links: tuple[Link, ...] = ()


def of(now: Opened) -> dict[str, Kept]:
    """Every paper of a finished draft that its words keep back, by its document."""
    if not now.interview.complete:
        return {}
    looked = papers.kept_back(access.desk(), access.who(), now.draft.id)
    if looked.failed:
        return {"": Kept(NOT_LOOKED_AT, (*looked.failed.splitlines(), _UNSURE))}
    found: dict[str, list[Finding]] = {}
    for each in looked.findings:
        found.setdefault(each.document, []).append(each)
    return {
        document: Kept(
            f"{_NOBODY}: {own[0].title}", tuple(dict.fromkeys(each.sentence for each in own)), links(now, own)
        )
        for document, own in found.items()
    }


def links(now: Opened, findings: Iterable[Finding]) -> tuple[Link, ...]:
    """The answers that hold the words, or the exhibits' page, each once."""
    return tuple(dict.fromkeys(link for each in findings for link in _links(now, each)))


def _links(now: Opened, finding: Finding) -> Iterator[Link]:
    if listed.is_exhibit(finding.document):
        yield "The exhibits and their files", f"/d/{now.draft.id}/e"
    question = now.form.question(finding.question) if finding.question else None
    asked = now.interview.at(question, finding.item) if question else None
    if asked:
        href = addresses.spot(now.draft.id, path.page_of(now.interview, asked))
        yield f"Change the answer to “{asked.question.short}”", href
