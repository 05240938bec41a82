"""TPL-1: a template cannot run code: every payload in every place is refused, and nothing else happens."""

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from docxtpl import DocxTemplate

from app.documents import package, pdf, template, twin, word
from app.documents.errors import DocumentError
from app.documents.template import TemplateMistakes
from tests.documents.hostile.payloads import everything
from tests.documents.hostile.placements import IN_THE_TEXT, UNSEEN
from tests.documents.hostile.watch import watched
from tests.properties.amounts import PROOF
from tests.properties.test_typed import Figure

PAYLOADS = tuple(everything())
SAMPLE = PAYLOADS if PROOF else PAYLOADS[::23]
"""What is tried in every place on a working day."""
CONTEXT: dict[str, object] = {"a": "x", "b": {"c": "y"}}


def saved(parts: Mapping[str, bytes], folder: Path) -> Path:
    path = folder / "docx" / "paper.docx"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(package.pack(parts))
    return path


def refused(path: Path) -> bool:
    """Whether the template is refused with sentences, nothing else happening."""
    with watched(str(path)) as seen, pytest.raises(DocumentError) as refusal:
        word.render(path, CONTEXT, title="Paper")
    assert str(refusal.value)
    return seen.nothing


def test_there_are_at_least_three_hundred_payloads() -> None:
    assert len(PAYLOADS) >= 300


@pytest.mark.parametrize("place", ["a paragraph", "runs of a letter each"])
def test_every_payload_is_refused_in_the_text(place: str, tmp_path: Path, figure: Figure) -> None:
    payloads = PAYLOADS if PROOF or place == "a paragraph" else SAMPLE
    let_through = [each for each in payloads if not refused(saved(IN_THE_TEXT[place](each), tmp_path))]
    assert let_through == []
    figure(
        "Contained",
        "payloads refused in the text of a template, 0 executions, files or sockets",
        len(payloads),
    )


@pytest.mark.parametrize(
    "place", [each for each in IN_THE_TEXT if "letter" not in each and each != "a paragraph"]
)
def test_payloads_are_refused_in_every_other_place(place: str, tmp_path: Path, figure: Figure) -> None:
    assert [each for each in SAMPLE if not refused(saved(IN_THE_TEXT[place](each), tmp_path))] == []
    figure("Contained", "payloads refused in headers, notes, boxes, fields and other places", len(SAMPLE))


@pytest.mark.parametrize("place", UNSEEN)
def test_what_stands_in_the_properties_is_never_filled(place: str, tmp_path: Path, figure: Figure) -> None:
    for payload in SAMPLE:
        path = saved(UNSEEN[place](payload), tmp_path)
        with watched(str(path)) as seen:
            try:
                made = package.unpack(word.render(path, CONTEXT, title="Paper"))
            except TemplateMistakes:
                continue
        assert seen.nothing
        assert not any(payload.encode() in part for name, part in made.items() if name != "word/styles.xml")
    figure("Contained", "payloads left out or refused in properties, variables and names", len(SAMPLE))


@pytest.mark.parametrize("where", ["<p class='body-text'>{}</p>", "<p class='{}'>x</p>", "<!-- {} -->", "{}"])
def test_every_payload_is_refused_in_a_twin(where: str, tmp_path: Path, figure: Figure) -> None:
    clean = saved(IN_THE_TEXT["a paragraph"]("Words."), tmp_path)
    head = twin.twin_of(clean).partition("\n")[0]
    page = tmp_path / "paper.html"
    for payload in PAYLOADS:
        page.write_text(f"{head}\n{where.format(payload)}\n", encoding="utf-8")
        with watched(str(page)) as seen, pytest.raises(DocumentError):
            pdf.render(page, CONTEXT, title="Paper")
        assert seen.nothing
    figure("Contained", "payloads refused in a twin", len(PAYLOADS))


def test_stock_docxtpl_runs_such_a_payload(tmp_path: Path) -> None:
    """The control: without the allow-list the watch sees files opened and processes begun."""
    payload = "{{ cycler.__init__.__globals__.os.system('true') }}"
    data = package.pack(IN_THE_TEXT["a paragraph"](payload))
    with watched() as seen:
        stock = DocxTemplate(io.BytesIO(data))
        stock.render(dict(CONTEXT))
    assert "os.system" in seen.acts


def test_the_template_beside_the_payload_would_have_been_filled(tmp_path: Path) -> None:
    """The control: the same file with an innocent tag is a template."""
    path = saved(IN_THE_TEXT["a paragraph"]("{{ a }}"), tmp_path)
    assert template.mistakes(path) == []
    assert b"Plain words." in package.unpack(word.render(path, CONTEXT, title="Paper"))[package.MAIN]
