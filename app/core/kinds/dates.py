"""The kind `date`: one day, or as near to it as the person can say, never nearer."""

from collections.abc import Mapping
from typing import Any

from app.core.kinds.base import Field, Kind, Plain, Problem, Raw, Refused, Settings, as_text, refuse
from app.core.kinds.date_text import ADVICE, EXACT_ADVICE, month_number, on, read_when, said, written
from app.core.values import Value


class Date(Kind):
    """A day, an about-day, a month, a season, a year or a range, kept as earliest and latest day."""

    name = "date"

    def read(self, raw: Raw, settings: Settings) -> Value:
        """The date; Refused for days that do not exist and years outside 1900 to 2100."""
        text = from_parts(raw) if isinstance(raw, Mapping) else as_text(raw, limit=60)
        if not text:
            raise refuse("Write a date.")
        value = read_when(text, EXACT_ADVICE if settings.exact else ADVICE)
        if settings.exact and not value.exact:
            raise refuse("This must be one exact day, like 2026-03-02.")
        return value

    def raw(self, value: Any) -> Raw:
        """The short text `read` understands."""
        return written(value)

    def words(self, value: Any, settings: Settings) -> str:
        """The date as a sentence may hold it alone."""
        return said(value)

    def plain(self, value: Any, settings: Settings) -> Plain:
        """`text` alone, and `on` with the preposition its precision needs."""
        return {"text": said(value), "on": on(value)}

    def gap(self, mark: str, settings: Settings) -> Plain:
        """The mark."""
        return {"text": mark, "on": f"on {mark}"}

    def fields(self, settings: Settings) -> tuple[Field, ...]:
        """Month, day and year; and, unless it must be exact, how exactly it is known."""
        day = (
            Field("month", "Month", "digits", 2),
            Field("day", "Day", "digits", 2, optional=not settings.exact),
            Field("year", "Year", "digits", 4),
        )
        if settings.exact:
            return day
        until = tuple(Field(f"to_{field.part}", field.label, "digits", field.width, True) for field in day)
        season = Field("season", "Season", "select", 10, optional=True)
        return (Field("how", "How exactly do you know it?", "radios"), *day, season, *until)

    def schema(self, settings: Settings) -> dict[str, Any]:
        """Text in one of the forms."""
        return {"type": "string", "description": EXACT_ADVICE if settings.exact else ADVICE}

    def example(self, settings: Settings) -> Raw:
        """A Monday."""
        return "2026-03-02"


def from_parts(raw: Mapping[str, Any]) -> str:
    """The short text for a date given by a page's boxes; Refused beside the box that is wrong."""
    get = {str(key): as_text(value or "", limit=20) for key, value in raw.items()}
    known = {"how", "month", "day", "year", "season", "to_month", "to_day", "to_year"}
    if unknown := set(get) - known:
        raise refuse(f"`{sorted(unknown)[0][:40]}` is not a part of a date.")
    if not any(value for part, value in get.items() if part != "how"):
        return ""
    how = get.get("how") or "exact"
    if how == "year":
        return _digits(get, "year", "year")
    if how == "season":
        return f"{get.get('season') or ''} {_digits(get, 'year', 'year')}".strip()
    if how == "month":
        return f"{_digits(get, 'year', 'year')}-{_month(get, 'month')}"
    day = _day_text(get, "")
    if how == "range":
        return f"{day} to {_day_text(get, 'to_')}"
    return f"about {day}" if how == "about" else day


def _day_text(get: Mapping[str, str], prefix: str) -> str:
    problems: list[Problem] = []
    texts: list[str] = []
    for part, words, reader in (
        ("year", "year", _digits),
        ("month", "month", _month_),
        ("day", "day", _digits),
    ):
        try:
            texts.append(reader(get, prefix + part, words))
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(*problems)
    return "-".join(texts)


def _digits(get: Mapping[str, str], part: str, words: str) -> str:
    text = get.get(part) or ""
    if not (text.isascii() and text.isdigit()):
        raise Refused(Problem(part, f"Write the {words} in digits."))
    if part.endswith("year") and len(text) != 4:
        raise Refused(Problem(part, "Write the year with four digits."))
    return text


def _month_(get: Mapping[str, str], part: str, words: str) -> str:
    return _month(get, part)


def _month(get: Mapping[str, str], part: str) -> str:
    text = get.get(part) or ""
    number = month_number(text)
    return str(number) if number else _digits(get, part, "month")
