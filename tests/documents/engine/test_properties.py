"""What the files tell beside their words stands on one list; each thing that does not is noticed."""

import io
import zipfile
from collections.abc import Callable

import pikepdf
import pytest
import weasyprint
from docx import Document
from PIL import ImageCms

from app.documents import metadata, package, pdf, properties
from app.documents.package import MAIN
from tests.documents.engine.conftest import Template


def changed(data: bytes, change: Callable[[pikepdf.Pdf], object]) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        change(opened)
        opened.save(made)
    return made.getvalue()


def replaced(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    parts = package.unpack(data)
    assert old in parts[part]
    return package.pack({**parts, part: parts[part].replace(old, new, 1)})


def test_both_files_of_a_paper_tell_nothing_beside_the_list(letter_pdf: pdf.Pdf, letter_docx: bytes) -> None:
    assert properties.foreign(letter_pdf.data) == ()
    assert properties.foreign(letter_docx) == ()


def test_a_pdf_of_weasyprint_as_it_comes_would_name_its_maker() -> None:
    page = "<html lang='en'><title>T</title><meta name=author content=A><p>x"
    made = weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
    assert set(properties.foreign(made)) == {
        "The PDF's properties tell Author.",
        "The PDF's properties tell Producer.",
        "A part of the PDF tells Author.",
        "The PDF's XMP packet tells Producer.",
        "The PDF's XMP packet tells creator.",
    }


@pytest.mark.parametrize("key", ["/Creator", "/CreationDate", "/ModDate", "/Author", "/Subject", "/Company"])
def test_another_entry_in_the_properties_of_a_pdf_is_noticed(letter_pdf: pdf.Pdf, key: str) -> None:
    told = changed(letter_pdf.data, lambda opened: opened.docinfo.__setitem__(key, "x"))
    assert f"The PDF's properties tell {key[1:]}." in properties.foreign(told)


def test_what_a_single_page_tells_is_noticed(letter_pdf: pdf.Pdf) -> None:
    told = changed(letter_pdf.data, lambda opened: opened.pages[0].obj.__setitem__("/LastModified", "x"))
    assert properties.foreign(told) == ("A part of the PDF tells LastModified.",)


def test_another_property_in_xmp_is_noticed(letter_pdf: pdf.Pdf) -> None:
    def tell(opened: pikepdf.Pdf) -> None:
        with opened.open_metadata(set_pikepdf_as_editor=False) as xmp:
            xmp["xmp:CreatorTool"] = "x"

    assert "The PDF's XMP packet tells CreatorTool." in properties.foreign(changed(letter_pdf.data, tell))


def test_a_word_file_of_python_docx_as_it_comes_would_tell_much() -> None:
    made = io.BytesIO()
    Document().save(made)
    told = properties.foreign(made.getvalue())
    for sentence in (
        "The Word file holds docProps/app.xml.",
        "The Word file holds docProps/thumbnail.jpeg.",
        "The Word file's properties tell creator.",
        "The Word file's properties tell modified.",
        "word/settings.xml tells rsidRoot.",
    ):
        assert sentence in told


@pytest.mark.parametrize(
    ("part", "old", "new", "sentence"),
    [
        (MAIN, b"<w:p>", b'<w:p w:rsidR="00AB12CD">', "word/document.xml tells rsidR."),
        (MAIN, b"<w:r>", b'<w:proofErr w:type="spellStart"/><w:r>', "word/document.xml tells proofErr."),
        (
            MAIN,
            b"<w:r>",
            b'<w:ins w:id="1" w:author="A"/><w:r>',
            "word/document.xml tells author.",
        ),
        (
            "word/settings.xml",
            b"<w:zoom",
            b'<w:attachedTemplate xmlns:r="urn:x" r:id="rId1"/><w:zoom',
            "word/settings.xml tells attachedTemplate.",
        ),
    ],
)
def test_a_trace_of_editing_is_noticed(
    letter_docx: bytes, part: str, old: bytes, new: bytes, sentence: str
) -> None:
    assert sentence in properties.foreign(replaced(letter_docx, part, old, new))


def test_the_time_of_a_part_is_noticed(letter_docx: bytes) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in package.unpack(letter_docx).items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 5, 12, 0, 0)), data)
    assert properties.foreign(made.getvalue()) == ("A part of the Word file tells a time.",)


def test_the_title_is_the_same_in_both_places_in_any_script(template: Template) -> None:
    from tests.documents.engine.papers import with_twin

    title = "Zoë & Đặng <“Ёлка”>"
    made = pdf.render(with_twin(template(("x", "Body Text"))), {}, title=title)
    with pikepdf.open(io.BytesIO(made.data)) as opened:
        assert str(opened.docinfo.Title) == title
        assert opened.open_metadata()["dc:title"] == title


def test_a_file_is_known_by_its_own_bytes(letter_pdf: pdf.Pdf, pleading_pdf: pdf.Pdf) -> None:
    def name(data: bytes) -> bytes:
        with pikepdf.open(io.BytesIO(data)) as opened:
            return bytes(opened.trailer.ID[0])  # type: ignore[arg-type]

    assert len(name(letter_pdf.data)) == 16
    assert name(letter_pdf.data) != name(pleading_pdf.data)


def test_the_colours_are_named_as_the_profile_names_itself() -> None:
    ours = next(iter(metadata.drawn_in()["color_profiles"].values()))
    named = ImageCms.ImageCmsProfile(io.BytesIO(ours.content)).profile.model
    assert ours.name == named


def test_every_object_of_the_file_can_be_read(letter_pdf: pdf.Pdf, pleading_pdf: pdf.Pdf) -> None:
    for made in (letter_pdf, pleading_pdf):
        with pikepdf.open(io.BytesIO(made.data)) as opened:
            assert opened.check_pdf_syntax() == []
