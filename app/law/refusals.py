"""The sentences with which the law floor declines to compute, each said so that a person can act on it."""

from datetime import date

from app.law.days import plain


class Refusal(ValueError):
    """Something cannot be computed honestly; the message is one sentence: what is wrong, what to do."""


class NoParameter(Refusal):
    """The table of dated parameters has nothing under this name."""

    def __init__(self, key: str) -> None:
        super().__init__(f"There is no legal parameter named {key}; `draftwell law` lists those there are.")
        self.key = key


class BeforeFirst(Refusal):
    """A day lies before the first dated value of a parameter."""

    def __init__(self, key: str, day: date, first: date, title: str = "") -> None:
        super().__init__(
            f"{plain(day)} lies before {plain(first)}, the first day for which Draftwell knows"
            f" {title or key}; leave that day out or have an attorney compute it by hand."
        )
        self.key, self.day, self.first = key, day, first


class Ended(Refusal):
    """A day lies after the last day on which a parameter was in force."""

    def __init__(self, key: str, day: date, last: date, title: str = "") -> None:
        said = title or key
        super().__init__(
            f"{said[:1].upper()}{said[1:]} ended on {plain(last)}, before {plain(day)};"
            " have an attorney look at that day."
        )
        self.key, self.day, self.last = key, day, last


class NeedsDays(Refusal):
    """A rate changes inside a workweek whose hours are known only in total."""

    def __init__(self, starts: date, changes: date, what: str) -> None:
        super().__init__(
            f"In the workweek that starts {plain(starts)} {what} changes on {plain(changes)};"
            " give the hours of each of its seven days instead of the total."
        )
        self.starts, self.changes, self.what = starts, changes, what


class BadWeek(Refusal):
    """A workweek holds something that cannot be: 200 hours, negative pay, no exact first day."""


class Overlap(Refusal):
    """Two workweeks share days, so their sums would count those days twice."""
