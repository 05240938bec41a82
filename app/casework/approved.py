"""What stands of an approval: the newest one of a draft, and whether it was given for just these answers.

The store ends an approval in the transaction of the change. Whatever the store cannot see (a default of the
office edited by hand) shows here, before a file is handed out.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app.casework import brought, lifting, reading
from app.casework.acts import print_of
from app.casework.desk import Desk
from app.casework.reading import Opened
from app.casework.said import kept
from app.documents import box, edition
from app.documents.box import Job
from app.documents.draft import Draft
from app.documents.exhibits.file import File
from app.documents.obstacles import Obstacles, obstacles, printed
from app.store import approvals, editions, lifts
from app.store.approvals import Approval, Grounds
from app.store.lifts import Lift
from app.store.transaction import Transaction
from app.store.who import Who


@dataclass(frozen=True)
class Seen:
    """A draft as it stands, with the lifts that hold and its newest approval."""

    now: Opened
    lifts: tuple[Lift, ...] = field(repr=False)
    given: Approval | None = field(repr=False)

    @property
    def grounds(self) -> Grounds:
        """What an approval given now would rest on."""
        return Grounds(self.now.revision, self.now.draft.edition or "", print_of(_content(self)))

    @property
    def standing(self) -> Approval | None:
        """The newest approval if it stands: not ended, and given for just these answers."""
        stands = self.given and self.given.ended_at is None and self.given.grounds == self.grounds
        return self.given if stands else None

    @property
    def lapsed(self) -> bool:
        """Whether the newest approval holds no longer, but the store has not ended it yet."""
        return self.given is not None and self.given.ended_at is None and self.standing is None


def look(desk: Desk, who: Who, draft: str) -> Seen:
    """A draft with its approval; raises NotFound."""
    with desk.store.reading() as t:
        return seen(desk, t, who, draft)


def seen(desk: Desk, t: Transaction, who: Who, draft: str) -> Seen:
    """The same inside a transaction."""
    now = reading.opened(desk, t, who, draft)
    found = lifting.standing(now, lifts.lifted(t, who, draft))
    return Seen(now, found, approvals.latest(t, who, draft))


def in_the_way(desk: Desk, who: Who, draft: str) -> tuple[Seen, Obstacles]:
    """A draft, and what stands in the way of approving it; raises DocumentError for a broken template."""
    with opened(desk, who, draft) as (found, document):
        return found, obstacles(document, box.run(Job.of(document), printed))


@contextmanager
def opened(desk: Desk, who: Who, draft: str, *, whole: bool = False) -> Iterator[tuple[Seen, Draft]]:
    """A draft and the same for the document floor, with the templates of its own edition.

    The files of its exhibits are opened only for the `whole` of it.
    """
    with desk.store.reading() as t:
        found = seen(desk, t, who, draft)
        known = found.now.draft.edition
        package = editions.fetch(t, known) if known else None
        files = brought.files(t, who, draft, whole=whole)
    if package is None:
        yield found, _document(desk, found, desk.root, files)
        return
    with edition.opened(package) as root:
        yield found, _document(desk, found, root, files)


def _document(desk: Desk, found: Seen, root: Path, files: tuple[File, ...]) -> Draft:
    now = found.now
    lifted = lifting.for_papers(found.lifts)
    return Draft(
        now.form, root, now.answers, now.office, desk.today, lifted,
        edition=now.draft.edition or "", title=now.draft.title, files=files,
    )  # fmt: skip


def _content(found: Seen) -> object:
    """Everything answered, defaults of the office included, the order of lists, and the lifts."""
    answers = found.now.answers
    given = []
    for (path, item), each in answers.given.items():
        question = found.now.form.question(path)
        given.append([path, item or "", kept(question, each.value) if question else None])
    lists = sorted((path, list(items)) for path, items in answers.lists.items())
    return [sorted(given, key=lambda each: each[:2]), lists, [[each.gate, each.at] for each in found.lifts]]
