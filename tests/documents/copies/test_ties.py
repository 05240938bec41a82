"""A flag is a note in one paper: the first that prints what the flag is about, or asks the same."""

from pathlib import Path

import pytest

from app.documents import notes_of
from tests.documents.copies.test_comments import said, with_flag
from tests.documents.packet import small

JOB = "{{ client_name.full }} was {{ job }}."


def test_a_flag_stands_in_the_first_paper_that_is_about_it(own_root: Path) -> None:
    small.template(own_root, "exhibit", "letter", [JOB])
    small.template(own_root, "steps", "sheet", [JOB])
    draft = small.draft(with_flag(own_root, "job is answered"))
    assert [len(said(draft, paper)) for paper in ("letter", "exhibit", "steps")] == [1, 0, 0]


def test_without_that_one_it_stands_in_the_next(own_root: Path) -> None:
    """The control."""
    small.template(own_root, "letter", "letter", ["Hello."])
    small.template(own_root, "exhibit", "letter", [JOB])
    draft = small.draft(with_flag(own_root, "job is answered"))
    assert [len(said(draft, paper)) for paper in ("letter", "exhibit")] == [0, 1]


def test_a_blank_stands_in_every_paper_that_prints_it(own_root: Path) -> None:
    small.template(own_root, "steps", "sheet", ["From {{ started.text }}."])
    draft = small.draft(own_root, started="{gap: not known}")
    assert [len(said(draft, paper)) for paper in ("letter", "steps")] == [1, 1]


def test_a_paper_held_back_keeps_its_flags_from_the_client(own_root: Path) -> None:
    small.template(own_root, "steps", "sheet", [JOB])
    draft = small.draft(with_flag(own_root, "job is answered"), asks_court="{gap: not known}")
    assert [each.document for each in draft.plan.held] == ["letter", "exhibit"]
    assert [len(said(draft, paper)) for paper in ("letter", "steps")] == [1, 0]


@pytest.mark.parametrize(
    "lines",
    [
        ["{{ client_name.full }} asks.", "{%p for w in weeks %}", "{{ w.hours }}", "{%p endfor %}"],
        ["It was told{% if has_story %} once{% endif %}."],
        ["{%p if not has_story %}", "Nothing was told.", "{%p endif %}", "Hello."],
        ["{%p if has_story %}", "Told.", "{%p else %}", "Not told.", "{%p endif %}"],
    ],
    ids=["another answer", "a phrase", "the passage of its contrary", "a passage that is not there"],
)
def test_a_flag_stands_at_no_words_that_are_not_about_it(own_root: Path, lines: list[str]) -> None:
    small.template(own_root, "letter", "letter", lines)
    draft = small.draft(with_flag(own_root, "story is answered", "tipped is no"), story="''", tipped="no")
    assert said(draft) == []


def test_a_flag_stands_at_the_else_of_its_contrary(own_root: Path) -> None:
    lines = ["{%p if not has_story %}", "Nothing was told.", "{%p else %}", "It was told.", "{%p endif %}"]
    small.template(own_root, "letter", "letter", lines)
    found = said(small.draft(with_flag(own_root, "story is answered")))
    assert [each.on for each in found] == ["It was told."]


def test_a_flag_whose_sentence_lacks_a_value_is_for_the_memo(own_root: Path) -> None:
    root = with_flag(own_root, "job is answered", say="Paid {rate} for this job.")
    assert [each.said for each in said(small.draft(root))] == ["Must fix. Paid $14.00 for this job. RSMo 1"]
    found = said(small.draft(root, rate="{gap: not known}"))
    assert [each.said[:5] for each in found] == ["Blank"]


def test_without_that_look_it_would_have_a_hole(own_root: Path) -> None:
    """The control."""
    root = with_flag(own_root, "job is answered", say="Paid {rate} for this job.")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(notes_of, "_has_hole", lambda interview, flag: False)
        found = said(small.draft(root, rate="{gap: not known}"))
    assert "Must fix. Paid … for this job. RSMo 1" in [each.said for each in found]


def test_a_paper_made_alone_has_the_notes_it_has_in_the_packet(own_root: Path) -> None:
    from app.documents import assembly

    small.template(own_root, "steps", "sheet", [JOB])
    root = with_flag(own_root, "job is answered")
    packet = assembly.packet(small.draft(root))
    whole = {each.paper.document: each.docx for each in packet.papers}
    for document in ("letter", "exhibit", "steps"):
        assert small.draft(root).one(document).docx == whole[document]
