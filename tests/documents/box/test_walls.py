"""What a job cannot reach from inside the box, and that without the walls it could."""

import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.documents.box import Box, Job, Reached
from tests.documents.box import acts

Acts = Callable[..., Any]

ALONE: tuple[Acts, ...] = (
    acts.forking,
    acts.running_a_program,
    acts.running_a_shell,
    acts.spawning,
    acts.opening_a_socket,
    acts.looking_up,
    acts.opening_a_database,
    acts.loading_a_library,
    acts.killing_the_parent,
)
ON_A_FILE: tuple[Acts, ...] = (acts.reading, acts.writing, acts.deleting)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text("Robin Sample")
    return path


@pytest.fixture
def port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.mark.parametrize("act", ALONE, ids=lambda act: act.__name__)
def test_network_processes_databases_and_libraries_are_out_of_reach(small: Box, job: Job, act: Acts) -> None:
    with pytest.raises(Reached):
        small.run(job, act)
    assert small.run(job, acts.answer) == "done"


@pytest.mark.parametrize("act", ALONE, ids=lambda act: act.__name__)
def test_without_walls_they_are_in_reach(wide: Box, job: Job, act: Acts) -> None:
    wide.run(job, act)


def test_a_program_cannot_take_the_place_of_a_child(small: Box, job: Job) -> None:
    with pytest.raises(Reached):
        small.run(job, acts.becoming_another)


def test_no_server_on_this_machine_is_reached(small: Box, wide: Box, job: Job, port: int) -> None:
    with pytest.raises(Reached):
        small.run(job, acts.connecting, port)
    assert wide.run(job, acts.connecting, port) == "connected"


@pytest.mark.parametrize("act", ON_A_FILE, ids=lambda act: act.__name__)
def test_files_outside_are_out_of_reach(small: Box, job: Job, secret: Path, act: Acts) -> None:
    with pytest.raises(Reached):
        small.run(job, act, secret)
    assert secret.read_text() == "Robin Sample"


@pytest.mark.parametrize("act", ON_A_FILE, ids=lambda act: act.__name__)
def test_without_walls_files_are_in_reach(wide: Box, job: Job, secret: Path, act: Acts) -> None:
    wide.run(job, act, secret)
    assert not secret.exists() or secret.read_text() in ("Robin Sample", "left behind")


def test_a_folder_outside_is_not_listed(small: Box, wide: Box, job: Job, secret: Path) -> None:
    with pytest.raises(Reached):
        small.run(job, acts.listing, secret.parent)
    assert wide.run(job, acts.listing, secret.parent) == ["secret.txt"]


def test_a_link_inside_the_root_leads_nowhere(small: Box, job: Job, secret: Path, tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    shutil.copytree(job.root / "questionnaires", root / "questionnaires")
    (root / "link").symlink_to(secret)
    with pytest.raises(Reached):
        small.run(Job(root, job.form, job.answers, job.office, job.today), acts.reading_by_link, secret)


def test_a_file_of_the_form_is_read_and_never_written(small: Box, job: Job) -> None:
    path = job.root / "questionnaires/mo/wage_claim.yaml"
    assert small.run(job, acts.reading, path) == path.read_text()
    with pytest.raises(Reached):
        small.run(job, acts.writing, path)


def test_keys_and_databases_are_not_named_in_a_child(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTWELL_KEY_FILE", "/secret/master.key")
    monkeypatch.setenv("DRAFTWELL_DATABASE", "postgresql://robin:sample@localhost/x")
    with Box(1, acts=("tests.documents.box.acts",)) as box:
        known = box.run(job, acts.environment)
    assert "PATH" in known
    assert not [name for name in known if name.startswith("DRAFTWELL")]
