"""Every finished file of the example packets tells nothing beside the list of `app.documents.properties`."""

from app.documents import properties
from tests.documents.finished import stories


def test_no_finished_pdf_tells_anything_beside_the_list(finished: dict[str, bytes]) -> None:
    told = {name: properties.foreign(data) for name, data in finished.items()}
    assert {name: found for name, found in told.items() if found} == {}


def test_no_finished_word_file_tells_anything_beside_the_list() -> None:
    for name in stories.chosen():
        packet = stories.packet(name)
        told = {made.paper.document: properties.foreign(made.docx) for made in (*packet.papers, *packet.held)}
        assert {document: found for document, found in told.items() if found} == {}


def test_no_finished_file_tells_who_made_it_or_when(finished: dict[str, bytes]) -> None:
    for name in stories.chosen():
        for data in stories.packet(name).files.values():
            for word in (
                b"WeasyPrint",
                b"docxtpl",
                b"python-docx",
                b"LibreOffice",
                b"CreationDate",
                b"ModDate",
            ):
                assert word not in data
    assert not any(b"WeasyPrint" in data for data in finished.values())
