"""The screening of an order of protection: each row of the statute, and nothing taken as given."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.kinds.dates import read_when
from app.core.values import GAP_OPEN, Name
from app.law.memo_tables import tables
from app.law.outcome import Outcome
from app.law.parameters import TABLE
from app.law.protection import acts as protection_acts
from app.law.protection import age as protection_age
from app.law.protection import checklist as protection_checklist
from app.law.protection import children as protection_children
from app.law.protection import deadlines as protection_deadlines
from app.law.protection import figures as protection_figures
from app.law.protection import relief as protection_relief
from app.law.protection import screening as protection
from app.law.protection import venue as protection_venue
from app.law.protection.terms import FAMILY, KINDS
from app.law.refusals import Refusal

DAY = date(2026, 11, 24)


def act(*kinds: str, **more: Any) -> dict[str, Any]:
    return {"act_kinds": kinds, "act_what": "Respondent did it", "act_where": "public", **more}


def grounds(**answers: Any) -> protection.ProtectionResult:
    given_ = {"order_for": "adult", "petitioner_age": Decimal(30), "relationship": ("none",), **answers}
    return protection.grounds(table=TABLE, today=DAY, **given_)


def row(found: protection.ProtectionResult, subject: str) -> Outcome:
    return next(each for each in found.outcomes if each.subject == subject)


STALKED = {"acts": (act("followed"), act("followed")), "stalking_fear": ("harm",), "stalking_unwanted": True}


@pytest.mark.parametrize("tie", sorted(FAMILY - {"lived_other"}))
def test_every_family_or_household_tie_opens_domestic_violence(tie: str) -> None:
    assert grounds(relationship=(tie,), acts=(act("hurt"),)).dv_result == "may generate"


def test_a_shared_roof_alone_is_for_the_attorney() -> None:
    found = grounds(relationship=("lived_other",), acts=(act("hurt"),))
    assert (found.dv_result, found.no_ground) == ("attorney must decide", False)


def test_no_tie_is_no_domestic_violence() -> None:
    assert grounds(acts=(act("hurt"),)).dv_result == "not eligible"


def test_an_unknown_tie_is_asked_again_and_not_denied() -> None:
    assert grounds(relationship=None, acts=(act("hurt"),)).dv_result == "fix first"


def test_stalking_needs_no_tie() -> None:
    assert grounds(**STALKED).stalking_result == "may generate"


def test_one_act_is_no_course_of_conduct() -> None:
    assert grounds(**(STALKED | {"acts": (act("followed"),)})).stalking_result == "fix first"


@pytest.mark.parametrize("fear", [("shame",), ("loss",), ("none",), ("shame", "loss")])
def test_fear_of_anything_but_harm_stops_stalking(fear: tuple[str, ...]) -> None:
    found = grounds(**(STALKED | {"stalking_fear": fear}))
    assert (found.stalking_result, found.stalking_stops) == ("attorney must decide", True)


def test_wanted_contact_is_not_taken_as_stalking() -> None:
    assert grounds(**(STALKED | {"stalking_unwanted": False})).stalking_result == "attorney must decide"


def test_sexual_assault_by_anyone_is_a_ground() -> None:
    found = grounds(acts=(act("sexual"),), sexual_how=("no_consent",))
    assert (found.sexual_result, found.any_ground, found.only_others) == ("may generate", True, True)


def test_duress_alone_is_for_the_attorney() -> None:
    assert grounds(acts=(act("sexual"),), sexual_how=("duress",)).sexual_result == "attorney must decide"


def test_one_incident_is_no_harassment() -> None:
    found = grounds(
        relationship=("romantic",), acts=(act("harassed"),), harass_reason=False, harass_distress=True
    )
    assert row(found, "Kind of act: harassment").outcome == "fix first"


def test_two_incidents_without_reason_and_with_distress_are_harassment() -> None:
    found = grounds(acts=(act("harassed"), act("harassed")), harass_reason=False, harass_distress=True)
    assert row(found, "Kind of act: harassment").outcome == "may generate"


def test_threats_of_the_police_alone_are_no_coercion_here() -> None:
    found = grounds(acts=(act("forced", act_force=False),), controlled=("status",))
    assert row(found, "Kind of act: coercion").outcome == "attorney must decide"
    assert found.no_ground


NO_GROUND = "Trafficking: no ground under chapter 455"


def test_labour_without_tie_stalking_or_assault_is_likely_no_ground_and_for_the_attorney() -> None:
    found = row(grounds(controlled=("work",)), NO_GROUND)
    assert (found.outcome, found.confirmed) == ("attorney must decide", False)
    assert found.reason.startswith("Likely no ground")


def test_the_years_of_the_referral_are_the_dated_figure() -> None:
    years = TABLE.value_on("limitation_trafficking_missouri_years", DAY).count
    assert f"566.223.6 ({years} years)" in row(grounds(controlled=("work",)), NO_GROUND).reason


@pytest.mark.parametrize("open_", [{"relationship": None}, {"acts": (act("followed"),)}])
def test_no_ground_is_not_said_while_a_ground_can_still_be_fixed(open_: dict[str, Any]) -> None:
    assert NO_GROUND not in {each.subject for each in grounds(controlled=("work",), **open_).outcomes}


def test_a_trafficker_who_gave_a_bed_is_argued_as_household() -> None:
    found = grounds(relationship=("lived_other",), acts=(act("held"),), controlled=("housed",))
    assert row(found, "Trafficking: housed by the trafficker").outcome == "attorney must decide"


AGES = [
    (16, False, "not eligible"), (16, True, "attorney must decide"), (17, None, "attorney must decide"),
    (18, None, "may generate"), (None, None, "fix first"),
]  # fmt: skip


@pytest.mark.parametrize(("age", "emancipated", "result"), AGES)
def test_the_age_line_with_its_doubt(age: int | None, emancipated: bool | None, result: str) -> None:
    years = None if age is None else Decimal(age)
    assert grounds(petitioner_age=years, emancipated=emancipated).file_result == result


@pytest.mark.parametrize("years", [None, 16, 17, 18])
def test_the_parties_stand_to_the_dated_age_line(years: int | None) -> None:
    own = None if years is None else Decimal(years)
    found = protection_age.age(table=TABLE, today=DAY, petitioner_age=own, respondent_age=own)
    assert (found.line, found.line_confirmed) == (TABLE.value_on("protection_adult_age", DAY).count, False)
    assert (found.petitioner_adult, found.petitioner_under) == (years in (17, 18), years == 16)
    assert (found.petitioner_on_line, found.respondent_on_line) == (years == 17, years == 17)
    assert found.respondent_under == (years == 16)


def test_seventeen_says_that_the_line_is_not_confirmed() -> None:
    assert not row(grounds(petitioner_age=Decimal(17)), "Who may file: adult order").confirmed


@pytest.mark.parametrize("role", ["parent", "guardian", "gal", "casa", "officer"])
def test_each_listed_role_may_file_for_a_child(role: str) -> None:
    assert grounds(order_for="child", petitioner_role=role).file_result == "may generate"


def test_a_former_household_member_may_be_respondent_of_a_child_order() -> None:
    found = grounds(order_for="child", child_relationship=("household_before",), acts=(act("hurt"),))
    assert found.dv_result == "may generate"


def test_a_stranger_to_the_household_is_no_domestic_violence_to_a_child() -> None:
    found = grounds(
        order_for="child", child_relationship=("none",), relationship=("spouse",), acts=(act("hurt"),)
    )
    assert found.dv_result == "not eligible"


def test_a_respondent_under_seventeen_is_a_juvenile() -> None:
    assert (
        row(grounds(respondent_age=Decimal(16)), "Respondent is a juvenile").outcome == "attorney must decide"
    )
    assert not [each for each in grounds(respondent_age=Decimal(17)).outcomes if "juvenile" in each.subject]


def test_an_order_at_once_needs_its_cause() -> None:
    assert grounds(ex_parte_wanted=True).urgent_without_cause
    assert not grounds(ex_parte_wanted=True, danger_now="He said he comes tonight").urgent_without_cause


def test_the_long_order_needs_a_factor_and_is_for_the_attorney_with_children() -> None:
    subject = "Order of 2 to 10 years"
    assert row(grounds(long_order=True), subject).outcome == "fix first"
    assert row(grounds(long_order=True, factor_history="Since 2024"), subject).outcome == "may generate"
    child = grounds(order_for="child", long_order=True, factor_history="Since 2024")
    assert row(child, subject).outcome == "attorney must decide"


@pytest.mark.parametrize("known", [False, None])
def test_filing_at_home_says_that_it_tells_the_county(known: bool | None) -> None:
    found = row(grounds(home_county="Clay", home_county_known=known), "Venue: where the petitioner lives")
    assert found.outcome == "attorney must decide"
    assert "Clay" in found.reason


def test_the_county_of_an_act_that_is_the_secret_home_county_is_for_the_attorney() -> None:
    subject = "Venue: where an act happened"
    assert row(grounds(act_county="Ray", home_county="Clay"), subject).outcome == "may generate"
    assert row(grounds(act_county="Clay", home_county="Clay"), subject).outcome == "attorney must decide"
    known = grounds(act_county="Clay", home_county="Clay", home_county_known=True)
    assert row(known, subject).outcome == "may generate"


def test_a_ground_pleaded_without_its_facts_is_named() -> None:
    found = grounds(relationship=("spouse",), acts=(act("hurt"),), grounds_pled=("dv", "stalking"))
    assert found.unsupported
    assert "stalking" in found.unsupported_text
    assert "domestic violence" not in found.unsupported_text


@given(
    st.sets(st.sampled_from(sorted(FAMILY))), st.sets(st.sampled_from(["harm", "shame", "loss"])),
    st.lists(st.sets(st.sampled_from(sorted(KINDS)), min_size=1), max_size=5),
)  # fmt: skip
def test_the_grounds_agree_with_the_table_of_the_note(
    ties: set[str], fear: set[str], kinds: list[set[str]]
) -> None:
    """The oracle: a row for each ground, written from the statute and not from the code."""
    acts = tuple(act(*sorted(each)) for each in kinds)
    found = grounds(
        relationship=tuple(ties) or ("none",), acts=acts, stalking_fear=tuple(fear), stalking_unwanted=True,
        sexual_how=("no_consent",),
    )  # fmt: skip
    followed = sum("followed" in each for each in kinds)
    table = {
        "dv": bool(kinds) and bool(ties - {"lived_other"} or len(ties) > 1),
        "stalking": followed >= 2 and "harm" in fear,
        "sexual": any("sexual" in each for each in kinds),
    }
    assert (found.dv_result == "may generate") is table["dv"]
    assert (found.stalking_result == "may generate") is table["stalking"]
    assert (found.sexual_result == "may generate") is table["sexual"]
    assert found.any_ground is any(table.values())


def relief(**answers: Any) -> protection_relief.ReliefResult:
    return protection_relief.relief(table=TABLE, today=DAY, **({"order_for": "adult"} | answers))


def test_relief_without_facts_is_fixed_first() -> None:
    found = relief(relationship=("spouse",), custody_wanted=True, costs_wanted=("medical",))
    assert (found.lacks_facts, found.lacking_text) == (True, "custody of the children, medical costs")


def test_relief_with_facts_may_be_asked() -> None:
    found = relief(relationship=("spouse",), family_money=("maintenance",), maintenance_facts="No income")
    assert [each.outcome for each in found.outcomes] == ["may generate"]


def test_the_longest_maintenance_is_the_dated_figure() -> None:
    days = TABLE.value_on("protection_maintenance_days", DAY).count
    found = relief(relationship=("spouse",), family_money=("maintenance",), maintenance_facts="No income")
    assert f"ends after {days} days" in found.outcomes[0].reason


def test_maintenance_is_not_offered_without_a_family_tie() -> None:
    found = relief(relationship=("none",), family_money=("maintenance",), maintenance_facts="No income")
    assert (found.family_only_asked, found.outcomes[0].outcome) == (True, "not eligible")


@pytest.mark.parametrize("state", ["pending", "decided"])
def test_a_custody_case_bars_custody(state: str) -> None:
    found = relief(relationship=("spouse",), custody_case=state)
    assert (found.custody_barred, found.outcomes[0].outcome) == (True, "not eligible")


TEMPORARY = "Relief: temporary custody, ex parte"


def temporary(**answers: Any) -> Outcome | None:
    given_ = {"relationship": ("spouse",), "ex_parte_wanted": True, "has_children": True, **answers}
    return next((each for each in relief(**given_).outcomes if each.subject == TEMPORARY), None)


@pytest.mark.parametrize("order_for", ["adult", "child"])
@pytest.mark.parametrize("state", ["pending", "decided", None])
def test_a_custody_case_leaves_temporary_custody_to_the_attorney(order_for: str, state: str | None) -> None:
    found = temporary(order_for=order_for, child_relationship=("household_now",), custody_case=state)
    assert found is not None
    assert (found.outcome, found.confirmed) == ("attorney must decide", False)


@pytest.mark.parametrize(
    "more", [{"custody_case": "no"}, {"ex_parte_wanted": False, "custody_case": "pending"}]
)
def test_temporary_custody_is_no_question_without_a_case_or_an_ex_parte_order(more: dict[str, Any]) -> None:
    assert temporary(**more) is None


def test_temporary_custody_is_asked_only_with_its_facts() -> None:
    told_ = {"custody_case": "pending", "temporary_custody": True}
    assert temporary(**told_).outcome == "fix first"  # type: ignore[union-attr]
    assert temporary(**told_, temporary_custody_facts="x").outcome == "attorney must decide"  # type: ignore[union-attr]


def test_the_home_is_closed_only_on_three_findings() -> None:
    told = {"order_for": "child", "home_exclusion": True, "exclusion_best": "Fear", "exclusion_risk": "Blows"}
    assert relief(**told).lacks_facts
    assert not relief(**told, exclusion_adult="the mother").lacks_facts


def told(*acts: dict[str, Any], **more: Any) -> protection_acts.ActsResult:
    return protection_acts.acts(table=TABLE, today=DAY, acts=acts, **more)


def test_acts_stand_by_most_recent_most_serious_and_pattern() -> None:
    found = told(
        act("hurt", act_what="old and bad", act_when=read_when("2024"), act_worst=True),
        act("hurt", act_what="new", act_when=read_when("2026-11-20")),
        act("hurt", act_what="other", act_when=read_when("2026-05")),
    )
    assert [each.what for each in (*found.recent, *found.serious, *found.pattern)] == [
        "new.", "old and bad.", "other.",
    ]  # fmt: skip


def test_a_place_that_is_not_known_is_not_said() -> None:
    place = {"act_where": "other", "act_place": "the shelter on Oak Street"}
    assert told(act("hurt", **place, act_place_known=False)).recent[0].where == ""
    assert told(act("hurt", **place)).recent[0].where == ""
    assert told(act("hurt", **place, act_place_known=True)).recent[0].where == "at the shelter on Oak Street"


def test_a_private_report_to_the_police_is_not_said() -> None:
    assert told(act("hurt", act_police="private", act_report="24-1")).recent[0].police == ""
    assert "24-1" in told(act("hurt", act_police="yes", act_report="24-1")).recent[0].police


def test_a_witness_is_never_named() -> None:
    assert "Pat" not in str(told(act("hurt", act_seen=True, act_witness="Pat Example")))


def test_an_act_without_its_day_prints_a_marked_gap() -> None:
    assert told(act("hurt")).recent[0].when.startswith(GAP_OPEN)


@pytest.mark.parametrize(
    ("force", "label"), [(True, "coercion, section 455.010(1)(d)"), (False, ""), (None, "")]
)
def test_only_force_makes_coercion(force: bool | None, label: str) -> None:
    assert told(act("forced", act_force=force)).recent[0].labels == label


def test_labels_wait_for_their_elements() -> None:
    twice = (act("harassed"), act("harassed"))
    assert told(*twice).recent[0].labels == ""
    assert told(*twice, harass_reason=False, harass_distress=True).harassed


def test_children_stand_by_initials() -> None:
    found = protection_children.children(
        table=TABLE, today=DAY,
        children=({"child_name": Name("Ana", "", "Quill"), "child_age": Decimal(4), "child_lives": "me"},),
    )  # fmt: skip
    assert (found.initials_text, found.rows[0].age) == ("A.Q.", "4")
    assert "Quill" not in str(found)


def test_the_county_of_the_choice_is_taken_and_no_other() -> None:
    found = protection_venue.chosen(table=TABLE, today=DAY, venue="act", home_county="Clay", act_county="Ray")
    assert (found.county, found.at_act, found.at_home) == ("Ray", True, False)


def test_a_choice_whose_county_is_not_known_is_refused() -> None:
    with pytest.raises(Refusal):
        protection_venue.chosen(table=TABLE, today=DAY, venue="served", home_county="Clay")


def days(**answers: Any) -> protection_deadlines.ProtectionDeadlinesResult:
    return protection_deadlines.deadlines(table=TABLE, today=DAY, **({"order_for": "adult"} | answers))


def test_the_hearing_comes_within_fifteen_days_of_filing() -> None:
    found = days(filed_on=date(2026, 11, 25))
    assert found.hearing_by == date(2026, 12, 10)
    assert found.rows[0].working == "November 25, 2026 + 15 days = December 10, 2026"


def test_an_objection_comes_thirty_days_before_the_end() -> None:
    assert days(order_ends=date(2027, 1, 14)).objection_by_text == "December 15, 2026"


def test_the_terms_of_a_full_order_are_worked_out() -> None:
    found = days(full_order_on=date(2026, 1, 15), long_order=True)
    last = {each.claim: each.day for each in found.rows if each.day}
    assert last["Full order ends, at the earliest"] == date(2026, 7, 14)
    assert last["Full order ends, at the latest"] == date(2027, 1, 15)
    assert last["Order of serious danger, shortest"] == date(2028, 1, 15)
    assert last["Order of serious danger, longest"] == date(2036, 1, 15)


def test_the_long_terms_are_not_for_children() -> None:
    found = days(order_for="child", full_order_on=date(2026, 1, 15), long_order=True)
    assert not [each for each in found.rows if "serious" in each.claim]


def test_a_day_whose_start_is_not_known_is_said_in_words() -> None:
    assert not days().has_hearing_day
    assert "fifteen" not in days().rows[0].working
    assert days().rows[0].working.startswith("filing + 15 days")


def test_the_time_to_appeal_says_that_it_is_not_confirmed() -> None:
    appeal = next(each for each in days().rows if each.claim == "Notice of appeal")
    assert appeal.unconfirmed


def test_every_outcome_has_a_reason_and_a_citation() -> None:
    found = grounds(
        relationship=("lived_other",), acts=(act(*KINDS, act_force=True), act(*KINDS)),
        stalking_fear=("harm",),
        controlled=("housed", "watched", "status"), other_people=True, respondent_filed=True,
        respondent_age=Decimal(15), ex_parte_wanted=True, long_order=True, home_county="Clay",
    )  # fmt: skip
    assert all(each.reason and each.citation for each in found.outcomes)


def test_the_memo_shows_the_screening_the_relief_and_the_days() -> None:
    shown = [*tables(grounds()), *tables(relief(costs_wanted=("medical",))), *tables(days())]
    assert len(shown) == 3


def checked(element: str, **answers: Any) -> str:
    given_ = {"order_for": "adult", **answers}
    rows = protection_checklist.checklist(table=TABLE, today=DAY, **given_).rows
    return next(each.status for each in rows if each.element.startswith(element))


def test_the_figures_of_chapter_455_stand_in_words() -> None:
    found = protection_figures.figures(table=TABLE, today=DAY)
    assert found.hearing_words == "fifteen days"
    assert (found.most_words, found.danger_words) == ("one year", "two to ten years")
    assert found.provider_words == "three business days"


def test_a_number_without_a_word_of_its_own_stands_in_digits() -> None:
    assert protection_figures.counted(180, "day") == "180 days"


def test_an_element_of_a_ground_that_is_not_pleaded_is_not_missing() -> None:
    assert checked("Sexual assault", acts=(act("hurt"),), grounds_pled=("dv",)) == "not pleaded"


def test_a_pleaded_ground_without_its_element_is_missing() -> None:
    assert checked("Sexual assault", acts=(act("sexual"),), grounds_pled=("sexual",)) == "MISSING"
    assert checked("Stalking", acts=(act("followed"),), grounds_pled=("stalking",)) == "MISSING"


def test_a_case_that_is_kept_from_the_respondent_is_said_to_be_kept() -> None:
    assert checked("Other cases", cases=({"case_known": False},)) == "not pleaded: kept from respondent"
    assert checked("Other cases", cases=()) == "pleaded"
    assert checked("Other cases") == "MISSING"


def test_the_factors_of_serious_danger_are_counted() -> None:
    assert checked("Serious danger", long_order=True, factor_record="x") == "pleaded (1 of 5 factors)"
    assert checked("Serious danger", long_order=True) == "MISSING"


def test_attorney_fees_stand_on_a_heading_alone() -> None:
    found = protection_relief.relief(
        table=TABLE,
        today=DAY,
        order_for="adult",
        relationship=("spouse",),
        costs_wanted=("fees",),
        fee_facts="x",
    )
    assert [each.confirmed for each in found.outcomes] == [False]
