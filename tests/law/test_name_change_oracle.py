"""The classes of RSMo 527.290.2 against a table of the research note, over every combination of answers."""

from datetime import date
from itertools import product

import pytest

from app.law.catalogue import CALCULATIONS

MAY, FIX, ATTORNEY, NOT = "may generate", "fix first", "attorney must decide", "not eligible"
RELATIONS = ("spouse", "relative", "lived_with", "partner", "co_parent")
KINDS = (("none",), ("hurt",), ("trafficked",), ("hurt", "stalked"), ("controlled",), None)
BY = (("none",), *((each,) for each in RELATIONS), ("co_parent", "none"), None)
SAID = (True, False, None)

Told = tuple[
    tuple[str, ...] | None,
    tuple[str, ...] | None,
    bool | None,
    bool | None,
]


def harmed(kinds: tuple[str, ...] | None) -> bool | None:
    return None if kinds is None else kinds != ("none",)


def household(by: tuple[str, ...] | None) -> bool | None:
    return None if by is None else any(each in RELATIONS for each in by)


def table(told: Told) -> tuple[set[str], set[str], set[str]]:
    """What the note allows for class 1, 2 and 3 (its section 3.2)."""
    kinds, by, young, case = told
    if harmed(kinds) is False:
        return {NOT}, {NOT}, {NOT}
    sure = harmed(kinds) is True
    # Control alone need not be abuse: coercion in 455.010 takes force or a threat of force.
    plain = sure and kinds != ("controlled",)
    third = (
        {MAY} if plain and household(by) else {ATTORNEY, NOT} if household(by) is False else {ATTORNEY, FIX}
    )
    second = {MAY} if sure and young else {NOT} if young is False else {ATTORNEY, FIX}
    # The definition of abuse names those who were trafficked, so nothing there is denied for sure.
    second = {ATTORNEY} if kinds == ("trafficked",) and young is False else second
    second |= {ATTORNEY} if not sure else set()
    # Class 1 takes a case whose facts include domestic violence and the court's own finding.
    first = {MAY, ATTORNEY} if case and household(by) else {ATTORNEY, FIX} if case is not False else {NOT}
    if case is not False and household(by) is False:
        first = {ATTORNEY, NOT}
    if not sure:
        first |= {ATTORNEY}
    return first, second, third


@pytest.mark.parametrize("told", list(product(KINDS, BY, SAID, SAID)))
def test_each_class_comes_to_what_the_note_says(told: Told) -> None:
    kinds, by, young, case = told
    result = CALCULATIONS["name_change.screening"].run(
        petition_for="self", harm_kinds=kinds, harm_by=by, harm_under_18=young, had_case=case,
        today=date(2026, 12, 1),
    )  # fmt: skip
    by_class = {each.subject: each.outcome for each in result.outcomes if "class (" in each.subject}
    assert len(by_class) == 3, by_class
    for number, allowed in enumerate(table(told), 1):
        found = next(outcome for subject, outcome in by_class.items() if f"({number})" in subject)
        assert found in allowed, (number, told)


def test_the_table_itself_tells_the_classes_apart() -> None:
    assert table((("trafficked",), ("none",), True, False)) == ({NOT}, {MAY}, {ATTORNEY, NOT})
