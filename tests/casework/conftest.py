"""A desk for the tests of what people do: a real store, small forms, a clock that can be moved."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.casework import people
from app.casework.desk import Desk
from app.config import Settings
from app.store.store import open_store
from app.store.who import Who
from tests.web.office import FORMS, Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    settings = Settings(data=tmp_path / "data", key_file=tmp_path / "key" / "master.key")
    store = open_store(settings)
    yield Desk(store, FORMS, settings.data, clock)
    store.close()


@pytest.fixture
def who(desk: Desk) -> Who:
    """The owner of the office."""
    return people.owner(desk).who
