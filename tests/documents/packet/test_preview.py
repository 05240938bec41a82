"""A paper is shown while questions are open, and each value leads to its question."""

from pathlib import Path

import pytest
from markupsafe import Markup

from app.documents import preview
from app.documents.refusals import NoSuchPaper
from app.documents.traces import Source, Traces
from tests.documents.packet import small
from tests.documents.packet.conftest import DraftOf


def wrap(printed: Markup, source: Source) -> Markup:
    return Markup("<a data-q='{}' data-item='{}'>{}</a>").format(source.question, source.item or "", printed)


def test_a_value_leads_to_its_question(drafted: DraftOf) -> None:
    shown = preview.body(drafted(), "letter", wrap)
    assert "<a data-q='job' data-item=''>line cook</a>" in shown
    assert "<a data-q='story' data-item=''>They said pay would come on Friday.</a>" in shown


def test_a_value_of_an_item_leads_to_that_item(drafted: DraftOf) -> None:
    shown = preview.body(drafted(), "exhibit", wrap)
    assert "<a data-q='weeks.hours' data-item='2'>30.00</a>" in shown


def test_an_open_question_shows_as_a_marked_blank_that_leads_to_it(drafted: DraftOf) -> None:
    shown = preview.body(drafted(rate=None), "letter", wrap)
    assert "<a data-q='rate' data-item=''>" in shown
    assert "[to be confirmed: hourly rate]" in shown


def test_a_held_paper_can_be_looked_at(drafted: DraftOf) -> None:
    assert "Riverbend" in preview.body(drafted(asks_court="yes"), "letter")


def test_markup_in_an_answer_stays_text(drafted: DraftOf) -> None:
    shown = preview.body(drafted(job="'<b>cook</b> & more'"), "letter", wrap)
    assert "&lt;b&gt;cook&lt;/b&gt; &amp; more" in shown


def test_a_preview_shows_no_more_than_the_paper(own_root: Path) -> None:
    from app.documents.errors import NameMissing

    small.template(own_root, "letter", "letter", ["{{ home.line }}"])
    with pytest.raises(NameMissing):
        preview.body(small.draft(own_root), "letter")


def test_a_paper_the_form_does_not_have_is_refused(drafted: DraftOf) -> None:
    with pytest.raises(NoSuchPaper):
        preview.body(drafted(), "nothing")


def test_equal_words_of_two_answers_are_told_apart() -> None:
    traces = Traces()
    first, second = traces.traced("same", Source("one")), traces.traced("same", Source("two"))
    assert (traces.source(first), traces.source(second)) == (Source("one"), Source("two"))
    assert traces.source("same") is None
