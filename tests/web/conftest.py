"""An office for the tests of the pages: a real store in a folder of its own, and somebody signed in."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from app.casework.desk import Desk
from app.config import Settings
from app.store.store import open_store
from app.web.application import make
from tests.web.office import FORMS, Browser, Clock, believed_clean, signed_in


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def root() -> Path:
    """Where the forms are: the small ones of the tests; modules that need the product's own say so."""
    return FORMS


@pytest.fixture(scope="session")
def new_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office nobody has used yet, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("office")
    open_store(_settings(folder)).close()
    return folder


def _settings(folder: Path) -> Settings:
    return Settings(data=folder / "data", key_file=folder / "key" / "master.key")


@pytest.fixture
def settings(tmp_path: Path, new_office: Path) -> Settings:
    shutil.copytree(new_office, tmp_path, dirs_exist_ok=True)
    return _settings(tmp_path)


@pytest.fixture
def desk(settings: Settings, clock: Clock, root: Path) -> Iterator[Desk]:
    store = open_store(settings)
    desk = Desk(store, root, settings.data, clock)
    if root != FORMS:
        believed_clean(desk)
    yield desk
    store.close()


@pytest.fixture(scope="session")
def pages(new_office: Path) -> Iterator[Flask]:
    """The application, made once for all tests, because its templates take a while to compile."""
    settings = _settings(new_office)
    store = open_store(settings)
    yield make(Desk(store, FORMS, settings.data))
    store.close()


@pytest.fixture
def app(pages: Flask, desk: Desk) -> Flask:
    """The application at the desk of this test."""
    pages.extensions["desk"] = desk
    return pages


@pytest.fixture
def stranger(app: Flask) -> Browser:
    """Somebody who is not signed in."""
    return Browser(app)


@pytest.fixture
def owner(app: Flask, desk: Desk) -> Browser:
    """Somebody who is signed in."""
    return signed_in(app, desk)
