"""An office in folders of its own, sealed as always or, for the control, not at all."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from app.casework import forms
from app.casework.desk import Desk
from app.config import Settings
from app.store.store import open_store
from app.store.vault import AES_GCM, Cipher
from app.web.application import make
from tests.atrest.planting import FORM, Office, Planter
from tests.web.office import ROOT, Clock, believed_clean

Open = Callable[[Cipher], Office]


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder below which everything lies: data, logs, temporary files, and the key outside of it."""
    house = tmp_path / "house"
    for name in ("temporary", "logs"):
        (house / name).mkdir(parents=True)
    monkeypatch.setenv("TMPDIR", str(house / "temporary"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return house


@pytest.fixture
def opened(house: Path, tmp_path: Path) -> Iterator[Open]:
    with ExitStack() as stack:

        def open_office(cipher: Cipher = AES_GCM) -> Office:
            settings = Settings(house / "data", tmp_path / "key" / "master.key")
            store = stack.enter_context(closing(open_store(settings, cipher)))
            desk = Desk(store, ROOT, settings.data, Clock())
            believed_clean(desk)
            form = forms.current(ROOT, FORM)
            return Office(make(desk), desk, Planter(form, desk.today))

        yield open_office
