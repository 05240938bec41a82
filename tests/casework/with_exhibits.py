"""A draft of the small form with exhibits, put straight into the store."""

from pathlib import Path

from app.casework import changing, drafting, exhibits, people
from app.casework.acts import Stamp
from app.casework.desk import Desk
from app.core.values import Blank
from app.store.changes import AddItem, Change
from tests.documents.exhibits import small
from tests.web.office import form_of, seed

PUBLIC, CLOSED = "1exhibits", "2exhibits"
"""The items of the two exhibits: a birth certificate for everybody, and a photo that is not."""


def lay_out(root: Path) -> Path:
    return small.lay_out(root)


def drafted(desk: Desk) -> str:
    """A whole draft with two exhibits without files; its reference."""
    ref, who = seed(desk, small.NAME), people.owner(desk).who
    now, form = drafting.open_draft(desk, who, ref), form_of(desk, small.NAME)
    made: list[Change] = []
    for position, (item, title, public) in enumerate(
        [(PUBLIC, "Birth certificate", True), (CLOSED, "Photo of the door", False)], 1
    ):
        made.append(AddItem("exhibits", item, position))
        values = {"title": title, "what": Blank(), "for": Blank(), "file": Blank(), "public": public}
        for name, value in values.items():
            question = form.question(f"exhibits.exhibit_{name}")
            assert question is not None
            made.append(changing.put(question, value, item))
    with desk.store.transaction() as t:
        changing.save(desk, t, who, now, changing.Changes(now.answers, made), desk.clock())
    return ref


def attach(desk: Desk, ref: str, data: bytes, item: str = PUBLIC, name: str = "birth.pdf") -> None:
    """Bring a file for an exhibit as the owner."""
    exhibits.attach(desk, people.owner(desk).who, ref, item, name, data, Stamp())
