"""The engine against a reading of the law by another mind: whatever the record, both must agree."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.values import When
from app.law.catalogue import CALCULATIONS
from app.law.expungement.result import ChargeRow, RoutesResult
from tests.law.expungement import oracle
from tests.law.expungement.oracle import MAY, Case

FILING = date(2026, 12, 1)
FLAGS = (
    "domestic", "registration", "intoxication", "cdl", "marijuana", "identity_misuse", "death_element",
    "hiv_variant",
)  # fmt: skip
DAYS = ("arrest_date", "charge_date", "offense_date", "guilt_date", "completion_date")
COUNTIES = ("Jackson", "Clay", "Greene")


def days(first: date, last: date) -> st.SearchStrategy[date]:
    """Days of two years, none late in a month, where sources count months differently."""
    return st.dates(first, last).map(lambda day: day.replace(day=min(day.day, 28)))


def rarely() -> st.SearchStrategy[bool]:
    return st.integers(0, 11).map(lambda number: number == 0)


STATUTES = st.one_of(
    st.sampled_from(oracle.FREE), st.sampled_from(oracle.FREE), st.just("567.020"),
    st.sampled_from(sorted(oracle.LISTED | oracle.ADDED | oracle.DROPPED)),
    st.sampled_from(["566.203", "566.030", "571.030"]),
)  # fmt: skip


@st.composite
def charges(draw: st.DrawFn, simple: bool = False) -> dict[str, Any]:
    """One charge, every answer given; a `simple` one is a Missouri conviction that is over and paid."""
    level = draw(st.sampled_from(("felony", "misdemeanor", "misdemeanor", "ordinance", "infraction")))
    kinds = ("state",) * 8 + ("federal", "other_state", "tribal")
    offense = draw(days(date(2008, 1, 1), date(2025, 6, 1)))
    guilty = offense + timedelta(days=draw(st.integers(20, 300)))
    done = guilty + timedelta(days=draw(st.integers(0, 900)))
    disposition = (
        "convicted"
        if simple
        else draw(
            st.sampled_from(
                ("convicted",) * 5
                + ("ses", "sis_open", "sis_done", "dismissed", "nolle", "acquitted", "arrest_only")
            )
        )
    )
    jurisdiction = (
        "municipal" if level == "ordinance" else "state" if simple else draw(st.sampled_from(kinds))
    )
    ordinance = level == "ordinance"
    return {
        "offense_text": "an invented charge", "statute": "12-34" if ordinance else draw(STATUTES),
        "jurisdiction": jurisdiction, "county": draw(st.sampled_from(COUNTIES)), "court_name": "a court",
        "municipality": "Sampleton" if ordinance else "", "case_number": "16XX-CR00001",
        "level": level, "offense_class": draw(st.sampled_from("abcde" if level == "felony" else "abcd")),
        "ordinance_jail": draw(st.booleans()), "disposition": disposition, "arrest_date": offense,
        "charge_date": offense, "offense_date": offense, "guilt_date": guilty, "completion_date": done,
        "completed": True if simple else not draw(rarely()),
        "obligations_paid": True if simple else not draw(rarely()), "arresting_agency": "Sampleton Police",
        "corrections": False, "driving": False, "minor_alcohol": False, "false_information": False,
        **{name: False if simple else draw(rarely()) for name in FLAGS},
    }  # fmt: skip


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A charge with a person's record, and days close to the borders of its periods now and then."""
    charge = draw(charges())
    born = draw(days(date(1975, 1, 1), date(2001, 1, 1)))
    years = 3 if charge["level"] == "felony" else 1
    borders = [oracle.later(charge["completion_date"], years), oracle.later(charge["arrest_date"], months=18)]
    near = [border + timedelta(days=by) for border in borders for by in (-1, 0, 1)]
    # The engine files under the section as numbered since 2025 and knows no law of the far future.
    filing = draw(
        st.sampled_from([FILING, *(day for day in near if date(2025, 1, 1) <= day <= date(2028, 1, 1))])
    )
    filing = max(filing, charge["completion_date"] + timedelta(days=1))
    event = st.tuples(
        days(date(2006, 1, 1), date(2026, 11, 1)).filter(lambda day: day < filing),
        st.sampled_from(("felony", "misdemeanor", "ordinance", "infraction")),
        rarely(),
    )
    # A finding on the very day of a border belongs to both readings of it; the note does not say.
    events = tuple(
        each for each in draw(st.lists(event, max_size=2)) if not _on_border(each[0], charge, filing)
    )
    barred = filing - timedelta(days=draw(st.integers(1, 700))) if draw(rarely()) else None
    return Case(charge, born, filing, draw(rarely()), events, barred)


def _on_border(day: date, charge: dict[str, Any], filing: date) -> bool:
    years = 3 if charge["level"] == "felony" else 1
    borders = (
        charge["completion_date"],
        charge["arrest_date"],
        oracle.later(charge["completion_date"], years),
    )
    start = date(filing.year - years, filing.month, min(filing.day, 28))
    return any(abs((day - border).days) < 3 for border in (*borders, start, filing))


def _plain(value: object) -> object:
    return When(value, value) if isinstance(value, date) else value


def found(case: Case, *more: dict[str, Any], **extra: Any) -> RoutesResult:
    """What the engine says of the case's charge, and of more charges of the same person."""
    answers = [
        {name: _plain(value) for name, value in charge.items() if value != ""}
        for charge in (case.charge, *more)
    ]
    filed = case.dismissed_petition_filed
    result = CALCULATIONS["expungement.routes"].run(
        charges=tuple(answers), date_of_birth=_plain(case.born), pending_charges=case.pending,
        other_guilt=tuple(
            {"guilt_on": _plain(day), "guilt_level": level, "guilt_traffic": traffic}
            for day, level, traffic in case.guilt
        ),
        prior_petition=filed is not None, prior_petition_filed=_plain(filed) if filed else None,
        prior_petition_dismissed=True if filed else None, citizen=True, civil_suit_about_arrest=False,
        coerced=False, other_convictions=False, filing_day=_plain(case.filing),
        **({"prior_expunged": False} | extra), today=case.filing,
    )  # fmt: skip
    assert isinstance(result, RoutesResult), result
    return result


@given(cases())
def test_a_charge_comes_to_what_the_note_says(case: Case) -> None:
    row = found(case).charges[0]
    assert agrees(case, row), (oracle.verdict(case).rule, row.reason)


def agrees(case: Case, row: ChargeRow) -> bool:
    """Whether the engine's row for a charge is among what the note allows."""
    return row.outcome in oracle.verdict(case).allowed


@given(cases())
def test_the_day_to_wait_for_is_the_note_s(case: Case) -> None:
    wanted = oracle.verdict(case)
    if wanted.until is not None:
        assert found(case).outcomes[0].until == wanted.until, wanted.rule


@given(cases())
def test_a_petition_is_made_only_for_what_may_be_filed(case: Case) -> None:
    result = found(case)
    assert bool(result.petitions) <= (MAY in oracle.verdict(case).allowed)


@given(st.lists(charges(simple=True), min_size=1, max_size=5), st.integers(0, 2), st.integers(0, 3))
def test_no_set_of_petitions_takes_more_places_than_the_law_gives(
    several: list[dict[str, Any]], felonies: int, misdemeanors: int
) -> None:
    first, *rest = several
    case = Case(first, date(1980, 1, 1), FILING, False)
    prior = {"prior_expunged": True, "prior_felonies": felonies, "prior_misdemeanors": misdemeanors}
    none = {"prior_automatic_felonies": 0, "prior_automatic_misdemeanors": 0}
    result = found(case, *rest, **prior, **none)
    used = [several[int(row.number) - 1] for row in result.charges if row.in_petition and row.route == "R140"]
    assert oracle.units(used, felonies, misdemeanors).within or not used


@given(st.lists(charges(), min_size=1, max_size=4))
def test_one_charge_that_fails_keeps_the_petition_of_its_court_from_being_made(
    several: list[dict[str, Any]],
) -> None:
    first, *rest = several
    born = date(1980, 1, 1)
    result = found(Case(first, born, FILING, False), *rest)
    allowed = [oracle.verdict(Case(each, born, FILING, False)) for each in several]
    for row, charge, wanted in zip(result.charges, several, allowed, strict=True):
        if MAY not in wanted.allowed and row.included and row.route == "R140":
            county = charge["county"]
            made = [each for each in result.petitions if each.is_r140 and each.county == county]
            assert made == [], (row.label, wanted.rule)


@pytest.mark.parametrize("statute", sorted(oracle.LISTED))
def test_a_listed_statute_is_never_expunged(statute: str) -> None:
    charge = _conviction(statute)
    assert found(Case(charge, date(1980, 1, 1), FILING, False)).charges[0].outcome == oracle.NOT


@pytest.mark.parametrize("statute", sorted(oracle.DROPPED))
def test_a_statute_of_the_older_list_alone_is_for_the_attorney(statute: str) -> None:
    charge = _conviction(statute)
    assert found(Case(charge, date(1980, 1, 1), FILING, False)).charges[0].outcome == oracle.ATTORNEY


def test_the_comparison_would_notice_an_engine_that_forgets_the_wait() -> None:
    """The control: what the engine says of an old conviction is not what the note says of a fresh one."""
    old = Case(_conviction("570.030"), date(1980, 1, 1), FILING, False)
    fresh = replace(old, charge=old.charge | {"completion_date": FILING - timedelta(days=30)})
    row = found(old).charges[0]
    assert agrees(old, row)
    assert not agrees(fresh, row)


def test_charges_within_the_limits_do_take_places() -> None:
    """The control of the limits: petitions are made, and what they use is counted."""
    case = Case(_conviction("570.030"), date(1980, 1, 1), FILING, False)
    used = [row for row in found(case, _conviction("570.030")).charges if row.in_petition]
    assert oracle.units([case.charge] * len(used)).misdemeanors == len(used) == 2


def _conviction(statute: str) -> dict[str, Any]:
    day = date(2015, 3, 1)
    return {
        "offense_text": "an invented charge", "statute": statute, "jurisdiction": "state",
        "county": "Jackson", "court_name": "a court", "case_number": "15XX-CR00001",
        "level": "misdemeanor", "offense_class": "b",
        "disposition": "convicted", "completed": True, "obligations_paid": True, "corrections": False,
        "driving": False, "arresting_agency": "Sampleton Police",
        **dict.fromkeys(DAYS, day),
        **dict.fromkeys(FLAGS, False),
    }  # fmt: skip
