"""Whether a workweek's claim looks out of time on a track; nothing is lost where nothing is short."""

from datetime import date

from app.law.tracks import Week


def lost_missouri(week: Week, today: date) -> bool:
    """Whether a Missouri shortfall of the workweek looks out of time (RSMo 290.527)."""
    return bool(week.missouri.shortfall) and week.measure.clock.lost_missouri(today)


def lost_federal(week: Week, today: date, *, willful: bool) -> bool:
    """Whether a federal shortfall of the workweek looks out of time (29 USC 255)."""
    return bool(week.federal.shortfall) and week.measure.clock.lost_federal(today, willful=willful)
