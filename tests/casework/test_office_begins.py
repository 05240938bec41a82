"""An office profile given at the start is taken once and never over one that is there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.casework import office, people
from app.casework.desk import Desk
from app.config import Settings
from app.core.office import EMPTY, load_office
from app.store.store import open_store

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    settings = Settings(data=tmp_path / "data", key_file=tmp_path / "key" / "master.key")
    store = open_store(settings)
    yield Desk(store, ROOT, settings.data)
    store.close()


def test_the_first_profile_is_taken(desk: Desk) -> None:
    assert office.begin(desk, people.owner(desk).who, load_office(ROOT / "office.example.yaml"))
    assert office.profile(desk).name == "Prairie Lantern Legal Aid"


def test_a_profile_that_is_there_stays(desk: Desk) -> None:
    who = people.owner(desk).who
    office.begin(desk, who, load_office(ROOT / "office.example.yaml"))
    assert not office.begin(desk, who, EMPTY)
    assert office.profile(desk).name == "Prairie Lantern Legal Aid"
