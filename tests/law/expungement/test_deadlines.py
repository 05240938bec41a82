"""The clocks after filing, and the memo's tables of both calculations."""

from datetime import date
from typing import Any

from app.core.memo_table import MemoTable
from app.core.values import Gap
from app.law.catalogue import CALCULATIONS
from app.law.expungement.result import ExpungementDeadlinesResult
from app.law.memo_tables import tables
from tests.law.expungement.invented import day, misdemeanor, screened


def clocks(**answers: Any) -> ExpungementDeadlinesResult:
    found = CALCULATIONS["expungement.deadlines"].run(**answers, today=date(2026, 12, 1))
    assert isinstance(found, ExpungementDeadlinesResult)
    return found


def test_every_clock_is_counted_from_its_own_event():
    found = clocks(filed_on=day(2026, 12, 1), served_on=day(2026, 12, 10), objected_on=day(2027, 1, 4))
    assert [row.day for row in found.rows] == [
        date(2027, 1, 9), date(2027, 3, 5), date(2027, 6, 1), date(2027, 12, 1),
    ]  # fmt: skip


def test_the_counting_is_written_out():
    row = clocks(filed_on=day(2026, 12, 1)).rows[2]
    assert row.working == "December 1, 2026 (filing) + 6 months = June 1, 2027"
    assert row.citation == "RSMo 610.140.8"


def test_a_clock_without_its_event_says_what_is_open():
    row = clocks().rows[0]
    assert (row.has_day, row.day_text) == (False, "30 days after the service")


def test_an_arrest_record_has_a_first_day_for_its_hearing():
    (row,) = clocks(filed_on=day(2026, 12, 1), any_r122=True, any_r140=False).rows
    assert (row.day, row.citation) == (date(2026, 12, 31), "RSMo 610.123")


def test_the_memo_begins_with_the_outcomes():
    first = tables(screened(misdemeanor(statute="570.223")))[0]
    assert isinstance(first, MemoTable)
    assert first.rows[0][1] == "not eligible"


def test_the_memo_says_what_holds_a_petition_back():
    titles = [each.title for each in tables(screened(misdemeanor(), misdemeanor(domestic=None)))]
    assert "Petitions that are not generated" in titles


def test_the_memo_shows_the_reasoning_about_every_charge():
    shown = tables(screened(misdemeanor(), misdemeanor()))
    assert [each.title[:8] for each in shown if each.part == "working"] == ["Charge 1", "Charge 2"]


def test_the_memo_lists_the_clocks():
    (table,) = tables(clocks(filed_on=day(2026, 12, 1)))
    assert table.part == "deadlines"


def test_a_filing_day_before_the_section_was_rewritten_is_refused_in_words():
    charge = misdemeanor(completion_date=day(2010, 1, 1))
    found = CALCULATIONS["expungement.routes"].run(
        charges=(charge,), filing_day=day(2017, 12, 31), today=date(2026, 12, 1)
    )
    assert isinstance(found, Gap)
    assert "January 1, 2018" in found.reason
