"""What may not reach a reader is found in every encoding in every layer of both kinds of file."""

import zipfile

import pytest

from app.documents import leak_encodings, leak_views, leaks
from app.documents.leak_layers import layers
from app.documents.paper import Made
from tests.documents.guard import files, kept
from tests.documents.guard.encodings import ENCODINGS

LONG = [fact for fact, (_, _, text) in kept.FACTS.items() if fact != "a ZIP code"]
"""Facts long enough to be told from chance in bytes."""


def found(fact: str, data: bytes) -> set[str]:
    return {leak.asked.question.name for leak in kept.search(fact).found(layers(data, "the file"))}


@pytest.mark.parametrize("layer", files.BYTES)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_fact_is_found_in_every_encoding_in_every_layer_of_bytes(encoding: str, layer: str) -> None:
    for fact in LONG:
        name, _, text = kept.FACTS[fact]
        data = files.BYTES[layer](ENCODINGS[encoding](text))
        assert name in found(fact, data), fact


@pytest.mark.parametrize("layer", files.WORDS)
def test_every_fact_is_found_in_every_layer_of_words(layer: str) -> None:
    for fact, (name, _, text) in kept.FACTS.items():
        if fact == "a ZIP code" and layer in ("an attribute", "an attribute in numbers", "an XML comment"):
            continue  # so short a number is looked for in what is said, not in what describes
        assert name in found(fact, files.WORDS[layer](text)), fact


def test_nothing_is_found_where_nothing_is() -> None:
    for fact in kept.FACTS:
        for make in files.BYTES.values():
            assert found(fact, make(b"Nothing to see, July 22, 1991, 816-555-0178, 64998.")) == set()


def test_without_its_encodings_the_search_finds_no_hidden_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: what is found in bytes is found by the encodings."""
    monkeypatch.setattr(leaks, "disguises", lambda text: set())
    data = files.BYTES["an inflated stream"](ENCODINGS["base64"]("Wenzel Marigold"))
    assert kept.leaks(data, friend={"first": "Wenzel", "last": "Marigold"}) == []


@pytest.mark.parametrize(
    "encoding",
    ["base64 in lines", "hexadecimal with blanks", "JSON of escapes alone", "XML of numbers alone"],
)
def test_without_its_views_the_search_does_not_read_escapes(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: what is escaped letter by letter is found by reading the escapes."""
    monkeypatch.setattr("app.documents.leak_views.views", lambda data: ())
    data = files.BYTES["an inflated stream"](ENCODINGS[encoding]("Wenzel Marigold"))
    assert kept.leaks(data, friend={"first": "Wenzel", "last": "Marigold"}) == []


def test_no_view_is_made_of_a_letter_without_escapes(made: Made) -> None:
    every = [*layers(made.docx, "the Word file"), *layers(made.pdf, "the PDF")]
    assert [layer.place for layer in every for _ in leak_views.views(layer.data)] == []


def test_without_its_layers_the_search_finds_no_packed_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: what is packed is found by unpacking."""
    monkeypatch.setattr("app.documents.leak_layers._DEEPEST", -1)
    data = files.BYTES["an inflated stream"](b"Wenzel Marigold")
    assert kept.leaks(data, friend={"first": "Wenzel", "last": "Marigold"}) == []


@pytest.mark.parametrize(
    "written",
    ["816-555-0177", "(816) 555-0177", "816.555.0177", "816 555 0177", "8165550177", "+1 816 555 0177",
     "+18165550177", "816\u2011555\u20110177"],
)  # fmt: skip
def test_a_telephone_number_is_found_however_it_is_written(written: str) -> None:
    data = files.WORDS["runs of a Word file"](f"Call {written}.")
    assert kept.leaks(data, phone="816-555-0177")


@pytest.mark.parametrize(
    "written",
    ["July 23, 1991", "23 July 1991", "Jul 23, 1991", "JULY 23RD, 1991", "7/23/1991", "07/23/1991", "7-23-91",
     "1991-07-23", "23 de julio de 1991"],
)  # fmt: skip
def test_a_birth_date_is_found_however_it_is_written(written: str) -> None:
    assert kept.leaks(files.WORDS["the Info of a PDF"](f"({written})"), born_on="1991-07-23")


@pytest.mark.parametrize(
    "written", ["Marigold, Wenzel", "WENZEL MARIGOLD", "Wenzel\nMarigold", "Wenzel  Marigold"]
)
def test_a_name_is_found_however_it_is_written(written: str) -> None:
    assert kept.leaks(
        files.WORDS["runs of a Word file"](written), friend={"first": "Wenzel", "last": "Marigold"}
    )


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ({"friend": {"first": "Bo", "last": "Linden"}}, "The turbo Lindens came."),
        ({"friend": {"first": "Ana", "last": "Leed"}}, "Diana Leeds came."),
        ({"account": "40281776"}, "140281776 and 402817761"),
        ({"account": "4028"}, "40 | 28, 4,028.55 and 14028"),
        ({"note": "He owed 1234 then"}, "12.34 and 12,341 and 1 234"),
        ({"friend": {"first": "Ana", "last": ""}}, "Ana came."),
    ],
)  # fmt: skip
def test_what_only_looks_alike_is_not_found(said: dict[str, str], written: str) -> None:
    for layer in ("runs of a Word file", "the Info of a PDF", "the text of a Word file"):
        assert kept.leaks(files.WORDS[layer](written), **said) == []


def test_what_the_reader_may_see_elsewhere_is_no_leak() -> None:
    data = files.WORDS["the Info of a PDF"]("Wenzel Marigold, 1,234.50 owed")
    said = {"friend": {"first": "Wenzel", "last": "Marigold"}, "note": "1234.50"}
    assert len(kept.leaks(data, **said)) == 2
    assert kept.leaks(data, **said, told="My cook was Wenzel Marigold.", paid="1234.50") == []


def test_the_office_s_own_words_and_the_template_s_are_no_leak() -> None:
    data = files.WORDS["the Info of a PDF"]("Call 816-555-0199.")
    assert kept.leaks(data, phone="816-555-0199")
    assert kept.leaks(data, phone="816-555-0199", fixed="Call 816-555-0199.") == []


def test_what_standards_are_called_is_no_leak(drafted_pdf: bytes) -> None:
    assert kept.leaks(drafted_pdf, note="1289 then 14289, 61966 and 2014 it was") == []


def test_the_finding_s_own_words_name_the_place_and_never_the_value() -> None:
    data = files.WORDS["a comment"]("Wenzel Marigold")
    (leak,) = kept.leaks(data, friend={"first": "Wenzel", "last": "Marigold"})
    assert leak.places == ("a comment of the Word file",)
    assert "Wenzel" not in repr(leak.places)


def test_no_disguise_is_short_enough_to_stand_in_a_file_by_chance() -> None:
    assert all(
        len(way.data) >= leak_encodings.SHORTEST
        for _, _, text in kept.FACTS.values()
        for way in leak_encodings.disguises(text)
    )


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"%PDF-1.7\n", b"\x1f\x8b", b"\x78\x9c"])
def test_bytes_that_only_begin_like_a_file_are_searched_as_they_are(start: bytes) -> None:
    for layer in files.BYTES.values():
        assert kept.leaks(layer(start + b" Wenzel Marigold"), friend={"first": "Wenzel", "last": "Marigold"})


def test_a_file_that_cannot_be_opened_cannot_be_searched() -> None:
    with pytest.raises(zipfile.BadZipFile):
        kept.leaks(b"PK\x03\x04 no more", friend={"first": "Wenzel", "last": "Marigold"})
