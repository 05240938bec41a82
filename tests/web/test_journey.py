"""A whole questionnaire, answered page by page without scripts."""

import pytest

from app.casework import drafting, people
from app.casework.desk import Desk
from tests.web.office import Browser, Walk, ref_of


@pytest.mark.parametrize("form", ["web/kinds", "web/lists"])
def test_a_questionnaire_of_every_kind_is_answered_to_its_end(owner: Browser, desk: Desk, form: str) -> None:
    page = Walk(owner, desk, form).whole()
    assert page.heading == "Check your answers"
    assert "Every question has an answer" in page.words


@pytest.mark.parametrize("form", ["web/kinds", "web/lists"])
def test_what_was_typed_is_what_is_saved(owner: Browser, desk: Desk, form: str) -> None:
    walk = Walk(owner, desk, form)
    page = walk.whole()
    saved = drafting.open_draft(desk, people.owner(desk).who, ref_of(page)).answers
    for question in walk.form.questions():
        if question.kind_name in ("notice", "list") or question.by_attorney:
            continue
        expected = [given.value for (path, _), given in walk.answers.given.items() if path == question.path]
        found = [given.value for (path, _), given in saved.given.items() if path == question.path]
        assert sorted(map(repr, found)) == sorted(map(repr, expected)), question.path
