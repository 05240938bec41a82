"""How a sentence names some of the workweeks without listing sixty of them."""

from collections.abc import Sequence

from app.law.days import plain
from app.law.money import count, listed
from app.law.tracks import Week


def these(weeks: Sequence[Week]) -> str:
    """How many workweeks and when they start, at most four named: `1 workweek (May 3, 2026)`."""
    days = [plain(week.measure.worked.starts) for week in weeks]
    named = days if len(days) <= 4 else [*days[:3], f"{len(days) - 3} more"]
    return f"{count(len(weeks), 'workweek')} ({listed(named)})"
