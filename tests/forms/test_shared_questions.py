"""The questions court filings share: who files, a safe address, the courthouse, the fee."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from app.core.answers import Answers, Given
from app.core.checker import check
from app.core.examples import example
from app.core.forms import form_from
from app.core.interview import Interview, read
from app.core.questionnaire import Form
from app.core.values import Address, Blank, Gap, Value
from app.law.catalogue import CALCULATIONS

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 24)
SHARED = ("client", "safety", "attorney", "filing", "courthouse", "fees")
TINY = b"""form: mo/tiny
title: Tiny
authority: [RSMo 1.010]
sections:
  - include: shared/client
  - include: shared/safety
  - section: Where
    keep: open
    home_county:
      ask: Which county?
      kind: county
      example: Jackson
  - include: shared/attorney
  - include: shared/filing
  - include: shared/courthouse
  - include: shared/fees
facts:
  county_court:
    means: The court of the county
    calculate: courts.of_county
    from: {county: home_county}
  court:
    means: The head of the papers
    calculate: courts.caption
    from: {county: home_county, courthouse: courthouse, style: caption_style}
"""
HOME = Address("100 Example Street", "", "Kansas City", "MO", "64106")


@cache
def form() -> Form:
    files = {
        f"questionnaires/shared/{name}.yaml": ROOT / f"questionnaires/shared/{name}.yaml" for name in SHARED
    }
    contents = {name: path.read_bytes() for name, path in files.items()}
    return form_from({"questionnaires/mo/tiny.yaml": TINY, **contents}, "mo/tiny", CALCULATIONS)


def with_answers(**changed: Value | None) -> Interview:
    answers: Answers = example(form(), TODAY)
    for name, value in changed.items():
        answers = answers.without(name) if value is None else answers.put(name, Given(value))
    return read(form(), answers, TODAY)


def flags(interview: Interview) -> set[str]:
    return {flag.name for flag in interview.flags}


def asked(interview: Interview) -> set[str]:
    return {each.question.name for each in interview.asked}


def test_the_shared_files_have_no_mistakes_together() -> None:
    assert [str(mistake) for mistake in check(form())] == []
    assert with_answers().complete


def test_every_shared_question_has_its_law_and_what_is_not_open_its_reason() -> None:
    own = [question for question in form().questions() if question.name != "home_county"]
    assert [question.path for question in own if not question.law] == []
    assert [question.path for question in own if question.keep != "open" and not question.why] == []


def test_what_is_decided_for_one_filing_is_taken_over_by_no_other() -> None:
    choices = {question.name for question in form().questions() if question.by_attorney}
    assert {name for name in choices if form().question(name).shared} == {"signing_attorney"}  # type: ignore[union-attr]
    assert form().question("client_name").shared  # type: ignore[union-attr]


def test_the_home_address_is_refused_as_the_address_for_court_papers() -> None:
    same = with_answers(home_address=HOME, court_mail=HOME)
    assert any("This is where you live" in each.sentence for each in same.broken)
    assert with_answers(home_address=HOME).broken == ()


def test_a_safe_at_home_client_without_the_designated_address_is_noticed() -> None:
    other = Address("P.O. Box 7", "", "Liberty", "MO", "64068")
    assert "safe_at_home_not_printed" in flags(with_answers(in_safe_at_home=True, court_mail=other))
    substitute = Address("P.O. Box 100", "", "Jefferson City", "MO", "65102", safe_at_home=True)
    assert "safe_at_home_not_printed" not in flags(with_answers(in_safe_at_home=True, court_mail=substitute))


def test_the_flag_on_safe_at_home_says_the_figures_of_the_day() -> None:
    raised = with_answers(in_safe_at_home=True).flags
    told = next(each.say for each in raised if each.name == "safe_at_home_used")
    assert "4 years; mail comes 5 to 7 days late" in told


@pytest.mark.parametrize("said", [False, Gap("not known")])
def test_who_is_not_in_safe_at_home_or_not_sure_is_told_of_it(said: Value) -> None:
    assert "wants_safe_at_home" in asked(with_answers(in_safe_at_home=said))


def test_a_client_who_files_alone_needs_an_address_that_may_be_read() -> None:
    alone = with_answers(filed_by="client", court_mail=Blank())
    assert "client_without_mail" in flags(alone)
    assert "client_without_mail" not in flags(with_answers(filed_by="client"))
    assert "client_without_mail" not in flags(with_answers(court_mail=Blank()))


@pytest.mark.parametrize(("county", "expected"), [("Jackson", True), ("Greene", False)])
def test_the_courthouse_is_asked_in_jackson_county_alone(county: str, expected: bool) -> None:
    assert ("courthouse" in asked(with_answers(home_county=county))) is expected


def test_a_home_in_a_city_of_several_counties_is_noticed_without_naming_it() -> None:
    found = next(
        each for each in with_answers(home_address=HOME).flags if each.name == "city_in_several_counties"
    )
    assert found.certain
    liberty = Address("1 Example Street", "", "Liberty", "MO", "64068")
    assert "city_in_several_counties" not in flags(with_answers(home_address=liberty))
    assert "city_in_several_counties" not in flags(with_answers(home_address=Blank()))


def test_a_circuit_from_memory_in_the_caption_is_flagged() -> None:
    assert "court_not_confirmed" in flags(with_answers(home_county="Greene", caption_style="circuit"))
    assert "court_not_confirmed" not in flags(with_answers(home_county="Greene"))


@pytest.mark.parametrize(("route", "expected"), [("motion", True), ("legal_aid", False), ("pays", False)])
def test_money_is_asked_about_only_for_the_motion(route: str, expected: bool) -> None:
    household = {"household_size", "money_owned", "cannot_pay_because"}
    assert (household <= asked(with_answers(fee_route=route))) is expected
    assert bool(household & asked(with_answers(fee_route=route))) is expected


def test_a_client_who_cannot_pay_and_is_said_to_pay_is_noticed() -> None:
    assert "fee_doubt" in flags(with_answers(can_pay_fee=False, fee_route="pays"))
    assert "fee_doubt" in flags(with_answers(can_pay_fee=Gap("not known"), fee_route="pays"))
    assert "fee_doubt" not in flags(with_answers(can_pay_fee=True, fee_route="pays"))
