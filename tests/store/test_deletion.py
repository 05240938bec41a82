"""A deleted draft is gone, with the last one of a matter its key too, and not a byte of either is left."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, select

from app.config import Settings
from app.store import answers, database, drafts, lifts, matters, tables
from app.store.changes import AddItem, Put
from app.store.drafts import Draft
from app.store.errors import NotFound
from app.store.store import Store
from app.store.who import Who
from tests.store.approved import approve
from tests.store.conftest import NOW

OWN = ("draft", "answer", "item", "lift", "approval", "clean_file")


@pytest.fixture
def full(store: Store, owner: Who, draft: Draft) -> Draft:
    with store.transaction() as t:
        changes = [AddItem("weeks", f"w{i}", i) for i in range(20)]
        puts = [Put("hours", "40 " * 30, item=f"w{i}") for i in range(20)]
        answers.save(t, owner, draft.id, 0, [*changes, *puts, Put("client", "Rosa", shared=True)], NOW)
        lifts.lift(t, owner, draft.id, "represented", "Dana Whitfield", "70001", "Counsel agreed", NOW)
        approve(t, owner, drafts.find(t, owner, draft.id), b"a clean letter " * 2_000)
    return draft


def counts(store: Store) -> dict[str, int]:
    names = (*OWN, "matter", "vault_key")
    with store.reading() as t:
        return {
            name: t.connection.scalar(select(func.count()).select_from(tables.metadata.tables[name])) or 0
            for name in names
        }


def envelopes(store: Store) -> list[bytes]:
    """Everything sealed under the matter's key, and the key itself as it is wrapped."""
    with store.reading() as t:
        sealed = [
            row.sealed
            for name in (*OWN, "matter")
            for row in t.connection.execute(select(tables.metadata.tables[name]))
        ]
        wrapped = select(tables.vault_key.c.wrapped).where(tables.vault_key.c.matter_id.is_not(None))
        return [*sealed, *t.connection.scalars(wrapped)]


def left(folder: Path, envelopes: list[bytes]) -> int:
    content = b"".join(file.read_bytes() for file in folder.iterdir())
    return sum(envelope[21:37] in content for envelope in envelopes)


def delete(store: Store, who: Who, draft: Draft) -> None:
    with store.transaction() as t:
        drafts.delete(t, who, draft.id)


def test_a_deleted_draft_is_not_found(store: Store, owner: Who, full: Draft) -> None:
    delete(store, owner, full)
    with store.reading() as t, pytest.raises(NotFound):
        drafts.find(t, owner, full.id)


def test_the_last_draft_takes_the_matter_and_its_key_along(store: Store, owner: Who, full: Draft) -> None:
    delete(store, owner, full)
    assert counts(store) == dict.fromkeys(OWN, 0) | {"matter": 0, "vault_key": 1}


def test_a_draft_that_is_not_the_last_leaves_the_matter(store: Store, owner: Who, full: Draft) -> None:
    with store.transaction() as t:
        other = drafts.start(t, owner, "mo/name_change", "Other", NOW, matter=full.matter)
    delete(store, owner, full)
    with store.reading() as t:
        assert matters.find(t, owner, full.matter).label == "Rosa's wages"
        assert [answer.raw for answer in answers.load(t, owner, other.id).answers] == ["Rosa"]


def test_no_byte_of_a_deleted_matter_is_left(
    store: Store, settings: Settings, owner: Who, full: Draft
) -> None:
    sealed = envelopes(store)
    assert left(settings.data, sealed) == len(sealed) > 40
    delete(store, owner, full)
    assert left(settings.data, sealed) == 0


def test_without_secure_delete_bytes_would_be_left(
    store: Store, settings: Settings, full: Draft, tmp_path: Path
) -> None:
    sealed = envelopes(store)
    store.close()
    copy = tmp_path / "copy"
    shutil.copytree(settings.data, copy)
    connection = sqlite3.connect(copy / database.FILE)
    connection.execute("PRAGMA secure_delete=OFF")
    for name in (*OWN, "vault_key", "matter"):
        connection.execute(f"DELETE FROM {name}")
    connection.commit()
    connection.close()
    assert left(copy, sealed) > len(sealed) / 2


def test_a_log_is_emptied_after_shredding(store: Store, settings: Settings, owner: Who, full: Draft) -> None:
    sealed = envelopes(store)
    store.engine.dispose()
    engine = create_engine(f"sqlite:///{settings.data / database.FILE}", hide_parameters=True)
    database._set_up(engine, database.pragmas((3, 51, 3)))
    logged = Store(engine, store.office)
    with logged.transaction() as t:
        drafts.rename(t, owner, full.id, "in the log", NOW)
    log = settings.data / (database.FILE + "-wal")
    assert log.stat().st_size > 0
    delete(logged, owner, full)
    assert log.stat().st_size == 0
    assert left(settings.data, sealed) == 0
    logged.close()
