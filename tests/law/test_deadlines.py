"""The list of deadlines, each with its working and both readings of inexact dates."""

from datetime import date

from app.core.values import When
from app.law.deadlines import deadlines
from app.law.parameters import TABLE
from tests.law.invented import dollars, exact, last_pay, run, week, worked

TODAY = date(2026, 11, 23)


def listed(**more):
    found = deadlines(table=TABLE, today=more.pop("today", TODAY), **more)
    return {row.claim: row for row in found.rows}


def test_the_seventh_and_the_sixtieth_day_show_their_working():
    rows = listed(
        how_ended="fired", discharged_on=exact(date(2026, 5, 1)), request_date=exact(date(2026, 5, 8))
    )
    assert (
        rows["Final pay: employer's last day to pay in time"].working == "May 8, 2026 + 7 days = May 15, 2026"
    )
    assert rows["Final pay: day on which a penalty stops growing (290.110)"].day == date(2026, 6, 30)


def test_a_worker_who_quit_has_no_final_pay_deadline():
    rows = listed(how_ended="quit", discharged_on=exact(date(2026, 5, 1)))
    assert not [claim for claim in rows if claim.startswith("Final pay")]


def test_the_time_to_sue_for_the_penalty_is_marked_unconfirmed():
    row = listed(how_ended="fired", discharged_on=exact(date(2026, 5, 1)))[
        "Final pay: penalty, last day to sue"
    ]
    assert (row.day, row.unconfirmed) == (date(2029, 5, 1), True)


def test_unconfirmed_periods_are_cautioned():
    found = deadlines(table=TABLE, today=TODAY, weeks=run(1, date(2026, 3, 1), 40, 0))
    assert {caution.citation for caution in found.cautions} == {"RSMo 516.120", "RSMo 516.110"}


def test_promised_wages_have_five_or_ten_years_both_unconfirmed():
    rows = listed(weeks=run(1, date(2026, 3, 1), 40, 0))
    unwritten, written = (rows[f"Promised wages, promise {how}in writing"] for how in ("not ", ""))
    assert (unwritten.day, written.day) == (date(2031, 3, 7), date(2036, 3, 7))
    assert unwritten.unconfirmed
    assert written.unconfirmed


def test_a_service_letter_is_asked_for_within_a_year_of_the_end():
    row = listed(how_ended="quit", last_day=exact(date(2026, 5, 1)))["Service letter: last day to ask"]
    assert (row.day, row.last_day) == (date(2027, 5, 1), "Saturday, May 1, 2027")


def test_an_answer_to_a_service_letter_request_is_due_after_45_days():
    row = listed(how_ended="quit", letter_request_date=exact(date(2026, 10, 1)))["Service letter: answer due"]
    assert row.day == date(2026, 11, 15)
    assert row.passed


def test_an_inexact_end_gives_an_earlier_and_a_later_last_day():
    end = When(date(2026, 5, 1), date(2026, 5, 31), "month")
    row = listed(how_ended="quit", last_day=end)["Service letter: last day to ask"]
    assert (row.last_day, row.later_reading) == ("Saturday, May 1, 2027", "Monday, May 31, 2027")
    assert "on the latest reading May 31, 2026 + 1 year = May 31, 2027" in row.working


def test_a_day_that_passed_on_one_reading_only_may_have_passed():
    end = When(date(2025, 11, 1), date(2025, 11, 30), "month")
    row = listed(how_ended="quit", last_day=end)["Service letter: last day to ask"]
    assert (row.passed, row.maybe_passed) == (False, True)


def test_trafficking_has_ten_years_from_the_last_act():
    row = listed(trafficked=True, last_day=exact(date(2018, 5, 30)))["Federal trafficking suit"]
    assert row.day == date(2028, 5, 30)


def test_a_minor_has_until_the_28th_birthday():
    rows = listed(
        trafficked=True, minor=True, born=exact(date(2004, 8, 19)), last_day=exact(date(2018, 5, 30))
    )
    row = rows["Federal trafficking suit of one who was a minor, if later"]
    assert row.day == date(2032, 8, 19)
    assert "2004" not in row.working + row.runs_from


def test_a_minor_whose_birth_date_is_not_given_is_still_listed():
    row = listed(trafficked=True, minor=True)["Federal trafficking suit of one who was a minor, if later"]
    assert (row.has_day, row.working) == (False, "birth date + 28 years")


def test_an_adult_has_no_minors_deadline():
    assert "Federal trafficking suit of one who was a minor, if later" not in listed(
        trafficked=True, minor=False
    )


def test_without_trafficking_its_deadlines_are_not_listed():
    assert not [claim for claim in listed(last_day=exact(date(2026, 5, 1))) if "trafficking" in claim]


def test_the_oldest_and_the_newest_week_are_listed_on_each_clock():
    found = deadlines(table=TABLE, today=TODAY, weeks=run(5, date(2026, 3, 1), 40, 0))
    rows = [row for row in found.rows if row.claim == "Federal minimum wage and overtime"]
    assert [row.day for row in rows] == [date(2028, 3, 7), date(2028, 4, 4)]


def test_nothing_known_gives_no_deadline():
    assert not deadlines(table=TABLE, today=TODAY).has_rows


def test_the_trafficking_deadline_shows_the_count_from_the_first_day_too():
    row = listed(trafficked=True, first_day=exact(date(2016, 2, 1)), last_day=exact(date(2018, 5, 30)))[
        "Federal trafficking suit"
    ]
    assert row.working.startswith("from the first day of work February 1, 2016 + 10 years = February 1, 2026")


def test_the_earlier_reading_of_the_trafficking_deadline_is_the_one_on_the_calendar():
    row = listed(trafficked=True, first_day=exact(date(2016, 2, 1)), last_day=exact(date(2018, 5, 30)))[
        "Federal trafficking suit"
    ]
    assert (row.day, row.later_reading) == (date(2026, 2, 1), "Tuesday, May 30, 2028")
    assert (row.passed, row.maybe_passed) == (False, True)


def test_trafficking_that_goes_on_is_counted_from_its_first_day():
    row = listed(trafficked=True, first_day=exact(date(2026, 2, 2)))["Federal trafficking suit"]
    assert (row.day, row.passed) == (date(2036, 2, 2), False)


CAP = "Final pay: day on which a penalty stops growing (290.110)"


def test_no_claim_is_lost_on_the_sixtieth_day_while_nothing_was_asked_for():
    row = listed(how_ended="fired", discharged_on=exact(date(2026, 5, 1)))[CAP]
    assert (row.day, row.passed, row.maybe_passed, row.bar) == (date(2026, 6, 30), False, False, False)
    assert "a written request can still be made" in row.working
    assert "not confirmed" in row.working


def test_days_that_bar_nothing_do_not_count_as_passed():
    found = deadlines(
        table=TABLE, today=TODAY, how_ended="fired", discharged_on=exact(date(2026, 5, 1)),
        request_date=exact(date(2026, 5, 8)),
    )  # fmt: skip
    assert [row.passed for row in found.rows if not row.bar] == [True, True]
    assert not found.has_passed


def test_a_bar_that_has_passed_is_counted_as_passed():
    assert deadlines(table=TABLE, today=TODAY, how_ended="quit", last_day=exact(date(2024, 5, 1))).has_passed


def test_a_track_without_a_sum_has_no_deadline():
    weeks = run(2, date(2026, 3, 1), 40, 400)
    rows = listed(weeks=weeks, owed=worked(*weeks))
    assert set(rows) == {"Missouri minimum wage and overtime"}


def test_a_workweek_that_could_not_be_computed_keeps_its_deadlines():
    weeks = (*run(1, date(2026, 3, 1), 40, 400), week(date(2026, 3, 8), 40, 0) | {"paid": None})
    found = deadlines(table=TABLE, today=TODAY, weeks=weeks, owed=worked(*weeks))
    federal = [row.day for row in found.rows if row.claim == "Federal minimum wage and overtime"]
    assert federal == [date(2028, 3, 14)]


def test_last_pay_after_a_quit_has_its_deadlines_as_promised_wages():
    final = last_pay(TODAY, how_ended="quit", amount=dollars("320.00"))
    rows = listed(how_ended="quit", last_day=exact(date(2026, 5, 1)), final=final)
    row = rows["Last pay as promised wages, promise not in writing"]
    assert (row.day, row.unconfirmed, row.bar) == (date(2031, 5, 1), True, True)


def test_last_pay_that_came_has_no_deadline_as_promised_wages():
    paid = last_pay(TODAY, how_ended="quit", amount=dollars("320.00"), paid_on=exact(date(2026, 5, 9)))
    rows = listed(how_ended="quit", last_day=exact(date(2026, 5, 1)), final=paid)
    assert not [claim for claim in rows if claim.startswith("Last pay")]


def test_a_track_short_only_on_another_reading_keeps_its_deadline():
    weeks = (week(date(2026, 3, 1), 40, 200, tips=600),)
    assert "Federal minimum wage and overtime" in listed(weeks=weeks, owed=worked(*weeks))
