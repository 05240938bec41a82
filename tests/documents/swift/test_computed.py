"""Values kept from one document are those the next would have worked out."""

from typing import Any

import pytest

from app.documents import pdf, swift
from app.documents.layouts import LAYOUTS
from app.documents.swift import computed
from tests.documents.swift.conftest import Both

PAGES = [
    '<html lang="en"><body><p class="body-text">One</p><ul><li>two</li></ul></body></html>',
    '<html lang="es"><body><p class="body-text">Uno <em>y</em></p><ul><li>dos</li></ul></body></html>',
    '<html><body style="font-size: 20pt"><p class="body-text">Big</p><p lang="es">dos</p></body></html>',
    '<html style="overflow: hidden"><body><p class="body-text">Hidden</p></body></html>',
    '<html lang="en"><body><table class="ruled-table"><tr><td>a</td></tr></table></body></html>',
    '<html lang="en"><head><style>p { color: red; width: 50vw }</style></head><body><p>a</p></body></html>',
    '<html lang="en"><head><style>p { color: blue }</style></head><body><p>a</p></body></html>',
]  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(computed, "_books", {})


def test_documents_one_after_another_have_the_bytes_of_stock(both: Both) -> None:
    for page in PAGES * 2:
        stock, ours = both(page, "letter")
        assert ours == stock


def made(page: str) -> bytes:
    assert swift.engaged(True)
    return pdf.laid_out(page, LAYOUTS["letter"], "clean").data


def test_the_second_document_takes_what_the_first_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def missing(style: Any, key: str) -> Any:
        asked.append(key)
        return stock(style, key)

    stock = computed._missing
    swift.engaged(True)
    monkeypatch.setattr(computed, "_missing", missing)
    counts = []
    for _ in range(2):
        asked.clear()
        pdf.laid_out(PAGES[0], LAYOUTS["letter"], "clean")
        counts.append(len(asked))
    assert counts[1] < counts[0] * 0.8


def test_a_wrong_value_kept_would_show(both: Both) -> None:
    stock = both(PAGES[0], "letter")[0]
    for book in computed._books.values():
        for values in book._values.values():
            values.update({"font_size": 33.0} if "font_size" in values else {})
    assert made(PAGES[0]) != stock


def test_only_the_last_few_sets_of_sheets_are_kept() -> None:
    for number in range(computed._MOST_SETS + 5):
        made(f"<html><head><style>p {{ margin: {number}pt }}</style></head><body><p>a</p></body></html>")
    assert len(computed._books) == computed._MOST_SETS


def test_no_word_of_a_document_is_kept() -> None:
    made(PAGES[0].replace("One", "Wombat"))
    assert "Wombat" not in repr([book.__dict__ for book in computed._books.values()])
