"""The panel that says what a draft took over from another draft of the same client, with a link to each."""

from dataclasses import dataclass

from app.casework import path, taken
from app.casework.reading import Opened
from app.casework.taken import Origin, TakenOver
from app.web import access, addresses

Link = tuple[str, str]
"""The words and the address of a link."""


@dataclass(frozen=True)
class Panel:
    """What came from one draft: its title, how many answers, and links section by section."""

    title: str
    count: int
    sections: tuple[tuple[str, tuple[Link, ...]], ...]


def panels(now: Opened) -> tuple[Panel, ...]:
    """A panel for each draft from which this one took answers over; none for the first of a client."""
    return tuple(_panel(now, origin) for origin in taken.over(access.desk(), access.who(), now))


def _panel(now: Opened, origin: Origin) -> Panel:
    title = f"“{origin.draft.title}”" if origin.draft else "another draft of this client"
    return Panel(title, origin.count, tuple((each.section, _links(now, each)) for each in origin.sections))


def _links(now: Opened, section: TakenOver) -> tuple[Link, ...]:
    return tuple(
        (
            each.question.short[:1].upper() + each.question.short[1:],
            addresses.spot(now.draft.id, path.page_of(now.interview, each), "c"),
        )
        for each in section.asked
    )
