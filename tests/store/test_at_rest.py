"""Nothing anybody said can be read in the data folder; without sealing the same search finds it all."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from app.config import Settings
from app.store import answers, drafts, journal, lifts, links, matters, once, people, proposals, sessions
from app.store.changes import AddItem, Put
from app.store.store import Store, open_store
from app.store.transaction import Transaction
from app.store.vault import AES_GCM, Cipher
from app.store.who import COMMAND_LINE, Who
from tests.store import planted
from tests.store.approved import approve
from tests.store.conftest import NOW

TRANSPARENT = Cipher(lambda key, plaintext, place: plaintext, lambda key, envelope, place: envelope)
ROUNDS = 13
FACTS = planted.facts(400)


class Sower:
    """Puts facts, one after the other, wherever a person may type something."""

    def __init__(self, t: Transaction) -> None:
        self.t, self.next = t, count()
        self.who = people.create(t, COMMAND_LINE, self.fact(), NOW, bar_number=self.fact()).who

    def fact(self) -> str:
        return FACTS[next(self.next)]

    def sow(self) -> None:
        t = self.t
        draft = drafts.start(t, self.who, "mo/wage_claim", self.fact(), NOW)
        matters.rename(t, self.who, draft.matter, self.fact(), NOW)
        lifts.lift(t, self.who, draft.id, "represented", self.fact(), self.fact(), self.fact(), NOW)
        once.finish(t, self.who, self.fact(), {"message": self.fact()}, NOW)
        sessions.put(t, sessions.start(t, self.who.id, NOW), {"message": self.fact()}, NOW)
        links.issue(t, self.who.id, NOW)
        journal.write(t, self.who, "draft.answer", draft.id, NOW)
        self.answer(draft.id)
        self.approve(draft.id)
        self.propose()

    def propose(self) -> None:
        """Bring a Word template; even the names of its form and its document are facts here."""
        files: dict[proposals.File, bytes] = {
            "docx": self.fact().encode(), "twin": self.fact().encode(), "former": self.fact().encode(),
        }  # fmt: skip
        checked = proposals.Checked("0" * 64, "2026-03-02", 0, files, {"faults": [self.fact()]})
        proposals.propose(self.t, self.who, self.fact(), self.fact(), checked, None, NOW)

    def answer(self, draft: str) -> None:
        """Answer in every shape; even the names of questions, lists and items are facts here."""
        week = self.fact()
        changes = [
            Put("story", [self.fact(), self.fact()]),
            Put("name", {"first": self.fact(), "last": self.fact()}, shared=True),
            AddItem(self.fact(), week, 1),
            Put(self.fact(), self.fact(), item=week),
            *(Put(f"q{i}", self.fact()) for i in range(2)),
        ]
        answers.save(self.t, self.who, draft, 0, changes, NOW)

    def approve(self, draft: str) -> None:
        """Approve twice: what is left of the first, and a standing one whose file is a zip full of facts."""
        for _ in range(2):
            whole = io.BytesIO()
            with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("word/document.xml", self.fact())
            now = drafts.find(self.t, self.who, draft)
            approve(self.t, self.who, now, whole.getvalue(), said=self.fact(), title=self.fact())


def sow(store: Store) -> int:
    """Plant facts in rounds, leave the store as a running server would, and return how many were planted."""
    with store.transaction() as t:
        sower = Sower(t)
        for _ in range(ROUNDS):
            sower.sow()
        return next(sower.next)


@pytest.fixture
def transparent(settings: Settings) -> Iterator[Store]:
    opened = open_store(settings, TRANSPARENT)
    yield opened
    opened.close()


def change_and_search(store: Store, folder: Path) -> tuple[set[str], set[str]]:
    """Search while a transaction that rewrites every title is under way, and again when it is over."""
    with store.transaction() as t:
        everybody = [person.who for person in people.everyone(t, COMMAND_LINE)]
        rename_all(t, everybody[0])
        during = planted.found(FACTS, folder)
    return during, planted.found(FACTS, folder)


def rename_all(t: Transaction, who: Who) -> None:
    for draft in drafts.listed(t, who):
        drafts.rename(t, who, draft.id, draft.title + " ", NOW)


def test_no_fact_can_be_read_where_the_data_lie(store: Store, settings: Settings) -> None:
    assert sow(store) >= 200
    assert change_and_search(store, settings.data) == (set(), set())


def test_the_files_searched_include_the_journal_of_a_change(store: Store, settings: Settings) -> None:
    sow(store)
    with store.transaction() as t:
        rename_all(t, people.everyone(t, COMMAND_LINE)[0].who)
        assert len(list(settings.data.iterdir())) >= 2


def test_with_a_transparent_cipher_the_search_finds_them(transparent: Store, settings: Settings) -> None:
    sown = sow(transparent)
    _, found = change_and_search(transparent, settings.data)
    gone = 2 * ROUNDS  # the idempotency keys, and the files of the approvals that ended
    assert len(found) >= 0.95 * (sown - gone)


def test_the_key_is_nowhere_in_the_data(store: Store, settings: Settings) -> None:
    sow(store)
    secret = bytes.fromhex(settings.key_file.read_text())
    content = b"".join(file.read_bytes() for file in settings.data.iterdir())
    assert secret not in content
    assert store.office.key.secret not in content
    assert secret.hex().encode() not in content


def test_equal_facts_leave_nothing_equal(store: Store) -> None:
    with store.transaction() as t:
        who = people.create(t, COMMAND_LINE, "Dana Whitfield", NOW).who
        made = [drafts.start(t, who, "mo/wage_claim", FACTS[0], NOW) for _ in range(50)]
        for draft in made:
            answers.save(t, who, draft.id, 0, [Put("wage", FACTS[1])], NOW)
        kept = t.connection.exec_driver_sql("SELECT id, sealed FROM answer").all()
    assert len({row.id for row in kept}) == len({row.sealed for row in kept}) == 50


@pytest.mark.parametrize("pack", [bytes, zlib.compress, gzip.compress])
@pytest.mark.parametrize("fact", FACTS[:5])
def test_the_search_sees_through_every_disguise(tmp_path: Path, fact: str, pack: object) -> None:
    for number, disguise in enumerate(planted.disguises(fact)):
        file = tmp_path / str(number)
        file.write_bytes(b"\x01\x02" + pack(b"before " + disguise + b" after"))  # type: ignore[operator]
        assert planted.found([fact], tmp_path) == {fact}
        file.unlink()


def test_there_is_no_transparent_cipher_in_the_product() -> None:
    assert open_store.__defaults__ == (AES_GCM,)
