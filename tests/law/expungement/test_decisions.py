"""Decisions an attorney makes about single charges in a list of their own."""

from decimal import Decimal

from app.core.values import Gap
from app.law.catalogue import CALCULATIONS
from app.law.expungement.paper import PetitionsResult
from tests.law.expungement.invented import PERSON, Item, arrest, day, misdemeanor, said, screened

DOUBTFUL = misdemeanor(statute="571.030")


def decision(place: int, **changes: object) -> Item:
    return {"decision_charge": Decimal(place), **changes}


def test_a_decision_names_its_charge_by_its_place():
    found = screened(misdemeanor(), DOUBTFUL, charge_decisions=(decision(2, decided=True),))
    assert len(found.petitions[0].charges) == 2


def test_a_charge_is_left_out_by_its_place():
    found = screened(misdemeanor(), DOUBTFUL, charge_decisions=(decision(2, include=False),))
    assert [row.included for row in found.charges] == [True, False]
    assert found.has_petitions


def test_a_charge_left_out_once_stays_out():
    lines = (decision(1, include=False), decision(1, include=True))
    assert not screened(misdemeanor(), charge_decisions=lines).charges[0].included


def test_what_was_decided_last_counts():
    lines = (decision(1, decided=True), decision(1, decided=False))
    assert said(DOUBTFUL, charge_decisions=lines) == "attorney must decide"


def test_a_decision_about_no_charge_is_refused_in_words():
    found = CALCULATIONS["expungement.routes"].run(
        charges=(misdemeanor(),), charge_decisions=(decision(2, include=True),), **PERSON,
        today=day(2026, 12, 1).earliest,
    )  # fmt: skip
    assert isinstance(found, Gap)
    assert found.reason.startswith("A decision is about charge 2, but the list has 1 charge")


def test_the_petitions_alone_come_law_by_law():
    found = CALCULATIONS["expungement.petitions"].run(
        charges=(misdemeanor(), arrest()), **PERSON, today=day(2026, 12, 1).earliest
    )
    assert isinstance(found, PetitionsResult)
    assert (len(found.r140), len(found.r140a), len(found.r131), len(found.r122)) == (1, 1, 0, 0)
    assert found.petitions == screened(misdemeanor(), arrest()).petitions


def test_only_the_petitions_are_open():
    assert CALCULATIONS["expungement.petitions"].opens
    assert not CALCULATIONS["expungement.routes"].opens
