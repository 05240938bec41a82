"""The panel that says what a draft took over from another draft of the client, each answer with its link."""

from dataclasses import dataclass

from app.casework import path, taken
from app.casework.reading import Opened
from app.casework.taken import Origin, TakenOver
from app.core.interview import Asked
from app.core.values import Blank, Gap
from app.web import access, addresses, words

KEPT = "Kept safely"
"""What stands for an answer that lies in the vault."""
_LONGEST = 160


@dataclass(frozen=True)
class Line:
    """One answer: its question in short, its words, and where it is changed."""

    label: str
    words: str
    href: str


@dataclass(frozen=True)
class Panel:
    """What came from one draft: its title, how many answers, and each of them section by section."""

    title: str
    count: int
    sections: tuple[tuple[str, tuple[Line, ...]], ...]


def panels(now: Opened) -> tuple[Panel, ...]:
    """A panel for each draft from which this one took answers over; none for the first of a client."""
    return tuple(_panel(now, origin) for origin in taken.over(access.desk(), access.who(), now))


def _panel(now: Opened, origin: Origin) -> Panel:
    title = f"“{origin.draft.title}”" if origin.draft else "another draft of this client"
    return Panel(title, origin.count, tuple((each.section, _lines(now, each)) for each in origin.sections))


def _lines(now: Opened, section: TakenOver) -> tuple[Line, ...]:
    return tuple(
        Line(
            each.question.short[:1].upper() + each.question.short[1:],
            _words(now, each),
            addresses.spot(now.draft.id, path.page_of(now.interview, each), "c"),
        )
        for each in section.asked
    )


def _words(now: Opened, asked: Asked) -> str:
    """What was answered; of the vault, only that there is something or that it is a gap."""
    own = (asked.question, *asked.question.each)
    if any(each.keep == "vault" for each in own) and not isinstance(asked.value, Gap | Blank):
        return KEPT
    return words.shortened(words.of_answer(now, asked), _LONGEST)
