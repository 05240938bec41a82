"""What the papers of a draft are made from, looked up at once: answers, lifts, edition and exhibits."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app.casework import brought, lifting, office, reading
from app.casework.desk import Desk
from app.casework.reading import Opened
from app.documents import edition
from app.documents.draft import Draft
from app.documents.exhibits.file import File
from app.store import editions, lifts
from app.store.lifts import Lift
from app.store.who import Who


@dataclass(frozen=True)
class MadeFrom:
    """A draft as it stands with its edition still packed, and the key of all its papers rest on."""

    now: Opened
    lifts: tuple[Lift, ...] = field(repr=False)
    kept: Mapping[str, bytes] | None = field(repr=False)
    """The files of its edition; None for a draft that is made from the checkout."""
    files: tuple[File, ...] = field(repr=False)
    key: tuple[object, ...] = field(repr=False)

    @contextmanager
    def opened(self, desk: Desk) -> Iterator[Draft]:
        """The draft for the document floor, with its own edition's templates."""
        if self.kept is None:
            yield self._draft(desk, desk.root)
            return
        with edition.opened(self.kept) as root:
            yield self._draft(desk, root)

    def _draft(self, desk: Desk, root: Path) -> Draft:
        now, lifted = self.now, lifting.for_papers(self.lifts)
        return Draft(
            now.form, root, now.answers, now.office, desk.today, lifted,
            edition=now.draft.edition or "", title=now.draft.title, files=self.files,
        )  # fmt: skip


def look(desk: Desk, who: Who, draft: str, *, whole: bool = False) -> MadeFrom:
    """A draft of this person as it stands; files of its exhibits are opened only for the `whole` of it."""
    with desk.store.reading() as t:
        now = reading.opened(desk, t, who, draft)
        found = lifting.standing(now, lifts.lifted(t, who, draft))
        kept = editions.fetch(t, now.draft.edition) if now.draft.edition else None
        files = brought.files(t, who, draft, whole=whole)
    key = (draft, now.revision, now.draft.edition, found, office.print_of(desk), desk.today)
    return MadeFrom(now, found, kept, files, key)
