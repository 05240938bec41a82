"""Every finished file of the example packets tells nothing beside the list of `app.documents.properties`."""

from collections.abc import Iterator

from app.documents import package, properties
from tests.documents.finished.conftest import Finished

MAKERS = (b"WeasyPrint", b"docxtpl", b"python-docx", b"LibreOffice", b"CreationDate", b"ModDate")


def test_no_finished_pdf_tells_anything_beside_the_list(finished: dict[str, bytes]) -> None:
    told = {name: properties.foreign(data) for name, data in finished.items()}
    assert {name: found for name, found in told.items() if found} == {}


def test_no_finished_word_file_tells_anything_beside_the_list(both: Finished) -> None:
    told = {name: properties.foreign(data) for name, data in both.words.items()}
    assert {name: found for name, found in told.items() if found} == {}


def makers(data: bytes) -> Iterator[bytes]:
    """The names of programs and days of making that a file holds, in any part of a Word file."""
    parts = package.unpack(data).values() if data.startswith(b"PK") else (data,)
    yield from (word for word in MAKERS if any(word in part for part in parts))


def test_no_finished_file_tells_who_made_it_or_when(both: Finished) -> None:
    told = {name: list(makers(data)) for name, data in (*both.pdfs.items(), *both.words.items())}
    assert {name: found for name, found in told.items() if found} == {}


def test_a_word_file_that_told_it_would_be_noticed(both: Finished) -> None:
    parts = package.unpack(next(iter(both.words.values())))
    core = parts["docProps/core.xml"].replace(b"</dc:title>", b" by python-docx</dc:title>")
    assert list(makers(package.pack(parts | {"docProps/core.xml": core}))) == [b"python-docx"]
