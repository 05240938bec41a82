"""The papers of a folder as one PDF: each page as it was, a bookmark for each, tags and guard intact."""

import io
import pickle
from dataclasses import replace

import pikepdf
import pytest

from app.documents import assembly, pdf, properties, reading_pdf, together
from app.documents.assembly import Packet
from app.documents.layouts import LAYOUTS
from app.documents.refusals import Withheld
from tests.documents.packet.conftest import DraftOf


@pytest.fixture(scope="module")
def packet(root: object) -> Packet:
    from tests.documents.packet import small

    return assembly.packet(small.draft(root))  # type: ignore[arg-type]


def lines(data: bytes) -> list[str]:
    return reading_pdf.lines(data, cells=" | ")


def test_only_folders_of_several_papers_have_one_and_each_paper_keeps_to_its_audience(packet: Packet) -> None:
    folders = [made.paper.folder for made in packet.papers]
    assert {whole.paper.folder for whole in packet.together} == {
        folder for folder in folders if folders.count(folder) > 1
    }
    audience = {made.paper.document: made.paper.audience for made in packet.papers}
    for whole in packet.together:
        assert {audience[document] for document in whole.documents} == {whole.paper.audience}


def test_it_says_what_its_papers_say_in_their_order(packet: Packet) -> None:
    for whole in packet.together:
        own = [made for made in packet.papers if made.paper.document in whole.documents]
        assert lines(whole.pdf) == [line for made in own for line in lines(made.pdf)]
        assert whole.pages == sum(made.pages for made in own)


def test_every_paper_has_a_bookmark_at_its_first_page_and_its_headings_below(packet: Packet) -> None:
    (whole,) = (each for each in packet.together if each.paper.audience == "office only")
    own = [made for made in packet.papers if made.paper.document in whole.documents]
    with pikepdf.open(io.BytesIO(whole.pdf)) as opened, opened.open_outline() as outline:
        assert [entry.title for entry in outline.root] == [made.paper.title for made in own]
        pages = [opened.pages.index(pikepdf.Page(entry.destination[0])) for entry in outline.root]
        assert pages == [0, own[0].pages]
        assert all(entry.children for entry in outline.root)


def test_each_page_is_drawn_as_in_its_own_file_with_its_own_number(packet: Packet) -> None:
    (whole,) = (each for each in packet.together if each.paper.audience == "office only")
    own = [made for made in packet.papers if made.paper.document in whole.documents]

    def drawn(data: bytes) -> list[bytes]:
        with pikepdf.open(io.BytesIO(data)) as opened:
            return [page.Contents.read_bytes() for page in opened.pages]

    assert drawn(whole.pdf) == [page for made in own for page in drawn(made.pdf)]
    with pikepdf.open(io.BytesIO(whole.pdf)) as opened:
        assert [page.label for page in opened.pages][own[0].pages] == "1"


def test_it_tells_nothing_beside_the_list_and_its_own_title(packet: Packet) -> None:
    for whole in packet.together:
        assert properties.foreign(whole.pdf) == ()
        with pikepdf.open(io.BytesIO(whole.pdf)) as opened:
            assert str(opened.docinfo.Title) == whole.paper.title
            assert opened.check_pdf_syntax() == []


def test_a_finished_packet_holds_no_pages_as_laid_out(packet: Packet) -> None:
    assert [made.laid for made in (*packet.papers, *packet.held, *packet.withheld)] == [None] * len(
        (*packet.papers, *packet.held, *packet.withheld)
    )


def test_what_may_not_be_said_keeps_it_back(drafted: DraftOf, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: a word that only the joining adds is found in its bytes."""
    draft = drafted()
    papers = [replace(draft.make(paper), findings=()) for paper in draft.plan.papers[:2]]
    said = next(asked for asked in draft.interview.asked if asked.question.keep == "vault" and asked.given)
    words = said.question.kind.words(said.value, said.question.settings)
    renamed = [
        replace(made, paper=replace(made.paper, spec=replace(made.paper.spec, title=words.splitlines()[0])))
        for made in papers
    ]
    assert [made.paper.audience for made in papers] == ["other side"] * 2
    assert list(together.of(draft, papers))
    with pytest.raises(Withheld):
        list(together.of(draft, renamed))


def test_pages_that_were_pickled_cannot_be_joined() -> None:
    made = pdf.laid_out("<html lang=en><title>T</title><p>x", LAYOUTS["letter"], "clean")
    with pytest.raises(ValueError, match="let go of"):
        pdf.joined([("A", pickle.loads(pickle.dumps(made)))], title="T")
    with pytest.raises(ValueError, match="no paper"):
        pdf.joined([], title="T")


def test_links_lead_to_their_own_paper() -> None:
    page = '<html lang=en><title>T</title><h1 id="a">{0}</h1><p><a href="#a">to the top</a>'
    parts = [(name, pdf.laid_out(page.format(name), LAYOUTS["letter"], "clean")) for name in ("One", "Two")]
    with pikepdf.open(io.BytesIO(pdf.joined(parts, title="T"))) as opened:
        names = opened.Root.Names.Dests.Names
        places = {str(names[at]): names[at + 1][0].objgen for at in range(0, len(names), 2)}
        for page_of in opened.pages:
            (link,) = page_of.Annots
            assert places[str(link.get("/Dest", link.get("/A", {}).get("/D")))] == page_of.obj.objgen


def test_a_paper_of_another_language_says_so_in_its_tag() -> None:
    page = '<html lang="{}"><title>T</title><h2>x</h2>'
    parts = [(lang, pdf.laid_out(page.format(lang), LAYOUTS["letter"], "clean")) for lang in ("en-US", "es")]
    with pikepdf.open(io.BytesIO(pdf.joined(parts, title="T"))) as opened:
        whole = opened.Root.StructTreeRoot.K[0]
        assert [(str(part.S), str(part.Lang), str(part.K[0].S)) for part in whole.K] == [
            ("/Part", "en-US", "/H1"),
            ("/Part", "es", "/H1"),
        ]
