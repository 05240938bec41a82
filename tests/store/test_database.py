"""SQLite is set up alike on every connection, by its version, and says in a sentence what it cannot do."""

import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from app.config import Settings
from app.store import database, drafts, tables
from app.store.drafts import Draft
from app.store.errors import Damaged, NotSaved
from app.store.store import Store, open_store
from app.store.who import Who
from tests.store.conftest import NOW

WANTED = {
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "temp_store": 2,
    "busy_timeout": 15_000,
    "synchronous": 2 if database.journal_mode(sqlite3.sqlite_version_info) == "WAL" else 3,
    "journal_mode": database.journal_mode(sqlite3.sqlite_version_info).lower(),
}


def found(engine: Engine) -> dict[str, object]:
    with engine.connect() as connection:
        return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in WANTED}


def test_every_pooled_connection_has_every_setting(store: Store) -> None:
    held = [store.engine.raw_connection() for _ in range(12)]
    values = [
        {name: connection.cursor().execute(f"PRAGMA {name}").fetchone()[0] for name in WANTED}
        for connection in held
    ]
    for connection in held:
        connection.close()
    assert values == [WANTED] * 12


def test_a_connection_has_them_after_the_pool_was_emptied(store: Store) -> None:
    store.engine.dispose()
    assert found(store.engine) == WANTED


def test_a_connection_has_them_in_another_thread(store: Store) -> None:
    seen: list[dict[str, object]] = []
    thread = threading.Thread(target=lambda: seen.append(found(store.engine)))
    thread.start()
    thread.join()
    assert seen == [WANTED]


def test_a_plain_connection_would_not_have_them(settings: Settings, store: Store) -> None:
    plain = sqlite3.connect(settings.data / database.FILE)
    values = {name: plain.execute(f"PRAGMA {name}").fetchone()[0] for name in WANTED}
    plain.close()
    assert values != WANTED


@pytest.mark.parametrize(
    ("version", "mode"),
    [
        ((3, 40, 1), "DELETE"),
        ((3, 44, 5), "DELETE"),
        ((3, 44, 6), "WAL"),
        ((3, 45, 0), "DELETE"),
        ((3, 50, 6), "DELETE"),
        ((3, 50, 7), "WAL"),
        ((3, 51, 0), "DELETE"),
        ((3, 51, 2), "DELETE"),
        ((3, 51, 3), "WAL"),
        ((3, 54, 1), "WAL"),
    ],
)
def test_the_log_is_used_only_where_it_cannot_lose_pages(version: tuple[int, ...], mode: str) -> None:
    assert database.journal_mode(version) == mode


def test_a_log_commits_fully_and_a_journal_extra(store: Store) -> None:
    assert database.pragmas((3, 51, 3))["synchronous"] == "FULL"
    assert database.pragmas((3, 40, 1))["synchronous"] == "EXTRA"


def test_nothing_is_written_while_reading(store: Store, draft: Draft, owner: Who) -> None:
    with pytest.raises(NotSaved), store.reading() as t:
        drafts.rename(t, owner, draft.id, "Another title", NOW)


def test_reading_does_not_keep_later_writing_from_working(store: Store, draft: Draft, owner: Who) -> None:
    with store.reading() as t:
        drafts.find(t, owner, draft.id)
    with store.transaction() as t:
        drafts.rename(t, owner, draft.id, "Another title", NOW)


def test_an_error_undoes_the_whole_transaction(store: Store, draft: Draft, owner: Who) -> None:
    def rename_and_fail() -> None:
        with store.transaction() as t:
            drafts.rename(t, owner, draft.id, "Another title", NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        rename_and_fail()
    with store.reading() as t:
        assert drafts.find(t, owner, draft.id).title == draft.title


def test_a_transaction_inside_another_is_refused_at_once(store: Store) -> None:
    with store.transaction(), pytest.raises(RuntimeError), store.reading():
        pass


def test_a_transaction_after_a_failed_one_works(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.transaction():
        raise ZeroDivisionError
    with store.transaction():
        pass


def test_a_row_cannot_belong_to_nothing(store: Store) -> None:
    row = {"id": "a", "matter_id": "nowhere", "revision": 0, "sealed": b"", "created_at": NOW}
    with pytest.raises(IntegrityError), store.transaction() as t:
        t.connection.execute(tables.draft.insert().values(**row, updated_at=NOW))


def test_a_full_disk_is_told_and_keeps_nothing(store: Store, draft: Draft, owner: Who) -> None:
    def rename_on_a_full_disk() -> None:
        with store.transaction() as t:
            pages = t.connection.exec_driver_sql("PRAGMA page_count").scalar()
            t.connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
            drafts.rename(t, owner, draft.id, "long " * 50_000, NOW)

    with pytest.raises(NotSaved, match="disk is full"):
        rename_on_a_full_disk()
    store.engine.dispose()
    with store.transaction() as t:
        assert drafts.find(t, owner, draft.id).title == draft.title
        drafts.rename(t, owner, draft.id, "long " * 50_000, NOW)


@pytest.fixture
def impatient(store: Store) -> Store:
    """The same store, whose one pooled connection gives up waiting after a moment."""
    with closing(store.engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA busy_timeout=20")
    return store


def test_waiting_too_long_for_others_is_told_in_a_sentence(settings: Settings, impatient: Store) -> None:
    with closing(sqlite3.connect(settings.data / database.FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSaved, match="nothing was saved"), impatient.transaction():
            pass


def test_the_data_are_for_their_owner_only(settings: Settings, store: Store) -> None:
    assert stat.S_IMODE(settings.data.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in settings.data.iterdir()} == {0o600}


def spoil(file: Path, start: int, noise: bytes) -> None:
    with file.open("r+b") as opened:
        opened.seek(start)
        opened.write(noise)


@pytest.mark.parametrize("start", [0, 16, 100, 4096, 4096 * 3, 4096 * 8])
def test_a_damaged_file_is_not_opened(settings: Settings, store: Store, draft: Draft, start: int) -> None:
    store.close()
    spoil(settings.data / database.FILE, start, b"\xa5" * 600)
    with pytest.raises(Damaged, match="restore"):
        open_store(settings)


def test_a_file_of_something_else_is_not_opened(settings: Settings) -> None:
    settings.data.mkdir(mode=0o700)
    (settings.data / database.FILE).write_bytes(b"name,hours\n" * 500)
    with pytest.raises(Damaged):
        open_store(settings)
