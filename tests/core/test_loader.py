"""The loader takes YAML as plain words and refuses what surprises, each mistake at its place."""

import json
from pathlib import Path

import pytest

from app.core.loader import LIMIT_BYTES, Node, Pairs, Text, load, parse
from app.core.places import Mistakes
from app.core.shape import plain


def said(content: bytes) -> list[str]:
    with pytest.raises(Mistakes) as found:
        parse(content, "f.yaml")
    return [str(mistake) for mistake in found.value.mistakes]


def value(content: str) -> str:
    node: Node = parse(content.encode(), "f.yaml")
    assert isinstance(node, Pairs)
    only = node.pairs[0][1]
    assert isinstance(only, Text)
    return only.text


@pytest.mark.parametrize(
    "written", ["no", "063101", "55.10", "12:30:00", "2026-07-01", "1e3", "Null", "TRUE"]
)
def test_every_scalar_stays_the_text_that_was_written(written: str) -> None:
    assert value(f"key: {written}") == written


def test_a_json_null_is_nothing() -> None:
    assert value('{"key": null}') == ""


def test_a_quoted_null_is_a_word() -> None:
    assert value('key: "null"') == "null"


def test_a_second_key_of_the_same_name_is_refused_with_both_lines() -> None:
    assert said(b"a: 1\na: 2\n") == ["f.yaml:2:1 `a` stands here a second time (first in line 1); keep one."]


@pytest.mark.parametrize(
    "content", [b"a: &x 1\n", b"a: *x\n", b"a: !!python/object:os.system 1\n", b"a: !x 1\n"]
)
def test_anchors_references_and_tags_are_refused(content: bytes) -> None:
    assert all(line.startswith("f.yaml:1:") for line in said(content))


def test_a_comment_behind_plain_text_is_refused_because_it_cuts_the_text() -> None:
    assert "cuts this text off" in said(b"ask: What is your case # in the other court?\n")[0]


def test_a_number_sign_inside_quotes_is_text() -> None:
    assert value('key: "case # 5"') == "case # 5"


def test_a_second_colon_gets_advice_about_quotes() -> None:
    assert "put quotes around text that holds a colon" in said(b"help: Note: bring your ID\n")[0]


def test_all_mistakes_of_a_file_come_at_once() -> None:
    assert len(said(b"a: 1\na: 2\nb: x # y\nc: &k 1\n")) == 3


def test_a_file_over_the_limit_is_refused_with_its_size() -> None:
    assert "the limit is 500,000" in said(b"a: " + b"x" * LIMIT_BYTES)[0]


def test_nesting_is_limited() -> None:
    assert "nested deeper than 20 levels" in said(b"[" * 100_000)[0]


def test_an_empty_file_says_what_to_write() -> None:
    assert said(b"") == ["f.yaml:1:1 This file is empty; write at least one `name: value` line."]


def test_bytes_that_are_no_utf8_name_their_line() -> None:
    assert said(b"a: 1\nb: Mu\xf1oz\n") == [
        "f.yaml:2:1 This file is not UTF-8 text; save it again with the encoding UTF-8."
    ]


@pytest.mark.parametrize("content", [b"a: \x00", b"a: \x07", b'a: "\\ud800"'])
def test_what_cannot_be_printed_is_refused(content: bytes) -> None:
    assert "cannot be printed" in said(content)[0]


@pytest.mark.parametrize("gap", [None, 2, "\t"])
def test_json_is_read_as_it_is(gap: int | str | None) -> None:
    content = {"a": ["é", "😀", "x/y", "tab\tend"], "b": {"c": "12"}, "d": ""}
    for ascii_only in (True, False):
        written = json.dumps(content, indent=gap, ensure_ascii=ascii_only).encode()
        assert plain(parse(written, "f.json")) == content


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Mistakes) as found:
        load(tmp_path / "none.yaml")
    assert "cannot be read" in str(found.value)
