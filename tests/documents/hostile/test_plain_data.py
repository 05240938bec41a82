"""TPL-2: only plain data enters a template; whatever else is in a context, however deep, is refused."""

import enum
from collections import OrderedDict, UserDict, deque, namedtuple
from collections.abc import Mapping
from datetime import UTC, datetime, time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Any

import pytest
from docxtpl import DocxTemplate, InlineImage, Listing, RichText
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from app.documents import package, pdf, plain, word
from app.documents.errors import NotPlain
from tests.documents.engine.papers import BASE, with_twin
from tests.documents.hostile.placements import IN_THE_TEXT
from tests.documents.hostile.watch import watched
from tests.properties.amounts import amount, tries
from tests.properties.test_typed import Figure


class Text(str):
    """A text with a method of its own."""


class Number(int):
    """A number with a method of its own."""


class Sum(Decimal):
    """A sum with a method of its own."""


class Record(dict[str, object]):
    """A mapping with a method of its own."""


class Rows(list[object]):
    """A list with a method of its own."""


class Lazy:
    """An object that becomes a text when it is printed."""

    def __str__(self) -> str:
        return "printed"

    def __html__(self) -> str:
        return "<b>printed</b>"


class Kind(enum.StrEnum):
    """A choice."""

    ONE = "one"


Pair = namedtuple("Pair", "a b")
FOREIGN: tuple[Any, ...] = (
    None, 1.5, float("nan"), 1j, b"x", bytearray(b"x"), memoryview(b"x"), {1}, frozenset("a"), range(3),
    slice(1), object(), type, int, print, len, lambda: 1, Lazy(), Lazy, Kind.ONE, Text("x"), Number(1),
    Sum("1"), Record(), Rows(), OrderedDict(a=1), UserDict(a=1), MappingProxyType({}), SimpleNamespace(a=1),
    deque([1]), Pair(1, 2), iter([1]), (each for each in "ab"), Markup("<b>"), time(1), Fraction(1, 2),
    datetime(2026, 1, 1, tzinfo=UTC), Decimal("NaN"), Decimal("Infinity"), Path("/etc/passwd"), pytest,
    Exception("x"), NotImplemented, ..., RichText("x"), Listing("x"), "\ud800", "a\x00b", "\uffff", "\ufdd2",
)  # fmt: skip
PLAIN = st.one_of(
    st.text(st.characters(categories=("L", "N", "P"))), st.integers(), st.booleans(), st.dates()
)


@st.composite
def hidden(draw: st.DrawFn) -> dict[str, object]:
    """A plain context with one foreign value, or one key that is no name, somewhere in it."""
    value: object = draw(st.sampled_from(FOREIGN))
    if draw(st.integers(0, 9)) == 0:
        value = {draw(st.sampled_from(["_a", "a b", "", "1", 1, None, "a-b", "__class__"])): "x"}
    for _ in range(draw(st.integers(0, 5))):
        beside = draw(st.lists(PLAIN, max_size=3))
        value = draw(st.sampled_from([[*beside, value], (value, *beside), {"a": value, "b": beside}]))
    return {"a": value, "b": draw(PLAIN)}


def test_whatever_is_not_plain_is_refused(figure: Figure) -> None:
    @tries(200, 10_000)
    @given(hidden())
    def attempt(context: dict[str, object]) -> None:
        with watched() as seen, pytest.raises(NotPlain):
            plain.check(context)
        assert seen.nothing

    attempt()
    figure("Contained", "contexts with something that is not plain data, all refused", amount(200, 10_000))


@tries(50, 2_000)
@given(
    st.dictionaries(
        st.sampled_from(["a", "b"]), st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3))
    )
)
def test_plain_data_is_not_refused(context: dict[str, object]) -> None:
    """The control."""
    plain.check(context)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "paper.docx"
    path.write_bytes(package.pack(IN_THE_TEXT["a paragraph"]("{{ a }}")))
    with_twin(path)
    return path


@pytest.mark.parametrize("value", FOREIGN, ids=lambda value: type(value).__name__)
def test_neither_face_takes_it(template: Path, value: object) -> None:
    with pytest.raises(NotPlain):
        word.render(template, {"a": value}, title="Paper")
    with pytest.raises(NotPlain):
        pdf.render(template.with_suffix(".html"), {"a": value}, title="Paper")


def picture(folder: Path) -> Mapping[str, object]:
    return {"a": InlineImage(DocxTemplate(str(BASE)), str(folder / "none.png"))}


def test_a_picture_that_could_write_a_file_is_refused(template: Path, tmp_path: Path) -> None:
    with pytest.raises(NotPlain):
        word.render(template, dict(picture(tmp_path)), title="Paper")


def test_stock_docxtpl_lets_a_picture_write_a_file(tmp_path: Path) -> None:
    """The control: a template that receives a picture reaches the file system through it."""
    path, target = tmp_path / "stock.docx", tmp_path / "written.xml"
    path.write_bytes(
        package.pack(IN_THE_TEXT["a paragraph"](f"{{{{ a.tpl.get_xml() and a.tpl.save('{target}') }}}}"))
    )
    stock = DocxTemplate(str(path))
    stock.render({"a": SimpleNamespace(tpl=stock)})
    assert target.exists()
