"""Rows as text, and text as rows: what a cell shows reads back as the same value."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework import cells, filling, pasting, tables
from app.casework.acts import Stamp
from app.casework.cells import Row
from app.casework.desk import Desk
from app.casework.tables import Table, TableRefused
from app.core.answers import EMPTY, Given
from app.core.examples import example
from app.core.forms import load_form
from app.core.kinds import Refused
from app.core.questionnaire import Question
from app.law.catalogue import CALCULATIONS
from app.store.who import Who
from tests.web.office import FORMS, seed

FORM = load_form(FORMS, "web/lists", CALCULATIONS)


def weeks() -> Question:
    question = FORM.question("weeks")
    assert question is not None
    return question


def test_what_a_row_shows_reads_back_as_the_same_values() -> None:
    answers = example(FORM, date(2026, 12, 1))
    for row, item in zip(cells.rows_of(answers, weeks()), answers.items("weeks"), strict=True):
        for question in weeks().each:
            own = [each for each in cells.columns(weeks()) if each.question is question]
            said = cells.said_in(question, row.cells, own)
            given_ = answers.get(question.path, item)
            if given_ is None:
                assert said is None or question.may_be_blank
            else:
                assert question.kind.read(said, question.settings) == given_.value  # type: ignore[arg-type]


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_is_shown_as_people_write_it_and_read_back(day: date) -> None:
    column = cells.columns(weeks())[0]
    value = column.question.kind.read(day.isoformat(), column.question.settings)
    shown = cells.text_of(column, value)
    assert shown == f"{day.month}/{day.day}/{day.year}"
    assert column.question.kind.read(shown, column.question.settings) == value


@pytest.mark.parametrize("words", ["?", "not known", "NOT KNOWN"])
def test_words_for_a_gap_are_understood(words: str) -> None:
    column = cells.columns(weeks())[1]
    said = cells.said_in(column.question, {column.key: words}, [column])
    assert getattr(said, "cause", None) == "not known"


def test_a_range_counts_by_weeks_and_leaves_out_those_there() -> None:
    rows = [Row(None, {cells.columns(weeks())[0].key: "3/8/2026"})]
    found = filling.filled(weeks(), rows, "2026-03-01", "3/22/2026", {})
    days = [row.cells[cells.columns(weeks())[0].key] for row in found]
    assert days == ["3/1/2026", "3/15/2026", "3/22/2026"]


def test_a_range_begins_on_the_day_weeks_begin_and_never_overlaps_one() -> None:
    key = cells.columns(weeks())[0].key
    rows = [Row(None, {key: each}) for each in ("7/6/2025", "7/20/2025")]
    found = filling.filled(weeks(), rows, "7/8/2025", "7/29/2025", {})
    assert [row.cells[key] for row in found] == ["7/13/2025", "7/27/2025"]


def test_a_range_in_which_every_week_is_there_is_refused() -> None:
    with pytest.raises(Refused, match="nothing was added"):
        filling.filled(
            weeks(), [Row(None, {cells.columns(weeks())[0].key: "7/6/2025"})], "7/8/2025", "7/9/2025", {}
        )


def test_a_list_without_a_day_cannot_be_filled_by_weeks() -> None:
    things = FORM.question("things")
    assert things is not None
    with pytest.raises(Refused):
        filling.filled(things, [], "3/1/2026", "3/8/2026", {})


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters='\t,;|"'), max_size=12)


@given(st.lists(st.lists(CELL, min_size=2, max_size=5), min_size=1, max_size=6))
def test_pasted_cells_arrive_where_they_were_or_are_refused(lines: list[list[str]]) -> None:
    columns = cells.columns(weeks())[:5]
    text = "\n".join("\t".join(line) for line in lines)
    try:
        rows = pasting.rows_in(text, columns)
    except (Refused, TableRefused):
        return
    kept = [line for line in lines if any(cell.strip() for cell in line)]
    if len(rows) == len(kept):
        for row, line in zip(rows, kept, strict=True):
            for column, cell in zip(columns, line, strict=False):
                assert row.cells.get(column.key, "") == cell.strip()


def test_a_table_of_nothing_saves_nothing(desk: Desk, who: Who) -> None:
    ref = seed(desk, "web/lists")
    tables.save_table(desk, who, ref, weeks().number, Table([]), Stamp())
    from app.casework import drafting

    assert len(drafting.open_draft(desk, who, ref).answers.items("weeks")) == 2


def test_a_mistake_is_found_in_any_order_of_rows(desk: Desk, who: Who) -> None:
    ref = seed(desk, "web/lists")
    key = {each.question.name: each.key for each in cells.columns(weeks())}
    bad = Row(None, {key["starts"]: "never", key["hours"]: "200"})
    with pytest.raises(TableRefused) as refused:
        tables.save_table(desk, who, ref, weeks().number, Table([Row(), bad, Row(), bad]), Stamp())
    assert [(each.row, each.label) for each in refused.value.mistakes] == [
        (1, "first day"), (1, "How many hours"), (3, "first day"), (3, "How many hours"),
    ]  # fmt: skip


def test_empty_answers_show_no_rows() -> None:
    assert cells.rows_of(EMPTY.put("weeks", Given(True)), weeks()) == []
