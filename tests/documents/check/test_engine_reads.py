"""CHK-1: what the engine itself fills (layouts, margins, file names, office papers) always has its names."""

import itertools
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.memo_table import Line, MemoTable, Working
from app.core.proof.uses import Guard, GuardedUse, Loop
from app.documents import (
    environment,
    furniture,
    guarded,
    memo,
    memo_parts,
    package,
    packet,
    safety,
    syntax,
    word,
)
from app.documents.errors import NameMissing
from app.documents.exhibits import listed
from app.documents.exhibits.papers import _said
from app.documents.layouts import DRAFT_MARK, LAYOUTS, bundle
from app.documents.memo_papers import Matters
from app.law.exhibits import Exhibit
from tests.documents.engine.papers import BASE
from tests.documents.packet import small

LAYOUT = bundle() / "html" / "_layout"
SHARED = bundle() / "docx"
GIVEN = {"language": "en-US", "title": "T", "body": "B"}


def test_only_the_page_of_the_layouts_holds_tags() -> None:
    assert [path.name for path in sorted(LAYOUT.iterdir()) if syntax.uses(path.read_text("utf-8"))] == [
        "page.html"
    ]


def test_the_page_reads_the_three_names_that_every_pdf_gives_it() -> None:
    source = (LAYOUT / "page.html").read_text("utf-8")
    assert syntax.mistakes(source) == []
    assert {use.path for use in syntax.uses(source)} == {(name,) for name in GIVEN}
    assert "<title>T</title>" in environment.fill(source, GIVEN)


@pytest.mark.parametrize("name", GIVEN)
def test_without_one_of_them_it_would_be_noticed(name: str) -> None:
    """The control."""
    rest = {each: value for each, value in GIVEN.items() if each != name}
    with pytest.raises(NameMissing):
        environment.fill((LAYOUT / "page.html").read_text("utf-8"), rest)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=list(LAYOUTS))
@pytest.mark.parametrize("copy", ["review", "clean"])
def test_headers_and_footers_say_what_the_layout_says_and_no_name(layout: object, copy: str) -> None:
    parts = package.opened(BASE)
    body = package.parse(parts[package.MAIN])[0]
    made = furniture.clothed(parts, body, layout, "{{ title }}", copy)  # type: ignore[arg-type]
    margins = {name: data.decode() for name, data in made.items() if "header" in name or "footer" in name}
    assert margins
    assert not any("{" in xml.partition("?>")[2] for xml in margins.values())
    assert (DRAFT_MARK in "".join(margins.values())) == (copy == "review")


@given(st.text(st.sampled_from("{}matter number title 1-x"), max_size=60), st.text(max_size=90))
def test_a_file_name_reads_its_three_parts_and_takes_any_other_for_nothing(pattern: str, title: str) -> None:
    assert packet.file_name(pattern, 7, title, "M-1")
    assert packet.file_name("{number} {stranger}{matter}", 7, title, "M-1") == "07 M-1"


def shapes() -> Iterator[MemoTable]:
    """A table of every width the memo can draw, with and without what a table may have."""
    widths = [*((number, 0) for number in memo_parts.WIDTHS), *memo_parts.WIDER]
    for (number, wide), full in itertools.product(widths, (True, False)):
        columns = tuple(f"c{at}" for at in range(number))
        rows = (columns, columns) if full else ()
        more = {"numbers": (0, number - 1), "notes": ("n",), "heads": (0,)} if full else {}
        yield MemoTable("more", "T", columns, rows, wide=wide, **more)  # type: ignore[arg-type]


def whole_memo() -> dict[str, object]:
    flags = [
        memo_parts.flag(look, "x", *law) for look in ("must_fix", "check", "note") for law in ((), ("y",))
    ]
    workings = [Working("working", "W", (Line("a"), Line("b", "RSMo 1"))), Working("working", "W", ())]
    parts = [memo_parts.part("P", [*shapes(), *workings], ["t"], flags), memo_parts.part("Empty")]
    return {"head": [{"label": "l", "text": "t"}], "parts": parts}


def test_the_memo_has_every_name_whatever_it_has_to_show() -> None:
    made = word.render(SHARED / "_office" / "memo.docx", whole_memo(), title="T")
    assert b"c6" in package.unpack(made)[package.MAIN]


def test_the_rows_of_the_memo_come_with_every_draft(root: Path) -> None:
    draft = small.draft(root)
    assert set(memo.content(draft.interview, Matters(draft.plan))) == set(whole_memo())


def test_a_memo_without_a_part_of_its_tables_would_be_noticed() -> None:
    """The control."""
    data = whole_memo()
    for part in data["parts"]:  # type: ignore[attr-defined]
        for table in part["tables"]:
            del table["title"]
    with pytest.raises(NameMissing):
        word.render(SHARED / "_office" / "memo.docx", data, title="T")


def missing(paper: str, data: Mapping[str, object]) -> set[tuple[str, ...]]:
    """The paths a paper reads that are not in data whose every list has an item."""
    path = SHARED / paper
    return {use.path for use in guarded.reading(path.parent, path).uses if not _there(use, data)}


def _there(use: GuardedUse, data: Mapping[str, object]) -> bool:
    return _found(use.path, use.around, data) is not None


def _found(path: tuple[str, ...], around: tuple[Guard | Loop, ...], data: object) -> object:
    for loop in around:
        if isinstance(loop, Loop) and path[0] == f"@{loop.number}":
            data, path = _found(loop.path, around, data), path[1:]
            data = data[0] if isinstance(data, list) and data else None
    for step in path:
        data = data.get(step) if isinstance(data, Mapping) else None
    return data


def test_the_safety_note_has_every_name() -> None:
    row = {"label": "l", "words": "w"}
    hotline = {"name": "n", "phone": "p", "about": "a"}
    lists = {"contact": [row], "counsel": [row], "protected": ["x"], "hotlines": [hotline]}
    data = {"day": "d", **lists, "gates": [{"text": "t", "law": "l"}]}
    assert missing("_office/safety_note.docx", data) == set()
    assert missing("_office/safety_note.docx", {**data, "contact": [{"label": "l"}]}) == {("@2", "words")}


def test_every_draft_gives_the_safety_note_those_names(root: Path) -> None:
    draft = small.draft(root, asks_court="yes", danger="He has a gun")
    made = safety.content(draft.interview, draft.plan, draft.office, ())
    assert set(made) == {"day", "contact", "protected", "counsel", "gates", "hotlines"}
    rows = [row for name in ("contact", "counsel") for row in made[name]]  # type: ignore[attr-defined]
    assert {frozenset(row) for row in rows} == {frozenset({"label", "words"})}
    assert {frozenset(row) for row in made["gates"]} == {frozenset({"text", "law"})}  # type: ignore[attr-defined]


def test_the_index_and_the_covers_of_exhibits_have_every_name(root: Path) -> None:
    made = listed.index(small.draft(root).interview, {})
    one = {"letter": "A", "title": "t", "apart": True}
    assert missing("_court/exhibit_index.docx", {"exhibit_index": {**made, "exhibits": [one]}}) == set()
    assert missing("_court/exhibit_index.docx", {"exhibit_index": made}) != set()
    cover = _said(Exhibit("A", "t", "what", public=True, file="", supports=""))
    assert missing("_court/exhibit_cover.docx", cover) == set()
