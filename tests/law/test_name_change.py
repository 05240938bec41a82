"""The screening of a change of name, from the note's routing table, and the days after a judgment."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.values import Name, When
from app.law.memo_tables import tables
from app.law.name_change.deadlines import business_days_after, deadlines
from app.law.name_change.fees import fees
from app.law.name_change.screening import screening
from app.law.name_change.words import names, scan, scan_place
from app.law.outcome import RESULTS
from app.law.parameters import TABLE

TODAY = date(2026, 11, 24)
HOUSEHOLD = ("spouse", "relative", "lived_with", "partner", "co_parent")


def exact(day: date) -> When:
    return When(day, day)


ADULT = {
    "petition_for": "self",
    "birth_date": exact(date(1992, 3, 14)),
    "in_county_since": exact(date(2022, 6, 1)),
    "harm_kinds": ("hurt",),
    "harm_by": ("none",),
    "harm_under_18": False,
    "had_case": False,
    "if_published": True,
    "no_harm": "yes",
    "no_fraud": "yes",
}


def screened(today: date = TODAY, **more):
    return screening(table=TABLE, today=today, **(ADULT | more))


def outcome(subject: str, **more) -> str:
    return next(each.outcome for each in screened(**more).outcomes if each.subject.startswith(subject))


@pytest.mark.parametrize("who", HOUSEHOLD)
def test_any_household_member_makes_class_three(who: str):
    found = screened(harm_by=(who,))
    assert (found.class_1, found.class_2, found.class_3) == (False, False, True)


def test_harm_before_18_makes_class_two_and_says_that_its_reach_is_not_confirmed():
    found = screened(harm_kinds=("trafficked",), harm_under_18=True)
    second = next(each for each in found.outcomes if "(2)" in each.subject)
    assert found.class_2
    assert not second.confirmed


def test_a_criminal_case_makes_class_one_only_with_a_household_member():
    assert screened(had_case=True, harm_by=("partner",)).class_1
    assert outcome("No publication, class (1)", had_case=True) == "attorney must decide"


def test_trafficking_as_an_adult_by_a_stranger_has_no_clear_exemption():
    found = screened(harm_kinds=("trafficked",))
    assert found.no_clear_exemption
    assert not found.has_class
    assert outcome("Publication", harm_kinds=("trafficked",)) == "attorney must decide"


def test_nobody_who_did_harm_means_ordinary_publication():
    found = screened(harm_kinds=("none",), harm_by=None, harm_under_18=None, had_case=None, if_published=None)
    assert not found.in_danger
    assert not found.no_clear_exemption


def test_what_is_not_known_is_never_decided():
    unknown = dict.fromkeys(ADULT) | {"petition_for": "self"}
    found = screening(table=TABLE, today=TODAY, **unknown)
    assert {each.outcome for each in found.outcomes} <= {"attorney must decide", "fix first"}


@pytest.mark.parametrize(
    ("since", "under_90", "under_180"),
    [
        (date(2026, 8, 27), True, True),
        (date(2026, 8, 26), False, True),
        (date(2026, 5, 29), False, True),
        (date(2026, 5, 28), False, False),
    ],
)
def test_residence_is_counted_to_the_day_and_never_refuses(since: date, under_90: bool, under_180: bool):
    found = screened(in_county_since=exact(since))
    assert (found.residence_under_90, found.residence_under_180) == (under_90, under_180)
    assert "not eligible" not in {each.outcome for each in found.outcomes if "Residence" in each.subject}


def test_an_inexact_move_is_counted_from_its_latest_day():
    assert screened(in_county_since=When(date(2026, 1, 1), date(2026, 12, 31), "year")).residence_under_90


def test_a_client_under_18_may_ask_alone_from_the_birthday_on():
    first = screened(birth_date=exact(date(2009, 1, 5))).outcomes[0]
    assert (first.outcome, first.until) == ("not eligible", date(2027, 1, 5))
    assert screened(birth_date=exact(date(2008, 11, 24))).outcomes[0].outcome == "may generate"


CHILD = {
    "minor_name": Name("Nico", "", "Harrow"),
    "other_parent_stands": "consents",
    "other_parent_feared": False,
    "child_cases": ("none",),
}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "fix first"),
        ({"other_parent_stands": "deceased", "other_parent_feared": None}, "fix first"),
        ({"other_parent_stands": "not_named", "other_parent_feared": None}, "attorney must decide"),
        ({"other_parent_stands": "other"}, "attorney must decide"),
        ({"other_parent_feared": True}, "attorney must decide"),
        ({"other_parent_feared": None}, "attorney must decide"),
        ({"child_cases": ("custody",)}, "attorney must decide"),
        ({"child_cases": None}, "attorney must decide"),
    ],
)
def test_a_child_is_never_ready_to_file(more: dict, expected: str):
    found = screened(petition_for="child", minors_to_rename=(CHILD | more,))
    assert found.outcomes[-1].outcome == expected


def test_a_child_is_named_by_initials_in_the_screening():
    assert "N.H." in screened(minors_to_rename=(CHILD,)).outcomes[-1].subject


def test_nobody_who_has_died_is_feared():
    assert not screened(minors_to_rename=(CHILD | {"other_parent_stands": "deceased"},)).other_parent_feared


@given(
    st.sampled_from([None, ("none",), ("hurt",), ("trafficked", "stalked")]),
    st.sampled_from([None, ("none",), ("spouse",), ("relative", "partner")]),
    st.sampled_from([None, True, False]),
    st.sampled_from([None, True, False]),
)
def test_a_class_fits_only_on_answers_that_were_given(kinds, by, under_18, case):
    found = screened(harm_kinds=kinds, harm_by=by, harm_under_18=under_18, had_case=case)
    harmed = bool(kinds) and kinds != ("none",)
    near = bool(by) and by != ("none",)
    assert found.class_3 == (harmed and near)
    assert found.class_2 == (harmed and under_18 is True)
    assert found.class_1 == (harmed and near and case is True)
    assert all(each.reason and each.citation and each.outcome in RESULTS for each in found.outcomes)


def test_every_outcome_stands_in_the_memo():
    shown = tables(screened())[0]
    assert len(shown.rows) == len(screened().outcomes)


def counted(**more):
    return deadlines(table=TABLE, today=TODAY, **more)


def test_publication_begins_within_20_days_of_the_judgment():
    found = counted(judgment_day=exact(date(2026, 11, 20)), published=True, registrant=False, carries=False)
    assert found.publish_by_text == "Thursday, December 10, 2026"
    assert found.rows[0].working == "November 20, 2026 + 20 days = December 10, 2026"


def test_without_publication_there_is_no_day_for_it():
    found = counted(judgment_day=exact(date(2026, 11, 20)), published=False, registrant=False, carries=False)
    assert found.publish_by_text == ""


def test_business_days_leave_the_weekend_out():
    assert business_days_after(date(2026, 11, 20), 3) == date(2026, 11, 25)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_three_business_days_take_three_to_five_days(day: date):
    last = business_days_after(day, 3)
    assert 3 <= (last - day).days <= 5
    assert last.weekday() < 5


def test_a_duty_that_may_be_there_is_listed_until_it_is_denied():
    assert {row.claim for row in counted().rows} == {
        "Registrant reports the new name, in person",
        "Permit to carry: tell the sheriff of the new name",
    }


def test_the_days_from_memory_say_so():
    found = counted(judgment_day=exact(date(2026, 11, 20)), registrant=False, carries=False)
    assert [row.unconfirmed for row in found.rows] == [True, True]


def test_the_other_parent_is_served_30_days_before_the_hearing():
    found = counted(hearing_day=exact(date(2027, 1, 15)), serves_parent=True, registrant=False, carries=False)
    assert found.rows[0].day == date(2026, 12, 16)


def named(present: Name, wanted: Name):
    return names(table=TABLE, today=TODAY, present=present, wanted=wanted)


def test_the_same_name_in_other_capitals_is_the_same_name():
    assert named(Name("Rhea", "", "Tandy"), Name("RHEA ", "", "tandy")).same


@pytest.mark.parametrize(
    ("name", "odd"), [("O'Neil", False), ("Añez-Ruiz", False), ("J4ne", True), ("@na", True)]
)
def test_numbers_and_signs_are_seen_in_a_name(name: str, odd: bool):
    assert named(Name("Rhea", "", "Tandy"), Name(name, "", "Vale")).has_other_signs is odd


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("to have a name that is easy to spell", False),
        ("for personal privacy", False),
        ("because my ex-husband beat me", True),
        ("to hide from Carl", True),
        ("since I moved to 400 Oak", True),
    ],
)
def test_a_reason_that_tells_too_much_is_seen(words: str, found: bool):
    assert scan(table=TABLE, today=TODAY, words=words).found is found


@pytest.mark.parametrize(
    ("words", "found"),
    [("Jackson County, Missouri", False), ("the City of St. Louis", False), ("12 Oak Street, Joplin", True)],
)
def test_a_county_and_a_state_are_no_address(words: str, found: bool):
    assert scan_place(table=TABLE, today=TODAY, words=words).found is found


def test_a_fee_is_dated_county_data_and_no_county_is_guessed():
    jackson, other = (fees(table=TABLE, today=TODAY, county=each) for each in ("Jackson", "Adair"))
    assert (jackson.fee_text, other.has_fee) == ("$142.50", False)
    assert not TABLE.value_on("name_change_fee_jackson", TODAY).confirmed
