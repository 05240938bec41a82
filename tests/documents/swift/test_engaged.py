"""The hot paths are replaced only where they are proven, and every original can be put back."""

import logging
from types import ModuleType

import pytest
import weasyprint
from weasyprint import css
from weasyprint.layout import block, inline, percent
from weasyprint.text import line_break

from app.documents import pdf, swift
from app.documents.layouts import LAYOUTS
from app.documents.swift import lengths, places, shaping

PAGE = '<!DOCTYPE html><html lang="en"><head><title>T</title></head><body><p>One.</p></body></html>'


def test_every_original_is_put_back() -> None:
    def known() -> list[object]:
        return [css.StyleFor.__init__, percent.resolve_percentages, block.resolve_percentages, inline.strut,
                line_break.strut, line_break.Layout.setup]  # fmt: skip

    swift.engaged(False)
    stock = known()
    swift.engaged(True)
    assert not set(map(id, stock)) & set(map(id, known()))
    swift.engaged(False)
    assert known() == stock


def test_a_function_known_by_name_elsewhere_is_replaced_there_too() -> None:
    swift.engaged(True)
    assert block.resolve_percentages is lengths.resolve_percentages
    assert inline.strut is shaping.strut


def test_laying_out_a_page_puts_them_in() -> None:
    swift._on = None
    places.restore()
    pdf.laid_out(PAGE, LAYOUTS["letter"], "clean")
    assert swift._on


def test_the_environment_turns_them_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTWELL_SWIFT", "0")
    assert not swift.engaged(True)
    assert block.resolve_percentages is not lengths.resolve_percentages


def test_another_release_of_weasyprint_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "70.1")
    assert not swift.engaged(True)
    assert "WeasyPrint 70.1 is not 70.0" in caplog.text


WRONG = {
    "one point higher": lambda style: (shaping._strut(style)[0] + 1, shaping._strut(style)[1]),
    "not there any more": lambda style: style.no_such_thing,
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_wrong_hot_path_is_found_out_and_stock_is_used(
    wrong: object, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    swift.engaged(False)
    stock = pdf.laid_out(PAGE, LAYOUTS["letter"], "clean").data
    monkeypatch.setattr(shaping, "SWAPS", ((line_break, "strut", wrong),))
    assert not swift.engaged(True)
    assert inline.strut is shaping._strut
    assert pdf.laid_out(PAGE, LAYOUTS["letter"], "clean").data == stock
    assert [record.levelno for record in caplog.records if record.name == swift.__name__] == [logging.WARNING]


@pytest.mark.parametrize("module", swift.MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_the_proof_uses_each_replaced_function(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    swift.engaged(False)
    for number, (home, name, ours) in enumerate(module.SWAPS):
        broken = property(_fails) if isinstance(ours, property) else _fails
        if callable(ours) or isinstance(ours, property):
            swaps = (*module.SWAPS[:number], (home, name, broken), *module.SWAPS[number + 1 :])
            with monkeypatch.context() as patched:
                patched.setattr(module, "SWAPS", swaps)
                assert not swift.engaged(True), name


def _fails(*_: object, **__: object) -> object:
    raise RuntimeError


def test_the_release_known_is_the_one_locked() -> None:
    assert weasyprint.__version__ == swift.KNOWN
