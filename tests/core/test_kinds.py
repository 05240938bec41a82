"""Each kind turns what was typed into a value, or says in a sentence why it cannot."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.kinds import KINDS, Raw, Refused, Settings
from app.core.kinds.date_text import on, read_when, said, written
from app.core.values import Address, Name, Value, When

PLAIN = Settings()
CHOICES = Settings(choices={"cash": "In cash", "check": "By check", "none": "None of these"})


def read(kind: str, raw: Raw, settings: Settings = PLAIN) -> Value:
    return KINDS[kind].read(raw, settings)


def refusal(kind: str, raw: Raw, settings: Settings = PLAIN) -> str:
    with pytest.raises(Refused) as refused:
        read(kind, raw, settings)
    return " ".join(problem.sentence for problem in refused.value.problems)


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"notice"}))
def test_every_kind_takes_its_own_example(kind: str) -> None:
    settings = CHOICES if kind.startswith("choose") else PLAIN
    value = read(kind, KINDS[kind].example(settings), settings)
    assert read(kind, KINDS[kind].raw(value), settings) == value


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"notice"}))
@pytest.mark.parametrize(
    "raw", ["", {}, [], {"x": {"y": 1}}, ["a", ["b"]], "\ud800", "\x00", "‮x", "x" * 20_001]
)
def test_every_kind_refuses_nonsense_with_a_sentence(kind: str, raw: Raw) -> None:
    sentence = refusal(kind, raw, CHOICES if kind.startswith("choose") else PLAIN)
    assert sentence.endswith((".", "?"))


@given(st.text(max_size=300))
def test_text_comes_back_as_typed_or_is_refused(typed: str) -> None:
    try:
        value = read("text", typed)
    except Refused:
        return
    assert read("text", str(value)) == value


def test_a_story_of_exactly_the_limit_is_taken() -> None:
    assert read("story", "x" * 20_000) == ("x" * 20_000,)


def test_a_story_one_character_too_long_says_both_numbers() -> None:
    assert refusal("story", "x" * 20_001) == "This has 20,001 characters; shorten it to 20,000."


def test_a_story_keeps_its_paragraphs_whatever_the_line_ends() -> None:
    assert read("story", "One.\r\n\r\nTwo.\u2028Three.") == ("One.", "Two.", "Three.")


def test_markup_and_template_marks_are_ordinary_text() -> None:
    assert read("text", "A & <b>B</b> {{ 7*7 }} {% x %}") == "A & <b>B</b> {{ 7*7 }} {% x %}"


def test_a_name_keeps_its_parts_and_order() -> None:
    value = read("name", {"first": "José Luis", "last": "García Márquez"})
    assert isinstance(value, Name)
    assert value.full == "José Luis García Márquez"


def test_a_person_with_one_name_has_a_name() -> None:
    assert read("name", {"first": "Suharto"}) == Name(first="Suharto")


def test_a_name_in_one_piece_is_not_guessed_apart() -> None:
    assert refusal("name", "Ana Reyes") == "Give the name by its parts: first, middle, last, suffix."


def test_an_unknown_part_is_named() -> None:
    assert "`frist` is not a part of this answer" in refusal("name", {"frist": "Ana", "last": "Reyes"})


def test_every_missing_part_of_an_address_is_said() -> None:
    assert refusal("address", {"state": "Mo", "zip": "6410"}) == (
        "Write the street or PO box. Write the city. Write a ZIP code with five digits, like 64106."
    )


def test_safe_at_home_is_a_part_only_where_it_is_offered() -> None:
    raw = {
        "street": "PO Box 1409",
        "city": "Jefferson City",
        "state": "MO",
        "zip": "65102",
        "safe_at_home": "yes",
    }
    assert "not a part" in refusal("address", raw)
    value = read("address", raw, Settings(safe_at_home=True))
    assert isinstance(value, Address)
    assert value.safe_at_home


@pytest.mark.parametrize(
    ("raw", "amount"), [("304", "304"), ("$1,234.50", "1234.50"), ("0", "0"), ("1234567.8", "1234567.8")]
)
def test_money_reads_dollars_and_cents(raw: str, amount: str) -> None:
    assert read("money", raw) == Decimal(amount)


@pytest.mark.parametrize(
    "raw", ["-5", "9.505", "1,23", "1e5", "NaN", "Infinity", "١٢", "$", "--1", "1.2.3", "12 dollars"]
)
def test_money_refuses_what_is_no_amount(raw: str) -> None:
    assert refusal("money", raw)


@pytest.mark.parametrize(
    ("raw", "hours"), [("7:30", "7.5"), ("38", "38"), ("0", "0"), ("168", "168"), (".5", "0.5")]
)
def test_hours_read_decimals_and_clock_times(raw: str, hours: str) -> None:
    assert read("hours", raw) == Decimal(hours)


def test_a_week_of_200_hours_is_refused_with_the_reason() -> None:
    assert refusal("hours", "200") == "A week has 168 hours; write 168 or fewer."


def test_negative_hours_are_refused() -> None:
    assert refusal("hours", "-3") == "Hours cannot be less than 0; check the number."


@pytest.mark.parametrize(
    "raw", ["2026-02-30", "2026-13-01", "0000-01-01", "3026-01-01", "31/12/2026", "soon"]
)
def test_a_day_that_does_not_exist_is_refused(raw: str) -> None:
    assert refusal("date", raw)


DATES = [
    ("2026-03-02", "2026-03-02", "2026-03-02", "March 2, 2026", "on March 2, 2026"),
    ("about 2026-03-15", "2026-03-01", "2026-03-29", "about March 15, 2026", "on or about March 15, 2026"),
    ("2024-02", "2024-02-01", "2024-02-29", "February 2024", "in February 2024"),
    ("fall 2025", "2025-09-01", "2025-11-30", "fall 2025", "in the fall of 2025"),
    ("winter 2026", "2025-12-01", "2027-02-28", "winter 2026", "in the winter of 2026"),
    ("2025", "2025-01-01", "2025-12-31", "2025", "in 2025"),
    (
        "2026-03-01 to 2026-03-15",
        "2026-03-01",
        "2026-03-15",
        "between March 1, 2026 and March 15, 2026",
        "between March 1, 2026 and March 15, 2026",
    ),
]


@pytest.mark.parametrize(("raw", "earliest", "latest", "alone", "with_on"), DATES)
def test_a_date_is_kept_and_said_as_exactly_as_it_is_known(
    raw: str, earliest: str, latest: str, alone: str, with_on: str
) -> None:
    value = read_when(raw)
    assert (value.earliest.isoformat(), value.latest.isoformat(), said(value), on(value)) == (
        earliest,
        latest,
        alone,
        with_on,
    )


@given(st.dates(date(1901, 1, 1), date(2099, 12, 1)), st.sampled_from(["about ", "", "until"]))
def test_a_date_survives_being_written_down(day: date, how: str) -> None:
    text = f"{day} to 2100-01-01" if how == "until" else f"{how}{day}"
    assert read_when(written(read_when(text))) == read_when(text)


def test_boxes_of_a_page_make_the_same_date_as_the_text() -> None:
    boxes = {"how": "about", "month": "March", "day": "2", "year": "2026"}
    assert read("date", boxes) == read_when("about 2026-03-02")


def test_a_wrong_box_is_named() -> None:
    with pytest.raises(Refused) as refused:
        read("date", {"how": "exact", "month": "13", "day": "1", "year": "2026"})
    assert refused.value.problems[0].part == "month"


def test_an_exact_date_refuses_an_inexact_one() -> None:
    assert "exact day" in refusal("date", "spring 2026", Settings(exact=True))


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    assert "ends before it begins" in refusal("date", "2026-03-02 to 2026-03-01")


def test_a_choice_is_taken_by_its_key_or_its_words() -> None:
    assert read("choose one", "by check", CHOICES) == "check" == read("choose one", "check", CHOICES)


def test_choices_come_in_the_order_of_the_questionnaire() -> None:
    assert read("choose any", ["check", "cash"], CHOICES) == ("cash", "check")


def test_none_of_these_stands_alone() -> None:
    assert "alone" in refusal("choose any", ["none", "cash"], CHOICES)


@pytest.mark.parametrize(
    ("raw", "county"),
    [
        ("jackson county", "Jackson"),
        ("St. Louis County", "St. Louis County"),
        ("City of St. Louis", "City of St. Louis"),
        ("Saint Clair", "St. Clair"),
    ],
)
def test_a_county_is_found_as_people_write_it(raw: str, county: str) -> None:
    assert read("county", raw) == county


def test_st_louis_alone_is_not_guessed() -> None:
    assert "are two" in refusal("county", "St. Louis")


@pytest.mark.parametrize("raw", ["555-0142", "816", "abc", "+"])
def test_a_phone_number_without_its_area_code_is_refused(raw: str) -> None:
    assert refusal("phone", raw)


def test_a_phone_number_is_written_the_national_way() -> None:
    assert read("phone", "816.555.0142 ext 12") == "(816) 555-0142 ext. 12"


def test_no_date_is_two_days_at_once() -> None:
    assert When(date(2026, 3, 2), date(2026, 3, 2)).exact


def test_a_choice_called_yes_or_no_takes_the_words_of_yes_or_no() -> None:
    either = Settings(choices={"yes": "Yes, claim it", "no": "No, leave it out"})
    assert read("choose one", "true", either) == "yes"
    assert read("choose one", "false", either) == "no"
