"""Plain cells are laid out the short way, all others by stock, and a wrong sum is found out."""

from collections.abc import Callable
from typing import Any

import pytest

from app.documents import pdf, swift
from app.documents.layouts import LAYOUTS
from app.documents.swift import cells
from tests.documents.swift.conftest import Both

PLAIN = ["Week 1", "$1,234.50", "3–9 March", "½ day", "Zoë"]
OTHER = [
    "", "two <br>lines", "<strong>bold</strong>", "שלום", "soft\u00adhyphen", "東", "tab\u2028here",
    "x" * 200, '<p>paragraph</p>', "word " * 60,
]  # fmt: skip
STYLES = [
    "direction: rtl", "white-space: pre-wrap", "letter-spacing: 1pt", "word-spacing: 3pt",
    "text-align: justify", "text-indent: 9pt", "position: relative; top: 2pt",
    "height: 40pt", "max-lines: 1", "font-size: 0",
    "box-decoration-break: clone",
]  # fmt: skip


def page(rows: list[str], own: str = "") -> str:
    return whole("".join(f'<tr><td style="{own}">{row}</td></tr>' for row in rows))


def whole(rows: str) -> str:
    head = "<!DOCTYPE html><html lang='en'><head><title>T</title></head>"
    return f"{head}<body><table>{rows}</table></body></html>"


@pytest.fixture
def by_stock(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], int]:
    """A function that tells how many cells of a page stock lays out."""

    def counted(source: str) -> int:
        assert swift.engaged(True)
        seen: list[object] = []

        def stock(context: Any, box: Any, *more: Any, **named: Any) -> Any:
            seen.extend([box] if "Cell" in type(box).__name__ else [])
            return lay_out(context, box, *more, **named)

        lay_out = cells._lay_out
        monkeypatch.setattr(cells, "_lay_out", stock)
        pdf.laid_out(source, LAYOUTS["letter"], "clean")
        return len(seen)

    return counted


def test_plain_cells_are_not_laid_out_by_stock(by_stock: Callable[[str], int]) -> None:
    assert by_stock(page(PLAIN)) == 0


@pytest.mark.parametrize("text", OTHER)
def test_any_other_cell_is(text: str, by_stock: Callable[[str], int]) -> None:
    assert by_stock(page([text], "max-width: 2in")) >= 1


@pytest.mark.parametrize("own", STYLES)
def test_a_cell_of_another_style_has_the_bytes_of_stock(own: str, both: Both) -> None:
    stock, ours = both(page([*PLAIN, *OTHER], own), "letter")
    assert ours == stock


ENDING = whole(
    '<tr style="break-inside: auto"><td style="padding-bottom: 30pt">One</td>'
    '<td style="font-size: 20pt; padding-bottom: 2pt">two</td></tr>' * 30
)
"""A page ends where one cell of a row still fits and the other does not."""


def test_a_page_that_ends_within_a_row_has_the_bytes_of_stock(both: Both) -> None:
    stock, ours = both(ENDING, "letter")
    assert ours == stock


def test_it_would_not_if_ends_of_pages_were_overlooked(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "_overflows", lambda *_: False)
    stock, ours = both(ENDING, "letter")
    assert ours != stock


WRONG: dict[str, Callable[..., Any]] = {
    "_shaped": lambda *given: (*SHAPED(*given)[:3], SHAPED(*given)[3] + 0.5),
    "_text": lambda *given: moved(TEXT(*given)),
    "_line": lambda *given: higher(LINE(*given)),
    "_around": lambda *given: higher(AROUND(*given)),
    "_holds_one_line": lambda box: bool(box.children) and bool(box.children[0].children),
}
SHAPED, TEXT, LINE, AROUND = cells._shaped, cells._text, cells._line, cells._around


def moved(box: Any) -> Any:
    box.position_x += 0.5
    return box


def higher(box: Any) -> Any:
    box.height += 0.5
    return box


@pytest.mark.parametrize("name", WRONG)
def test_the_proof_finds_a_wrong_sum_out(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, name, WRONG[name])
    assert not swift.engaged(True)
