"""What must hold for every record: more doubt never brings more petitions, later days never come earlier."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.core.values import When
from app.law.expungement.days import months_after, years_after
from app.law.expungement.result import RoutesResult
from tests.law.expungement.invented import (
    PERSON,
    Item,
    arrest,
    felony,
    misdemeanor,
    on,
    prostitution,
    screened,
)

COUNTIES = ("Jackson", "Clay", "Platte", None)
DAYS = st.dates(date(2000, 1, 1), date(2026, 11, 30))
MAYBE = st.sampled_from([True, False, False, False, False, None])


def before(done: date) -> Item:
    """The days of a case that ended on a day, in their order."""
    days = {"offense_date": 300, "charge_date": 280, "guilt_date": 200}
    return {name: on(done - timedelta(days=number)) for name, number in days.items()}


@st.composite
def charges(draw: st.DrawFn) -> Item:
    build = draw(st.sampled_from([misdemeanor, misdemeanor, felony, prostitution, arrest]))
    changes: dict[str, Any] = {
        "county": draw(st.sampled_from(COUNTIES[:3])),
        "case_number": draw(st.sampled_from("12")),
    }
    if draw(st.booleans()):
        first = draw(DAYS)
        name = "arrest_date" if build is arrest else "completion_date"
        changes[name] = When(first, first + timedelta(days=draw(st.sampled_from([0, 0, 30]))), "range")
        if build is not arrest:
            changes |= before(first)
    for name in draw(
        st.lists(st.sampled_from(["domestic", "marijuana", "obligations_paid", "include"]), max_size=1)
    ):
        changes[name] = draw(MAYBE)
    if draw(st.booleans()):
        changes["course_group"] = draw(st.sampled_from(["a", "b"]))
    return build(**changes)


FAILING = st.sampled_from(
    [
        misdemeanor(obligations_paid=False), misdemeanor(statute="570.223"), misdemeanor(statute="571.030"),
        misdemeanor(domestic=None), misdemeanor(completed=False), misdemeanor(disposition=None),
        misdemeanor(level=None), felony(offense_class="a"), misdemeanor(statute=""),
        misdemeanor(statute="999.999"), misdemeanor(guilt_date=on(date(2018, 4, 30))),
    ]
)  # fmt: skip


def made(found: RoutesResult) -> set[tuple[str, str]]:
    return {(petition.route, petition.county) for petition in found.petitions}


@given(st.lists(charges(), max_size=4), FAILING, st.sampled_from(COUNTIES), st.integers(0, 4))
def test_a_failing_charge_never_leaves_its_court_s_petition(
    others: list[Item], failing: Item, county: str | None, place: int
) -> None:
    with_it = [*others[:place], {**failing, "county": county}, *others[place:]]
    after = made(screened(*with_it))
    assert ("R140", county) not in after
    if county is None:
        assert after == set()


@given(st.lists(charges(), max_size=4), FAILING, st.sampled_from(COUNTIES))
def test_a_failing_charge_never_brings_a_petition(
    others: list[Item], failing: Item, county: str | None
) -> None:
    before = made(screened(*others))
    assert made(screened(*others, {**failing, "county": county})) <= before


@given(st.lists(charges(), max_size=5), *[st.integers(0, 4)] * 4)
def test_more_earlier_expungements_never_bring_more(
    several: list[Item], felonies: int, more_felonies: int, misdemeanors: int, more_misdemeanors: int
) -> None:
    few = screened(*several, prior_expunged=True, prior_felonies=felonies, prior_misdemeanors=misdemeanors)
    many = screened(
        *several, prior_expunged=True, prior_felonies=felonies + more_felonies,
        prior_misdemeanors=misdemeanors + more_misdemeanors,
    )  # fmt: skip
    assert made(many) <= made(few)


@given(
    st.lists(charges(), max_size=4), st.sampled_from(["pending_charges", "prior_expunged", "prior_petition"])
)
def test_knowing_less_of_the_person_never_brings_more(several: list[Item], name: str) -> None:
    assert PERSON[name] is False
    assert made(screened(*several, **{name: None})) <= made(screened(*several))


@given(st.sampled_from([misdemeanor, felony]), DAYS, st.integers(0, 4000))
def test_a_later_completion_never_comes_to_an_earlier_day(build: Any, done: date, days: int) -> None:
    later = done + timedelta(days=days)
    first = screened(build(**before(done), completion_date=on(done))).charges[0].earliest
    second = screened(build(**before(done), completion_date=on(later))).charges[0].earliest
    assert second is None or (first is not None and first <= second)


@given(DAYS, st.integers(0, 60))
def test_an_inexact_completion_is_never_better_than_its_last_day(done: date, days: int) -> None:
    last = done + timedelta(days=days)
    case = before(date(1999, 1, 1))
    inexact = screened(misdemeanor(**case, completion_date=When(done, last, "range")))
    exact = screened(misdemeanor(**case, completion_date=on(last)))
    assert made(inexact) <= made(exact)
    assert inexact.charges[0].earliest == exact.charges[0].earliest


@given(st.lists(charges(), max_size=4))
def test_every_outcome_has_its_reason_and_its_law(several: list[Item]) -> None:
    found = screened(*several)
    assert all(outcome.reason and outcome.citation for outcome in found.outcomes)


@given(st.lists(charges(), max_size=6))
def test_every_petition_holds_only_charges_that_may_go(several: list[Item]) -> None:
    found = screened(*several)
    standing = [row for row in found.charges if row.in_petition]
    assert {row.outcome for row in standing} <= {"may generate"}
    assert len(standing) == sum(len(petition.charges) for petition in found.petitions)


@given(st.lists(charges(), max_size=5))
def test_every_selected_charge_is_in_a_petition_or_held(several: list[Item]) -> None:
    found = screened(*several)
    assert found.blocked == any(row.included and not row.in_petition for row in found.charges)


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(1, 20))
def test_years_keep_the_day_or_give_the_1st_of_march(day: date, years: int) -> None:
    end = years_after(day, years)
    assert end.year == day.year + years
    assert (end.month, end.day) in ((day.month, day.day), (3, 1))


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(0, 40), st.integers(0, 40))
def test_months_keep_the_order_of_days(day: date, months: int, more: int) -> None:
    assert months_after(day, months) <= months_after(day, months + more)
