"""An office's defaults decide an attorney's choices, and only those, and say where they come from."""

import pytest

from app.core.answers import EMPTY, Given
from app.core.defaults import overlay
from app.core.kinds import Refused
from app.core.questionnaire import Form

from .conftest import FormOf

CHOICE = """\
  - section: Choices
    answered by: attorney
    keep: open
    days:
      ask: How many days?
      kind: number
      office default: reply_days
"""


@pytest.fixture
def form(form_of: FormOf) -> Form:
    return form_of("county:\n  ask: Which?\n  kind: county\n  office default: county", CHOICE)


def test_an_undecided_choice_is_filled_and_marked(form: Form) -> None:
    found = overlay(form, EMPTY, {"reply_days": "14"}).get("days")
    assert found is not None
    assert (str(found.value), found.source) == ("14", "office default")


def test_what_was_decided_stays(form: Form) -> None:
    decided = EMPTY.put("days", Given("7"))
    assert overlay(form, decided, {"reply_days": "14"}) == decided


def test_a_client_s_question_is_never_answered_by_the_office(form: Form) -> None:
    assert overlay(form, EMPTY, {"county": "Jackson"}) == EMPTY


def test_a_default_that_does_not_fit_is_named(form: Form) -> None:
    with pytest.raises(Refused, match="`reply_days`"):
        overlay(form, EMPTY, {"reply_days": "soon"})
