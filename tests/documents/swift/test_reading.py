"""A body read by one pattern is the tree that the HTML parser makes, or is left to it."""

from io import StringIO
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st
from weasyprint import tinyhtml5

from app.documents.swift import reading

HEAD = '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>T</title></head>\n'


def page(inner: str, after: str = "\n") -> str:
    return f"{HEAD}<body>{inner}</body>{after}</html>{after}"


def tree(element: Element) -> Any:
    children = [tree(child) for child in element]
    return element.tag, list(element.attrib.items()), element.text, element.tail, children


def by_stock(source: str) -> Any:
    return tree(reading._parse(StringIO(source), namespace_html_elements=False))


def by_us(source: str) -> Any:
    return tree(reading.parse(StringIO(source), namespace_html_elements=False))


MARKS = [
    *(f"<{name}>" for name in reading._INSIDE),
    *(f"</{name}>" for name in reading._INSIDE),
    '<p class="body-text">', '<td class="a b" style="x: 1">',
    '<th scope="col">', "<!-- c -->", "<br/>", "<i>",
    "<p class='a'>", "<P>", "</ p>", "<", ">", "&", "&amp;", "&lt;b&gt;", "&#39;", "&nbsp;", "&#xe9;",
    "&notit;",
    '<p class="&amp;">', '<p class="a" class="b">', "<script>", "<pre>\n", "<a>", "<select>",
    "<body class=x>",
    "\r", "\0", "\u0085", "\n", " ", "word", "½", "\u00a0", "🙂", "\t",
]  # fmt: skip
PHRASE = st.recursive(
    st.sampled_from(["word", " ", "\n", "&amp;", "½ &#39;", "<br>", ""]),
    lambda inner: st.builds(
        lambda name, parts: f"<{name}>{''.join(parts)}</{name}>",
        st.sampled_from(["span", "strong", "em", "u", 'span class="gap"']),
        st.lists(inner, max_size=4),
    ).map(lambda text: text.replace('</span class="gap">', "</span>")),
    max_leaves=12,
)  # fmt: skip


@given(st.lists(st.sampled_from(MARKS), max_size=12).map("".join), st.sampled_from(["", "\n", "  x"]))
def test_any_marks_give_the_tree_of_stock(inner: str, after: str) -> None:
    assert by_us(page(inner, after)) == by_stock(page(inner, after))


@given(st.lists(PHRASE, max_size=6))
def test_any_well_formed_body_is_read_the_short_way_and_gives_the_tree_of_stock(parts: list[str]) -> None:
    cells = "".join(f"<td>{part}</td>\n" for part in parts)
    flow = "\n".join(f"<p>{part}</p><div>{part}<ul><li>{part}</li></ul></div>" for part in parts)
    inner = f"\n{flow}<table><colgroup><col></colgroup>\n<tbody>\n<tr>{cells}</tr></tbody></table>"
    assert reading.body(inner) is not None
    assert by_us(page(inner)) == by_stock(page(inner))


@pytest.mark.parametrize(
    "inner",
    ["<p>a<p>b</p>", "<table>word</table>", "<table><tr><td>a</td></tr></table>", "<p><div>a</div></p>",
     "<p>a", "</p>", "<table><tbody><tr><p>a</p></tr></tbody></table>",
     "<ul>a<p>b</p></ul>", "a<!-- b -->", "&copy;"],
)  # fmt: skip
def test_what_html_mends_is_left_to_stock(inner: str) -> None:
    assert reading.body(inner) is None


def test_the_check_would_see_another_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(reading._INSIDE, "p", frozenset({"p"}))
    assert by_us(page("<p>a<p>b</p></p>")) != by_stock(page("<p>a<p>b</p></p>"))


def test_bytes_and_other_ways_of_calling_go_to_stock() -> None:
    assert tree(reading.parse(b"<p>a", namespace_html_elements=False)) == by_stock("<p>a")
    assert tinyhtml5.parse is not None
