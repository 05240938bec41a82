"""How a date of any exactness is written, read and said; the text side of the kind `date`."""

import re
from datetime import date, timedelta

from app.core.kinds.base import refuse
from app.core.values import Precision, When

MONTHS = "January February March April May June July August September October November December".split()
SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
ABOUT_DAYS = 14
"""How far on each side of its day an “about” date is read for deadlines."""
DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
US_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
LONG_DAY = re.compile(r"([A-Za-z]+)\.? (\d{1,2}),? (\d{4})")
MONTH = re.compile(r"(\d{4})-(\d{1,2})")
LONG_MONTH = re.compile(r"([A-Za-z]+) (\d{4})")
ADVICE = (
    "Write a date like 2026-03-02, `about 2026-03-02`, `2026-03`, `spring 2026`, `2026`, "
    "or `2026-03-01 to 2026-03-15`."
)
EXACT_ADVICE = "Write one day like 2026-03-02."


def month_number(text: str) -> int | None:
    """1 to 12 for an English month name or its first three letters or more, else None."""
    folded = text.casefold().rstrip(".")
    matches = [number for number, name in enumerate(MONTHS, 1) if name.casefold().startswith(folded)]
    return matches[0] if len(folded) >= 3 and len(matches) == 1 else None


def read_when(text: str, advice: str = ADVICE) -> When:
    """A date from its short text; Refused with `advice` when it has no known form."""
    folded = " ".join(text.split())
    if folded.casefold().startswith("about "):
        middle = _day(folded[6:], advice)
        return When(middle - timedelta(ABOUT_DAYS), middle + timedelta(ABOUT_DAYS), "about")
    if " to " in folded:
        start, _, end = folded.partition(" to ")
        return _range(_day(start, advice), _day(end, advice))
    if found := _span(folded):
        return found
    day = _day(folded, advice)
    return When(day, day)


def _range(start: date, end: date) -> When:
    if end < start:
        raise refuse("The range ends before it begins; write the earlier day first.")
    return When(start, end, "exact" if start == end else "range")


def _span(text: str) -> When | None:
    """A month, a season or a year, or None when the text is none of them."""
    if len(text) == 4 and text.isascii() and text.isdigit():
        year = _year(text)
        return When(date(year, 1, 1), date(year, 12, 31), "year")
    if match := MONTH.fullmatch(text):
        return _whole_month(_year(match[1]), int(match[2]))
    if match := LONG_MONTH.fullmatch(text):
        word, year = match[1].casefold(), _year(match[2])
        if word in SEASONS:
            return _season(word, year)
        if number := month_number(word):
            return _whole_month(year, number)
    return None


def _season(word: str, year: int) -> When:
    """A season read widely: “winter 2025” may mean either end of the year."""
    first = SEASONS[word]
    if first == 12:
        return When(date(year - 1, 12, 1), date(year + 1, 3, 1) - timedelta(1), "season")
    return When(date(year, first, 1), date(year, first + 3, 1) - timedelta(1), "season")


def _whole_month(year: int, month: int) -> When:
    if not 1 <= month <= 12:
        raise refuse("A month is a number from 1 to 12.", "month")
    following = date(year + month // 12, month % 12 + 1, 1)
    return When(date(year, month, 1), following - timedelta(1), "month")


def _day(text: str, advice: str) -> date:
    year, month, day = _numbers(text.strip(), advice)
    year = _year(str(year))
    if not 1 <= month <= 12:
        raise refuse("A month is a number from 1 to 12.", "month")
    try:
        return date(year, month, day)
    except ValueError as error:
        raise refuse(f"{MONTHS[month - 1]} {year} has no day {day}.", "day") from error


def _numbers(text: str, advice: str) -> tuple[int, int, int]:
    if text.isascii():
        if match := DAY.fullmatch(text):
            return int(match[1]), int(match[2]), int(match[3])
        if match := US_DAY.fullmatch(text):
            return int(match[3]), int(match[1]), int(match[2])
        if (match := LONG_DAY.fullmatch(text)) and (month := month_number(match[1])):
            return int(match[3]), month, int(match[2])
    raise refuse(advice)


def _year(text: str) -> int:
    year = int(text)
    if not 1900 <= year <= 2100:
        raise refuse("Write a year between 1900 and 2100.", "year")
    return year


def long(day: date) -> str:
    """A day as American letters write it: March 2, 2026."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _span_words(value: When) -> str:
    if value.precision == "year":
        return str(value.earliest.year)
    if value.precision == "month":
        return f"{MONTHS[value.earliest.month - 1]} {value.earliest.year}"
    return _season_words(value, "fall")


def _season_words(value: When, autumn: str) -> str:
    if value.earliest.month == 12:
        return f"winter {value.earliest.year + 1}"
    names = {3: "spring", 6: "summer", 9: autumn}
    return f"{names[value.earliest.month]} {value.earliest.year}"


def middle(value: When) -> date:
    """The day an “about” date names."""
    return value.earliest + (value.latest - value.earliest) // 2


def said(value: When) -> str:
    """The date alone: “March 2, 2026”, “about March 2, 2026”, “spring 2026”, “between … and …”."""
    if value.exact:
        return long(value.earliest)
    if value.precision == "about":
        return f"about {long(middle(value))}"
    if value.precision == "range":
        return f"between {long(value.earliest)} and {long(value.latest)}"
    return _span_words(value)


def on(value: When) -> str:
    """The date with its preposition, as a pleading says it: “on or about …”, “in March 2026”, “between …”."""
    if value.exact:
        return f"on {long(value.earliest)}"
    if value.precision == "about":
        return f"on or about {long(middle(value))}"
    if value.precision == "range":
        return said(value)
    if value.precision == "season":
        return f"in the {_span_words(value).replace(' ', ' of ')}"
    return f"in {_span_words(value)}"


def written(value: When) -> str:
    """The short text that `read_when` turns into this value again."""
    forms: dict[Precision, str] = {
        "exact": value.earliest.isoformat(),
        "about": f"about {middle(value).isoformat()}",
        "range": f"{value.earliest.isoformat()} to {value.latest.isoformat()}",
        "year": str(value.earliest.year),
        "month": value.earliest.isoformat()[:7],
    }
    return forms.get(value.precision) or _season_words(value, "fall")
