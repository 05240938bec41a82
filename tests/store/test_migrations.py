"""The migrations end at the tables of this version, keep what is there, and are all or nothing."""

import sqlite3

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from app.config import Settings
from app.store import answers, database, migrating, tables
from app.store.changes import Put
from app.store.drafts import Draft
from app.store.store import Store, open_store
from app.store.who import Who
from tests.store.conftest import NOW


def test_the_migrations_end_at_the_tables_of_this_version(store: Store) -> None:
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []


def test_opening_again_changes_nothing(store: Store, settings: Settings, draft: Draft, owner: Who) -> None:
    with store.transaction() as t:
        answers.save(t, owner, draft.id, 0, [Put("wage", "12.50")], NOW)
    store.close()
    again = open_store(settings)
    with again.reading() as t:
        assert [answer.raw for answer in answers.load(t, owner, draft.id).answers] == ["12.50"]
    again.close()


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*ignored: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(migrating, "_refuse_loose_ends", fail)
    with pytest.raises(ZeroDivisionError):
        open_store(settings)
    with sqlite3.connect(settings.data / database.FILE) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    connection.close()


def test_times_without_a_zone_are_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        tables.written(NOW.replace(tzinfo=None))


def test_the_only_open_words_are_roles_and_the_journal() -> None:
    texts = {
        f"{table.name}.{column.name}"
        for table in tables.metadata.tables.values()
        for column in table.columns
        if not column.foreign_keys and str(column.type) in ("VARCHAR(80)", "TEXT")
    }
    assert texts == {"person.role"} | {
        f"journal.{name}" for name in ("actor", "role", "act", "object", "result")
    }
