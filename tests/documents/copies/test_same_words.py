"""A review copy without its mark, its marked blanks and its notes has the words of the clean copy."""

import re

import pytest

from app.documents import pdf, reading, rules, word
from app.documents.packet import OFFICE_PAPERS
from app.documents.paper import Made
from tests.documents.copies import notes
from tests.documents.engine import papers
from tests.documents.engine.conftest import Template
from tests.documents.finished import stories

BLANK = re.compile(r"\[to be confirmed: ([^\]]*)\]")


def ruled(words: str) -> str:
    """The words of a review copy, each marked blank as the rule a clean copy prints for it."""
    return BLANK.sub(lambda blank: rules.rule(blank[1]), words)


def both(name: str) -> list[tuple[Made, Made]]:
    """Review and clean copy of each paper of a story, of those a gate holds back too."""
    draft = stories.draft(name)
    planned = [
        each
        for each in (*draft.plan.papers, *draft.plan.held)
        if each.document not in OFFICE_PAPERS and not each.pdf_only
    ]
    review = [draft.make(each) for each in planned]
    return [
        (made, draft.make(each, "clean", ruled=frozenset(made.marks)))
        for each, made in zip(planned, review, strict=True)
    ]


@pytest.mark.parametrize("name", stories.few())
def test_review_without_mark_and_notes_has_the_words_of_the_clean_copy(name: str) -> None:
    _same_words(name)


@pytest.mark.proof
@pytest.mark.parametrize("name", stories.every())
def test_they_have_in_every_situation(name: str) -> None:
    _same_words(name)


def _same_words(name: str) -> None:
    copies = both(name)
    assert copies
    for review, clean in copies:
        assert ruled(reading.words_of_docx(review.docx)) == reading.words_of_docx(clean.docx)
        assert reading.difference(review.docx, review.pdf) is None
        assert reading.difference(clean.docx, clean.pdf) is None


def test_the_notes_of_whole_stories_stand_where_they_may_and_the_clean_copies_have_none() -> None:
    found = 0
    for review, clean in both("mo/wage_claim/almost_nothing_known"):
        said = notes.comments(review.docx)
        assert len({each.id for each in said}) == len(said)
        on = [(mark, [each for each in said if each.said.lower().startswith(f"blank. {mark.lower()}:")])
              for mark in review.marks]  # fmt: skip
        assert [(mark, len(each)) for mark, each in on] == [(mark, 1) for mark in review.marks]
        assert all(f"[to be confirmed: {mark}]" in each[0].on for mark, each in on)
        assert notes.comments(clean.docx) == []
        assert clean.laid is not None
        assert notes.boxes(clean.laid) == []
        found += len(said)
    assert found > 25


def test_a_paper_that_says_more_on_review_copies_would_be_noticed(template: Template) -> None:
    """The control: the same comparison of a template that prints a sentence on one kind of copy."""
    source = template(("Words.{% if reviewed %} Only for review.{% endif %}", "Body Text"))
    review = word.render(source, {"reviewed": True}, title="x")
    clean = word.render(source, {"reviewed": False}, title="x", copy="clean")
    assert ruled(reading.words_of_docx(review)) != reading.words_of_docx(clean)
    made = pdf.render(papers.with_twin(source), {"reviewed": True}, title="x")
    assert reading.difference(clean, made.data) is not None


def test_the_stories_are_all_there() -> None:
    assert 4 < len(stories.few()) <= len(stories.chosen()) < len(stories.every())
    assert set(stories.few()) <= set(stories.chosen()) <= set(stories.every())
