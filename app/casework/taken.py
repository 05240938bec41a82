"""What a draft took over: answers about the client that were given in other drafts of the same matter."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.casework.desk import Desk
from app.casework.reading import Opened
from app.core.interview import Asked, SectionProgress
from app.store import drafts
from app.store.drafts import Draft
from app.store.who import Who


@dataclass(frozen=True)
class TakenOver:
    """The questions of one section that were answered in one other draft."""

    section: str
    asked: tuple[Asked, ...] = field(repr=False)


@dataclass(frozen=True)
class Origin:
    """Another draft, or None when it is not there any more, with what was taken over from it."""

    draft: Draft | None
    sections: tuple[TakenOver, ...] = field(repr=False)

    @property
    def count(self) -> int:
        """How many answers were taken over."""
        return sum(len(each.asked) for each in self.sections)


def over(desk: Desk, who: Who, now: Opened) -> tuple[Origin, ...]:
    """What an open draft took over, by the draft it was given in, each in the order of the questionnaire."""
    ids = dict.fromkeys(each.given.taken_from for each in _asked(now) if each.given)
    if not ids:
        return ()
    with desk.store.reading() as t:
        known = {each.id: each for each in drafts.listed(t, who) if each.matter == now.draft.matter}
    return tuple(Origin(known.get(id), tuple(_sections(now, id))) for id in ids)


def others(desk: Desk, who: Who, now: Opened) -> int:
    """How many other drafts the client of a draft has: a shared answer is one for all of them."""
    with desk.store.reading() as t:
        return sum(each.matter == now.draft.matter for each in drafts.listed(t, who)) - 1


def _asked(now: Opened) -> Iterator[Asked]:
    return (each for progress in now.interview.sections for each in progress.asked if _taken(each))


def _taken(asked: Asked) -> bool:
    return asked.given is not None and asked.given.taken_from != "" and not asked.question.in_list


def _sections(now: Opened, id: str) -> Iterator[TakenOver]:
    for progress in now.interview.sections:
        if found := tuple(_from(progress, id)):
            yield TakenOver(progress.section.title, found)


def _from(progress: SectionProgress, id: str) -> Iterator[Asked]:
    return (each for each in progress.asked if _taken(each) and each.given and each.given.taken_from == id)
