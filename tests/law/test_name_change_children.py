"""How the children of a petition are named, and which parent signs for which child."""

from datetime import date
from decimal import Decimal

from app.core.values import Name
from app.law.name_change.children import consents, named
from app.law.parameters import TABLE

TODAY = date(2026, 11, 24)
TILO = {
    "minor_name": Name("Tilo", "", "Moss"),
    "minor_new_name": Name("Tilo", "", "Reed"),
    "minor_age": Decimal(15),
    "minor_role": "father",
    "other_parent_stands": "consents",
    "other_parent_name": Name("Mina", "", "Moss"),
}
INES = TILO | {"minor_name": Name("Ines", "Ada", "Moss"), "minor_age": Decimal(11)}


def found(*children: dict):
    return consents(table=TABLE, today=TODAY, children=children).papers


def test_a_child_is_named_by_initials():
    assert [each.initials for each in named(table=TABLE, today=TODAY, children=(INES,)).items] == ["I.A.M."]


def test_a_child_without_a_name_is_still_counted():
    result = named(table=TABLE, today=TODAY, children=({}, INES))
    assert result.items[0].initials == "a child"
    assert result.several


def test_a_child_of_14_signs_and_a_younger_one_does_not():
    assert named(table=TABLE, today=TODAY, children=(TILO | {"minor_age": Decimal(14)},)).any_signs
    assert not named(table=TABLE, today=TODAY, children=(TILO | {"minor_age": Decimal(13)}, {})).any_signs


def test_one_child_who_lives_elsewhere_keeps_the_clients_county_from_being_theirs():
    at_home = TILO | {"minor_lives_with": "both"}
    assert named(table=TABLE, today=TODAY, children=(at_home,)).with_client
    assert not named(table=TABLE, today=TODAY, children=(at_home, INES)).with_client


def test_a_ward_is_not_the_clients_own_child():
    assert named(table=TABLE, today=TODAY, children=(TILO,)).any_own
    assert not named(table=TABLE, today=TODAY, children=(TILO | {"minor_role": "guardian"},)).any_own


def test_each_parent_who_agrees_signs_a_paper_of_their_own():
    other = INES | {"other_parent_name": Name("Rosa", "", "Vale")}
    papers = found(TILO, other)
    assert [(each.parent, len(each.children)) for each in papers] == [("Mina Moss", 1), ("Rosa Vale", 1)]


def test_one_parent_of_two_children_signs_once():
    (paper,) = found(TILO, INES)
    assert paper.several
    assert [child.age for child in paper.children] == ["15", "11"]


def test_where_the_mother_asks_the_other_parent_is_the_father():
    asked = TILO | {"minor_role": "mother", "other_parent_name": None, "minor_father": "Per Moss"}
    assert found(asked)[0].parent == "Per Moss"


def test_who_does_not_agree_signs_nothing():
    assert found(TILO | {"other_parent_stands": "other"}) == ()
