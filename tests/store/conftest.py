"""A real store in a folder of its own, two people, and a moment that stands still."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.config import Settings
from app.store import drafts, people
from app.store.drafts import Draft
from app.store.store import Store, open_store
from app.store.who import COMMAND_LINE, Who

NOW = datetime(2026, 3, 2, 15, 30, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "data", tmp_path / "key" / "master.key")


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    opened = open_store(settings)
    yield opened
    opened.close()


@pytest.fixture
def owner(store: Store) -> Who:
    with store.transaction() as t:
        return people.create(t, COMMAND_LINE, "Dana Whitfield", NOW, bar_number="70001").who


@pytest.fixture
def stranger(store: Store) -> Who:
    with store.transaction() as t:
        return people.create(t, COMMAND_LINE, "Robin Castellan", NOW).who


@pytest.fixture
def draft(store: Store, owner: Who) -> Draft:
    with store.transaction() as t:
        return drafts.start(t, owner, "mo/wage_claim", "Rosa's wages", NOW)
