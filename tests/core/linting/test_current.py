"""What is due of a form is told on its day, and never as a mistake."""

from datetime import date

import pytest

from app.core.faults import Fault
from app.core.linting import current
from tests.core.conftest import FormOf

TODAY = date(2026, 11, 24)
HASH = "0123456789abcdef" * 4
REVIEW = "reviewed: {edition: %s, by: Robin Vale, on: %s}\nstatus: reviewed\n"


def found(form_of: FormOf, rest: str, edition: str = HASH, law: str = "RSMo 1.010") -> list[Fault]:
    form = form_of(f"a: {{ask: A?, kind: yes or no, law: '{law}'}}", rest)
    return list(current.faults(form, TODAY, edition))


def rules(form_of: FormOf, rest: str, edition: str = HASH, law: str = "RSMo 1.010") -> list[tuple[str, str]]:
    return [(fault.rule, fault.level) for fault in found(form_of, rest, edition, law)]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-11-25", []), ("2026-11-24", [("review due", "due")]), ("soon", [("language", "mistake")]),
    ],
)  # fmt: skip
def test_the_day_of_the_next_review_is_told_when_it_comes(
    form_of: FormOf, day: str, expected: list[tuple[str, str]]
) -> None:
    assert rules(form_of, f"review by: {day}\n") == expected


def test_a_form_without_a_day_of_review_is_wrong(form_of: FormOf) -> None:
    assert rules(form_of, "") == [("language", "mistake")]


@pytest.mark.parametrize(
    ("review", "expected"),
    [
        (REVIEW % ("01234567", "2026-11-01"), []),
        (REVIEW % (HASH, "2026-11-24"), []),
        (REVIEW % ("11234567", "2026-11-01"), [("changed since review", "due")]),
        (REVIEW % ("012", "2026-11-01"), [("language", "mistake")]),
        (REVIEW % ("01234567", "2026-11-25"), [("language", "mistake")]),
        ("status: reviewed\n", [("language", "mistake")]),
        (REVIEW.replace("status: reviewed\n", "") % ("01234567", "2026-11-01"), [("language", "mistake")]),
    ],
)
def test_a_review_holds_for_what_was_read(
    form_of: FormOf, review: str, expected: list[tuple[str, str]]
) -> None:
    assert rules(form_of, f"review by: 2027-01-15\n{review}") == expected


def test_a_changed_form_names_the_hash_to_write(form_of: FormOf) -> None:
    fault = found(form_of, f"review by: 2027-01-15\n{REVIEW % ('f' * 8, '2026-11-01')}")[0]
    assert "`edition: 01234567`" in fault.sentence


@pytest.mark.parametrize("law", ["RSMo 1.010 (not confirmed)", "A v. B, 1 S.W.3d 1 (cite-check)"])
def test_a_citation_that_nobody_read_is_due_once(form_of: FormOf, law: str) -> None:
    rest = f"review by: 2027-01-15\nflags:\n  f: {{level: note, say: So., law: '{law}'}}\n"
    assert rules(form_of, rest, law=law) == [("no source", "due")]
