"""Dated law: every legal figure carries its date, citation, source and last check (promise 7)."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app.core.places import Mistakes
from app.law import parameters
from app.law.parameters import TABLE, Parameter, all_parameters, in_force, table, value_on
from app.law.refusals import BeforeFirst, Ended, NoParameter

FILE = Path(parameters.__file__).with_name("parameters.yaml")
EVERY = [pytest.param(p, id=f"{p.key} {p.effective_from}") for p in all_parameters()]
MEMORY = {
    "tip_credit_federal",
    "tipped_cash_federal",
    "limitation_contract_unwritten_years",
    "limitation_contract_written_years",
    "limitation_final_pay_years",
    "redaction_listed",
    "redaction_not_stated",
    "court_short_period_days",
    "efile_size_limit_mb",
    "expungement_dangerous_felonies",
    "expungement_dangerous_sometimes",
    "expungement_dangerous_statutes",
    "expungement_excluded_added",
    "expungement_excluded_dropped",
    "expungement_excluded_listed",
    "concealed_carry_name_change_days",
    "judgment_final_days",
    "minor_consent_age",
    "name_change_deposit_johnson",
    "name_change_deposit_livingston",
    "name_change_fee_boone",
    "name_change_fee_jackson",
    "name_change_fee_marion",
    "name_change_residence_long_days",
    "name_change_residence_short_days",
    "notice_of_appeal_days",
    "parent_service_days",
    "protection_adult_age",
}
"""The figures the research notes mark as recalled, as conflicting, or as for a clerk to confirm."""


@pytest.mark.parametrize("parameter", EVERY)
def test_every_parameter_has_its_citation_source_and_title(parameter: Parameter):
    assert parameter.citation
    assert parameter.source
    assert parameter.title
    assert "http" not in parameter.source


@pytest.mark.parametrize("parameter", EVERY)
def test_every_parameter_was_checked_and_says_when_to_look_again(parameter: Parameter):
    assert parameter.effective_from <= date(2027, 1, 1)
    assert date(2026, 11, 23) <= parameter.last_checked < parameter.review_by


@pytest.mark.parametrize("key", TABLE.rows)
def test_no_day_has_two_values_and_no_day_between_has_none(key: str):
    rows = TABLE.rows[key]
    for before, after in zip(rows, rows[1:], strict=False):
        assert before.effective_to == after.effective_from - timedelta(days=1)


def test_what_comes_from_memory_is_not_confirmed_and_nothing_else():
    assert {p.key for p in all_parameters() if not p.confirmed} == MEMORY


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2019, 1, 1), "8.60"),
        (date(2019, 12, 31), "8.60"),
        (date(2020, 1, 1), "9.45"),
        (date(2024, 12, 31), "12.30"),
        (date(2025, 1, 1), "13.75"),
        (date(2025, 12, 31), "13.75"),
        (date(2026, 1, 1), "15.00"),
        (date(2027, 1, 1), "15.00"),
    ],
)
def test_the_missouri_minimum_changes_at_midnight_of_the_new_year(day: date, state: str):
    assert value_on("minimum_wage_missouri", day).number == Decimal(state)


@pytest.mark.parametrize("year", range(2019, 2028))
def test_the_federal_minimum_has_been_7_25_all_along(year: int):
    assert value_on("minimum_wage_federal", date(year, 7, 1)).number == Decimal("7.25")


def test_a_day_before_the_first_value_says_so_and_what_to_do():
    with pytest.raises(
        BeforeFirst, match=r"December 31, 2018 lies before January 1, 2019.*the Missouri minimum wage"
    ):
        value_on("minimum_wage_missouri", date(2018, 12, 31))


def test_a_law_that_ended_says_when():
    assert value_on("paid_sick_time", date(2025, 8, 27)).value == "in force"
    with pytest.raises(Ended, match="ended on August 27, 2025"):
        value_on("paid_sick_time", date(2025, 8, 28))


def test_a_name_that_is_no_parameter_is_refused():
    with pytest.raises(NoParameter, match="no legal parameter named minimum_wage"):
        value_on("minimum_wage", date(2026, 1, 1))


def test_in_force_lists_each_parameter_once():
    keys = [parameter.key for parameter in in_force(date(2026, 11, 23))]
    assert len(keys) == len(set(keys))
    assert "minimum_wage_missouri" in keys
    assert "paid_sick_time" not in keys


def test_a_passed_review_day_is_due_and_breaks_nothing():
    assert TABLE.due(date(2026, 11, 23)) == []
    assert "minimum_wage_missouri" in {parameter.key for parameter in TABLE.due(date(2027, 2, 1))}


def test_words_are_not_a_number():
    with pytest.raises(TypeError, match="paid_sick_time is not a number"):
        _ = value_on("paid_sick_time", date(2025, 6, 1)).number


def test_the_digest_tells_one_table_from_another():
    text = FILE.read_bytes()
    assert table(text).digest == parameters.digest()
    assert table(text.replace(b"13.75", b"13.76")).digest != parameters.digest()


@pytest.mark.parametrize("word", ["citation", "source", "last checked", "confirmed", "review by", "from"])
def test_a_row_that_lacks_something_is_refused_with_its_place(word: str):
    lines = FILE.read_text(encoding="utf-8").splitlines()
    del lines[next(n for n, line in enumerate(lines) if line.strip().startswith(f"{word}:"))]
    with pytest.raises(Mistakes, match=rf"parameters.yaml:\d+:\d+ .*lacks `{word}:`"):
        table("\n".join(lines).encode())


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (b"confirmed: yes", b"confirmed: maybe", "neither yes nor no"),
        (b"from: 2019-01-01", b"from: 2019-02-30", "cannot be read"),
        (b"source:", b"sauce:", "does not know `sauce:`"),
        (b"  title: the Missouri minimum wage\n", b"", "needs a `title:`"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused(old: bytes, new: bytes, sentence: str):
    with pytest.raises(Mistakes, match=sentence):
        table(FILE.read_bytes().replace(old, new, 1))


def test_a_key_without_rows_has_no_first_day():
    with pytest.raises(NoParameter):
        TABLE.first_day("minimum_wage")
